#pragma once

#include <span>
#include <vector>

#include "schedule/person_day.h"

namespace backops::schedule {

/// Whether what a collaborator is required at takes its people too: a band, that cannot be in two places.
inline bool books_its_people(const model::Collaborator& collaborator) {
    return collaborator.overlap != model::Overlap::allow;
}

/// A stretch in which a calendar is taken.
struct Busy {
    const Occurrence* occurrence = nullptr;
    Stretch time;
    bool is_optional = false;                 ///< for whose calendar it is
    bool is_own = true;                       ///< for a person: not only by their collaborator
    bool is_teams = false;                    ///< for a person: by their collaborator too
    const model::Segment* segment = nullptr;  ///< the first that takes who has nothing else of it

    /// Whether it may still give way: optional or tentative.
    bool is_soft() const { return is_optional || occurrence->status() == model::Status::tentative; }
};

/// When a calendar is taken, in order of time; a person's without their team's. Moments and what cannot conflict
/// (`is_busy`, of areas `is_busy_in_area`) do not take it; who only organizes is not taken. A segment takes whom it
/// names for its time alone.
std::vector<Busy> busy_of(const model::Plan& plan, const Calendars& calendars, const CalendarName& calendar);

/// The same of a person with what their team takes them to: the parts that are left for them, or all that their
/// collaborator is required at.
std::vector<Busy> busy_with_team(const model::Plan& plan, const Calendars& calendars, const model::CrewMember& person,
                                 std::span<const PersonDay> days);
std::vector<Busy> busy_with_whole_team(const model::Plan& plan, const Calendars& calendars,
                                       const model::CrewMember& person);

/// The calendar's `unavailable` stretches, a person's with those of their collaborator; an area's are on its own clock.
std::vector<Stretch> unavailable_of(const model::Plan& plan, const Zones& zones, const CalendarName& calendar);

/// One of them.
Stretch stretch_of(const model::Unavailable& unavailable, const time::Zone& zone, std::int32_t day_start);

/// The clock that a calendar's `unavailable` is on: an area's own, else the event's.
time::Zone zone_of(const Zones& zones, const CalendarName& calendar);

}  // namespace backops::schedule
