#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "summer_sound.h"
#include "time/duration.h"
#include "time/repeat.h"

// Follows every hint of the readers of times, days, durations and rules as a person would: takes the text that it says
// to write, types it, and requires that it is read and gives what was meant, as reckoned here and not by the library.

using namespace backops::time;

namespace {

struct Hint {
    std::string text;
    bool is_guess = false;    ///< "did you mean `…`?": asks, and says nothing for sure
    bool is_example = false;  ///< "such as `…`": shows a form, not what was meant
};

/// The texts between backticks of "write `…`, `…` or `…`".
std::vector<Hint> texts_of(const std::vector<std::string>& hints) {
    std::vector<Hint> texts;
    for (const std::string& hint : hints) {
        const bool is_guess = hint.starts_with("did you mean");
        const bool is_literal = hint.starts_with("write `") || hint.starts_with("write the end, `");
        const bool is_example = !is_literal || hint.find("or the like") != hint.npos;
        if (!hint.starts_with("write ") && !is_guess) continue;
        std::size_t at = hint.find('`');
        while (at != hint.npos) {
            const std::size_t end = hint.find('`', at + 1);
            REQUIRE(end != hint.npos);
            texts.push_back({hint.substr(at + 1, end - at - 1), is_guess, is_example});
            at = hint.find('`', end + 1);
        }
    }
    return texts;
}

using Meanings = std::vector<std::string>;

/// One that is refused: each hint is read, and says one of these; without any, nothing is said for sure.
template <class Read>
void follow(const std::string& typed, const std::vector<std::string>& hints, const Meanings& meanings, Read read) {
    CAPTURE(typed);
    CHECK(!hints.empty());
    bool is_said = false;
    for (const Hint& hint : texts_of(hints)) {
        CAPTURE(hint.text);
        const std::optional<std::string> result = read(hint.text);
        CHECK(result);
        if (!result || hint.is_guess || hint.is_example) continue;
        CAPTURE(*result);
        CHECK(std::ranges::find(meanings, *result) != meanings.end());
        is_said = true;
    }
    // What can be known is said.
    if (!meanings.empty()) CHECK(is_said);
}

std::string two(int number) { return fmt::format("{:02}", number); }
std::string clock(int minutes) { return two(minutes / 60) + ":" + two(minutes % 60); }

Setting in_berlin() {
    Setting setting = summer_sound();
    setting.zone = [] { return find_zone("Europe/Berlin"); };
    return setting;
}

std::optional<std::string> time_read(const std::string& text, const Setting& setting) {
    const auto read = parse_entry(text, setting);
    return read ? std::optional(read_as(read)) : std::nullopt;
}

void follow_time(const std::string& typed, const Meanings& meanings, const Setting& setting) {
    const auto refused = parse_entry(typed, setting);
    CAPTURE(typed);
    CHECK_MESSAGE(!refused, typed);
    follow(typed, refused.hints, meanings, [&](const std::string& text) { return time_read(text, setting); });
}

/// With the day or without, and with the day behind.
void follow_clock(const std::string& typed, const std::vector<int>& minutes, const Setting& setting) {
    Meanings alone, dated;
    for (const int one : minutes) {
        alone.push_back(clock(one));
        dated.push_back("2026-06-12T" + clock(one));
    }
    follow_time(typed, alone, setting);
    follow_time("2026-06-12 " + typed, dated, setting);
    follow_time(typed + ", 12 jun", dated, setting);
}

const std::vector<int> some_minutes{0, 5, 30, 59};
const char* const blanks[] = {"",       " ",      "\u00A0", "\u202F", "\u2009",      "\u2007",
                              "\u200A", "\u3000", "\u205F", "  ",     "\u00A0\u200E"};

}  // namespace

