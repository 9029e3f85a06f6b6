#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/parsed.h"
#include "time/date.h"

namespace backops::time {

inline constexpr int day_seconds = 24 * 60 * 60;

/// A clock reading as a sheet says it, in no zone: the date as written and seconds since that date's midnight,
/// 0 to 35:59:59. `2026-06-12T28:30` keeps the 12th as its date, and is 04:30 of the 13th.
struct WallTime {
    Date date;
    std::int32_t seconds = 0;
    friend bool operator==(const WallTime&,
                           const WallTime&) = default;  ///< as written; compare `linear` for the moment
};

/// Seconds since 1970-01-01T00:00 on the same clock.
std::int64_t linear(WallTime time);
/// The same moment of the clock with hours below 24.
WallTime calendar(WallTime time);
/// The inverse of `linear`: hours below 24.
WallTime from_linear(std::int64_t seconds);
/// The same moment, written on `date` when it lies within that date's 36 hours; else as `calendar`.
WallTime written_on(Date date, WallTime time);

/// `2026-06-12T14:00`, `2026-06-12 14:00`, seconds allowed, hours to 35. Else the reason, with what to write.
text::Parsed<WallTime> parse_wall_time(std::string_view text);
/// As written, hours past 24 kept; seconds only when there are any.
std::string to_text(WallTime time);

/// `14:00`, `14:00:30`, hours to 35 (with a leading zero or without): seconds since midnight.
std::optional<std::int32_t> parse_clock(std::string_view text);
/// `14:00`, `28:30`; seconds only when there are any.
std::string clock_text(std::int32_t seconds);

/// The show day of a time: its written date when written past midnight, else the day whose `day_start` (seconds) it
/// follows.
Date show_day(WallTime time, std::int32_t day_start);
/// The clock as a schedule of `day` prints it: `14:00`, `01:30+1` the day after, `23:00-1` the day before.
std::string clock_on(Date day, WallTime time);

}  // namespace backops::time
