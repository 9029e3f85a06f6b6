#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "time/date.h"

namespace backops::time {

/// Why a text that was meant as a date or a clock time is none, and what to write in its place.
struct Amiss {
    std::string error;
    std::vector<std::string> instead;
};

/// How many leading bytes of `text` look like numbers joined by two of `-`, `/` or `.`; 0 when they do not.
std::size_t numeric_date_length(std::string_view text);

/// Why such numbers are no date as `2026-06-12`: the order, the separators, the digits, the year or the calendar.
Amiss amiss_date(std::string_view numbers);

/// A clock time as people type it: seconds from the midnight that its day begins with.
struct TypedClock {
    std::int32_t seconds = 0;
    bool past_midnight = false;  ///< said so itself: `25:30`, `01:30+1`, `midnight`
};

struct ClockWord {
    std::optional<TypedClock> clock;
    Amiss amiss;  ///< without a clock
};

/// `14:00` `2pm` `2:30pm` `noon` `midnight` `morning` `25:30` `01:30+1`, any case. Nothing when the word does not even
/// look like a clock time.
std::optional<ClockWord> read_clock(std::string_view word);

}  // namespace backops::time
