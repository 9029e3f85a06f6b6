#pragma once

#include <string>
#include <vector>

#include "check/touched.h"

namespace backops::check {

/// What calls of their own newly take from people's days, one line each: "`jo` no longer goes to `load-in` on fri 12
/// jun, 08:00–12:00: their own call is at 17:00". Nothing unless an activity of kind `call` is among what was changed.
std::vector<std::string> newly_taken_away(const Touched& part, std::span<const event::RecordName> changed);

}  // namespace backops::check
