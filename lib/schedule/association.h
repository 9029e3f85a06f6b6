#pragma once

#include <string>
#include <vector>

#include "schedule/selection.h"

namespace backops::schedule {

/// How calendars are widened: a person's by their collaborator's, a collaborator's by its people's own.
struct Widening {
    bool with_team = false;
    bool with_crew = false;
};
inline Widening widening_of(const Selection& selection) { return {selection.with_team, selection.with_crew}; }

/// Why an occurrence is on a calendar (backops-schedule(1)), most binding first: `organizer:`, `required:` (needs count
/// as that for their collaborator), `optional:`; then `segment:CUE` (its position without a cue) for a person with no
/// such role. What widens it follows, as `required:acme-audio`. Empty when it is not on it.
std::vector<std::string> via_of(const model::Plan& plan, const Occurrence& occurrence, const CalendarName& calendar,
                                Widening widening = {});

/// Whether a time frame is context for a calendar: global ones are for every calendar.
bool concerns(const model::Plan& plan, const model::Timeframe& timeframe, const CalendarName& calendar,
              Widening widening = {});

}  // namespace backops::schedule
