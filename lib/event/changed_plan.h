#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "event/noun.h"
#include "files/store.h"
#include "model/plan.h"

namespace backops::event {

using RecordName = std::pair<Noun, std::string>;

/// The record that a file of the event's directory holds; nothing for other files.
std::optional<RecordName> record_at(std::string_view path);

/// The plan as it is after changes of records' files, and which records these are of. Other files are left alone.
struct ChangedPlan {
    model::Plan plan;
    std::vector<RecordName> records;
};

ChangedPlan changed_plan(model::Plan plan, std::span<const files::Change> changes);

}  // namespace backops::event
