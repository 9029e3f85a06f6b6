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
constexpr int half_a_day = 12;

using Texts = std::vector<std::string>;

ClockWord wrong(std::string error, Texts instead = {}) {
    return {std::nullopt, {std::move(error), std::move(instead)}, {}};
}

ClockWord right(std::int32_t seconds, bool past_midnight) { return {TypedClock{seconds, past_midnight}, {}, {}}; }

/// What is said of the half of the day, if anything.
using Half = std::optional<bool>;

std::optional<std::int32_t> with_half(int hour, int seconds, bool afternoon) {
    if (hour < 1 || hour > half_a_day) return std::nullopt;
    return (hour % half_a_day + (afternoon ? half_a_day : 0)) * 3600 + seconds;
}

/// What such digits can mean. Of `13 am` nobody knows which of the two is wrong.
Texts meanings(int hour, int seconds, Half afternoon) {
    if (seconds >= 3600 || hour >= 36) return {};
    const std::string as_said = clock_text(hour * 3600 + seconds);
    if (!afternoon) return {as_said};
    if (const auto clock = with_half(hour, seconds, *afternoon)) return {clock_text(*clock)};
    if (hour == 0) return {clock_text((*afternoon ? half_a_day : 0) * 3600 + seconds)};
    if (hour >= 24) return {};
    if (*afternoon) return {as_said};
    return {as_said, clock_text((hour - half_a_day) * 3600 + seconds)};
}

ClockWord half_day(std::string_view word, int hour, int seconds, bool afternoon) {
    if (const auto clock = with_half(hour, seconds, afternoon)) return right(*clock, false);
    return wrong(fmt::format("{} is no time: am and pm go with hours 1 to 12", text::quoted(word)),
                 meanings(hour, seconds, afternoon));
}

ClockWord days_later(std::string_view word, int seconds, std::string_view rest) {
    const auto days = whole_number(rest.substr(1));
    if (days && *days > 0 && *days < 3 && seconds < day_seconds && seconds + *days * day_seconds < clock_limit)
        return right(seconds + *days * day_seconds, true);
    return wrong(fmt::format("{} is past the 36 hours that a day's times may have", text::quoted(word)));
}

/// `14:00h`, `14:00 Uhr`: words that add nothing.
bool is_hour_word(std::string_view lower) {
    for (const std::string_view word : {"h", "hr", "hrs", "hour", "hours", "uhr", "o'clock"})
        if (lower == word) return true;
    return false;
}

/// `4:00p`, `4:00 a`: not read, since a letter can be anything, but most likely this.
Half short_half(std::string_view lower) {
    if (lower == "a" || lower == "p") return lower == "p";
    return std::nullopt;
}

/// `-15:30` behind a time, with any dash: where a stretch ends.
bool is_end_of_stretch(std::string_view lower) {
    for (const std::string_view dash : {"-", "–", "—", "−"})
        if (lower.starts_with(dash)) {
            const auto end = read_clock(trimmed(lower.substr(dash.size())));
            return end && end->clock;
        }
    return false;
}

/// The digits of a clock time: what follows them is `rest`.
struct Digits {
    int hour = 0;
    int seconds = 0;  ///< past the hour
    bool has_seconds = false;
    std::string_view rest;
};

ClockWord with_offset(std::string_view word, const Digits& digits, std::int32_t offset, Texts stretch) {
    ClockWord clock = wrong(
        stretch.empty() ? fmt::format("{} names an offset from UTC; times are wall times, as a clock there shows them",
                                      text::quoted(word))
                        : fmt::format("{} can be a stretch of time, or name an offset from UTC, and a time is neither",
                                      text::quoted(word)),
        std::move(stretch));
    clock.elsewhere = ClockElsewhere{digits.hour * 3600 + digits.seconds, offset};
    return clock;
}

/// What follows the digits of `14:00` or `14:00:30`.
ClockWord after_digits(std::string_view word, const Digits& digits) {
    const auto& [hour, seconds, has_seconds, rest] = digits;
    const int total = hour * 3600 + seconds;
    if (const auto afternoon = read_afternoon(rest)) return half_day(word, hour, seconds, *afternoon);
    if (hour > 35) return wrong(fmt::format("{} is no time: hours go to 35", text::quoted(word)));
    if (rest.empty()) return right(total, total >= day_seconds);
    if (rest.size() == 2 && rest[0] == '+' && is_digit(rest[1])) return days_later(word, total, rest);
    const bool is_stretch = is_end_of_stretch(rest);
    if (const auto offset = read_offset(rest))
        return with_offset(word, digits, *offset, is_stretch && !has_seconds ? Texts{clock_text(total)} : Texts{});
    if (is_stretch)
        return wrong(fmt::format("{} is a stretch of time, and its end is given by itself", text::quoted(word)),
                     {clock_text(total)});
    Texts instead;
    if (is_hour_word(rest)) instead = meanings(hour, seconds, {});
    if (const Half half = short_half(rest)) instead = meanings(hour, seconds, half);
    return wrong(fmt::format("{} follows the time in {}", text::quoted(rest), text::quoted(word)), std::move(instead));
}

/// Of `9:5` the minute may be 05, or 50 that lost its last digit.
ClockWord with_one_digit(std::string_view word, int hour, int minute, std::string_view rest) {
    Half half = read_afternoon(rest);
    if (!half) half = short_half(rest);
    Texts instead;
    const bool is_known = rest.empty() || half || is_hour_word(rest);
    for (const int meant : {minute, minute * 10})
        for (std::string& text : is_known ? meanings(hour, meant * 60, half) : Texts{})
            if (instead.empty() || instead.back() != text) instead.push_back(std::move(text));
    return wrong(fmt::format("{} needs two digits for the minute", text::quoted(word)), std::move(instead));
}