TEST_CASE("am and pm are read with every blank and with their dots") {
    const Setting setting = in_berlin();
    int wrong = 0;
    for (int hour = 1; hour <= 12; ++hour)
        for (const bool afternoon : {false, true})
            for (const char* blank : blanks)
                for (const char* mark : {"am", "AM", "a.m.", "A.M.", "a.m", "am.", "a. m."})
                    for (const int minute : some_minutes) {
                        // Who writes `1:00a. m.` has a blank at the wrong place.
                        if (*blank == 0 && std::string_view(mark) == "a. m.") continue;
                        std::string half = mark;
                        if (afternoon)
                            for (char& c : half) c = c == 'a' ? 'p' : c == 'A' ? 'P' : c;
                        const int meant = (hour % 12 + (afternoon ? 12 : 0)) * 60 + minute;
                        for (std::string digits : {fmt::format("{}:{:02}", hour, minute), two(hour) + ":" + two(minute),
                                                   two(hour) + ":" + two(minute) + ":00", std::to_string(hour)}) {
                            const bool is_bare = digits.find(':') == digits.npos;
                            if (is_bare && minute != 0) continue;
                            const std::string typed = digits + blank + half;
                            wrong += time_read(typed, setting) != clock(meant);
                            wrong += time_read("fri " + typed, setting) !=
                                     (meant < 240 ? "2026-06-12T" + clock(meant + 1440) : "2026-06-12T" + clock(meant));
                        }
                    }
    CHECK(wrong == 0);
}

TEST_CASE("followed literally, the hints on clock times give the time that was meant") {
    const Setting setting = in_berlin();
    for (int hour = 0; hour <= 23; ++hour)
        for (const int minute : some_minutes) {
            const int meant = hour * 60 + minute;
            follow_clock(fmt::format("{}.{:02}", hour, minute), {meant}, setting);
            follow_clock(fmt::format("{}:{:02}h", hour, minute), {meant}, setting);
            follow_clock(fmt::format("{}:{:02}:00.000", hour, minute), {meant}, setting);
            if (hour > 0) follow_clock(fmt::format("{}{:02}", hour, minute), {meant}, setting);
            follow_time(fmt::format("fri {}h{:02}", hour, minute),
                        {"2026-06-12T" + clock(hour < 4 ? meant + 1440 : meant)}, setting);
            follow_clock(fmt::format("{}:{:02}\u201315:30", hour, minute), {meant}, setting);
        }
    for (int hour = 0; hour <= 23; ++hour) {
        follow_time("fri " + std::to_string(hour), {"2026-06-12T" + clock(hour * 60 + (hour < 4 ? 1440 : 0))}, setting);
        for (int minute = 0; minute <= 9; ++minute) {
            std::vector<int> meant{hour * 60 + minute};
            if (minute > 0 && minute < 6) meant.push_back(hour * 60 + minute * 10);
            follow_clock(fmt::format("{}:{}", hour, minute), meant, setting);
        }
    }
}

TEST_CASE("followed literally, the hints on am and pm do not lose half a day") {
    const Setting setting = in_berlin();
    for (int hour = 1; hour <= 12; ++hour)
        for (const int minute : some_minutes)
            for (const bool afternoon : {false, true}) {
                const std::string half = afternoon ? "pm" : "am";
                const int meant = (hour % 12 + (afternoon ? 12 : 0)) * 60 + minute;
                for (const char* blank : blanks) {
                    follow_clock(fmt::format("{}.{:02}{}{}", hour, minute, blank, half), {meant}, setting);
                    follow_clock(fmt::format("{}{:02}{}{}", hour, minute, blank, half), {meant}, setting);
                    follow_clock(fmt::format("{}:{:02}{}", hour, minute, half[0]), {meant}, setting);
                }
                if (minute < 6)
                    follow_clock(fmt::format("{}:{}{}", hour, minute, half), {meant, meant + minute * 9}, setting);
            }
    for (int hour = 13; hour <= 23; ++hour) {
        follow_clock(fmt::format("{}:20pm", hour), {hour * 60 + 20}, setting);
        // One of the two is wrong, and nobody knows which.
        follow_clock(fmt::format("{}:20 a.m.", hour), {hour * 60 + 20, (hour - 12) * 60 + 20}, setting);
    }
    follow_clock("0:30 pm", {12 * 60 + 30}, setting);
    follow_clock("0:30 am", {30}, setting);
    for (const char* two_times : {"9 night", "8 evening", "9 morning", "14:00 15:00", "12:00 15:00 fri"})
        follow_time(two_times, {}, setting);
    CHECK(time_read("fri 12 noon", setting) == "2026-06-12T12:00");
    CHECK(time_read("fri 12 midnight", setting) == "2026-06-12T24:00");
}

