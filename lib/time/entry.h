#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/parsed.h"
#include "time/duration.h"
#include "time/wall_time.h"
#include "time/zone.h"

namespace backops::time {

/// A named stretch of days that a weekday may fall into: the event itself or a time frame.
struct Days {
    std::string name;  ///< as people know it
    Date first;
    Date last;  ///< inclusive
};

/// All that human entry depends on; nothing here is read from a clock. The functions are called only when a text needs
/// them, so that entering an ISO time reads no file.
struct Setting {
    Date first;                                     ///< the event's day 1
    Date last;                                      ///< its last day
    std::int32_t day_start = 4 * 3600;              ///< seconds
    std::function<std::vector<Days>()> timeframes;  ///< in any order; may be empty
    std::function<std::optional<WallTime>(std::string_view id)>
        start_of;                                     ///< of a time frame or an activity, by full id
    std::function<std::vector<std::string>()> names;  ///< ids that `start_of` knows, for suggestions
    std::function<WallTime()> now;                    ///< in the event's zone
    std::function<std::optional<Zone>()> zone;        ///< whose clock is meant, for times that name an offset from UTC
};

/// What a typed time means.
struct Entered {
    WallTime time;
    bool is_date = false;  ///< a date alone: a show day; `time.seconds` is 0
    bool has_date =
        false;  ///< false for a clock time alone (`14:00`): `time.date` is not set, nor is it by `25:30` alone
};

/// The grammar of backops-times(7). With a day word a clock time before `day_start` is written past midnight
/// (`fri 01:30` → 25:30); a full date-time is the calendar's. A clock time alone gives `has_date` false.
text::Parsed<Entered> parse_entry(std::string_view text, const Setting& setting);

/// A moment for a start: a clock time alone is an error that asks for a day, unless the event has one day only.
text::Parsed<Entered> parse_start(std::string_view text, const Setting& setting);

/// An end that follows `start`: a clock time alone is the first such time after it, written on the start's date when
/// the start is written past midnight or not reached before (`start 23:00`, end `00:45` → next calendar day's 00:45).
/// One that is equal to the start is a moment, not 24 hours later. A full end before the start is an error. For an
/// all-day start the end must be a date, not before it.
text::Parsed<Entered> parse_end(std::string_view text, const Entered& start, const Setting& setting);

/// A day, for `--day` and date keys: any entry without a clock time, or ISO date, `today`, `day 2`, `fri`.
text::Parsed<Date> parse_day(std::string_view text, const Setting& setting);

/// Signed shift: `15m`, `+15m`, `-1h30m`.
text::Parsed<std::int64_t> parse_shift(std::string_view text);

}  // namespace backops::time
