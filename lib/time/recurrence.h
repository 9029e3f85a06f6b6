#pragma once

#include <optional>
#include <vector>

#include "time/date.h"
#include "time/repeat.h"

namespace backops::time {

/// The days on which a series falls: `repeat` without its times, as RFC 5545 section 3.3.10 means FREQ=DAILY, WEEKLY
/// and MONTHLY. Wall dates only, so no zone and no DST change plays a part; `during` is the caller's, as a window.
///
/// As there: the steps of `every` count from the day, the week (beginning on `week_start`) or the month that the start
/// is in; nothing lies before the start; a month without the day asked for is passed over, never rounded; `count`
/// counts what `skip` (EXDATE) then removes. Unlike there: a start that `every` and `on` leave out is no occurrence and
/// uses up no `count` (DTSTART always does); `until` is a date and takes in all of that day; all of `on` unite (`[13,
/// fri]` is every 13th and every Friday, where BYMONTHDAY=13;BYDAY=FR is the Fridays that are a 13th); a day comes
/// once, however many parts of `on` name it.
struct Rule {
    Every every{};
    /// Days and weeks take plain weekdays, months all kinds; what the unit does not take names no day. When empty: with
    /// days every day, with weeks the start's weekday, with months the start's day of the month.
    std::vector<On> on{};
    Weekday week_start = Weekday::mon;  ///< matters in weeks from an interval of 2 on
    std::optional<Date> until{};        ///< inclusive
    std::optional<int> count{};         ///< of occurrences, before `skip`; with `until` too, what ends first
    std::vector<Date> skip{};           ///< in any order; dates that are no occurrence do no harm
};

/// The occurrences from `first` to `last`, both inclusive, in order, each once; none after the year 2999. The cost
/// follows the window, however long ago the series began; only months with a `count` are counted through, month by
/// month.
std::vector<Date> dates_within(const Rule& rule, Date start, Date first, Date last);

/// The first occurrence that is not before `from`. Nothing when the series is over by then, or never happens at all
/// (`12 months on 30` from a February).
std::optional<Date> next_on_or_after(const Rule& rule, Date start, Date from);

/// Whether `every` and `on` name the start itself; `skip`, `until` and `count` play no part in this.
bool starts_in_rule(const Rule& rule, Date start);

}  // namespace backops::time
