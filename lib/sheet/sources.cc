#include "sheet/sources.h"

#include <algorithm>
#include <functional>

#include "schedule/audience.h"
#include "schedule/timing.h"

namespace backops::sheet {
namespace {

using schedule::CalendarKind;
using schedule::CalendarName;
using schedule::Occurrence;

/// The crew's plan is stripped of what people must supply.
check::Report report_for(const schedule::ResolvedEvent& event, schedule::Audience audience, time::Date today) {
    if (audience == schedule::Audience::everyone) return {};
    return check::report_of(event, today, [](std::string_view rule) {
        return rule != check::missing_attribute.name && rule != check::unused_accept.name;
    });
}

bool shows_cancelled(const schedule::Selection& selection) {
    return std::ranges::find(selection.statuses, model::Status::cancelled) != selection.statuses.end();
}

}  // namespace

Sources::Sources(const model::Plan& whole, schedule::Audience audience, time::Date today)
    : audience_(audience),
      plan_(schedule::plan_for(whole, audience)),
      event_(plan_),
      report_(report_for(event_, audience, today)) {
    for (const check::Finding& finding : report_.open)
        if (finding.day) findings_[*finding.day].open.push_back(&finding);
    for (const check::Finding& finding : report_.accepted)
        if (finding.day) findings_[*finding.day].accepted.push_back(&finding);
    for (const Occurrence& occurrence : event_.occurrences)
        (lasts_days(occurrence) ? long_ : by_day_[occurrence.day]).push_back(&occurrence);
    for (const model::CrewMember& person : plan_.crew) people_[person.collaborator].push_back(&person);
}

Sources::Occurrences Sources::candidates(const schedule::Selection& selection, time::Date day) const {
    Occurrences all;
    if (selection.calendars.empty() || shows_cancelled(selection)) {
        if (const auto at = by_day_.find(day); at != by_day_.end()) all = at->second;
        all.insert(all.end(), long_.begin(), long_.end());
        return all;
    }
    const auto add = [&](const CalendarName& calendar) {
        for (const schedule::Entry& entry : event_.calendars.of(calendar))
            if (entry.occurrence->day == day || lasts_days(*entry.occurrence)) all.push_back(entry.occurrence);
    };
    for (const CalendarName& calendar : selection.calendars) {
        add(calendar);
        if (!selection.with_team || calendar.kind != CalendarKind::crew) continue;
        if (const model::CrewMember* person = model::find(plan_.crew, calendar.id))
            add({CalendarKind::collaborator, person->collaborator});
    }
    std::ranges::sort(all, std::less<>());
    const auto repeated = std::ranges::unique(all);
    all.erase(repeated.begin(), repeated.end());
    return all;
}

schedule::Schedule Sources::schedule_of(schedule::Selection selection, time::Date day) const {
    const Occurrences all = candidates(selection, day);
    return schedule_of(std::move(selection), day, all);
}

schedule::Schedule Sources::schedule_of(schedule::Selection selection, time::Date day,
                                        std::span<const Occurrence* const> candidates) const {
    selection.days = {day};
    // The plan has nothing that the audience may not see.
    selection.audience = schedule::Audience::all;
    return schedule::schedule_of(plan_, event_.zones, selection, candidates);
}

const Sources::Found& Sources::findings_on(time::Date day) const {
    static const Found none;
    const auto at = findings_.find(day);
    return at == findings_.end() ? none : at->second;
}

const std::vector<const model::CrewMember*>& Sources::people_of(std::string_view collaborator) const {
    static const std::vector<const model::CrewMember*> nobody;
    const auto at = people_.find(collaborator);
    return at == people_.end() ? nobody : at->second;
}

}  // namespace backops::sheet
