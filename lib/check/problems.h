#pragma once

#include "check/finding.h"
#include "event/directory.h"
#include "text/problem.h"

namespace backops::check {

/// A finding as a problem of its file as a whole.
text::Problem problem_of(const Finding& finding);

/// Findings with their places in the files, by file. Only the files that findings stand in are read again; of a record
/// that has errors nothing is told, since what it means is not known. Of one file no more than event::most_problems.
text::Problems problems_of(event::Directory& directory, const Findings& findings);

}  // namespace backops::check
