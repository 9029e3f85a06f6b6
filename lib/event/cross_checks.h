#pragma once

#include <span>

#include "event/directory.h"
#include "event/record_file.h"
#include "model/plan.h"
#include "text/problem.h"

namespace backops::event {

/// Of a record's references those to nothing, and an id that a collaborator and a crew member share. Thread-safe when
/// the folders have been listed.
void check_references(Directory& directory, const RecordFile& file, text::Problems& problems);

/// What the records of one event say against each other in form: attribute and column names that the event does not
/// declare, values that are not of their attribute's type, activities without a zone of their own whose areas disagree
/// about it, two activities with one `uid`. Files without a tree are passed over, see `is_checked_across`.
void check_across(const model::Plan& plan, std::span<const RecordFile* const> files, text::Problems& problems);

/// The part of it that a single record and its event say: names that the event does not declare, values not of their
/// attribute's type.
void check_declared(const model::Event& event, const RecordFile& file, text::Problems& problems);

/// Whether check_across looks into this record's tree.
bool is_checked_across(const RecordFile& file);

}  // namespace backops::event
