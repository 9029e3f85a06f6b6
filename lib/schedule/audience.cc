#include "schedule/audience.h"

#include <algorithm>
#include <unordered_map>

namespace backops::schedule {

namespace {

/// Names what stays, so that a field that is added to activities one day is not published by mistake.
model::Activity public_part(const model::Activity& activity) {
    model::Activity shown;
    shown.id = activity.id;
    shown.name = activity.name;
    shown.description = activity.description;
    shown.status = activity.status;
    shown.all_day = activity.all_day;
    shown.start = activity.start;
    shown.end = activity.end;
    shown.duration = activity.duration;
    shown.timezone = activity.timezone;
    shown.global = activity.global;
    shown.areas = activity.areas;
    shown.location = activity.location;
    shown.repeat = activity.repeat;
    shown.visibility = activity.visibility;
    shown.uid = activity.uid;
    if (!shown.repeat) return shown;
    for (model::Change& change : shown.repeat->changes) {
        change.notes.reset();
        change.organizers.reset();
        change.participants.reset();
    }
    return shown;
}

void strip_via(std::vector<std::string>& via) {
    std::erase_if(via, [](const std::string& reason) { return reason != "event" && !reason.starts_with("area:"); });
}

}  // namespace

void strip_for_public(Schedule& schedule) {
    std::unordered_map<const model::Activity*, const model::Activity*> shown;
    for (Row& row : schedule.rows) {
        Occurrence& occurrence = row.occurrence;
        const model::Activity*& part = shown[occurrence.activity];
        if (!part) {
            schedule.for_public.push_back(std::make_shared<const model::Activity>(public_part(*occurrence.activity)));
            part = schedule.for_public.back().get();
        }
        if (occurrence.change) {
            const auto place = occurrence.change - occurrence.activity->repeat->changes.data();
            occurrence.change = &part->repeat->changes[static_cast<std::size_t>(place)];
        }
        occurrence.activity = part;
        strip_via(row.via);
    }
}

}  // namespace backops::schedule
