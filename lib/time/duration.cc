#include "time/duration.h"

#include <fmt/format.h>

#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

#include "text/wording.h"
#include "time/duration_text.h"
#include "time/scan.h"

namespace backops::time {

namespace {

constexpr std::int64_t most_seconds = 400LL * 24 * 3600;

using Seconds = std::optional<std::int64_t>;

struct UnitWord {
    char letter;
    std::int64_t seconds;
};
constexpr UnitWord units[] = {{'d', 86400}, {'h', 3600}, {'m', 60}, {'s', 1}};

/// `1h30m`, `2d`, `1h30`; with `iso`, a `t` must stand between the days and the rest, and nothing is left to guess.
Seconds with_units(std::string_view lower, bool iso) {
    Scanner scanner(lower);
    std::int64_t total = 0;
    std::size_t next = 0;
    bool any = false, timed = !iso;
    while (!scanner.done()) {
        if (iso && !timed && scanner.take('t')) {
            timed = true;
            if (scanner.done()) return std::nullopt;
        }
        const auto number = scanner.digits(1, 8);
        if (!number) return std::nullopt;
        if (!iso && scanner.done() && any && next == 2 && *number < 60) return total + *number * 60;
        while (next < 4 && !scanner.take(units[next].letter)) ++next;
        if (next == 4 || (iso && (next == 0) == timed)) return std::nullopt;
        total += *number * units[next++].seconds;
        any = true;
    }
    if (!any) return std::nullopt;
    return total;
}

/// `1:02:30`.
Seconds with_colons(std::string_view text) {
    Scanner scanner(text);
    const auto hours = scanner.digits(1, 4);
    if (!hours || !scanner.take(':')) return std::nullopt;
    const auto minutes = scanner.digits(2, 2);
    if (!minutes || *minutes > 59 || !scanner.take(':')) return std::nullopt;
    const auto seconds = scanner.digits(2, 2);
    if (!seconds || *seconds > 59 || !scanner.done()) return std::nullopt;
    return *hours * 3600LL + *minutes * 60 + *seconds;
}

Seconds read(std::string_view lower) {
    if (lower.starts_with('p')) return with_units(lower.substr(1), true);
    if (const auto seconds = with_colons(lower)) return seconds;
    return with_units(lower, false);
}

/// The letter that a unit's word stands for: `min` → m. Zero for a word that is none.
char unit_letter(std::string_view word) {
    for (std::string_view name : {"d", "day", "days", "h", "hr", "hrs", "hour", "hours", "m", "min", "mins", "minute",
                                  "minutes", "s", "sec", "secs", "second", "seconds"})
        if (word == name) return name[0];
    return 0;
}

/// `1d12`, `2m30`: the last number is of the next smaller unit.
Seconds with_last_unit_left_out(std::string_view lower) {
    if (lower.empty() || !is_digit(lower.back())) return std::nullopt;
    const std::size_t last = lower.find_last_not_of("0123456789");
    if (last == lower.npos) return std::nullopt;
    constexpr std::string_view letters = "dhms";
    const std::size_t unit = letters.find(lower[last]);
    if (unit == letters.npos || unit + 1 == letters.size()) return std::nullopt;
    return with_units(std::string(lower) + letters[unit + 1], false);
}

/// `90 min`, `1 hour 30 minutes`, `1h 30m`, `1h 30m 15`.
Seconds with_words(std::string_view lower) {
    std::string joined, word;
    for (std::size_t at = 0; at <= lower.size(); ++at) {
        if (at < lower.size() && is_letter(lower[at])) {
            word += lower[at];
            continue;
        }
        if (!word.empty()) {
            const char letter = unit_letter(word);
            if (letter == 0) return std::nullopt;
            joined += letter;
            word.clear();
        }
        if (at < lower.size() && !is_blank(lower[at])) joined += lower[at];
    }
    if (const Seconds seconds = with_units(joined, false)) return seconds;
    return with_last_unit_left_out(joined);
}

/// `1.5h`, `1,5 hours`.
Seconds with_fraction(std::string_view lower) {
    Scanner scanner(lower);
    const auto whole = scanner.digits(1, 4);
    if (!whole || (!scanner.take('.') && !scanner.take(','))) return std::nullopt;
    const std::size_t before = scanner.rest().size();
    const auto part = scanner.digits(1, 3);
    if (!part) return std::nullopt;
    std::int64_t scale = 1;
    for (std::size_t i = scanner.rest().size(); i < before; ++i) scale *= 10;
    const char letter = unit_letter(trimmed(scanner.rest()));
    for (const UnitWord& unit : units)
        if (unit.letter == letter && unit.seconds * *part % scale == 0)
            return *whole * unit.seconds + unit.seconds * *part / scale;
    return std::nullopt;
}

std::string example(const std::string& sign) {
    return fmt::format("write a duration as in `{0}90m`, `{0}1h30m` or `{0}45s`", sign);
}

std::string write(const std::string& sign, std::int64_t seconds, std::string_view meaning = {}) {
    std::string hint = fmt::format("write `{}{}`", sign, to_text(Duration{seconds}));
    if (!meaning.empty()) hint += fmt::format(" for {}", meaning);
    return hint;
}

/// Those of the readings that are not too long.
std::vector<std::string> readings(std::initializer_list<std::pair<std::int64_t, std::string_view>> all,
                                  const std::string& sign) {
    std::vector<std::string> hints;
    for (const auto& [seconds, meaning] : all)
        if (seconds <= most_seconds) hints.push_back(write(sign, seconds, meaning));
    if (hints.empty()) hints.push_back(example(sign));
    return hints;
}

text::Parsed<Duration> without_unit(const std::string& quoted, std::int64_t number, const std::string& sign) {
    const std::string error = fmt::format("{} has no unit", quoted);
    if (number * 60 > most_seconds) return {error, {example(sign)}};
    if (number * 3600 > most_seconds) return {error, {fmt::format("write `{}{}m` for minutes", sign, number)}};
    return {error, {fmt::format("write `{}{}m` for minutes, `{}{}h` for hours", sign, number, sign, number)}};
}

Seconds meant_by(std::string_view lower) {
    if (const Seconds meant = with_words(lower)) return meant;
    return with_fraction(lower);
}

text::Parsed<Duration> explained(std::string_view text, std::string_view lower, const std::string& sign) {
    const std::string quoted = text::quoted(text);
    Scanner scanner(lower);
    const auto first = scanner.digits(1, 6);
    if (first && scanner.done()) return without_unit(quoted, *first, sign);
    if (first && scanner.take(':')) {
        const auto second = scanner.digits(2, 2);
        if (second && scanner.done() && *second < 60)
            return {fmt::format("{} can be read as hours and minutes or as minutes and seconds", quoted),
                    readings({{*first * 3600LL + *second * 60, "hours and minutes"},
                              {*first * 60LL + *second, "minutes and seconds"}},
                             sign)};
    }
    const Seconds meant = meant_by(lower);
    if (meant && *meant <= most_seconds)
        return {fmt::format("{} is not written as a duration", quoted), {write(sign, *meant)}};
    return {fmt::format("{} is no duration", quoted), {example(sign)}};
}

}  // namespace

text::Parsed<Duration> parse_signed_part(std::string_view text, std::string_view whole, const std::string& sign) {
    const std::string blanks = with_plain_blanks(text);
    const std::string plain = with_plain_digits(blanks);
    const std::string lower(trimmed(lowered(plain)));
    if (lower.empty()) return {"a duration is missing", {example(sign)}};
    const auto seconds = read(lower);
    if (seconds && *seconds > most_seconds)
        return {fmt::format("{} is longer than 400 days", text::quoted(whole)),
                {fmt::format("write at most `{}400d`", sign)}};
    if (seconds && plain != blanks)
        return {fmt::format("{} has digits that are not the plain ones", text::quoted(whole)), {write(sign, *seconds)}};
    if (seconds) return Duration{*seconds};
    return explained(whole, lower, sign);
}

std::vector<Duration> meant_durations(std::string_view text) {
    const std::string lower = lowered(with_plain_blanks(text));
    const Seconds meant = meant_by(trimmed(lower));
    if (!meant || *meant > most_seconds) return {};
    return {Duration{*meant}};
}

text::Parsed<Duration> parse_duration(std::string_view text) {
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        const auto unsigned_part = parse_signed_part(trimmed(text.substr(1)), text, "");
        return {fmt::format("{} has a sign, and a duration has none", text::quoted(text)),
                unsigned_part ? std::vector{write("", unsigned_part->seconds)} : unsigned_part.hints};
    }
    return parse_signed_part(text, text, "");
}

std::string to_text(Duration duration) {
    const std::int64_t hours = duration.seconds / 3600, minutes = duration.seconds / 60 % 60,
                       seconds = duration.seconds % 60;
    std::string text;
    if (hours != 0) text += fmt::format("{}h", hours);
    if (minutes != 0) text += fmt::format("{}m", minutes);
    if (seconds != 0) text += fmt::format("{}s", seconds);
    return text.empty() ? "0m" : text;
}

}  // namespace backops::time
