#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "model/activity.h"
#include "model/context.h"
#include "model/event.h"
#include "model/party.h"

namespace backops::model {

/// One whole event: its records sorted by id.
struct Plan {
    Event event;
    std::vector<Area> areas;
    std::vector<Collaborator> collaborators;
    std::vector<CrewMember> crew;
    std::vector<Activity> activities;
    std::vector<Timeframe> timeframes;
    std::vector<View> views;
};

/// The record with this id; null when there is none.
template <class R>
const R* find(const std::vector<R>& records, std::string_view id) {
    const auto at = std::lower_bound(records.begin(), records.end(), id,
                                     [](const R& record, std::string_view wanted) { return record.id < wanted; });
    return at != records.end() && at->id == id ? &*at : nullptr;
}

}  // namespace backops::model
