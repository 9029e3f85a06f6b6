#pragma once

#include <string>
#include <vector>

#include "files/disk.h"
#include "files/store.h"

namespace backops::files {

/// The file at a path as of now; nothing when there is none. A std::system_error for what cannot be read as a file.
std::optional<Stamped> current_file(Disk& disk, const std::string& path);

/// Makes one change by a temporary file and a rename. Needs the exclusive lock; a text::Failure says what came of it.
void commit_one(Disk& disk, const Change& change);

/// Makes all the changes or none: stages them in a folder, whose rename is the commit point, and moves them to their
/// places. Needs the exclusive lock and no leftovers; a text::Failure says whether nothing was changed or all is
/// recorded. Returns sentences about what it kept of others.
std::vector<std::string> commit_many(Disk& disk, const std::vector<const Change*>& changes);

}  // namespace backops::files
