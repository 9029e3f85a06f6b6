#include "time/duration.h"

#include <doctest/doctest.h>

using namespace backops::time;

namespace {

std::int64_t seconds(const char* text) {
    const auto read = parse_duration(text);
    return read ? read->seconds : -1;
}

}  // namespace

TEST_CASE("durations are read in all their forms") {
    CHECK(seconds("90m") == 5400);
    CHECK(seconds("1h30") == 5400);
    CHECK(seconds("1h30m") == 5400);
    CHECK(seconds("2h") == 7200);
    CHECK(seconds("45s") == 45);
    CHECK(seconds("2m30s") == 150);
    CHECK(seconds("1:02:30") == 3750);
    CHECK(seconds("PT90M") == 5400);
    CHECK(seconds("pt1h30m") == 5400);
    CHECK(seconds("P1DT2H") == 26 * 3600);
    CHECK(seconds("2d") == 48 * 3600);
    CHECK(seconds("1D2H") == 26 * 3600);
    CHECK(seconds("0m") == 0);
    CHECK(seconds("400d") == 400 * 86400);
}

TEST_CASE("a duration's text is the shortest and is read back as the same") {
    CHECK(to_text(Duration{5400}) == "1h30m");
    CHECK(to_text(Duration{26 * 3600}) == "26h");
    CHECK(to_text(Duration{0}) == "0m");
    CHECK(to_text(Duration{3630}) == "1h30s");
    int wrong = 0;
    for (std::int64_t length = 0; length <= 400 * 86400; length += length < 100000 ? 1 : 9973) {
        const auto read = parse_duration(to_text(Duration{length}));
        wrong += !read || read->seconds != length;
    }
    CHECK(wrong == 0);
}

TEST_CASE("two parts are not guessed at") {
    const auto read = parse_duration("2:30");
    CHECK(read.error == "`2:30` can be read as hours and minutes or as minutes and seconds");
    REQUIRE(read.hints.size() == 2);
    CHECK(read.hints[0] == "write `2h30m` for hours and minutes");
    CHECK(read.hints[1] == "write `2m30s` for minutes and seconds");
}

TEST_CASE("a bare number needs a unit") {
    const auto read = parse_duration("90");
    CHECK(read.error == "`90` has no unit");
    REQUIRE(read.hints.size() == 1);
    CHECK(read.hints[0] == "write `90m` for minutes, `90h` for hours");
}

TEST_CASE("other ways to write a duration are answered with ours") {
    for (const auto& one : {std::pair{"90 min", "write `1h30m`"},
                            {"1 hour 30 minutes", "write `1h30m`"},
                            {"1.5h", "write `1h30m`"},
                            {"1,5h", "write `1h30m`"},
                            {"1h 30m", "write `1h30m`"},
                            {"2m30", "write `2m30s`"},
                            {"-15m", "write `15m`"},
                            {"９０m", "write `1h30m`"}}) {
        const auto read = parse_duration(one.first);
        CAPTURE(one.first);
        CHECK(!read);
        REQUIRE(!read.hints.empty());
        CHECK(read.hints.front() == one.second);
    }
}

TEST_CASE("what is no duration, or too long a one, is refused") {
    for (const char* text : {"",        " ",    "m",    "h30m", "30m1h",   "1h1h",         "1w",     "P",
                             "PT",      "P1H",  "PT1D", "P1DT", "1h30m10", "99999999999h", "1:2:30", "1:60:00",
                             "1:00:60", "1e3m", "h",    "foo",  "1hm",     "::",           "1h-5m"}) {
        const auto read = parse_duration(text);
        CAPTURE(text);
        CHECK(!read);
        CHECK(!read.error.empty());
        CHECK(!read.hints.empty());
    }
    CHECK(parse_duration("401d").error == "`401d` is longer than 400 days");
    CHECK(parse_duration("400d1s").error == "`400d1s` is longer than 400 days");
}
