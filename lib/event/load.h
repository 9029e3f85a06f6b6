#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "event/directory.h"
#include "model/plan.h"
#include "text/problem.h"
#include "time/day_range.h"

namespace backops::event {

/// The whole event as read, with everything wrong in its files, sorted: each record's form, what must not lie in its
/// folders, dangling references, ids that a collaborator and a crew member share, attributes and columns that the event
/// does not declare.
struct Loading {
    model::Plan plan;
    text::Problems problems;
    std::size_t files = 0;
};

/// The show days that the reader of a plan will look at, known when all of it but its activities is; nothing: all.
using Scope = std::function<std::optional<time::DayRange>(const model::Plan& without_activities)>;

/// Reads every record, on as many threads as the machine has (at most eight). Records with errors are in the plan as
/// far as they could be read. With a scope the plan may lack activities that are on none of its days; what is wrong is
/// told of all. text::Failure, with all that is wrong everywhere, when event.yaml cannot be used.
Loading load(Directory& directory, const Scope& scope = {});

}  // namespace backops::event
