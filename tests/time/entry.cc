#include "time/entry.h"

#include <doctest/doctest.h>

#include "summer_sound.h"
#include "time/phrase.h"

using namespace backops::time;

namespace {

std::string entry(std::string_view text, const Setting& setting = summer_sound()) {
    return read_as(parse_entry(text, setting));
}

Setting seen_at(const char* now) {
    Setting setting = summer_sound();
    setting.now = [now] { return *parse_wall_time(now); };
    return setting;
}

}  // namespace

TEST_CASE("case, commas, blanks and `at` do not matter") {
    for (const char* text : {"fri 14:00", "FRI 14:00", "  Friday,14:00 ", "friday at 2pm", "Friday\tAT 2PM",
                             "fri, at, 14:00", "14:00 fri", "2 pm friday"})
        CHECK_MESSAGE(entry(text) == "2026-06-12T14:00", text);
}

TEST_CASE("an ISO time asks nothing of the event") {
    Setting bare;
    bare.timeframes = []() -> std::vector<Days> {
        FAIL("asked for time frames");
        return {};
    };
    bare.names = []() -> std::vector<std::string> {
        FAIL("asked for names");
        return {};
    };
    bare.start_of = [](std::string_view) -> std::optional<WallTime> {
        FAIL("asked for a start");
        return {};
    };
    bare.now = []() -> WallTime {
        FAIL("asked for now");
        return {};
    };
    CHECK(entry("2026-06-12T14:00", bare) == "2026-06-12T14:00");
    CHECK(entry("2026-06-12", bare) == "2026-06-12");
    CHECK(entry("14:00", bare) == "14:00");
}

TEST_CASE("with a day word, a time before day_start is the night that follows") {
    CHECK(entry("fri 03:59") == "2026-06-12T27:59");
    CHECK(entry("fri 04:00") == "2026-06-12T04:00");
    CHECK(entry("day 1 00:00") == "2026-06-10T24:00");
    CHECK(entry("tomorrow 1am") == "2026-06-12T25:00");
    CHECK(entry("fri 12am") == "2026-06-12T24:00");
    Setting plain = summer_sound();
    plain.day_start = 0;
    CHECK(entry("fri 01:30", plain) == "2026-06-12T01:30");
}

TEST_CASE("a date in figures or with its month is the calendar's") {
    CHECK(entry("2026-06-12 01:30") == "2026-06-12T01:30");
    CHECK(entry("12 jun 01:30") == "2026-06-12T01:30");
    CHECK(entry("fri 12 jun 01:30") == "2026-06-12T01:30");
}

TEST_CASE("midnight is the end of the day that it is said with, 24:00") {
    CHECK(entry("fri midnight") == "2026-06-12T24:00");
    CHECK(entry("tomorrow at midnight") == "2026-06-12T24:00");
    CHECK(entry("2026-06-12 midnight") == "2026-06-12T24:00");
    Setting plain = summer_sound();
    plain.day_start = 0;
    CHECK(entry("fri midnight", plain) == "2026-06-12T24:00");
    CHECK(show_day(parse_entry("fri midnight", plain)->time, 0) == *parse_date("2026-06-12"));
}

TEST_CASE("a day that begins after noon still takes its early times") {
    Setting late = summer_sound();
    late.day_start = 14 * 3600;
    CHECK(entry("fri 13:00", late) == "2026-06-13T13:00");
    CHECK(show_day(parse_entry("fri 13:00", late)->time, late.day_start) == *parse_date("2026-06-12"));
}

TEST_CASE("before day_start, today is still yesterday's show day") {
    const Setting night = seen_at("2026-06-12T01:30");
    CHECK(entry("today", night) == "2026-06-11");
    CHECK(entry("today 02:00", night) == "2026-06-11T26:00");
    CHECK(entry("tomorrow 9:30", night) == "2026-06-12T09:30");
    CHECK(entry("yesterday", night) == "2026-06-10");
    CHECK(entry("in 1 day", night) == "2026-06-12");
    CHECK(entry("in 2 hours", night) == "2026-06-12T03:30");
    CHECK(entry("next week", night) == "2026-06-18");
}

TEST_CASE("the seconds of now are dropped") {
    CHECK(entry("in 2 hours", seen_at("2026-06-11T15:00:37")) == "2026-06-11T17:00");
    CHECK(entry("now", seen_at("2026-06-11T15:00:37")) == "2026-06-11T15:00");
}

TEST_CASE("distances are counted in words and in durations") {
    CHECK(entry("in an hour") == "2026-06-11T16:00");
    CHECK(entry("in 1 hour 30 minutes") == "2026-06-11T16:30");
    CHECK(entry("in 1h30") == "2026-06-11T16:30");
    CHECK(entry("in 45 min") == "2026-06-11T15:45");
    CHECK(entry("in 2 weeks") == "2026-06-25");
    CHECK(entry("in a week at noon") == "2026-06-18T12:00");
    CHECK(entry("in 10 hours") == "2026-06-12T01:00");
}

TEST_CASE("a date without its year is the one nearest to the event") {
    CHECK(entry("june 12th") == "2026-06-12");
    CHECK(entry("1 september") == "2026-09-01");
    CHECK(entry("30 dec") == "2025-12-30");
    CHECK(entry("29 feb 2028") == "2028-02-29");
    Setting silvester = summer_sound();
    silvester.first = *parse_date("2026-12-30");
    silvester.last = *parse_date("2027-01-02");
    CHECK(entry("1 jan 00:30", silvester) == "2027-01-01T00:30");
}

