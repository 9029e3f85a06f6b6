#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "time/recurrence.h"
#include "time/zone.h"

namespace backops::exchange {

/// What RFC 5545, section 3.3.10 says of days; times of day come from the start alone.
struct CalendarRule {
    enum class Frequency : std::uint8_t { daily, weekly, monthly, yearly };
    Frequency frequency = Frequency::daily;
    int interval = 1;
    std::optional<int> count;
    std::optional<time::Date> until;  ///< the last date whose start is not after UNTIL
    std::vector<int> months, month_days, year_days, weeks, positions;
    std::vector<time::On> days;
    time::Weekday week_start = time::Weekday::mon;
};

/// A rule as exchange/ics_values.h `rule_text` gives it, for a series that starts so. Nothing for what is not of days:
/// hours, minutes and seconds (unless they are the start's), other calendars than ours.
std::optional<CalendarRule> parse_calendar_rule(const std::string& text, time::WallTime start, const time::Zone& zone);

/// The rule whose dates are so many days earlier, for a series whose dates are written on another clock than the
/// rule's; nothing where no rule is that.
std::optional<CalendarRule> moved(const CalendarRule& rule, int days);

/// The same as a record's `repeat` says it; nothing where that has no words for it.
std::optional<time::Rule> as_rule(const CalendarRule& rule, time::Date start);

/// Its dates from `first` to `last`, in order. The days looked at are taken from `budget`; below zero, some are
/// missing.
std::vector<time::Date> dates_within(const CalendarRule& rule, time::Date start, time::Date first, time::Date last,
                                     std::int64_t& budget);

}  // namespace backops::exchange
