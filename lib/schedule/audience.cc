#include "schedule/audience.h"

#include <algorithm>
#include <set>
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

/// Who can be reached by everybody: the event's contacts, and those of collaborators.
std::set<std::string> contacts_of(const model::Plan& plan) {
    std::set<std::string> ids;
    for (const model::Contact& contact : plan.event.contacts) ids.insert(contact.crew);
    for (const model::Collaborator& collaborator : plan.collaborators) ids.insert(collaborator.contact);
    return ids;
}

void strip_for_crew(model::Plan& plan) {
    std::erase_if(plan.activities, [](const model::Activity& activity) {
        return activity.visibility == model::Visibility::confidential;
    });
    const std::set<std::string> contacts = contacts_of(plan);
    plan.event.notes.clear();
    for (model::Area& area : plan.areas) area.notes.clear();
    for (model::Collaborator& collaborator : plan.collaborators) {
        collaborator.notes.clear();
        collaborator.email.clear();
        collaborator.phone.clear();
    }
    for (model::CrewMember& person : plan.crew) {
        person.notes.clear();
        person.attributes.clear();
        // Why somebody cannot come is theirs to tell.
        for (model::Unavailable& away : person.unavailable) away.reason.clear();
        if (contacts.contains(person.id)) continue;
        person.email.clear();
        person.phone.clear();
    }
    for (model::Activity& activity : plan.activities) {
        activity.notes.clear();
        if (!activity.repeat) continue;
        for (model::Change& change : activity.repeat->changes) change.notes.reset();
    }
}

/// How guests come there; crew gates and truck parks are none of their business.
model::Site public_part(const model::Site& site) {
    model::Site shown;
    shown.venue = site.venue;
    shown.address = site.address;
    shown.map = site.map;
    shown.transport = site.transport;
    return shown;
}

void strip_plan_for_public(model::Plan& plan) {
    std::erase_if(plan.activities,
                  [](const model::Activity& activity) { return activity.visibility != model::Visibility::everyone; });
    for (model::Activity& activity : plan.activities) activity = public_part(activity);
    plan.collaborators.clear();
    plan.crew.clear();
    plan.timeframes.clear();
    plan.views.clear();
    model::Event event;
    for (auto key : {&model::Event::name, &model::Event::description}) event.*key = plan.event.*key;
    event.timezone = plan.event.timezone;
    event.start = plan.event.start;
    event.end = plan.event.end;
    event.day_start = plan.event.day_start;
    event.site = public_part(plan.event.site);
    plan.event = std::move(event);
    for (model::Area& area : plan.areas) {
        model::Area shown;
        shown.id = area.id;
        shown.name = area.name;
        shown.description = area.description;
        shown.location = area.location;
        shown.timezone = area.timezone;
        shown.site = public_part(area.site);
        area = std::move(shown);
    }
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

model::Plan plan_for(model::Plan plan, Audience audience) {
    if (audience == Audience::crew) strip_for_crew(plan);
    if (audience == Audience::everyone) strip_plan_for_public(plan);
    return plan;
}

}  // namespace backops::schedule
