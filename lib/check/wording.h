#pragma once

#include <string>

#include "check/finding.h"
#include "schedule/busy.h"
#include "schedule/occurrence.h"
#include "schedule/stretch.h"

namespace backops::check {

/// "fri 12 jun, 14:00–14:45" on the clock and show day of the occurrence.
std::string when_text(const schedule::Occurrence& occurrence, schedule::Stretch time);
/// "14:00–14:45"; a moment alone; with its day and clock where these are not those of the occurrence that it stands
/// beside: "fri 12 jun, 22:00–06:00+1", "14:00–14:45 in Europe/London".
std::string clock_text(const schedule::Occurrence& occurrence, schedule::Stretch time,
                       const schedule::Occurrence& beside);
std::string clock_text(const schedule::Occurrence& occurrence, schedule::Stretch time);

/// "7h15m", of whole minutes.
std::string length_text(std::int64_t seconds);

/// Where it is written when an occurrence starts or ends: in its series, or in the change of its date.
Spot start_spot(const schedule::Occurrence& occurrence);
/// Where a booking starts: of a person who is in a segment only, there.
Spot start_spot(const schedule::Busy& busy);
Spot end_spot(const schedule::Occurrence& occurrence);

}  // namespace backops::check
