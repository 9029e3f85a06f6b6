#pragma once

#include <span>
#include <vector>

#include "schedule/calendars.h"
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
/// with `match_all` when all of them are free at once. Tentative and optional activities and `unavailable` stretches
/// leave no gap. Filters do not apply. A gap that reaches over the edge of a window ends there.
std::vector<FreeTime> free_times(const model::Plan& plan, const Zones& zones, const Selection& selection,
                                 time::Duration least);

/// What is left of `windows`, which are in order and apart, without `taken`, which is in any order.
std::vector<Stretch> gaps(std::span<const Stretch> windows, std::vector<Stretch> taken);

/// Whether nothing takes the calendar (`with_team` also nothing of a person's team) and it is available for all of
/// `time`; for a moment: then.
bool is_free(const model::Plan& plan, const Zones& zones, const Calendars& calendars, const CalendarName& calendar,
             Stretch time, bool with_team);

/// Every occurrence that can meet `time`, whatever its clock.
std::vector<Occurrence> occurrences_about(const model::Plan& plan, const Zones& zones, Stretch time);

}  // namespace backops::schedule
