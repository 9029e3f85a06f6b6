#pragma once

#include <vector>

#include "schedule/occurrence.h"

namespace backops::schedule {

/// The last show day of the event or of its last time frame: what bounds a series that has no bound of its own.
time::Date last_planned_day(const model::Plan& plan);

/// The dates within `window` that the rule of `activity.repeat` writes, in order, without those of `skip`. Plain
/// `dates` are taken as they stand. `during` keeps the dates that are days of that time frame.
std::vector<time::Date> dates_of(const model::Plan& plan, const model::Activity& activity, DayRange window);

}  // namespace backops::schedule
