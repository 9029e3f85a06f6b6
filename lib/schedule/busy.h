#pragma once

#include <span>
#include <vector>

#include "schedule/selection.h"
#include "schedule/stretch.h"

namespace backops::schedule {

/// A stretch in which a calendar is taken.
struct Busy {
    const Occurrence* occurrence = nullptr;
    Stretch time;
    bool is_soft = false;  ///< tentative, or optional for whose calendar it is
};

/// When a calendar is taken by `occurrences`, which must outlive the answer, in their order. Cancelled ones, moments
/// and what cannot conflict (`is_busy`) do not take it; who only organizes is not taken. A person is taken by a segment
/// for its time alone, and by their collaborator's required activities if that one does not allow overlaps or
/// `with_team`.
std::vector<Busy> busy_of(const model::Plan& plan, std::span<const Occurrence> occurrences,
                          const CalendarName& calendar, bool with_team = false);

/// The calendar's `unavailable` stretches, a person's with those of their collaborator; an area's are on its own clock.
std::vector<Stretch> unavailable_of(const model::Plan& plan, const Zones& zones, const CalendarName& calendar);

}  // namespace backops::schedule
