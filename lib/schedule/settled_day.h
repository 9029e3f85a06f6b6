#pragma once

#include <optional>
#include <vector>

#include "schedule/person_day.h"

namespace backops::schedule {

/// What a show day is made from, beside what takes the person on it.
struct DayFrame {
    std::vector<Entry> event_calls;    ///< that may call them
    std::vector<Entry> meals;          ///< that feed them on this day, the one before and the next
    const std::vector<Stretch>& away;  ///< theirs and their team's, merged
    bool is_with_team = false;         ///< so that their team's calls are theirs
    std::optional<time::Duration> split;
    time::Duration general_call;  ///< how long before the first work the event's call may be
};

/// Of a day that has its entries: whose calls hold, when to be there and when they are out, and what feeds them.
void settle(const DayFrame& frame, PersonDay& day);

}  // namespace backops::schedule