namespace {

/// The last Sunday of a month of 31 days of 2026.
int last_sunday(int month) { return month == 3 ? 29 : 25; }

/// Berlin's offset in minutes at so many minutes after the midnight, in UTC, of a day of 2026.
int berlin_offset(int month, int day, int minutes) {
    const int at = (month * 100 + day) * 1440 + minutes;
    const int from = (300 + last_sunday(3)) * 1440 + 60, until = (1000 + last_sunday(10)) * 1440 + 60;
    return from <= at && at < until ? 120 : 60;
}

}  // namespace

TEST_CASE("followed literally, the hint on an offset from UTC gives the time on the event's clock") {
    const Setting setting = in_berlin();
    struct Offset {
        const char* text;
        int minutes;
    };
    for (const auto& [month, day] : {std::pair{6, 12}, {1, 15}, {12, 30}})
        for (const auto& [text, offset] : {Offset{"Z", 0},
                                           {"z", 0},
                                           {" UTC", 0},
                                           {"+00:00", 0},
                                           {"+02:00", 120},
                                           {"-0500", -300},
                                           {"+05", 300},
                                           {"+05:30", 330},
                                           {"+1400", 840},
                                           {" GMT", 0},
                                           {"utc+3", 180},
                                           {".000Z", 0}})
            for (int hour = 0; hour <= 23; ++hour) {
                if (text == std::string(".000Z") && hour == 0) continue;
                const std::string seconds = text[0] == '.' ? ":00" : "";
                const int utc = hour * 60 + 30 - offset;
                const int at = utc + berlin_offset(month, day, utc);
                const Date date = *date_of(2026, static_cast<unsigned>(month), static_cast<unsigned>(day)) +
                                  (at < 0 ? -1 : at / 1440);
                const std::string typed = fmt::format("2026-{:02}-{:02}T{:02}:30{}{}", month, day, hour, seconds, text);
                follow_time(typed, {to_text(date) + "T" + clock((at + 1440) % 1440)}, setting);
            }
    // Of the hour that comes twice the first is meant by what can be typed.
    follow_time("2026-10-25T00:30Z", {"2026-10-25T02:30"}, setting);
    follow_time("2026-10-25T01:30Z", {}, setting);
    follow_time("2026-03-29T00:59Z", {"2026-03-29T01:59"}, setting);
    follow_time("2026-03-29T01:00Z", {"2026-03-29T03:00"}, setting);
}

TEST_CASE("an offset with a day word is on that show day, and without a day it says no time") {
    const Setting setting = in_berlin();
    follow_time("fri 12:00Z", {"2026-06-12T14:00"}, setting);
    follow_time("12:00Z fri", {"2026-06-12T14:00"}, setting);
    follow_time("fri 23:00Z", {"2026-06-13T01:00"}, setting);
    follow_time("fri 01:00Z", {"2026-06-13T03:00"}, setting);
    follow_time("fri 02:00Z", {"2026-06-12T04:00"}, setting);
    follow_time("20260612 12:00Z", {"2026-06-12T14:00"}, setting);
    follow_time("12:00Z", {}, setting);
    CHECK(parse_entry("12:00Z", setting).hints ==
          std::vector<std::string>{"write the time as a clock in Europe/Berlin shows it"});
    // A stretch, or a place far in the west.
    follow_time("2026-06-12 14:00-05:00", {"2026-06-12T14:00", "2026-06-12T21:00"}, setting);
    follow_time("2026-06-12T14:00-05:00", {"2026-06-12T21:00"}, setting);
    follow_time("fri 14:00-15:30", {"2026-06-12T14:00"}, setting);
    Setting one_day = setting;
    one_day.last = one_day.first;
    const auto start = parse_start("12:00Z", one_day);
    CHECK(start.hints == std::vector<std::string>{"write `2026-06-10T14:00`"});
}

