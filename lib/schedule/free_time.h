#pragma once

#include <span>
#include <vector>

#include "schedule/resolved_event.h"
#include "schedule/stretch.h"

namespace backops::schedule {

/// A gap in a calendar, or in several at once.
struct FreeTime {
    std::vector<CalendarName> calendars;
    Stretch time;
};

/// What a selection's days and range leave to look for gaps in, in order and apart: without any, the event's days.
std::vector<Stretch> windows_of(const model::Plan& plan, const Zones& zones, const Selection& selection);

/// The gaps of at least `least` (not 0) in the selected calendars, one calendar after the other, each in order of time;
/// with `match_all` when all of them are free at once. What takes somebody as optional leaves a gap; tentative
/// activities and `unavailable` stretches do not. A person is taken by their team too (`PersonDay`). Filters do not
/// apply. A gap that reaches over the edge of a window ends there.
std::vector<FreeTime> free_times(const model::Plan& plan, const Zones& zones, const Selection& selection,
                                 time::Duration least);

/// What is left of `windows`, which are in order and apart, without `taken`, which is in any order.
std::vector<Stretch> gaps(std::span<const Stretch> windows, std::vector<Stretch> taken);

/// Whether nothing that is busy takes the calendar, a person by their team too, and it is available for all of `time`;
/// for a moment: then.
bool is_free(const ResolvedEvent& event, const CalendarName& calendar, Stretch time);

/// The show days on which something can be that meets `time`, whatever its clock, and all of whoever's day it is on.
DayRange days_about(const Zones& zones, Stretch time);

}  // namespace backops::schedule
