#pragma once

#include <string>

#include "event/intake.h"
#include "model/context.h"

namespace backops::cmd {

/// The view that was asked for, by id or name. A view narrows, and what narrows an answer is never dropped in silence:
/// text::Failure with every problem of its file, errors and warnings.
model::View sound_view(event::Intake& intake, const std::string& typed);

/// The same for a time frame that limits an answer to its days: text::Failure with its problems if it has errors.
void require_sound_timeframe(event::Directory& directory, const std::string& id);

}  // namespace backops::cmd
