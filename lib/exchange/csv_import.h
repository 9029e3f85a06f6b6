#pragma once

#include <string>
#include <utility>
#include <vector>

#include "event/directory.h"
#include "event/intake.h"
#include "event/referrers.h"
#include "exchange/import_report.h"

namespace backops::exchange {

struct ImportOptions {
    std::vector<std::pair<std::string, std::string>> map;  ///< column, then the heading that it has in the file
    std::vector<std::string> ignore;                       ///< headings that are left out
    bool create = false;                                   ///< unknown names make areas, collaborators and crew
    std::string crew_of;  ///< the collaborator (id or name) of people who are made; empty: the event's default
};

/// Reads activities from a spreadsheet and leaves all edits in `drafts`; every problem of every line is reported in one
/// run.
///
/// A row is the activity of its `id`; without one, the activity of the same name (case-folded), start and areas; else a
/// new one. Rows of one name are different activities, and a second import of the same file changes nothing. A column
/// that the file has is the truth for the activities in it: an empty cell empties the key; keys without a column stay
/// as they are. Activities that have no row stay.
ImportReport import_csv(event::Directory& directory, event::Intake& intake, event::Drafts& drafts, std::string file,
                        std::string text, const ImportOptions& options);

}  // namespace backops::exchange
