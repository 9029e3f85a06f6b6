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
    bool guess = false;  ///< nothing says that one of these was meant
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

/// A clock time with an offset from UTC: what a clock there shows is not what one here does.
struct ClockElsewhere {
    std::int32_t seconds = 0;  ///< since the midnight of the date that it is said with
    std::int32_t offset = 0;   ///< seconds east of UTC
};

struct ClockWord {
    std::optional<TypedClock> clock;
    Amiss amiss;                              ///< without a clock
    std::optional<ClockElsewhere> elsewhere;  ///< it is amiss since it names an offset
};

/// `14:00` `2pm` `2:30 p.m.` `noon` `midnight` `morning` `25:30` `01:30+1`, any case. Nothing when the text does not
/// even look like a clock time. A text with an offset, `12:00Z`, has nothing to write `instead`: what a clock here
/// shows then depends on the date; but `14:00-05:00` without seconds may be a stretch of time too.
std::optional<ClockWord> read_clock(std::string_view text);

/// Whether these are am or pm, `p.m.` or `p. m.`: what may follow a clock time as a word of its own.
std::optional<bool> read_afternoon(std::string_view lower);

/// `z`, `utc`, `+02:00`, `-0500`, `+02`, `gmt+2`: seconds east of UTC.
std::optional<std::int32_t> read_offset(std::string_view lower);

}  // namespace backops::time
