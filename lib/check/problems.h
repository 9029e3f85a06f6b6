#pragma once

#include "check/finding.h"
#include "event/directory.h"
#include "event/load.h"
#include "text/problem.h"

namespace backops::check {

/// A finding as a problem of its file as a whole.
text::Problem problem_of(const Finding& finding);

/// Findings of an event as loaded with their places in the files, by file. Only the files that findings stand in are
/// read again, and parsed where the plan does not know the place; of a record that has errors nothing is told, since
/// what it means is not known. Of one file no more than event::most_problems.
text::Problems problems_of(event::Directory& directory, const event::Loading& loading, const Findings& findings);

}  // namespace backops::check
