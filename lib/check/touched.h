#pragma once

#include <span>

#include "event/changed_plan.h"
#include "model/plan.h"

namespace backops::check {

/// An event before and after a change, each reduced to what the change can touch: every finding that only one of the
/// two whole events has, only one of these has too.
struct Touched {
    model::Plan before, after;
};

/// Of activities those that share an area, a participant or a participant's collaborator with what was changed, and
/// what feeds, calls or ends everybody's day; of people those whose day can be another. An event or time frame that was
/// changed touches everything.
Touched touched(const model::Plan& before, const model::Plan& after, std::span<const event::RecordName> changed);
/// The same; the plan is as before the change, and is that again.
Touched touched(event::ChangedPlan& changed);

}  // namespace backops::check
