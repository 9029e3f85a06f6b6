#pragma once

#include "schedule/selection.h"

namespace backops::schedule {

/// Leaves in the rows what the public may see: name, times, areas, location and description of each activity. The rows
/// then point into `schedule.for_public`.
void strip_for_public(Schedule& schedule);

}  // namespace backops::schedule
