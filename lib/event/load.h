#pragma once

#include <cstddef>

#include "event/directory.h"
#include "model/plan.h"
#include "text/problem.h"

namespace backops::event {

/// The whole event as read, with everything wrong in its files, sorted: each record's form, what must not lie in its
/// folders, dangling references, ids that a collaborator and a crew member share, attributes and columns that the event
/// does not declare.
struct Loading {
    model::Plan plan;
    text::Problems problems;
    std::size_t files = 0;
};

/// Reads every record, on as many threads as the machine has (at most eight). Records with errors are in the plan as
/// far as they could be read. text::Failure, with all that is wrong everywhere, when event.yaml cannot be used.
Loading load(Directory& directory);

}  // namespace backops::event
