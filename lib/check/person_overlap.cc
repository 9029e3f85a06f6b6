#include <string_view>
#include <unordered_map>

#include "check/overlaps.h"
#include "check/rule.h"
#include "schedule/busy.h"

namespace backops::check {
namespace {

/// A collaborator that is not allowed to be in two places, or that has nobody else to send, takes its people with it.
class Sending {
  public:
    explicit Sending(const model::Plan& plan) : plan_(plan) {
        for (const model::CrewMember& person : plan.crew) ++people_[person.collaborator];
    }

    const model::Collaborator* booking(const model::CrewMember& person) const {
        const model::Collaborator* team = model::find(plan_.collaborators, person.collaborator);
        return team && (schedule::books_its_people(*team) || people_.at(person.collaborator) == 1) ? team : nullptr;
    }

  private:
    const model::Plan& plan_;
    std::unordered_map<std::string_view, std::size_t> people_;
};

Findings find(const schedule::ResolvedEvent& event) {
    const Sending sending(event.plan);
    const auto booked = [&](const model::CrewMember& person) {
        const schedule::CalendarName calendar{schedule::CalendarKind::crew, person.id};
        const model::Collaborator* team = sending.booking(person);
        if (!team) return Booked{calendar, person.overlap, busy_of(event.plan, event.calendars, calendar)};
        return Booked{calendar, person.overlap,
                      busy_with_team(event.plan, event.calendars, person, event.days.of(person)),
                      schedule::books_its_people(*team)};
    };
    return overlaps(event, event.plan.crew, booked, "person-overlap", "{} is needed in two places");
}

}  // namespace

constinit const Rule person_overlap{
    "person-overlap", "by the person's `overlap`: an error unless that is `warn` or `allow`",
    "two activities at once that need one person",
    "A person is needed in two places at one time. Counted are the activities that name the person as a participant "
    "and the segments that name them (for their time only). What requires their collaborator counts where that one's "
    "`overlap` is `warn` or `forbid` (a band), and where the person is all the people that it has; any other company "
    "can send somebody else. Who only organizes is not counted.\n"
    "Only what is busy can overlap: not moments, not what lasts all day, not the kinds `call` and `hold`, nothing with "
    "`busy: false`, nothing cancelled. Times are compared as instants, half-open: an activity may begin at the moment "
    "at "
    "which another ends. If one side is optional or tentative the finding is one level lower; if both are optional "
    "there "
    "is none. Two activities of the same pair are told of once, with the number of days.\n"
    "Move one, make the person optional in one, or accept the finding in one of the two activities.",
    find};

}  // namespace backops::check
