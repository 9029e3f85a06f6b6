#pragma once

#include <span>
#include <string>

#include "edits/series_dates.h"
#include "event/referrers.h"

namespace backops::edits {

/// Ends a series with the last date on which it happens before `date`: `count` counts up to there, every other bound
/// becomes `until`, and later skipped and changed dates go. text::Failure when nothing would be left.
void end_before(event::Draft& series, const SeriesDates& dates, time::Date date, event::Intake& intake);

/// What `activity edit` is told so that a series that has ended goes on with these later dates of its rule:
/// "--set repeat.until=2026-06-14". Nothing for one that a time frame ends.
std::optional<std::string> to_go_on(const SeriesDates& dates, std::span<const time::Date> more);

/// A new record with what a series has from one of its dates on: its text but for what has passed and its `uid`.
event::Draft rest_of(const event::Draft& series, const SeriesDates& dates, time::Date date, const std::string& new_id,
                     event::Intake& intake);

/// The series from `date` on as a new record that `continues` it, each valid by itself: together they have the
/// occurrences that the one had. It happens before `date`, which is one of its dates.
event::Draft& split(event::Drafts& drafts, event::Draft& series, const SeriesDates& dates, time::Date date,
                    const std::string& new_id, event::Intake& intake);

}  // namespace backops::edits
