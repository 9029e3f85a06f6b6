#pragma once

#include <span>

#include "check/finding.h"
#include "event/changed_plan.h"
#include "time/date.h"

namespace backops::check {

/// What a change breaks: the findings that `after` has and `before` has not, or has less grave; only what the changed
/// records can touch is looked at. Of acceptances without use only those of changed activities are told. Points into
/// neither plan.
Findings newly_broken(const model::Plan& before, const model::Plan& after, std::span<const event::RecordName> changed,
                      time::Date today);
/// The same; the plan is as before the change, and is that again.
Findings newly_broken(event::ChangedPlan& changed, time::Date today);

}  // namespace backops::check