TEST_CASE("followed literally, the hints on dates and distances give one of the days that can be meant") {
    const Setting setting = in_berlin();
    for (int month = 1; month <= 12; ++month)
        for (const int day : {1, 9, 12, 13, 28}) {
            const std::string iso = fmt::format("2026-{:02}-{:02}", month, day);
            const std::string swapped = day <= 12 ? fmt::format("2026-{:02}-{:02}", day, month) : iso;
            for (const char* time : {"", " 14:00"}) {
                const std::string tail = *time ? "T14:00" : "";
                const auto typed = [&](std::string text) { return text + time; };
                follow_time(typed(fmt::format("{}/{}/2026", day, month)), {iso + tail, swapped + tail}, setting);
                follow_time(typed(fmt::format("{:02}.{:02}.2026", day, month)), {iso + tail}, setting);
                follow_time(typed(fmt::format("2026/{:02}/{:02}", month, day)), {iso + tail}, setting);
                follow_time(typed(fmt::format("2026{:02}{:02}", month, day)), {iso + tail}, setting);
                if (month < 10 || day < 10)
                    follow_time(typed(fmt::format("2026-{}-{}", month, day)), {iso + tail}, setting);
            }
        }
    for (const char* unknown :
         {"2026-02-30",  "30 feb",       "day 9",     "day",      "sat 12 jun", "fri sat",      "fri + 2h",
          "asdf",        "14:99",        "fri 36:30", "99:00",    "12/06/26",   "in",           "in half an hour",
          "in 2 months", "4:00 du soir", "4:00x",     "14:00+1h", "2026-13-01", "12:00 o clock"})
        follow_time(unknown, {}, setting);
    follow_time("in 5", {"2026-06-11T20:00", "2026-06-16"}, setting);
    follow_time("in 1.5 hours", {"2026-06-11T16:30"}, setting);
    follow_time("in 1h90", {"2026-06-11T17:30"}, setting);
    follow_time("doors+2h", {"2026-06-12T20:00"}, setting);
    follow_time("doors + 90", {"2026-06-12T19:30", "2026-06-16T12:00"}, setting);
    follow_time("doors - 2:30", {"2026-06-12T15:30", "2026-06-12T17:57:30"}, setting);
    follow_time("2h", {"2026-06-11T17:00", "02:00"}, setting);
    follow_time("14h30", {"14:30", "2026-06-12T05:30"}, setting);
    for (int number = 0; number <= 40; ++number) {
        const auto day = parse_day(std::to_string(number), setting);
        Meanings meanings;
        if (number >= 1 && number <= 5) meanings.push_back(fmt::format("2026-06-{:02}", number + 9));
        if (number >= 10 && number <= 14) meanings.push_back(fmt::format("2026-06-{:02}", number));
        follow(std::to_string(number), day.hints, meanings, [&](const std::string& text) {
            const auto read = parse_day(text, setting);
            return read ? std::optional(to_text(*read)) : std::nullopt;
        });
    }
}

TEST_CASE("followed literally, the hints on ends give the end that was meant") {
    const Setting setting = in_berlin();
    const Entered start = *parse_start("fri 10:15", setting);
    const auto end_read = [&](const std::string& text) {
        const auto read = parse_end(text, start, setting);
        return read ? std::optional(read_as(read)) : std::nullopt;
    };
    const auto follow_end = [&](const std::string& typed, const Meanings& meanings) {
        CHECK(!end_read(typed));
        follow(typed, parse_end(typed, start, setting).hints, meanings, end_read);
    };
    follow_end("14h30", {"2026-06-12T14:30", "2026-06-12T24:45"});
    follow_end("2h30", {"2026-06-13T02:30", "2026-06-12T12:45"});
    follow_end("90m", {"2026-06-12T11:45"});
    follow_end("14.30", {"2026-06-12T14:30"});
    follow_end("4.30 pm", {"2026-06-12T16:30"});
    follow_end("12:00Z", {"2026-06-12T14:00"});
    follow_end("01:00Z", {"2026-06-13T03:00"});
    follow_end("12:00-05:00", {"2026-06-12T12:00", "2026-06-12T19:00"});
    follow_end("2026-06-12T12:00Z", {"2026-06-12T14:00"});
    follow_end("2026-06-12 09:30", {});
    follow_end("sat", {});
    CHECK(end_read("9:30") == "2026-06-13T09:30");
    CHECK(end_read("10:15") == "2026-06-12T10:15");
    CHECK(end_read("10:15+1") == "2026-06-12T34:15");
}

