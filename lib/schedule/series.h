#pragma once

#include <optional>
#include <vector>

#include "schedule/occurrence.h"
#include "time/recurrence.h"

namespace backops::schedule {

/// The last show day of the event or of its last time frame: what bounds a series that has no bound of its own.
time::Date last_planned_day(const model::Plan& plan);

using time::always;

/// What its days are, without the bound of `during` and without plain `dates`.
time::Rule rule_of(const model::Repeat& repeat);

/// The days that bound a series' dates, wherever its rule puts these: from its start to `until`, the days of `during`
/// or the last planned day; with a `count` without end; of plain `dates` the first and the last.
DayRange bounds_of(const model::Plan& plan, const model::Activity& activity);

/// The first of its dates; nothing when it never happens.
std::optional<time::Date> first_date(const model::Plan& plan, const model::Activity& activity);

/// The dates within `window` that the rule of `activity.repeat` writes, in order, without those of `skip`. Plain
/// `dates` are taken as they stand. `during` keeps the dates that are days of that time frame.
std::vector<time::Date> dates_of(const model::Plan& plan, const model::Activity& activity, DayRange window);

}  // namespace backops::schedule
