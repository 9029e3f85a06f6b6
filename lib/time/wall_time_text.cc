#include <fmt/format.h>

#include "text/wording.h"
#include "time/numeric.h"
#include "time/scan.h"
#include "time/wall_time.h"

namespace backops::time {

namespace {

using Result = text::Parsed<WallTime>;

/// A date-time is read without its zone, so what a clock there shows cannot be said.
constexpr const char* without_offset = "write the time as a clock at the place shows it, without the offset";

std::string offer(const std::string& text, bool guess) {
    return guess ? fmt::format("did you mean `{}`?", text) : fmt::format("write `{}`", text);
}

std::string write(const std::string& text) { return fmt::format("write `{}`", text); }

std::optional<WallTime> strict(std::string_view text) {
    if (text.size() < 16 || (text[10] != 'T' && text[10] != ' ') || !is_digit(text[12])) return std::nullopt;
    const auto date = parse_date(text.substr(0, 10));
    const auto clock = parse_clock(text.substr(11));
    if (!date || !clock) return std::nullopt;
    return WallTime{*date, *clock};
}

Result without_date(std::string_view text) {
    const auto word = read_clock(text);
    if (!word)
        return {fmt::format("{} is no date and time", text::quoted(text)),
                {"write the date and the time as in `2026-06-12T14:00`"}};
    if (word->elsewhere) return {word->amiss.error, {without_offset}};
    const std::string clock = word->clock                       ? clock_text(word->clock->seconds)
                              : word->amiss.instead.size() == 1 ? word->amiss.instead.front()
                                                                : "14:00";
    return {fmt::format("{} has no date", text::quoted(text)),
            {fmt::format("write the date before it, as in `2026-06-12T{:0>5}`", clock)}};
}

Result without_clock(std::string_view text, const std::vector<std::string>& dates) {
    std::vector<std::string> hints;
    for (const std::string& date : dates) hints.push_back(fmt::format("write a time after it, as in `{}T14:00`", date));
    return {fmt::format("{} has no clock time", text::quoted(text)), hints};
}

/// A clock time of the day that the date names, with the days that are to be added to that date.
struct Later {
    std::vector<std::int32_t> seconds;  ///< what it can be
    int days = 0;
    std::string error;
    bool is_elsewhere = false;  ///< it names an offset from UTC
};

/// `36:30` and more hours, which only a later date can say.
std::optional<Later> beyond_hours(std::string_view clock) {
    Scanner scanner(clock);
    const auto hour = scanner.digits(2, 3);
    if (!hour || *hour < 36 || *hour > 999 || !scanner.take(':')) return std::nullopt;
    const auto minute = scanner.digits(2, 2);
    if (!minute || *minute > 59 || !scanner.done()) return std::nullopt;
    return Later{{*hour % 24 * 3600 + *minute * 60},
                 *hour / 24,
                 fmt::format("the hour {} is past 35, the last that a date may have", *hour)};
}

Later later_clock(std::string_view clock) {
    if (auto beyond = beyond_hours(clock)) return *beyond;
    const auto word = read_clock(clock);
    if (!word) return {{}, 0, fmt::format("{} is no clock time", text::quoted(clock))};
    if (word->clock) {
        const bool two_digits = clock.size() > 2 && is_digit(clock[0]) && clock[1] == ':';
        const std::string why = two_digits ? "needs two digits for the hour" : "is not written as on a 24-hour clock";
        return {{word->clock->seconds}, 0, fmt::format("{} {}", text::quoted(clock), why)};
    }
    Later later{{}, 0, word->amiss.error, word->elsewhere.has_value()};
    for (const std::string& instead : word->amiss.instead)
        if (const auto seconds = parse_clock(instead); seconds && !later.is_elsewhere)
            later.seconds.push_back(*seconds);
    return later;
}

Result explained(std::string_view text) {
    const std::size_t length = numeric_date_length(text);
    if (length == 0) return without_date(text);
    const std::string_view numbers = text.substr(0, length);
    const auto date = parse_date(numbers);
    const Amiss amiss = date ? Amiss{{}, {to_text(*date)}} : amiss_date(numbers);
    std::string_view clock = text.substr(length);
    const bool joined = !clock.empty() && (clock[0] == 'T' || clock[0] == 't');
    clock = trimmed(joined ? clock.substr(1) : clock);
    if (clock.empty() && date) return without_clock(text, amiss.instead);

    const auto good = clock.size() >= 5 && is_digit(clock[1]) ? parse_clock(clock) : std::nullopt;
    const Later later = good ? Later{{*good}, 0, {}} : later_clock(clock);
    std::vector<std::string> hints;
    for (const std::string& day : amiss.instead)
        for (const std::int32_t seconds : later.seconds)
            hints.push_back(offer(to_text(WallTime{*parse_date(day) + later.days, seconds}), amiss.guess));
    if (later.is_elsewhere) hints = {without_offset};
    if (hints.empty()) hints.push_back("write the date and the time as in `2026-06-12T14:00`");
    if (!date) return {amiss.error, hints};
    if (!good) return {later.error, hints};
    return {fmt::format("{} has something else than one T or blank between date and time", text::quoted(text)), hints};
}

}  // namespace

text::Parsed<WallTime> parse_wall_time(std::string_view text) {
    if (const auto time = strict(text)) return *time;
    if (trimmed(text).empty())
        return {"a date and time is missing", {"write the date and the time as in `2026-06-12T14:00`"}};
    if (trimmed(text).size() != text.size() && strict(trimmed(text)))
        return {fmt::format("{} has blanks around it", text::quoted(text)), {write(std::string(trimmed(text)))}};
    const std::string blanks(trimmed(with_plain_blanks(text)));
    const std::string plain = with_plain_digits(blanks);
    if (plain != blanks) {
        const auto time = strict(plain);
        return {fmt::format("{} has digits or signs that are not the plain ones", text::quoted(text)),
                {time ? write(to_text(*time)) : "write the date and the time as in `2026-06-12T14:00`"}};
    }
    if (blanks.size() != text.size() && strict(blanks))
        return {fmt::format("{} has blanks that are not the plain ones", text::quoted(text)), {write(blanks)}};
    return explained(blanks);
}

}  // namespace backops::time
