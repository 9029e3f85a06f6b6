#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/parsed.h"
#include "time/date.h"

namespace backops::time {

enum class Unit : std::uint8_t { day, week, month };

/// `day`, `week`, `month`, `2 days`, `3 weeks`: 1 to 999.
struct Every {
    Unit unit = Unit::day;
    int interval = 1;
    friend bool operator==(const Every&, const Every&) = default;
};

/// One word of `on`: `fri` (weeks, days), `15` or `-1` (months), `2 tue` or `last fri` (months; last is -1).
struct On {
    std::optional<Weekday> weekday;
    int number = 0;  ///< day of the month (no weekday), or which of those weekdays; 0: every one
    friend bool operator==(const On&, const On&) = default;
};

text::Parsed<Every> parse_every(std::string_view text);
text::Parsed<On> parse_on(std::string_view text);
std::string to_text(Every every);
std::string to_text(On on);

/// A rule as the command line takes it: `day during show-days`, `week on fri sat count 4`, `2 weeks on mon until
/// 2026-06-30 week-start sun`, `month on last fri skip 2026-06-12 2026-07-03`, `on 2026-06-12 2026-06-14` (plain
/// dates). Parts are kept as the texts that the file's keys take; day words are read by the caller's `day`.
struct RuleText {
    std::string every;
    std::vector<std::string> dates, on, skip;
    std::string until, count, during, week_start;
    friend bool operator==(const RuleText&, const RuleText&) = default;
};

text::Parsed<RuleText> parse_rule(std::string_view text);
/// One line that `parse_rule` reads back.
std::string to_text(const RuleText& rule);

}  // namespace backops::time
