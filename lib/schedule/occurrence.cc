#include "schedule/occurrence.h"

#include <algorithm>

namespace backops::schedule {

const std::string& Occurrence::name() const { return change && change->name ? *change->name : activity->name; }

const std::string& Occurrence::location() const {
    return change && change->location ? *change->location : activity->location;
}

const std::vector<std::string>& Occurrence::areas() const {
    return change && change->areas ? *change->areas : activity->areas;
}

const std::vector<std::string>& Occurrence::organizers() const {
    return change && change->organizers ? *change->organizers : activity->organizers;
}

const model::Participants& Occurrence::participants() const {
    return change && change->participants ? *change->participants : activity->participants;
}

model::Status Occurrence::status() const { return change && change->status ? *change->status : activity->status; }

std::string name_of(const Occurrence& occurrence) {
    if (!occurrence.original) return occurrence.activity->id;
    return occurrence.activity->id + '@' + time::to_text(*occurrence.original);
}

bool is_of_kind(const Occurrence& occurrence, std::string_view kind) {
    return occurrence.activity->kind == kind && !occurrence.activity->all_day;
}

bool is_busy(const model::Activity& activity) {
    return activity.busy.value_or(!activity.all_day && activity.kind != "call" && activity.kind != "hold");
}

bool is_busy_in_area(const model::Event& event, const model::Activity& activity) {
    if (activity.busy) return *activity.busy;
    return is_busy(activity) && std::ranges::find(event.windows, activity.kind) == event.windows.end();
}

}  // namespace backops::schedule
