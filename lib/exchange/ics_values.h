#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/ics_lines.h"
#include "time/wall_time.h"

namespace backops::exchange {

/// `20260612T140000`, `20260612T140000Z`, `20260612`: on no clock yet but when it is UTC.
struct Stamp {
    time::WallTime time;
    bool is_date = false;
    bool is_utc = false;
};

/// Nothing for what is no such day or time of the years 1900 to 2999. A leap second is the one before it.
std::optional<Stamp> parse_stamp(std::string_view text);

/// `P1W`, `P1DT2H30M`: days are of the clock, the rest is elapsed time. Nothing for what is negative, or over 400 days.
struct Length {
    std::int64_t days = 0;
    std::int64_t seconds = 0;
};
std::optional<Length> parse_length(std::string_view text);

/// A list's values as they stand: split at the commas that no backslash is before.
std::vector<std::string> values_of(std::string_view list);

/// The value of a parameter, without quotes; empty when there is none.
std::string parameter(const ContentLine& line, std::string_view name);
/// A text as libical reads it.
std::string unescaped(const std::string& value);
/// The rule in libical's own spelling; nothing when it is none.
std::optional<std::string> rule_text(const std::string& value);

}  // namespace backops::exchange
