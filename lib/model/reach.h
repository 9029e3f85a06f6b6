#pragma once

#include <cstdint>

#include "model/activity.h"
#include "time/day_range.h"

namespace backops::model {

/// No activity lasts longer: an end that is later is reported, and not taken.
inline constexpr std::int64_t longest_activity = 400 * time::day_seconds;

/// How many days the longest of its occurrences fills, as it is written, with those of `changes`.
int days_filled(const Activity& activity);

/// How many dates after its start an occurrence of the activity can reach at most, generously.
int reach(const Activity& activity);

/// What little of an activity tells on which show days it can be: those that it starts on, and, when it lasts 24 hours
/// or more, those that it overlaps.
struct When {
    time::WallTime start;
    time::Date last;
};

/// Generously, whatever its zone is; of a series all days that can be written.
When when(const Activity& activity);

inline time::DayRange possible_days(const When& when, std::int32_t day_start) {
    return {show_day(when.start, day_start), when.last};
}

}  // namespace backops::model
