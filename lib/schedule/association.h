#pragma once

#include <string>
#include <vector>

#include "schedule/selection.h"

namespace backops::schedule {

/// Why an occurrence is on a calendar (design, section 4), most binding first: `organizer:`, `required:` (needs count
/// as that for their collaborator), `optional:`; then `segment:CUE` (its position without a cue) for a person with no
/// such role. With the team a person's collaborator follows, as `required:acme-audio`. Empty when it is not on it.
std::vector<std::string> via_of(const model::Plan& plan, const Occurrence& occurrence, const CalendarName& calendar,
                                bool with_team);

/// Whether a time frame is context for a calendar: global ones are for every calendar.
bool concerns(const model::Plan& plan, const model::Timeframe& timeframe, const CalendarName& calendar, bool with_team);

}  // namespace backops::schedule
