#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "event/draft.h"
#include "event/intake.h"
#include "time/date.h"

namespace backops::edits {

/// Why an activity stays where it is when others are shifted: "fixed" (a hard time), "all day" (unless by whole days).
/// Nothing when it moves.
std::optional<std::string> reason_to_stay(const event::Draft& activity, std::int64_t seconds);

/// Moves an activity by so many seconds on the clock, its end with it; of a series every date, those too that have
/// times of their own. Whole days move the date, and what is left, less than half a day, keeps to the show day: 03:50
/// of Friday night becomes 28:05, where 04:05 would be Saturday's. text::Failure for a series that would come to lie on
/// other dates, since its rule, skipped and changed dates would too.
void shift(event::Draft& activity, std::int64_t seconds, event::Intake& intake);

/// The same for one date of a series, as a change of that date.
void shift_date(event::Draft& series, time::Date date, std::int64_t seconds, event::Intake& intake);

}  // namespace backops::edits
