#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace backops::time {

/// Monday is 0, as ISO 8601 orders them.
enum class Weekday : std::uint8_t { mon, tue, wed, thu, fri, sat, sun };

/// A day of the proleptic Gregorian calendar, as days since 1970-01-01. Years 1900 to 2999 can be written.
struct Date {
    std::int32_t days = 0;
    friend auto operator<=>(const Date&, const Date&) = default;
    friend Date operator+(Date date, int days) { return {date.days + days}; }
    friend Date operator-(Date date, int days) { return {date.days - days}; }
    friend int operator-(Date a, Date b) { return a.days - b.days; }
};

struct YearMonthDay {
    int year;
    unsigned month;  ///< 1 to 12
    unsigned day;    ///< 1 to 31
};

YearMonthDay year_month_day(Date date);
/// Nothing when there is no such day.
std::optional<Date> date_of(int year, unsigned month, unsigned day);
Weekday weekday(Date date);

/// `2026-06-12`, nothing else.
std::optional<Date> parse_date(std::string_view text);
std::string to_text(Date date);

/// `mon` to `sun`, also whole names; any case.
std::optional<Weekday> parse_weekday(std::string_view text);
std::string_view short_name(Weekday day);     ///< "fri"
std::string_view month_name(unsigned month);  ///< "jun"

}  // namespace backops::time
