#pragma once

#include "edits/series_dates.h"
#include "event/draft.h"

namespace backops::edits {

/// Leaves a date out of a series; what was changed on it goes. False when it is left out already.
bool skip(event::Draft& series, const SeriesDates& dates, time::Date date);

/// Brings a skipped date back. False when it was not skipped.
bool unskip(event::Draft& series, time::Date date);

}  // namespace backops::edits
