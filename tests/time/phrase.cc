#include "time/phrase.h"

#include <doctest/doctest.h>

using namespace backops::time;

namespace {

WallTime at(const char* text) { return *parse_wall_time(text); }
Date on(const char* text) { return *parse_date(text); }

}  // namespace

TEST_CASE("days are said with their weekday") {
    CHECK(long_day(on("2026-06-12")) == "fri 12 jun 2026");
    CHECK(short_day(on("2026-06-02")) == "tue 2 jun");
}

TEST_CASE("an interval within a day repeats nothing") {
    CHECK(span_text(at("2026-06-12T14:00"), at("2026-06-12T15:30")) == "fri 12 jun 2026 14:00–15:30");
    CHECK(span_text(at("2026-06-12T14:00:30"), at("2026-06-12T15:30")) == "fri 12 jun 2026 14:00:30–15:30");
}

TEST_CASE("an end after midnight says so, however it is written") {
    CHECK(span_text(at("2026-06-12T23:00"), at("2026-06-13T00:45")) == "fri 12 jun 2026 23:00–00:45+1");
    CHECK(span_text(at("2026-06-12T23:00"), at("2026-06-12T24:45")) == "fri 12 jun 2026 23:00–00:45+1");
}

TEST_CASE("a start past midnight is said both ways") {
    CHECK(span_text(at("2026-06-12T25:30"), std::nullopt) == "fri 12 jun 2026 25:30 (sat 13 jun 01:30)");
    CHECK(span_text(at("2026-06-12T25:30"), at("2026-06-13T03:00")) ==
          "fri 12 jun 2026 25:30–27:00 (sat 13 jun 01:30–03:00)");
}

TEST_CASE("a far end is said in full") {
    CHECK(span_text(at("2026-06-12T23:00"), at("2026-06-13T14:00")) == "fri 12 jun 2026 23:00 – sat 13 jun 2026 14:00");
    CHECK(span_text(at("2026-06-12T25:30"), at("2026-06-13T14:00")) ==
          "fri 12 jun 2026 25:30 (sat 13 jun 01:30) – sat 13 jun 2026 14:00");
}

TEST_CASE("a moment has no end") { CHECK(span_text(at("2026-06-12T18:00"), {}) == "fri 12 jun 2026 18:00"); }

TEST_CASE("stretches of days leave out what both ends share") {
    CHECK(days_text(on("2026-06-12"), on("2026-06-12")) == "fri 12 jun 2026");
    CHECK(days_text(on("2026-06-12"), on("2026-06-14")) == "fri 12 – sun 14 jun 2026");
    CHECK(days_text(on("2026-06-30"), on("2026-07-02")) == "tue 30 jun – thu 2 jul 2026");
    CHECK(days_text(on("2026-12-31"), on("2027-01-01")) == "thu 31 dec 2026 – fri 1 jan 2027");
}

TEST_CASE("only the event's days have a number") {
    const Date first = on("2026-06-10"), last = on("2026-06-14");
    CHECK(day_number(on("2026-06-11"), first, last) == "day 2 of 5");
    CHECK(day_number(first, first, last) == "day 1 of 5");
    CHECK(!day_number(on("2026-06-09"), first, last));
    CHECK(!day_number(on("2026-06-15"), first, last));
}
