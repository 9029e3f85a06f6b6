#include "time/date.h"

#include <date/date.h>
#include <fmt/compile.h>
#include <fmt/format.h>

#include <array>

#include "time/scan.h"

namespace backops::time {

namespace {

constexpr std::array<std::string_view, 7> weekday_names{"monday", "tuesday",  "wednesday", "thursday",
                                                        "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> month_names{"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};

date::sys_days days_of(Date date) { return date::sys_days{date::days{date.days}}; }

}  // namespace

YearMonthDay year_month_day(Date date) {
    const date::year_month_day ymd{days_of(date)};
    return {int{ymd.year()}, unsigned{ymd.month()}, unsigned{ymd.day()}};
}

std::optional<Date> date_of(int year, unsigned month, unsigned day) {
    // date keeps a month and a day in a byte each, so that 257 would come out as 1.
    if (year < -32767 || year > 32767 || month > 12 || day > 31) return std::nullopt;
    const date::year_month_day ymd{date::year{year}, date::month{month}, date::day{day}};
    if (!ymd.ok()) return std::nullopt;
    return Date{static_cast<std::int32_t>(date::sys_days{ymd}.time_since_epoch().count())};
}

Weekday weekday(Date date) { return static_cast<Weekday>(date::weekday{days_of(date)}.iso_encoding() - 1); }

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10) return std::nullopt;
    Scanner scanner(text);
    const auto year = scanner.digits(4, 4);
    if (!year || *year < 1900 || *year > 2999 || !scanner.take('-')) return std::nullopt;
    const auto month = scanner.digits(2, 2);
    if (!month || !scanner.take('-')) return std::nullopt;
    const auto day = scanner.digits(2, 2);
    if (!day) return std::nullopt;
    return date_of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::string to_text(Date date) {
    const auto [year, month, day] = year_month_day(date);
    return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), year, month, day);
}

std::optional<Weekday> parse_weekday(std::string_view text) {
    const std::string lower = lowered(text);
    for (std::size_t i = 0; i < weekday_names.size(); ++i)
        if (lower == weekday_names[i] || lower == weekday_names[i].substr(0, 3)) return static_cast<Weekday>(i);
    return std::nullopt;
}

std::string_view short_name(Weekday day) { return weekday_names[static_cast<std::size_t>(day)].substr(0, 3); }

std::string_view month_name(unsigned month) {
    return month >= 1 && month <= 12 ? month_names[month - 1] : std::string_view{};
}

}  // namespace backops::time
