#pragma once

#include "schedule/selection.h"

namespace backops::schedule {

/// The same schedule with every clock time as `zone` reads it: rows and time frames, their show days, an end past
/// midnight written on its start's date; a row keeps its own clock where that is another. Dates alone are no moments
/// and stay as they are, as do instants and order.
Schedule in_zone(Schedule schedule, const time::Zone& zone, std::int32_t day_start);

}  // namespace backops::schedule
