#include <fmt/format.h>

#include <algorithm>

#include "check/rule.h"
#include "check/wording.h"
#include "schedule/busy.h"
#include "time/phrase.h"

namespace backops::check {
namespace {

using schedule::Busy;
using schedule::CalendarKind;

/// One record's `unavailable`, and what a calendar is booked for.
struct Absences {
    event::Noun noun;
    const std::string& id;
    const std::vector<model::Unavailable>& all;
    time::Zone zone;
};

// "fri 12 jun 10:00 – 14:00: rigging", as written.
// The clock is named where that is not the one of whom it concerns.
std::string written_text(const model::Unavailable& absence, const std::string& zone, const std::string& theirs) {
    std::string when = absence.start.is_date && absence.end.is_date
                           ? time::days_text(absence.start.time.date, absence.end.time.date)
                           : time::span_text(absence.start.time, absence.end.time);
    if (zone != theirs) when += " in " + zone;
    return absence.reason.empty() ? when : fmt::format("{} ({})", when, absence.reason);
}

Finding finding_of(const Busy& busy, schedule::Stretch shared, const Absences& absences, std::size_t index,
                   const std::string& resource) {
    const schedule::Occurrence& occurrence = *busy.occurrence;
    Finding finding = about("unavailable", *occurrence.activity, "{} is unavailable", start_spot(busy).path);
    finding.remedy = absences.noun == event::Noun::area ? "move it" : "move it, ask somebody else";
    finding.with = resource;
    finding.when = when_text(occurrence, shared);
    finding.rest = fmt::format(", and booked for `{}`", name_of(occurrence));
    finding.level = Level::error;
    finding.is_lowered = busy.is_soft();
    finding.day = occurrence.day;
    finding.others = {
        {{absences.noun, absences.id, {"unavailable", index}},
         "unavailable " + written_text(absences.all[index], absences.zone.name(), occurrence.zone.name())}};
    finding.occurrences = {name_of(occurrence)};
    finding.resources = {resource};
    finding.minutes = (shared.until.seconds - shared.from.seconds) / 60;
    return finding;
}

void add(const schedule::ResolvedEvent& event, const std::vector<Busy>& bookings, const Absences& absences,
         const std::string& resource, Findings& findings) {
    for (std::size_t i = 0; i < absences.all.size(); ++i) {
        const schedule::Stretch away = schedule::stretch_of(absences.all[i], absences.zone, event.plan.event.day_start);
        for (const Busy& busy : bookings) {
            const schedule::Stretch shared{std::max(busy.time.from, away.from), std::min(busy.time.until, away.until)};
            if (shared.from < shared.until) findings.push_back(finding_of(busy, shared, absences, i, resource));
        }
    }
}

// Their company's absence is theirs too, but for what the company itself is booked for: that is told of the company.
void add_team(const schedule::ResolvedEvent& event, std::vector<Busy> bookings, const model::CrewMember& person,
              Findings& findings) {
    const model::Collaborator* team = model::find(event.plan.collaborators, person.collaborator);
    if (!team || team->unavailable.empty()) return;
    const auto of_team = event.calendars.of_party(team->id);
    std::erase_if(bookings, [&](const Busy& busy) {
        return std::ranges::any_of(of_team, [&](const schedule::Entry& entry) {
            return entry.occurrence == busy.occurrence && entry.part != schedule::Part::none;
        });
    });
    add(event, bookings, {event::Noun::collaborator, team->id, team->unavailable, event.zones.of_event()}, person.id,
        findings);
}

template <class R>
void add_own(const schedule::ResolvedEvent& event, CalendarKind kind, event::Noun noun, const R& record,
             Findings& findings) {
    if (record.unavailable.empty()) return;
    const schedule::CalendarName calendar{kind, record.id};
    add(event, busy_of(event.plan, event.calendars, calendar),
        {noun, record.id, record.unavailable, zone_of(event.zones, calendar)}, record.id, findings);
}

/// A band takes its people with it, whatever of that they cannot be at.
std::vector<Busy> bookings_of(const schedule::ResolvedEvent& event, const model::CrewMember& person) {
    const model::Collaborator* team = model::find(event.plan.collaborators, person.collaborator);
    if (team && schedule::books_its_people(*team)) return busy_with_whole_team(event.plan, event.calendars, person);
    return busy_of(event.plan, event.calendars, {CalendarKind::crew, person.id});
}

void add_person(const schedule::ResolvedEvent& event, const model::CrewMember& person, Findings& findings) {
    const model::Collaborator* team = model::find(event.plan.collaborators, person.collaborator);
    const bool may_be_away = !person.unavailable.empty() || (team && !team->unavailable.empty());
    if (!may_be_away) return;
    const std::vector<Busy> bookings = bookings_of(event, person);
    add(event, bookings, {event::Noun::crew, person.id, person.unavailable, event.zones.of_event()}, person.id,
        findings);
    add_team(event, bookings, person, findings);
}

Findings find(const schedule::ResolvedEvent& event) {
    Findings findings;
    for (const model::Area& area : event.plan.areas)
        add_own(event, CalendarKind::area, event::Noun::area, area, findings);
    for (const model::Collaborator& collaborator : event.plan.collaborators)
        add_own(event, CalendarKind::collaborator, event::Noun::collaborator, collaborator, findings);
    for (const model::CrewMember& person : event.plan.crew) add_person(event, person, findings);
    return findings;
}

}  // namespace

constinit const Rule unavailable{
    "unavailable", "error; a warning where the participant is optional or the activity tentative",
    "a person, collaborator or area that is booked while `unavailable`",
    "An activity takes a person, a collaborator or an area in a stretch that its `unavailable` says it cannot be "
    "had. A date there is a whole show day. A person is away with their collaborator too; where the collaborator "
    "itself is booked, that is told of the collaborator alone. What can be booked is what can overlap: see "
    "person-overlap.\n"
    "Move the activity, ask somebody else, or correct `unavailable` in the record's file.",
    find};

}  // namespace backops::check
