#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "event/noun.h"
#include "files/store.h"
#include "model/plan.h"
#include "text/problem.h"

namespace backops::event {

using RecordName = std::pair<Noun, std::string>;

/// The plan as it is after changes of records' files, which records these are of, and what is wrong with their form
/// then. Other files are left alone.
struct ChangedPlan {
    model::Plan plan;
    std::vector<RecordName> records;
    text::Problems problems;
};

ChangedPlan changed_plan(model::Plan plan, std::span<const files::Change> changes);

}  // namespace backops::event
