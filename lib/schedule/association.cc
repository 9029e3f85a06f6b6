#include "schedule/association.h"

#include <algorithm>

#include "schedule/segments.h"

namespace backops::schedule {

namespace {

using Vias = std::vector<std::string>;

bool has(const std::vector<std::string>& ids, const std::string& id) { return std::ranges::find(ids, id) != ids.end(); }

bool is_needed(const model::Activity& activity, const std::string& collaborator) {
    return std::ranges::find(activity.needs, collaborator, &model::Need::collaborator) != activity.needs.end();
}

void add_roles(const Occurrence& occurrence, const std::string& id, bool is_needed, Vias& via) {
    const model::Participants& participants = occurrence.participants();
    if (has(occurrence.organizers(), id)) via.push_back("organizer:" + id);
    const bool is_required = is_needed || has(participants.required, id);
    if (is_required) via.push_back("required:" + id);
    if (!is_required && has(participants.optional, id)) via.push_back("optional:" + id);
}

void add_collaborator(const Occurrence& occurrence, const std::string& id, Vias& via) {
    add_roles(occurrence, id, is_needed(*occurrence.activity, id), via);
}

void add_segments(const model::Activity& activity, const std::string& person, Vias& via) {
    for (std::size_t i = 0; i < activity.segments.size(); ++i) {
        const model::Segment& segment = activity.segments[i];
        if (!has(segment.who, person)) continue;
        std::string name = segment_reason(segment, i);
        if (!has(via, name)) via.push_back(std::move(name));
    }
}

const std::string* team_of(const model::Plan& plan, const std::string& person) {
    const model::CrewMember* member = model::find(plan.crew, person);
    return member && !member->collaborator.empty() ? &member->collaborator : nullptr;
}

void add_person(const Occurrence& occurrence, const std::string& id, Vias& via) {
    Vias own;
    add_roles(occurrence, id, false, own);
    if (own.empty()) add_segments(*occurrence.activity, id, own);
    for (std::string& reason : own)
        if (!has(via, reason)) via.push_back(std::move(reason));
}

void add_people_of(const model::Plan& plan, const Occurrence& occurrence, const std::string& collaborator, Vias& via) {
    const auto add = [&](const std::vector<std::string>& ids) {
        for (const std::string& id : ids)
            if (const std::string* team = team_of(plan, id); team && *team == collaborator)
                add_person(occurrence, id, via);
    };
    add(occurrence.organizers());
    add(occurrence.participants().required);
    add(occurrence.participants().optional);
    for (const model::Segment& segment : occurrence.activity->segments) add(segment.who);
}

}  // namespace

Vias via_of(const model::Plan& plan, const Occurrence& occurrence, const CalendarName& calendar, Widening widening) {
    Vias via;
    switch (calendar.kind) {
        case CalendarKind::event:
            if (occurrence.activity->global) via.emplace_back("event");
            break;
        case CalendarKind::area:
            if (has(occurrence.areas(), calendar.id)) via.push_back("area:" + calendar.id);
            break;
        case CalendarKind::collaborator:
            add_collaborator(occurrence, calendar.id, via);
            if (widening.with_crew) add_people_of(plan, occurrence, calendar.id, via);
            break;
        case CalendarKind::crew:
            add_person(occurrence, calendar.id, via);
            if (const std::string* team = widening.with_team ? team_of(plan, calendar.id) : nullptr)
                add_collaborator(occurrence, *team, via);
            break;
    }
    return via;
}

bool concerns(const model::Plan& plan, const model::Timeframe& timeframe, const CalendarName& calendar,
              Widening widening) {
    if (timeframe.global) return true;
    if (calendar.kind == CalendarKind::event) return false;
    if (calendar.kind == CalendarKind::area) return has(timeframe.areas, calendar.id);
    if (has(timeframe.participants, calendar.id)) return true;
    const auto is_ours = [&](const std::string& id) {
        const std::string* team = team_of(plan, id);
        return team && *team == calendar.id;
    };
    if (calendar.kind == CalendarKind::collaborator)
        return widening.with_crew && std::ranges::any_of(timeframe.participants, is_ours);
    const std::string* team = widening.with_team ? team_of(plan, calendar.id) : nullptr;
    return team && has(timeframe.participants, *team);
}

}  // namespace backops::schedule
