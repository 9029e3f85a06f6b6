#pragma once

#include <span>

#include "event/record_file.h"
#include "model/plan.h"
#include "text/problem.h"

namespace backops::event {

/// What the records of one event say against each other in form: references to nothing, an id shared by a collaborator
/// and a crew member, attribute and column names that the event does not declare, values that are not of their
/// attribute's type, activities without a zone of their own whose areas disagree about it, two activities with one
/// `uid`.
void check_across(const model::Plan& plan, std::span<const RecordFile> files, text::Problems& problems);

}  // namespace backops::event
