#pragma once

#include <string>
#include <vector>

#include "event/draft.h"
#include "time/date.h"

namespace backops::edits {

/// Dates of a series that stay as they were in something that an edit of the series changed, since `repeat.changes` has
/// their own.
struct Kept {
    std::string what;  ///< the key; "time" for start, end and duration
    std::vector<time::Date> dates;
};

/// What an edit of a series did not reach, in the order in which the changes stand.
std::vector<Kept> kept(const event::Draft& before, const event::Draft& after);

}  // namespace backops::edits