ClockWord with_colon(std::string_view word, int hour, Scanner scanner) {
    const std::size_t before = scanner.rest().size();
    const auto minute = scanner.digits(1, 2);
    if (!minute) return wrong(fmt::format("{} needs two digits for the minute", text::quoted(word)));
    const bool one_digit = before - scanner.rest().size() == 1;
    if (*minute > 59) return wrong(fmt::format("{} is no time: minutes go to 59", text::quoted(word)));
    if (one_digit) return with_one_digit(word, hour, *minute, trimmed(scanner.rest()));
    if (!scanner.take(':')) return after_digits(word, {hour, *minute * 60, false, trimmed(scanner.rest())});
    const auto second = scanner.digits(2, 2);
    if (!second) return wrong(fmt::format("{} needs two digits for the second", text::quoted(word)));
    if (*second > 59) return wrong(fmt::format("{} is no time: seconds go to 59", text::quoted(word)));
    const std::string_view at_fraction = scanner.rest();
    const bool has_fraction = scanner.take('.') && scanner.digits(1, 9);
    const Digits digits{hour, *minute * 60 + *second, true, trimmed(has_fraction ? scanner.rest() : at_fraction)};
    const bool is_fraction_amiss = has_fraction && digits.rest.empty() && hour < 36;
    if (is_fraction_amiss)
        return wrong(fmt::format("{} has parts of a second", text::quoted(word)),
                     {clock_text(hour * 3600 + digits.seconds)});
    return after_digits(word, digits);
}

/// `1430`, `14`, `900`, and `230pm`.
ClockWord bare_number(std::string_view word, int number, bool with_minutes, Half half) {
    const std::string error = half ? fmt::format("{} is not written with a colon", text::quoted(word))
                                   : fmt::format("{} is a bare number, not a time", text::quoted(word));
    return wrong(error, with_minutes ? meanings(number / 100, number % 100 * 60, half) : meanings(number, 0, half));
}

/// `14.30`, `14h30`, `14h`, `2.30pm`.
std::optional<ClockWord> other_separator(std::string_view word, int hour, Scanner scanner) {
    const bool letter = scanner.take('h');
    if (!letter && !scanner.take('.')) return std::nullopt;
    const auto minute = letter && scanner.done() ? std::optional(0) : scanner.digits(2, 2);
    const std::string_view rest = trimmed(scanner.rest());
    const Half half = read_afternoon(rest);
    if (!minute || !(rest.empty() || half || is_hour_word(rest))) return std::nullopt;
    return wrong(fmt::format("{} is not written with a colon", text::quoted(word)), meanings(hour, *minute * 60, half));
}

}  // namespace

std::optional<bool> read_afternoon(std::string_view lower) {
    std::string plain;
    for (const char c : lower)
        if (c != '.' && !is_blank(c)) plain += c;
    // A dot behind one of the letters only is a slip; none before the first.
    if ((plain != "am" && plain != "pm") || lower.front() == '.') return std::nullopt;
    return plain == "pm";
}

std::optional<std::int32_t> read_offset(std::string_view lower) {
    if (lower == "z" || lower == "utc" || lower == "gmt") return 0;
    const bool is_named = lower.starts_with("utc") || lower.starts_with("gmt");
    if (is_named) lower.remove_prefix(3);
    Scanner scanner(lower);
    const bool west = scanner.take('-');
    if (!west && !scanner.take('+')) return std::nullopt;
    int hours = 0, minutes = 0;
    if (const auto both = scanner.digits(4, 4)) {
        hours = *both / 100;
        minutes = *both % 100;
    } else {
        const auto hour = scanner.digits(is_named ? 1 : 2, 2);
        if (!hour) return std::nullopt;
        hours = *hour;
        const auto minute = scanner.take(':') ? scanner.digits(2, 2) : std::optional(0);
        if (!minute) return std::nullopt;
        minutes = *minute;
    }
    // No place is farther from UTC; `14:00-15:30` is something else.
    const int most = west ? 12 : 14;
    if (!scanner.done() || minutes > 59 || hours * 60 + minutes > most * 60) return std::nullopt;
    return (west ? -1 : 1) * (hours * 3600 + minutes * 60);
}

std::optional<ClockWord> read_clock(std::string_view text) {
    const std::string plain = with_plain_blanks(text);
    const std::string_view word = trimmed(plain);
    const std::string lower = lowered(word);
    for (const auto& [name, hour] : named_clocks)
        if (lower == name) return right(hour * 3600, hour == 24);
    Scanner scanner(lower);
    const std::size_t before = scanner.rest().size();
    const auto hour = scanner.digits(1, 4);
    if (!hour) return std::nullopt;
    const bool with_minutes = before - scanner.rest().size() > 2;
    const std::string_view rest = trimmed(scanner.rest());
    const Half half = read_afternoon(rest);
    if (half && !with_minutes) return half_day(word, *hour, 0, *half);
    if (rest.empty() || half) return bare_number(word, *hour, with_minutes, half);
    if (scanner.take(':')) return with_colon(word, *hour, scanner);
    return other_separator(word, *hour, scanner);
}

}  // namespace backops::time
