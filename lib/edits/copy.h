#pragma once

#include <string>

#include "event/intake.h"
#include "event/referrers.h"
#include "time/date.h"

namespace backops::edits {

/// A new activity with the text of another but for what is that one's alone: `uid`, `accept` and `continues`.
event::Draft& copy(event::Drafts& drafts, const event::Draft& from, const std::string& new_id);

/// The show day that an activity starts on; of an all-day one its date. Nothing without a start.
std::optional<time::Date> show_day_of(const event::Draft& activity, event::Intake& intake);

/// Moves an activity to another show day at the same clock time, 25:30 included.
void move_to_day(event::Draft& activity, time::Date day, event::Intake& intake);

}  // namespace backops::edits
