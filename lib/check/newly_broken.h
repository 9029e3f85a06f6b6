#pragma once

#include <span>
#include <string>
#include <vector>

#include "check/finding.h"
#include "event/changed_plan.h"
#include "time/date.h"

namespace backops::check {

/// What a change breaks: the findings that `after` has and `before` has not, or has less grave; only what the changed
/// records can touch is looked at. Of acceptances without use only those of changed activities are told. Points into
/// neither plan.
Findings newly_broken(const model::Plan& before, const model::Plan& after, std::span<const event::RecordName> changed,
                      time::Date today);
/// What a change does beyond what was typed: what it breaks, and what calls of their own take from people.
struct Consequences {
    Findings broken;
    std::vector<std::string> taken_away;
};

/// The plan is as before the change, and is that again.
Consequences consequences_of(event::ChangedPlan& changed, time::Date today);

}  // namespace backops::check
