#include "schedule/audience.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "schedule/series.h"

namespace backops::schedule {

namespace {

using model::Status;
using model::Visibility;

void keep_named(const model::Plan& plan, std::vector<std::string>& ids) {
    std::erase_if(ids, [&](const std::string& id) { return !is_named_to(plan, id, Audience::everyone); });
}

void keep_named(const model::Plan& plan, model::Participants& parts) {
    keep_named(plan, parts.required);
    keep_named(plan, parts.optional);
}

/// Names what stays, so that a field that is added to activities one day is not published by mistake.
model::Activity public_part(const model::Plan& plan, const model::Activity& activity) {
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
    shown.organizers = activity.organizers;
    shown.participants = activity.participants;
    shown.repeat = activity.repeat;
    shown.visibility = activity.visibility;
    shown.uid = activity.uid;
    keep_named(plan, shown.organizers);
    keep_named(plan, shown.participants);
    if (!shown.repeat) return shown;
    for (model::Change& change : shown.repeat->changes) {
        change.notes.reset();
        if (change.organizers) keep_named(plan, *change.organizers);
        if (change.participants) keep_named(plan, *change.participants);
    }
    return shown;
}

/// The dates of a series that the public may see, one by one: a rule would lead to those that are not settled, and
/// needs time frames that the public does not know. Nothing when there are none.
std::optional<model::Repeat> public_dates(const model::Plan& plan, const model::Activity& activity) {
    const Series series(plan, activity);
    model::Repeat shown;
    for (const time::Date date : series.within(always)) {
        const model::Change* change = series.change_on(date);
        if ((change && change->status ? *change->status : activity.status) != Status::confirmed) continue;
        shown.dates.push_back(date);
        if (change) shown.changes.push_back(*change);
    }
    return shown.dates.empty() ? std::nullopt : std::optional(std::move(shown));
}

/// Of a plan's activities those that the public may see.
std::vector<model::Activity> public_activities(const model::Plan& plan) {
    std::vector<model::Activity> all;
    for (const model::Activity& activity : plan.activities) {
        if (activity.visibility != Visibility::everyone) continue;
        if (!activity.repeat && activity.status != Status::confirmed) continue;
        model::Activity shown = activity;
        if (shown.repeat) shown.repeat = public_dates(plan, activity);
        if (activity.repeat && !shown.repeat) continue;
        shown.status = Status::confirmed;
        all.push_back(public_part(plan, shown));
    }
    return all;
}

template <class R>
std::vector<R> public_names(const std::vector<R>& records) {
    std::vector<R> all;
    for (const R& record : records) {
        if (record.visibility != Visibility::everyone) continue;
        R shown;
        shown.id = record.id;
        shown.name = record.name;
        shown.visibility = record.visibility;
        all.push_back(std::move(shown));
    }
    return all;
}

/// Who can be reached by everybody: the event's contacts, and those of collaborators.
std::set<std::string> contacts_of(const model::Plan& plan) {
    std::set<std::string> ids;
    for (const model::Contact& contact : plan.event.contacts) ids.insert(contact.crew);
    for (const model::Collaborator& collaborator : plan.collaborators) ids.insert(collaborator.contact);
    return ids;
}

void strip_for_crew(model::Plan& plan) {
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
        if (contacts.contains(person.id) && person.visibility != Visibility::confidential) continue;
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
    plan.activities = public_activities(plan);
    plan.collaborators = public_names(plan.collaborators);
    plan.crew = public_names(plan.crew);
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

bool is_named_to(const model::Plan& plan, std::string_view id, Audience audience) {
    if (audience != Audience::everyone) return true;
    const model::Collaborator* company = model::find(plan.collaborators, id);
    const model::CrewMember* person = model::find(plan.crew, id);
    return (company || person) && (!company || company->visibility == Visibility::everyone) &&
           (!person || person->visibility == Visibility::everyone);
}

bool is_shown_to(const Occurrence& occurrence, const Selection& selection) {
    const model::Activity& activity = *occurrence.activity;
    if (selection.audience == Audience::all) return true;
    if (selection.audience == Audience::crew) return activity.visibility != Visibility::confidential;
    if (activity.visibility != Visibility::everyone) return false;
    const Status status = occurrence.status();
    if (status == Status::confirmed) return true;
    // What was never settled was never published, so nobody need be told that it is off.
    return selection.tells_cancelled && status == Status::cancelled && activity.status != Status::tentative;
}

void strip_for_public(const model::Plan& plan, Schedule& schedule) {
    std::unordered_map<const model::Activity*, const model::Activity*> shown;
    for (Row& row : schedule.rows) {
        Occurrence& occurrence = row.occurrence;
        const model::Activity*& part = shown[occurrence.activity];
        if (!part) {
            schedule.for_public.push_back(
                std::make_shared<const model::Activity>(public_part(plan, *occurrence.activity)));
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