TEST_CASE("what the program says back is understood again") {
    for (const char* text : {"fri 14:00", "2026-06-12 14:00", "day 4 23:00"}) {
        const WallTime time = parse_entry(text, summer_sound())->time;
        CHECK(entry(span_text(time, std::nullopt)) == to_text(time));
        CHECK(entry(to_text(time)) == to_text(time));
    }
}

TEST_CASE("a record's start is found in any case and moved by a duration") {
    CHECK(entry("DOORS") == "2026-06-12T18:00");
    CHECK(entry("doors + 1h 30m") == "2026-06-12T19:30");
    CHECK(entry("doors + 8h") == "2026-06-13T02:00");
    CHECK(entry("load-in - 10h") == "2026-06-07T22:00");
    CHECK(entry("now + 30m") == "2026-06-11T15:30");
}

TEST_CASE("a start written past midnight keeps its date as long as it can") {
    CHECK(entry("after-party") == "2026-06-12T25:30");
    CHECK(entry("after-party + 30m") == "2026-06-12T26:00");
    CHECK(entry("after-party - 2h") == "2026-06-12T23:30");
    CHECK(entry("after-party + 20h") == "2026-06-13T21:30");
}

TEST_CASE("a word that reads as a time is never taken for an id") {
    Setting odd = summer_sound();
    odd.start_of = [](std::string_view) { return parse_wall_time("2026-06-12T18:00").value; };
    CHECK(entry("fri", odd) == "2026-06-12");
    CHECK(entry("noon", odd) == "12:00");
    CHECK(entry("1430", odd) == "2026-06-12T18:00");
    CHECK(entry("breakfast@2026-06-13", odd) == "2026-06-12T18:00");
}

TEST_CASE("a weekday may be a time frame's, and the event's name for it is not needed") {
    CHECK(entry("mon 10:00") == "2026-06-08T10:00");
    Setting overlapping = summer_sound();
    overlapping.timeframes = [] {
        return std::vector<Days>{{"Show days", *parse_date("2026-06-12"), *parse_date("2026-06-14")}};
    };
    CHECK(entry("fri 10:00", overlapping) == "2026-06-12T10:00");
    overlapping.timeframes = nullptr;
    CHECK(entry("fri 10:00", overlapping) == "2026-06-12T10:00");
}

TEST_CASE("a start needs a day, unless the event has only one") {
    const auto read = parse_start("14:00", summer_sound());
    CHECK(read.error == "`14:00` does not say on which day");
    REQUIRE(read.hints.size() == 1);
    CHECK(read.hints[0] == "write the day too, such as `wed 14:00`, `day 1 14:00` or `2026-06-10 14:00`");
    Setting one_day = summer_sound();
    one_day.last = one_day.first;
    CHECK(read_as(parse_start("14:00", one_day)) == "2026-06-10T14:00");
    CHECK(read_as(parse_start("01:30", one_day)) == "2026-06-10T25:30");
    CHECK(read_as(parse_start("midnight", one_day)) == "2026-06-10T24:00");
    CHECK(read_as(parse_start("fri 14:00", summer_sound())) == "2026-06-12T14:00");
}

TEST_CASE("a day is anything that has no clock time, or a record's day") {
    const Setting setting = summer_sound();
    for (const char* text : {"2026-06-12", "fri", "day 3", "tomorrow", "12 jun", "doors", "after-party", "in 1 day"})
        CHECK_MESSAGE(to_text(*parse_day(text, setting)) == "2026-06-12", text);
    CHECK(to_text(*parse_day("now", seen_at("2026-06-12T01:30"))) == "2026-06-11");
    const auto timed = parse_day("fri 01:30", setting);
    CHECK(timed.error == "`fri 01:30` has a clock time where only a day is wanted");
    CHECK(timed.hints.front() == "write `2026-06-12`");
    CHECK(!parse_day("14:00", setting));
    CHECK(!parse_day("", setting));
}

TEST_CASE("a weekday that the event has is the event's, whatever its time frames have") {
    Setting setting = summer_sound();
    setting.timeframes = [] {
        return std::vector<Days>{{"Load-in", *parse_date("2026-06-03"), *parse_date("2026-06-09")}};
    };
    CHECK(read_as(parse_entry("fri 14:00", setting)) == "2026-06-12T14:00");
    CHECK(read_as(parse_entry("sat", setting)) == "2026-06-13");
    CHECK(read_as(parse_entry("tue", setting)) == "2026-06-09");
}

TEST_CASE("a shift has a sign or is forward") {
    CHECK(*parse_shift("15m") == 900);
    CHECK(*parse_shift("+15m") == 900);
    CHECK(*parse_shift("-1h30m") == -5400);
    CHECK(*parse_shift("- 30m") == -1800);
    CHECK(parse_shift("-2:30").hints.front() == "write `-2h30m` for hours and minutes");
    CHECK(parse_shift("-15").hints.front() == "write `-15m` for minutes, `-15h` for hours");
    for (const char* text : {"", "-", "+", "--15m", "+-15m", "soon"}) CHECK_MESSAGE(!parse_shift(text), text);
}
