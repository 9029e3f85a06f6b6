#pragma once

#include "event/directory.h"
#include "model/plan.h"
#include "text/problem.h"

namespace backops::check {

/// What the rules of this room find in a plan, as warnings with their places. Only the files of activities with
/// findings are read again; one that has errors is left out, since what it means is not known, and of one file the
/// first `event::most_problems` are kept.
text::Problems problems_of(event::Directory& directory, const model::Plan& plan);

}  // namespace backops::check
