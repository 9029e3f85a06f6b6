#pragma once

#include <vector>

#include "schedule/selection.h"

namespace backops::schedule {

/// The time frames that are context for the selected calendars (none selected: all) and touch its days and its range,
/// in order of instants, then longer first, then id. Filters of activities do not apply.
std::vector<Band> bands_of(const model::Plan& plan, const Zones& zones, const Selection& selection);

}  // namespace backops::schedule
