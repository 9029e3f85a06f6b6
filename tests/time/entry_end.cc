#include <doctest/doctest.h>

#include "summer_sound.h"

using namespace backops::time;

namespace {

backops::text::Parsed<Entered> end(std::string_view text, std::string_view start) {
    return parse_end(text, *parse_entry(start, summer_sound()), summer_sound());
}

std::string ends(std::string_view text, std::string_view start) { return read_as(end(text, start)); }

}  // namespace

TEST_CASE("a clock time alone is the first such time after the start") {
    CHECK(ends("15:30", "fri 14:00") == "2026-06-12T15:30");
    CHECK(ends("3:30pm", "fri 14:00") == "2026-06-12T15:30");
    CHECK(ends("00:45", "fri 23:00") == "2026-06-13T00:45");
    CHECK(ends("midnight", "fri 23:00") == "2026-06-12T24:00");
    CHECK(ends("13:00", "fri 14:00") == "2026-06-13T13:00");
}

TEST_CASE("an end that is equal to the start is a moment, in whatever way it is written") {
    CHECK(ends("14:00", "fri 14:00") == "2026-06-12T14:00");
    CHECK(ends("2pm", "fri 14:00") == "2026-06-12T14:00");
    CHECK(ends("fri 14:00", "fri 14:00") == "2026-06-12T14:00");
    CHECK(ends("01:30", "fri 01:30") == "2026-06-12T25:30");
    CHECK(ends("25:30", "fri 01:30") == "2026-06-12T25:30");
    CHECK(ends("2026-06-13T01:30", "fri 01:30") == "2026-06-13T01:30");
}

TEST_CASE("24 hours are said so") {
    CHECK(ends("10:00+1", "fri 10:00") == "2026-06-12T34:00");
    CHECK(ends("07:30+1", "fri 07:30") == "2026-06-12T31:30");
    CHECK(ends("24:00", "2026-06-12 00:00") == "2026-06-12T24:00");
    CHECK(ends("sat 14:00", "fri 14:00") == "2026-06-13T14:00");
}

TEST_CASE("after a start written past midnight the end is written on the same date") {
    CHECK(ends("03:00", "fri 01:30") == "2026-06-12T27:00");
    CHECK(ends("27:00", "fri 01:30") == "2026-06-12T27:00");
    CHECK(ends("03:00+1", "fri 01:30") == "2026-06-12T27:00");
    CHECK(ends("14:00", "fri 01:30") == "2026-06-13T14:00");
}

TEST_CASE("an end past midnight belongs to the start's show day") {
    CHECK(ends("25:30", "fri 14:00") == "2026-06-12T25:30");
    CHECK(ends("01:30+1", "fri 14:00") == "2026-06-12T25:30");
    CHECK(ends("29:30", "fri 05:00") == "2026-06-12T29:30");
    CHECK(ends("25:30", "2026-06-13 01:00") == "2026-06-12T25:30");
    CHECK(ends("26:00", "2026-06-13 03:00") == "2026-06-13T26:00");
}

TEST_CASE("an end with a day is read as any time is") {
    CHECK(ends("sat 10:00", "fri 14:00") == "2026-06-13T10:00");
    CHECK(ends("fri 02:00", "fri 14:00") == "2026-06-12T26:00");
    CHECK(ends("2026-06-13T02:00", "fri 14:00") == "2026-06-13T02:00");
    CHECK(ends("doors", "fri 14:00") == "2026-06-12T18:00");
}

TEST_CASE("an end that does not follow its start is refused with one that does") {
    const auto before = end("fri 13:00", "fri 14:00");
    CHECK(before.error == "`fri 13:00` is before the start, fri 12 jun 2026 14:00");
    CHECK(before.hints.front() == "write a later end, such as `2026-06-12T15:00`");
    CHECK(!end("thu", "fri 14:00"));
    CHECK(!end("2026-06-13T01:29", "fri 01:30"));
}

TEST_CASE("an end without a clock time asks for one") {
    const auto day = end("sat", "fri 14:00");
    CHECK(day.error == "`sat` has no clock time, and the start has one");
    CHECK(day.hints.front() == "write the time too, such as `sat 23:00`");
}

TEST_CASE("a length is answered with the end that it gives") {
    const auto length = end("90m", "fri 14:00");
    CHECK(length.error == "`90m` is a length of time, not a point in it");
    CHECK(length.hints.front() == "write the end, `2026-06-12T15:30`");
}

TEST_CASE("an all-day end is a day, inclusive") {
    CHECK(ends("sun", "fri") == "2026-06-14");
    CHECK(ends("fri", "fri") == "2026-06-12");
    CHECK(end("thu", "fri").error == "`thu` is before the start, fri 12 jun 2026");
    CHECK(end("sat 10:00", "fri").error == "`sat 10:00` has a clock time, and the start is a whole day");
    CHECK(end("sat 10:00", "fri").hints.front() == "write the last day, such as `2026-06-13`");
    CHECK(end("10:00", "fri").hints.front() == "write the last day, such as `2026-06-12`");
}
