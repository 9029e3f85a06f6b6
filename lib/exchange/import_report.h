#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "text/problem.h"

namespace backops::exchange {

/// What an import does, or why it cannot: then `problems` has an error, and the drafts must not be written.
struct ImportReport {
    text::Problems problems;
    std::size_t rows = 0;                                ///< of the file: rows of a spreadsheet, events of a calendar
    std::vector<std::string> added, changed, unchanged;  ///< ids of activities, in the order of their rows
    std::vector<std::string> areas, collaborators,
        crew;                        ///< ids of records that are made, in the order of their first mention
    std::vector<std::string> notes;  ///< what of the file has no place in an event, each a line
};

}  // namespace backops::exchange
