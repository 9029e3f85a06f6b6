#pragma once

#include <span>
#include <string>

#include "model/activity.h"
#include "schedule/selection.h"

namespace backops::exchange {

/// An activity as its first date that is shown has it. For who may not see all dates of a series: its own start may be
/// one of those.
model::Activity as_first_shown(const schedule::Occurrence& occurrence);

/// One row an activity, as `import csv` reads it back by id without changing anything: CRLF line ends, lists split by
/// `;`, formulas guarded. A series has its own start; what no column says, such as `repeat`, an import leaves alone.
/// What the audience may not see has no column, so that it is not emptied either. Activities without a start are left
/// out.
std::string activities_csv(std::span<const model::Activity* const> activities, schedule::Audience audience);

}  // namespace backops::exchange
