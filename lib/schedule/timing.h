#pragma once

#include <cstdint>
#include <optional>

#include "schedule/occurrence.h"

namespace backops::schedule {

class Series;

/// The one happening of a single activity, or that of a series whose rule wrote `original`, with that date's change
/// applied. Whether the rule has that date is not asked.
Occurrence occurrence_of(const model::Plan& plan, const Zones& zones, const model::Activity& activity,
                         std::optional<time::Date> original = std::nullopt);
/// The same, quicker for many dates of one series.
Occurrence occurrence_of(const model::Plan& plan, const Zones& zones, const Series& series, time::Date original);

/// Whether it lasts 24 hours or more, and so is on every show day that it overlaps, not only on the one it starts on.
bool lasts_days(const Occurrence& occurrence);

/// The show day of its last moment: of a moment its own, of an end at `day_start` the day before.
time::Date last_day(const Occurrence& occurrence, std::int32_t day_start);

/// The show day of the last moment before `end`.
time::Date day_before_end(time::WallTime end, std::int32_t day_start);

/// The show days that a time frame touches; a date is one as it stands.
DayRange days_of(const model::Timeframe& timeframe, std::int32_t day_start);
DayRange days_of(const model::TimeOrDate& start, const model::TimeOrDate& end, std::int32_t day_start);

}  // namespace backops::schedule