TEST_CASE("followed literally, the hints on durations give the length that was meant") {
    const auto length_read = [](const std::string& text) {
        const auto read = parse_duration(text);
        return read ? std::optional(std::to_string(read->seconds)) : std::nullopt;
    };
    const auto follow_length = [&](const std::string& typed, const std::vector<std::int64_t>& seconds) {
        CHECK_MESSAGE(!length_read(typed), typed);
        Meanings meanings;
        for (const std::int64_t one : seconds)
            if (one <= 400LL * day_seconds) meanings.push_back(std::to_string(one));
        follow(typed, parse_duration(typed).hints, meanings, length_read);
    };
    for (const std::int64_t number : {1, 5, 45, 90, 9600, 9601, 575999, 576001, 999999}) {
        follow_length(std::to_string(number), {number * 60, number * 3600});
        follow_length(fmt::format("{}:30", number), {number * 3600 + 1800, number * 60 + 30});
        if (number > 99999) continue;
        for (const char* word : {" min", "min", " mins", " minutes", " MINUTES", "\u00A0min", " m"})
            follow_length(std::to_string(number) + word, {number * 60});
        for (const char* word : {" h", "hours", " hrs", " hour"})
            follow_length(std::to_string(number) + word, {number * 3600});
    }
    for (const int number : {1, 2, 12, 59, 60, 75, 90}) {
        if (number >= 60) follow_length(fmt::format("1h{}", number), {3600 + number * 60});
        follow_length(fmt::format("1d{}", number), {86400 + number * 3600});
        follow_length(fmt::format("2m{}", number), {120 + number});
        follow_length(fmt::format("1h 30m {}", number), {5400 + number});
        follow_length(fmt::format("-{}m", number), {number * 60});
        follow_length(fmt::format("+{} min", number), {number * 60});
        follow_length(fmt::format("1 hour {} minutes", number), {3600 + number * 60});
    }
    for (const auto& [typed, seconds] : {std::pair{"1.5h", 5400},
                                         {"1,5h", 5400},
                                         {"1.5 hours", 5400},
                                         {"0.25h", 900},
                                         {"2.5 m", 150},
                                         {"0.5d", 43200},
                                         {"\uFF19\uFF10m", 5400}})
        follow_length(typed, {seconds});
    for (const char* unknown : {"half an hour", "1w", "x", "PT", "1:60:00", "1.333h", "900d", "h", "--5m"})
        follow_length(unknown, {});
}

TEST_CASE("followed literally, the hints on rules give the whole rule that was meant") {
    const auto rule_read = [](const std::string& text) {
        const auto read = parse_rule(text);
        return read ? std::optional(to_text(*read)) : std::nullopt;
    };
    const auto follow_rule = [&](const std::string& typed, const Meanings& meanings) {
        CHECK_MESSAGE(!rule_read(typed), typed);
        follow(typed, parse_rule(typed).hints, meanings, rule_read);
    };
    const std::pair<const char*, const char*> steps[] = {
        {"daily", "day"},       {"weekly", "week"},      {"monthly", "month"},
        {"every day", "day"},   {"days", "day"},         {"fortnight", "2 weeks"},
        {"every week", "week"}, {"yearly", "12 months"}, {"quarter", "3 months"}};
    for (const auto& [typed, step] : steps)
        for (const char* part : {"", " until 2026-06-14", " count 4", " during show-days", " count 4 skip 2026-06-12"})
            follow_rule(std::string(typed) + part, {std::string(step) + part});
    const std::pair<const char*, const char*> days[] = {
        {"2nd tue", "2 tue"}, {"second tue", "2 tue"}, {"15th", "15"}, {"last day", "-1"}, {"first fri", "1 fri"}};
    for (const auto& [typed, on] : days) {
        follow_rule(fmt::format("month on {} count 4", typed), {fmt::format("month on {} count 4", on)});
        follow_rule(fmt::format("month on 3 fri, {}", typed), {fmt::format("month on 3 fri {}", on)});
    }
    for (const char* unknown :
         {"day untill sun", "2 weaks count 3", "week on fryday sat count 4", "0 days", "1000 days", "year of", "day on",
          "day count x", "day week-start x", "day during a b", "day until fri count 3", "on fri count 3", "on", "",
          "month on 32", "dayly untill sun", "daily count x", "day count 3 count 4"})
        follow_rule(unknown, {});
}
