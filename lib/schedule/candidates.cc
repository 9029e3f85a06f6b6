#include "schedule/candidates.h"

#include <algorithm>
#include <functional>

namespace backops::schedule {

Candidates::Candidates(const model::Plan& plan, std::span<const Occurrence> occurrences) : plan_(plan) {
    for (const Occurrence& occurrence : occurrences) {
        const model::Activity& activity = *occurrence.activity;
        all_.push_back(&occurrence);
        if (activity.global) event_.push_back(&occurrence);
        for (const std::string& id : occurrence.areas()) add(areas_, id, occurrence);
        const model::Participants& parts = occurrence.participants();
        for (const auto* ids : {&occurrence.organizers(), &parts.required, &parts.optional})
            for (const std::string& id : *ids) add(parties_, id, occurrence);
        for (const model::Need& need : activity.needs) add(parties_, need.collaborator, occurrence);
        for (const model::Segment& segment : activity.segments)
            for (const std::string& who : segment.who) add(parties_, who, occurrence);
    }
}

void Candidates::add(ById& lists, std::string_view id, const Occurrence& occurrence) {
    Occurrences& list = lists[id];
    if (list.empty() || list.back() != &occurrence) list.push_back(&occurrence);
}

std::vector<const Occurrence*> Candidates::of(const Selection& selection) const {
    if (selection.calendars.empty()) return all_;
    Occurrences found;
    const auto take = [&](const ById& lists, std::string_view id) {
        const auto at = lists.find(id);
        if (at != lists.end()) found.insert(found.end(), at->second.begin(), at->second.end());
    };
    for (const CalendarName& calendar : selection.calendars) {
        if (calendar.kind == CalendarKind::event) found.insert(found.end(), event_.begin(), event_.end());
        if (calendar.kind == CalendarKind::area) take(areas_, calendar.id);
        if (calendar.kind == CalendarKind::collaborator || calendar.kind == CalendarKind::crew)
            take(parties_, calendar.id);
        if (selection.with_crew && calendar.kind == CalendarKind::collaborator)
            for (const model::CrewMember& person : plan_.crew)
                if (person.collaborator == calendar.id) take(parties_, person.id);
        const model::CrewMember* person = selection.with_team ? model::find(plan_.crew, calendar.id) : nullptr;
        if (person && calendar.kind == CalendarKind::crew) take(parties_, person->collaborator);
    }
    std::ranges::sort(found, std::less<>());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace backops::schedule
