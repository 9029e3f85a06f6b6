#pragma once

#include <string_view>

#include "event/draft.h"
#include "event/intake.h"

namespace backops::event {

/// Writes a rule typed as one text (`week on fri sat count 4`) into an activity's `repeat`. Skipped dates and changes
/// that the text does not speak of stay.
void set_repeat(Draft& draft, std::string_view typed, Intake& intake);

}  // namespace backops::event
