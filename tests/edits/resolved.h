#pragma once

#include <string>
#include <vector>

#include "event/draft.h"
#include "event/opened.h"
#include "schedule/occurrence.h"

namespace backops::edits::tests {

/// The occurrences of an activity as drafted, one line each: its original date, times, instants and what it says.
std::vector<std::string> lines_of(event::Directory& directory, const event::Draft& draft);

/// One of them: `original`, then the rest without it, so that one that stands alone compares.
struct Line {
    std::string original, rest;
    std::int64_t from;  ///< seconds since 1970
    time::Date day;
};
std::vector<Line> parts_of(event::Directory& directory, const event::Draft& draft);

}  // namespace backops::edits::tests
