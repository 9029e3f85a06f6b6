#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cmd/command_line.h"
#include "event/directory.h"
#include "event/intake.h"

namespace backops::cmd {

/// The verbs that records of all nouns share; each noun's file says which options set which keys.

/// The record's noun behind a command's noun.
event::Noun record_noun(const Noun& noun);

/// What an `add` may be given. For an `edit`, every list of these has a `--remove-…` too, and all a `--clear`.
std::vector<Option> with_removals(const std::vector<Option>& keys);
std::vector<Option> with_shared_keys(std::vector<Option> options);
std::vector<Option> for_add(std::vector<Option> options);
std::vector<Option> for_edit(const std::vector<Option>& options);

Verb add_verb(std::string_view help, std::vector<Option> keys);
Verb list_verb(std::string_view help, std::vector<Option> options = {});
Verb show_verb(std::string_view help);
Verb edit_verb(std::string_view help, const std::vector<Option>& keys);
Verb rename_verb(std::string_view help);
Verb rm_verb(std::string_view help);

int add_record(Session& session, const Arguments& arguments);
/// Records as a list in the format asked for, with `problems` on standard error; the exit status.
int print_list(Session& session, const Arguments& arguments, event::Directory& directory, event::Noun noun,
               const std::vector<const event::RecordFile*>& files, const text::Problems& problems);
/// Records in full, as `show` prints them, with what is wrong in them on standard error; the exit status.
int print_shown(Session& session, event::Directory& directory, const std::vector<const event::RecordFile*>& files,
                event::Noun noun, const std::string& format);
int list_records(Session& session, const Arguments& arguments);
/// As `list_records`, but only those that `keeps` says yes to.
int list_some(Session& session, const Arguments& arguments, event::Directory& directory, event::Intake& intake,
              const std::function<bool(const std::string& id)>& keeps);
int show_records(Session& session, const Arguments& arguments);
int edit_records(Session& session, const Arguments& arguments);
int rename_record(Session& session, const Arguments& arguments);
int remove_records(Session& session, const Arguments& arguments);

}  // namespace backops::cmd
