#pragma once

#include <string>
#include <vector>

#include "cmd/session.h"
#include "event/directory.h"
#include "event/referrers.h"

namespace backops::cmd {

/// What a command that writes says it did: a line for each record, in the past tense and by id.
struct Told {
    std::vector<std::string> added, changed, removed;  ///< ids, or paths for other nouns' records
    std::vector<std::string> lines;                    ///< for people, in order
};

/// Commits the drafts, or prints the diff for --dry-run, and says what was done, as text or JSON (`backops/change/1`).
/// Records whose text stays as it was are told as such. A verb with checked_write_options says on standard error what
/// that newly breaks, and with --strict refuses it: text::Failure, and nothing is written.
int write(Session& session, const Arguments& arguments, event::Directory& directory, const event::Drafts& drafts,
          const Told& told);

/// Options of every verb that writes, and of those whose changes are checked too.
std::vector<Option> write_options();
std::vector<Option> checked_write_options();

/// The format asked for; text::Failure (wrong usage) for one that this verb does not have.
std::string format_of(const Arguments& arguments, const std::vector<std::string>& formats);

/// The same of a verb with -o: unless --format says it, the ending of that file does; text::Failure for an ending of
/// none of these.
std::string format_for(const Arguments& arguments, const std::vector<std::string>& formats);
/// ".md" of "md", ".txt" of "text".
std::string ending_of(const std::string& format);

/// The words as typed, with `-` standing for the lines of standard input.
std::vector<std::string> typed_ids(const Arguments& arguments);

}  // namespace backops::cmd
