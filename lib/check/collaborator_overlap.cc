#include "check/overlaps.h"
#include "check/rule.h"

namespace backops::check {
namespace {

Findings find(const schedule::ResolvedEvent& event) {
    const auto booked = [&](const model::Collaborator& record) {
        const schedule::CalendarName calendar{schedule::CalendarKind::collaborator, record.id};
        return Booked{calendar, record.overlap, busy_of(event.plan, event.calendars, calendar)};
    };
    return overlaps(event, event.plan.collaborators, booked, "collaborator-overlap", "{} is needed in two places");
}

}  // namespace

constinit const Rule collaborator_overlap{
    "collaborator-overlap", "by the collaborator's `overlap`: nothing unless that is `warn` or `forbid`",
    "two activities at once that need one collaborator",
    "A collaborator that cannot be in two places, such as a band, is a participant of two activities at one time, "
    "or its people are needed in both. Most organisations can split up, so `overlap` is `allow` unless the "
    "collaborator's file says `warn` or `forbid`. What counts is the same as for person-overlap.\n"
    "Move one, or accept the finding in one of the two activities.",
    find};

}  // namespace backops::check
