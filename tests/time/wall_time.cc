#include "time/wall_time.h"

#include <doctest/doctest.h>

#include <string>

using namespace backops::time;

namespace {

WallTime at(const char* text) { return *parse_wall_time(text); }

struct Refused {
    const char* text;
    const char* error;
    const char* hint;
};

}  // namespace

TEST_CASE("a wall time's text is read back as written, hours past 24 too") {
    int wrong = 0;
    for (int day : {-25567, 0, 20616, 376199})
        for (int seconds = 0; seconds < 36 * 3600; seconds += 61) {
            const WallTime time{Date{day}, seconds};
            const auto read = parse_wall_time(to_text(time));
            wrong += !read || *read != time;
        }
    CHECK(wrong == 0);
}

TEST_CASE("a blank may stand for the T, and seconds are read and written when there are any") {
    CHECK(at("2026-06-12 14:00") == at("2026-06-12T14:00"));
    CHECK(to_text(at("2026-06-12T14:00:30")) == "2026-06-12T14:00:30");
    CHECK(to_text(at("2026-06-12T14:00:00")) == "2026-06-12T14:00");
}

TEST_CASE("a time past midnight keeps its date and is a moment of the next") {
    const WallTime late = at("2026-06-12T28:30");
    CHECK(to_text(late) == "2026-06-12T28:30");
    CHECK(to_text(calendar(late)) == "2026-06-13T04:30");
    CHECK(linear(late) == linear(at("2026-06-13T04:30")));
    CHECK(late != at("2026-06-13T04:30"));
    CHECK(to_text(calendar(at("2026-12-31T24:00"))) == "2027-01-01T00:00");
}

TEST_CASE("linear seconds before 1970 come back as the same time") {
    CHECK(from_linear(-1) == WallTime{Date{-1}, day_seconds - 1});
    CHECK(from_linear(linear(at("1900-01-01T00:00"))) == at("1900-01-01T00:00"));
}

TEST_CASE("a time is written on a date within that date's 36 hours, else on its own") {
    const Date friday = *parse_date("2026-06-12");
    CHECK(to_text(written_on(friday, at("2026-06-13T01:30"))) == "2026-06-12T25:30");
    CHECK(to_text(written_on(friday, at("2026-06-13T11:59:59"))) == "2026-06-12T35:59:59");
    CHECK(to_text(written_on(friday, at("2026-06-13T12:00"))) == "2026-06-13T12:00");
    CHECK(to_text(written_on(friday, at("2026-06-11T23:59"))) == "2026-06-11T23:59");
    CHECK(to_text(written_on(friday, at("2026-06-11T25:00"))) == "2026-06-12T01:00");
}

TEST_CASE("a show day begins at day_start, and a time written past midnight belongs to its date") {
    const std::int32_t four = 4 * 3600;
    CHECK(to_text(show_day(at("2026-06-12T04:00"), four)) == "2026-06-12");
    CHECK(to_text(show_day(at("2026-06-12T03:59"), four)) == "2026-06-11");
    CHECK(to_text(show_day(at("2026-06-12T28:30"), four)) == "2026-06-12");
    CHECK(to_text(show_day(at("2026-06-12T24:00"), 0)) == "2026-06-12");
    CHECK(to_text(show_day(at("2026-06-12T00:00"), 0)) == "2026-06-12");
}

TEST_CASE("the clock on a day says how many days later or earlier it is") {
    const Date friday = *parse_date("2026-06-12");
    CHECK(clock_on(friday, at("2026-06-12T14:00")) == "14:00");
    CHECK(clock_on(friday, at("2026-06-12T25:30")) == "01:30+1");
    CHECK(clock_on(friday, at("2026-06-13T01:30")) == "01:30+1");
    CHECK(clock_on(friday, at("2026-06-11T23:00")) == "23:00-1");
    CHECK(clock_on(friday, at("2026-06-15T10:00")) == "10:00+3");
}

TEST_CASE("clock times go to 35:59:59 and are written with two digits") {
    CHECK(parse_clock("9:30") == 34200);
    CHECK(parse_clock("35:59:59") == 36 * 3600 - 1);
    CHECK(clock_text(34200) == "09:30");
    CHECK(clock_text(0) == "00:00");
    for (const char* text : {"", "36:00", "14", "14:", "14:6", "14:60", "14:00:60", "14:00:", "14:00 ", "-1:00",
                             "014:00", "14:000", "14.00", "2pm"})
        CHECK_MESSAGE(!parse_clock(text), text);
}

