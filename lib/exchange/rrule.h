#pragma once

#include <optional>
#include <string>

#include "time/recurrence.h"

namespace backops::exchange {

/// The words of an RRULE (RFC 5545, section 3.3.10) for the days of `rule` from `start`, one of them, put off by
/// `shift` days: what is written past midnight is the next date's in a calendar file. Without its end and what it
/// skips. Nothing where no RRULE has the same days in every reader: a month's plain and counted weekdays at once, days
/// of the month and weekdays at once, months that are put off.
std::optional<std::string> rrule_of(const time::Rule& rule, time::Date start, int shift);

}  // namespace backops::exchange
