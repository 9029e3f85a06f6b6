#pragma once

#include <span>

#include "event/directory.h"
#include "event/record_file.h"
#include "model/plan.h"
#include "text/problem.h"

namespace backops::event {

/// What the records of one event say against each other in form: references to nothing, an id shared by a collaborator
/// and a crew member, attribute and column names that the event does not declare, values that are not of their
/// attribute's type, activities without a zone of their own whose areas disagree about it, two activities with one
/// `uid`.
/// Of a record that is not `is_checked_across` the tree may be gone.
void check_across(Directory& directory, const model::Plan& plan, std::span<const RecordFile* const> files,
                  text::Problems& problems);

/// The part of it that a single record and its event say: names that the event does not declare, values not of their
/// attribute's type.
void check_declared(const model::Event& event, const RecordFile& file, text::Problems& problems);

/// Whether check_across looks into this record's tree.
bool is_checked_across(const RecordFile& file);

}  // namespace backops::event
