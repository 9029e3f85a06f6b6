#pragma once

#include <functional>
#include <vector>

#include "edits/series_dates.h"
#include "event/draft.h"

namespace backops::edits {

/// Leaves a date out of a series; what was changed on it goes. False when it is left out already.
bool skip(event::Draft& series, const SeriesDates& dates, time::Date date);

/// Brings skipped dates back, all that are meant in one step: which they were, as `skip` has them.
std::vector<time::Date> unskip(event::Draft& series, const std::function<bool(time::Date)>& is_meant);

}  // namespace backops::edits
