#pragma once

#include <vector>

#include "schedule/calendars.h"

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
    const model::Segment* segment = nullptr;  ///< the first that takes a person who has nothing else of it

    /// Whether it may still give way: optional or tentative.
    bool is_soft() const { return is_optional || occurrence->status() == model::Status::tentative; }
};

/// When a calendar is taken, in order of time. Moments and what cannot conflict (`is_busy`) do not take it; who only
/// organizes is not taken. A person is taken by a segment for its time alone, and by their collaborator's required
/// activities if that one does not allow overlaps or `with_team`.
std::vector<Busy> busy_of(const model::Plan& plan, const Calendars& calendars, const CalendarName& calendar,
                          bool with_team = false);

/// The calendar's `unavailable` stretches, a person's with those of their collaborator; an area's are on its own clock.
std::vector<Stretch> unavailable_of(const model::Plan& plan, const Zones& zones, const CalendarName& calendar);

/// One of them.
Stretch stretch_of(const model::Unavailable& unavailable, const time::Zone& zone, std::int32_t day_start);

/// The clock that a calendar's `unavailable` is on: an area's own, else the event's.
time::Zone zone_of(const Zones& zones, const CalendarName& calendar);

}  // namespace backops::schedule
