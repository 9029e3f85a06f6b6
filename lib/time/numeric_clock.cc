#include <fmt/format.h>

#include <array>
#include <utility>

#include "text/wording.h"
#include "time/numeric.h"
#include "time/scan.h"
#include "time/wall_time.h"

namespace backops::time {

namespace {

constexpr std::array<std::pair<std::string_view, int>, 6> named_clocks{
    {{"noon", 12}, {"midnight", 24}, {"morning", 9}, {"afternoon", 14}, {"evening", 18}, {"night", 20}}};

constexpr std::int32_t clock_limit = 36 * 3600;

ClockWord wrong(std::string error, std::string instead = {}) {
    ClockWord word{std::nullopt, {std::move(error), {}}};
    if (!instead.empty()) word.amiss.instead.push_back(std::move(instead));
    return word;
}

ClockWord right(std::int32_t seconds, bool past_midnight) { return {TypedClock{seconds, past_midnight}, {}}; }

std::string clock_if_any(int hour, int minute) {
    return hour < 36 && minute < 60 ? clock_text(hour * 3600 + minute * 60) : std::string{};
}

/// `Z`, `+02:00`, `-0500`, `+02`.
bool is_offset(std::string_view rest) {
    if (rest == "z") return true;
    Scanner scanner(rest);
    if (!scanner.take('+') && !scanner.take('-')) return false;
    if (scanner.digits(4, 4)) return scanner.done();
    if (!scanner.digits(2, 2)) return false;
    if (scanner.take(':') && !scanner.digits(2, 2)) return false;
    return scanner.done();
}

ClockWord half_day(std::string_view word, int hour, int seconds, bool afternoon) {
    if (hour < 1 || hour > 12) {
        const std::string instead = hour < 24 ? clock_text(hour * 3600 + seconds) : std::string{};
        return wrong(fmt::format("{} is no time: am and pm go with hours 1 to 12", text::quoted(word)), instead);
    }
    return right((hour % 12 + (afternoon ? 12 : 0)) * 3600 + seconds, false);
}

ClockWord days_later(std::string_view word, int seconds, std::string_view rest) {
    const auto days = whole_number(rest.substr(1));
    if (days && *days > 0 && *days < 3 && seconds < day_seconds && seconds + *days * day_seconds < clock_limit)
        return right(seconds + *days * day_seconds, true);
    return wrong(fmt::format("{} is past the 36 hours that a day's times may have", text::quoted(word)));
}

/// What follows the digits of `14:00` or `14:00:30`.
ClockWord after_digits(std::string_view word, int hour, int seconds, std::string_view rest) {
    const std::string_view plain = word.substr(0, word.size() - rest.size());
    const int total = hour * 3600 + seconds;
    if (rest == "am" || rest == "pm") return half_day(word, hour, seconds, rest == "pm");
    if (hour > 35) return wrong(fmt::format("{} is no time: hours go to 35", text::quoted(word)));
    if (rest.empty()) return right(total, total >= day_seconds);
    if (rest.size() == 2 && rest[0] == '+' && is_digit(rest[1])) return days_later(word, total, rest);
    if (is_offset(rest))
        return wrong(fmt::format("{} names an offset from UTC; times are wall times, as a clock there shows them",
                                 text::quoted(word)),
                     std::string(plain));
    return wrong(fmt::format("{} follows the time in {}", text::quoted(trimmed(rest)), text::quoted(word)),
                 std::string(plain));
}

ClockWord with_colon(std::string_view word, int hour, Scanner scanner) {
    const std::size_t before = scanner.rest().size();
    const auto minute = scanner.digits(1, 2);
    if (!minute) return wrong(fmt::format("{} needs two digits for the minute", text::quoted(word)));
    const bool one_digit = before - scanner.rest().size() == 1;
    if (*minute > 59) return wrong(fmt::format("{} is no time: minutes go to 59", text::quoted(word)));
    if (one_digit)
        return wrong(fmt::format("{} needs two digits for the minute", text::quoted(word)),
                     clock_if_any(hour, *minute));
    if (!scanner.take(':')) return after_digits(word, hour, *minute * 60, scanner.rest());
    const auto second = scanner.digits(2, 2);
    if (!second) return wrong(fmt::format("{} needs two digits for the second", text::quoted(word)));
    if (*second > 59) return wrong(fmt::format("{} is no time: seconds go to 59", text::quoted(word)));
    return after_digits(word, hour, *minute * 60 + *second, scanner.rest());
}

/// `1430`, `14`, `900`.
ClockWord bare_number(std::string_view word, int number) {
    const bool with_minutes = word.size() > 2;
    const std::string instead = with_minutes ? clock_if_any(number / 100, number % 100) : clock_if_any(number, 0);
    return wrong(fmt::format("{} is a bare number, not a time", text::quoted(word)), instead);
}

/// `14.30`, `14h30`, `14h`.
std::optional<ClockWord> other_separator(std::string_view word, int hour, Scanner scanner) {
    const bool letter = scanner.take('h');
    if (!letter && !scanner.take('.')) return std::nullopt;
    const auto minute = letter && scanner.done() ? std::optional(0) : scanner.digits(2, 2);
    if (!minute || !scanner.done()) return std::nullopt;
    return wrong(fmt::format("{} is not written with a colon", text::quoted(word)), clock_if_any(hour, *minute));
}

}  // namespace

std::optional<ClockWord> read_clock(std::string_view word) {
    const std::string lower = lowered(word);
    for (const auto& [name, hour] : named_clocks)
        if (lower == name) return right(hour * 3600, hour == 24);
    Scanner scanner(lower);
    const auto hour = scanner.digits(1, 4);
    if (!hour) return std::nullopt;
    if (scanner.done()) return bare_number(word, *hour);
    if (*hour < 100 && (scanner.rest() == "am" || scanner.rest() == "pm"))
        return half_day(word, *hour, 0, scanner.rest() == "pm");
    if (scanner.take(':')) return with_colon(word, *hour, scanner);
    return other_separator(word, *hour, scanner);
}

}  // namespace backops::time
