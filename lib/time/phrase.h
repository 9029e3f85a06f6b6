#pragma once

#include <optional>
#include <string>

#include "time/wall_time.h"

namespace backops::time {

/// "fri 12 jun 2026".
std::string long_day(Date day);
/// "fri 12 jun".
std::string short_day(Date day);

/// What a time or interval is said back as: "fri 12 jun 2026 14:00–15:30", "fri 12 jun 2026 25:30 (sat 13 jun 01:30)",
/// "fri 12 jun 2026 23:00 – sat 13 jun 2026 14:00" when an end is not within the start's 36 written hours, a moment
/// without an end.
std::string span_text(WallTime start, std::optional<WallTime> end);
/// All day: "fri 12 jun 2026", "fri 12 – sun 14 jun 2026"; `last` is inclusive.
std::string days_text(Date first, Date last);

/// "day 2 of 5" within the event's days, else nothing.
std::optional<std::string> day_number(Date day, Date first, Date last);

}  // namespace backops::time
