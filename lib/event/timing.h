#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "event/draft.h"
#include "event/intake.h"

namespace backops::event {

/// When something happens, as typed; what is not given stays.
struct Timing {
    std::optional<std::string> start;
    std::optional<std::string> end;
    std::optional<std::string> length;  ///< a duration
};

/// Writes an activity's or time frame's times. A start alone moves it and keeps its length (an `end` moves along, a
/// `duration` stays); an end or a length replaces the other. An end within a day is written as a clock time, else in
/// full; a start that is a day alone makes an activity last all day, and then takes away a clock end and a duration. What
/// already says so, in whatever way, is left as it is.
void set_timing(Draft& draft, const Timing& timing, Intake& intake);

}  // namespace backops::event
