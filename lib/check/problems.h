#pragma once

#include "event/directory.h"
#include "model/plan.h"
#include "text/problem.h"

namespace backops::check {

/// What the rules of this room find in a plan, as warnings with their places, by activity. Only the files of activities
/// with findings are read again; one that has errors is left out, since what it means is not known. Of one file no more
/// than event::most_problems are told.
text::Problems problems_of(event::Directory& directory, const model::Plan& plan);

}  // namespace backops::check
