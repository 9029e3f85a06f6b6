#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cmd/writing.h"
#include "event/intake.h"

namespace backops::cmd {

/// The steps of commands that write, for commands that take them together with others. Each drafts and tells; nothing
/// is written.

/// What `--id` says; text::Failure when it is empty.
std::optional<std::string> typed_id(const Arguments& arguments);

/// text::Failure when neither a name nor an id to rename to is given.
void needs_new_name(const Arguments& arguments);

/// Gives a record the name and the id that `rename` was told.
void rename(event::Drafts& drafts, event::Intake& intake, event::Noun noun, const std::string& id,
            const Arguments& arguments, Told& told);

/// The id that names a record in full, by id or by name: a shortened one, typed again, would take the next that begins
/// so.
std::string whole_id(event::Intake& intake, event::Noun noun, const std::string& typed);

/// Removes records by what `rm` was told; `typed` are their ids or names in full.
void remove(event::Drafts& drafts, event::Intake& intake, event::Noun noun, const std::vector<std::string>& typed,
            const Arguments& arguments, Told& told);

}  // namespace backops::cmd
