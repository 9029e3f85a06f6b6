#include "check/overlaps.h"
#include "check/rule.h"

namespace backops::check {
namespace {

Findings find(const schedule::ResolvedEvent& event) {
    return overlaps(event, event.plan.crew, schedule::CalendarKind::crew, "person-overlap",
                    "{} is needed in two places");
}

}  // namespace

constinit const Rule person_overlap{
    "person-overlap", "by the person's `overlap`: an error unless that is `warn` or `allow`",
    "two activities at once that need one person",
    "A person is needed in two places at one time. Counted are the activities that name the person as a "
    "participant, the segments that name them (for their time only), and, where their collaborator's `overlap` is "
    "`warn` or `forbid` (a band), the activities that require the collaborator. Who only organizes is not "
    "counted.\n"
    "Only what is busy can overlap: not moments, not what lasts all day, not the event's `windows`, nothing with "
    "`busy: false`, nothing cancelled. Times are compared as instants, half-open: an activity may begin at the "
    "moment at which another ends. If one side is optional or tentative the finding is one level lower; if both "
    "are optional there is none. Two activities of the same pair are told of once, with the number of days.\n"
    "Move one, make the person optional in one, or accept the finding in one of the two activities.",
    find};

}  // namespace backops::check