TEST_CASE("a text that is no wall time says why and what to write") {
    const Refused cases[] = {
        {"2pm", "`2pm` has no date", "write the date before it, as in `2026-06-12T14:00`"},
        {"9:30", "`9:30` has no date", "write the date before it, as in `2026-06-12T09:30`"},
        {"2026-06-12", "`2026-06-12` has no clock time", "write a time after it, as in `2026-06-12T14:00`"},
        {"2026-06-12T", "`2026-06-12T` has no clock time", "write a time after it, as in `2026-06-12T14:00`"},
        {"2026-02-30T10:00", "`2026-02-30` is no day: feb 2026 has 28 days", "did you mean `2026-02-28T10:00`?"},
        {"2026-06-00T10:00", "`2026-06-00` is no day: jun 2026 has 30 days", "did you mean `2026-06-01T10:00`?"},
        {"2026-6-2T9:00", "`2026-6-2` needs two digits each for month and day", "write `2026-06-02T09:00`"},
        {"2026-06-02T9:00", "`9:00` needs two digits for the hour", "write `2026-06-02T09:00`"},
        {"2026-06-02T09:5", "`09:5` needs two digits for the minute", "write `2026-06-02T09:05`"},
        {"2026-06-12T1400", "`1400` is a bare number, not a time", "write `2026-06-12T14:00`"},
        {"13/06/2026 14:00", "`13/06/2026` does not begin with the year", "write `2026-06-13T14:00`"},
        {"2026/06/12 14:00", "`2026/06/12` is not joined with hyphens", "write `2026-06-12T14:00`"},
        {"2026-06-12T36:00", "the hour 36 is past 35, the last that a date may have", "write `2026-06-13T12:00`"},
        {"2026-06-12T14:00Z", "`14:00Z` names an offset from UTC; times are wall times, as a clock there shows them",
         "write the time as a clock at the place shows it, without the offset"},
        {"2026-06-12T14:00:30-05:00",
         "`14:00:30-05:00` names an offset from UTC; times are wall times, as a clock there shows them",
         "write the time as a clock at the place shows it, without the offset"},
        {"2026-06-12T14:00 sharp", "`sharp` follows the time in `14:00 sharp`",
         "write the date and the time as in `2026-06-12T14:00`"},
        {"2026-06-12T01:30+1", "`01:30+1` is not written as on a 24-hour clock", "write `2026-06-12T25:30`"},
        {"２０２６-06-12T１４:00", "`２０２６-06-12T１４:00` has digits or signs that are not the plain ones",
         "write `2026-06-12T14:00`"},
        {" 2026-06-12T14:00", "` 2026-06-12T14:00` has blanks around it", "write `2026-06-12T14:00`"},
    };
    for (const Refused& one : cases) {
        const auto read = parse_wall_time(one.text);
        CAPTURE(one.text);
        CHECK(!read);
        CHECK(read.error == one.error);
        REQUIRE(!read.hints.empty());
        CHECK(read.hints.front() == one.hint);
    }
}

TEST_CASE("a date that can be read in two orders gives both") {
    const auto read = parse_wall_time("12/06/2026 14:00");
    REQUIRE(read.hints.size() == 2);
    CHECK(read.hints[0] == "write `2026-06-12T14:00`");
    CHECK(read.hints[1] == "write `2026-12-06T14:00`");
}

TEST_CASE("years, months, minutes and seconds out of range are named") {
    CHECK(parse_wall_time("1899-12-31T10:00").error == "the year 1899 of `1899-12-31` is outside 1900 to 2999");
    CHECK(parse_wall_time("3000-01-01T10:00").error == "the year 3000 of `3000-01-01` is outside 1900 to 2999");
    CHECK(parse_wall_time("2026-13-01T10:00").error == "`2026-13-01` is no date: months are 01 to 12");
    CHECK(parse_wall_time("2026-06-12T14:60").error == "`14:60` is no time: minutes go to 59");
    CHECK(parse_wall_time("2026-06-12T14:00:60").error == "`14:00:60` is no time: seconds go to 59");
}

TEST_CASE("whatever the text, a refusal has a message and a hint") {
    std::string text = "2026-06-12T14:00";
    for (std::size_t at = 0; at < text.size(); ++at)
        for (int byte = 0; byte < 256; ++byte) {
            std::string odd = text;
            odd[at] = static_cast<char>(byte);
            const auto read = parse_wall_time(odd);
            if (!read && (read.error.empty() || read.hints.empty())) FAIL("no message for " << odd);
            if (read && to_text(*read) != odd && odd[10] == 'T') FAIL("read " << odd << " as " << to_text(*read));
        }
    for (std::size_t length = 0; length < text.size(); ++length) CHECK(!parse_wall_time(text.substr(0, length)));
}
