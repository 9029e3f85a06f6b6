#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/parsed.h"

namespace backops::time {

/// Elapsed time in seconds, never negative: `90m` `1h30` `1h30m` `2h` `45s` `2m30s` `1:02:30` `PT90M` `2d` (24 hours
/// each). `2:30` is an error that offers both readings; so is a bare number; at most 400 days.
struct Duration {
    std::int64_t seconds = 0;
    friend auto operator<=>(const Duration&, const Duration&) = default;
};

text::Parsed<Duration> parse_duration(std::string_view text);
/// The shortest form that parses back: `1h30m`, `45s`, `2h`, `26h`, `0m`.
std::string to_text(Duration duration);

}  // namespace backops::time
