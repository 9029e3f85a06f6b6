#pragma once

#include <string>

#include "cmd/command_line.h"
#include "event/draft.h"
#include "event/intake.h"

namespace backops::cmd {

/// Does to a record's draft what the options of `add` and `edit` say.
void apply_options(event::Draft& draft, const Arguments& arguments, event::Intake& intake);

/// The part of it that options with an effect on a key say, and `--clear`; keys are looked up below a path such as
/// `segments.2.`.
void apply_keys(event::Draft& draft, const Arguments& arguments, event::Intake& intake, const std::string& below = "");

/// text::Failure when no option says what to change.
void needs_change(const Arguments& arguments);

}  // namespace backops::cmd
