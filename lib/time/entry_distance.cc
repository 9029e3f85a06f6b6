#include <fmt/format.h>

#include "text/near_miss.h"
#include "text/wording.h"
#include "time/duration_text.h"
#include "time/entry_reader.h"
#include "time/scan.h"

namespace backops::time {

namespace {

bool can_be_name(std::string_view word) {
    return word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-@.") == word.npos;
}

std::int64_t unit_seconds(std::string_view word) {
    for (std::string_view name : {"hour", "hours", "hr", "hrs", "h"})
        if (word == name) return 3600;
    for (std::string_view name : {"minute", "minutes", "min", "mins", "m"})
        if (word == name) return 60;
    return 0;
}

constexpr const char* example_of_distance = "write how long, as in `in 2 hours` or `in 3 days`";

std::optional<int> counted_by(std::string_view word) {
    if (word == "a" || word == "an") return 1;
    return word.size() <= 4 ? whole_number(word) : std::nullopt;
}

}  // namespace

/// `in 3 days`, `in 2 hours`, `in 90m`.
bool EntryReader::read_distance() {
    if (words_.size() == 1) return said_examples("nothing follows `in`", example_of_distance);
    const auto number = counted_by(words_[1]);
    if (!number || words_.size() == 2) return distance_of_time();
    const std::string& unit = words_[2];
    if (unit == "day" || unit == "days") return distance_of_days(*number, false);
    if (unit == "week" || unit == "weeks") return distance_of_days(*number, true);
    return distance_of_time();
}

bool EntryReader::distance_of_days(int number, bool weeks) {
    const auto time = now();
    if (!time) return false;
    return set_day(show_day(*time, setting_.day_start) + number * (weeks ? 7 : 1), false, 3) && read_words();
}

bool EntryReader::distance_of_time() {
    std::int64_t seconds = 0;
    std::size_t at = 1;
    for (; at + 1 < words_.size(); at += 2) {
        const auto number = counted_by(words_[at]);
        const std::int64_t unit = unit_seconds(words_[at + 1]);
        if (!number || unit == 0) break;
        seconds += *number * unit;
    }
    if (at == 1 || at < words_.size()) {
        std::string joined;
        for (std::size_t i = 1; i < words_.size(); ++i) joined += words_[i];
        const auto length = parse_duration(joined);
        if (!length) {
            fail(fmt::format("{} is no distance from now", text::quoted(text_)), 1, words_.size() - 1);
            const auto number = whole_number(joined);
            if (number && *number < 10000)
                miss.instead = {fmt::format("{} hours", *number), fmt::format("{} days", *number)};
            for (const Duration& meant : meant_durations(joined)) miss.instead.push_back(to_text(meant));
            if (miss.instead.empty()) miss.hints = {example_of_distance};
            return false;
        }
        seconds = length->seconds;
    }
    const auto time = now();
    return time && finish(from_linear(linear(*time) + seconds), false, true);
}

std::optional<WallTime> EntryReader::start_of(std::string_view id) const {
    if (!setting_.start_of || !can_be_name(id)) return std::nullopt;
    return setting_.start_of(id);
}

bool EntryReader::take_name() {
    const auto start = start_of(words_[0]);
    if (!start) return false;
    failed_ = false;
    reading.by_name = true;
    return finish(*start, false, true);
}

bool EntryReader::unknown_name() {
    if (read_clock(words_[0]) || parse_weekday(words_[0]) || parse_date(words_[0]))
        return fail_all(fmt::format("{} counts from {}, which is no id of an activity or time frame",
                                    text::quoted(text_), text::quoted(typed_[0])));
    fail(fmt::format("no activity or time frame is called {}", text::quoted(typed_[0])), 0, 1);
    const auto near = setting_.names ? text::nearest(words_[0], setting_.names()) : std::nullopt;
    if (near) miss.instead = {*near};
    miss.guess = true;
    return false;
}

/// `doors - 30m`. A start that is written past midnight keeps its date as long as it can; any other is the calendar's.
bool EntryReader::read_from_name() {
    const auto start = is(0, "now") ? now() : start_of(words_[0]);
    if (failed_) return false;
    if (!start) return unknown_name();
    std::string joined;
    for (std::size_t at = 2; at < words_.size(); ++at) joined += words_[at];
    const auto length = parse_signed_part(joined, rest_from(2), words_[0] + ' ' + words_[1] + ' ');
    if (!length) {
        fail(length.error, 2, words_.size() - 2);
        miss.hints = length.hints;
        return false;
    }
    const std::int64_t moved = linear(*start) + (is(1, "+") ? length->seconds : -length->seconds);
    const WallTime time = from_linear(moved);
    return finish(start->seconds >= day_seconds ? written_on(start->date, time) : time, false, true);
}

/// `load-in+2h` and `doors -30m`: the sign has no blanks around it.
bool EntryReader::glued_sign() {
    std::string joined;
    for (const std::string& word : words_) joined += word;
    const std::size_t at = joined.find_last_of("+-");
    if (at == joined.npos || at == 0 || !parse_duration(joined.substr(at + 1))) return false;
    const std::string name = joined.substr(0, at);
    if (name != "now" && !start_of(name)) return false;
    const std::string apart = fmt::format("{} {} {}", name, joined[at], joined.substr(at + 1));
    fail_all(fmt::format("the sign in {} needs a blank on either side", text::quoted(text_)), {apart});
    return true;
}

}  // namespace backops::time
