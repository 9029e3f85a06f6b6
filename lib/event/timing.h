#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "event/draft.h"
#include "event/intake.h"
#include "model/record.h"
#include "yaml/value.h"

namespace backops::event {

/// When something happens, as typed; what is not given stays.
struct Timing {
    std::optional<std::string> start;
    std::optional<std::string> end;
    std::optional<std::string> length;  ///< a duration
    bool all_day = false;               ///< a start that is a day alone means the whole day
};

/// An activity's end as its file has it: a clock time where that can only be read as this end, the first such from the
/// start on (the start itself, for a moment); else, from 24 hours on, in full.
yaml::Value end_value(const model::TimeOrDate& start, const model::TimeOrDate& end);

/// Writes an activity's or time frame's times. A start alone moves it and keeps its length (an `end` moves along, a
/// `duration` stays); an end or a length replaces the other. An end within a day is written as a clock time, else in
/// full. A start that is a day alone keeps the clock time of what has one, unless `all_day`; a change between a clock
/// time and a whole day takes the old end away. What already says so, in whatever way, is left as it is.
void set_timing(Draft& draft, const Timing& timing, Intake& intake);

}  // namespace backops::event
