#pragma once

#include <string>
#include <vector>

#include "event/draft.h"
#include "event/intake.h"
#include "time/date.h"

namespace backops::edits {

/// One date of a series as an activity by itself, under the series' id: the series' text without `repeat`, on that
/// date, with what `repeat.changes` says of it applied. Whether the series has that date is not asked.
event::Draft single(const event::Draft& series, time::Date date, event::Intake& intake);

/// When one date of a series begins, by its name in full (`breakfast@2026-06-13`, `breakfast@sun`); all day: with the
/// show day. Nothing when what stands before the `@` is no activity; text::Failure when it has no such date.
std::optional<time::WallTime> start_of_date(event::Intake& intake, std::string_view name);

/// Writes into `repeat.changes` of the series what an edited `single` of that date says otherwise than the series;
/// what it says like the series goes from there. A start that is on the date is written as a clock time, and a length
/// that is the series' own is not written. text::Failure for a key that cannot differ on one date (kind, needs, …) and
/// for one that would have to be empty there.
void set_change(event::Draft& series, time::Date date, const event::Draft& wanted, event::Intake& intake);

/// The keys that an edited `single` of that date has otherwise and that cannot differ on one date, but for `repeat`,
/// which no date has.
std::vector<std::string> shared_keys(const event::Draft& series, time::Date date, const event::Draft& wanted,
                                     event::Intake& intake);

/// Gives the whole series what an edited `single` says of these keys.
void put_shared(event::Draft& series, const event::Draft& wanted, const std::vector<std::string>& keys);

}  // namespace backops::edits
