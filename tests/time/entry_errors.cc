#include <doctest/doctest.h>

#include "summer_sound.h"

using namespace backops::time;

namespace {

struct Refused {
    const char* text;
    const char* error;
    std::vector<std::string> hints;
};

const char* const anything = "write a time such as `wed 14:00`, `day 1 14:00` or `2026-06-10 14:00`";

void check_all(const std::vector<Refused>& cases, const Setting& setting) {
    for (const Refused& one : cases) {
        CAPTURE(one.text);
        const auto read = parse_entry(one.text, setting);
        CHECK(!read);
        CHECK(read.error == one.error);
        CHECK(read.hints == one.hints);
    }
}

}  // namespace

TEST_CASE("a weekday that is there twice lists both, and one that is not there says which days are") {
    Setting two = summer_sound();
    two.first = *parse_date("2026-06-03");
    check_all({{"fri 14:00",
                "`fri` can be fri 5 jun 2026 (the event) and fri 12 jun 2026 (the event)",
                {"write `2026-06-05T14:00`", "write `2026-06-12T14:00`"}},
               {"Friday 01:30",
                "`Friday` can be fri 5 jun 2026 (the event) and fri 12 jun 2026 (the event)",
                {"write `2026-06-05T25:30`", "write `2026-06-12T25:30`"}},
               {"fir 14:00",
                "`fir` in `fir 14:00` is no time",
                {"did you mean `2026-06-05T14:00`?", "did you mean `2026-06-12T14:00`?"}},
               {"fri 9:5",
                "`9:5` needs two digits for the minute",
                {"write `2026-06-05T09:05`", "write `2026-06-12T09:05`", "write `2026-06-05T09:50`",
                 "write `2026-06-12T09:50`"}}},
              two);
    two = summer_sound();
    two.timeframes = [] {
        return std::vector<Days>{{"Load-in", *parse_date("2026-06-01"), *parse_date("2026-06-09")}};
    };
    check_all({{"mon",
                "`mon` can be mon 1 jun 2026 (`Load-in`) and mon 8 jun 2026 (`Load-in`)",
                {"write `2026-06-01`", "write `2026-06-08`"}}},
              two);
    two.timeframes = nullptr;
    check_all({{"mon 14:00",
                "`mon` is none of the event's days, wed 10 – sun 14 jun 2026",
                {"write `2026-06-08T14:00`", "write `2026-06-15T14:00`"}},
               {"tue",
                "`tue` is none of the event's days, wed 10 – sun 14 jun 2026",
                {"write `2026-06-09`", "write `2026-06-16`"}}},
              two);
}

TEST_CASE("a day number outside the event says how many days it has") {
    check_all({{"day 0", "`day 0` is none of the event's 5 days", {"did you mean `day 1`?"}},
               {"day 6 10:00", "`day 6` is none of the event's 5 days", {"did you mean `day 5 10:00`?"}},
               {"day -1", "`day -1` is none of the event's 5 days", {"did you mean `day 1`?"}},
               {"day", "no number follows `day` in `day`", {"did you mean `day 1`?"}},
               {"day two 9:00", "no number follows `day` in `day two 9:00`", {"did you mean `day 1 9:00`?"}},
               {"day 14:00", "no number follows `day` in `day 14:00`", {"did you mean `day 1 14:00`?"}}},
              summer_sound());
}

TEST_CASE("a near miss is offered as the whole text to type") {
    check_all(
        {{"tomorow 9:30", "`tomorow` in `tomorow 9:30` is no time", {"did you mean `tomorrow 9:30`?"}},
         {"Wendesday 10:00", "`Wendesday` in `Wendesday 10:00` is no time", {"did you mean `wednesday 10:00`?"}},
         {"fryday at nooon", "`fryday` in `fryday at nooon` is no time", {"did you mean `friday noon`?"}},
         {"12 jnu 14:00", "`12` is a bare number, not a time", {anything}},
         {"dors", "`dors` is no time, and no activity or time frame has that id", {"did you mean `doors`?"}},
         {"dors + 30m", "no activity or time frame is called `dors`", {"did you mean `doors + 30m`?"}},
         {"party", "`party` is no time, and no activity or time frame has that id", {"did you mean `after-party`?"}}},
        summer_sound());
}

TEST_CASE("an offset from UTC is refused, with the time on the event's clock") {
    Setting setting = summer_sound();
    setting.zone = [] { return find_zone("Europe/Berlin"); };
    check_all({{"2026-06-12T14:00Z",
                "`14:00Z` names an offset from UTC; times are wall times, as a clock there shows them",
                {"write `2026-06-12T16:00`"}},
               {"2026-06-12T14:00+02:00",
                "`14:00+02:00` names an offset from UTC; times are wall times, as a clock there shows them",
                {"write `2026-06-12T14:00`"}},
               {"fri 14:00-0500",
                "`14:00-0500` names an offset from UTC; times are wall times, as a clock there shows them",
                {"write `2026-06-12T21:00`"}}},
              setting);
}

TEST_CASE("of a bare number where a day is wanted, the days that it can be are offered") {
    const Setting setting = summer_sound();
    const auto hints = [&](std::string_view text) {
        const auto day = parse_day(text, setting);
        CHECK_FALSE(day);
        CHECK(day.error == "`" + std::string(text) + "` is a bare number, not a day");
        return day.hints;
    };
    CHECK(hints("1") == std::vector<std::string>{"write `day 1`"});
    CHECK(hints("12") == std::vector<std::string>{"write `2026-06-12`"});
    CHECK(hints("7") == std::vector<std::string>{"write a day such as `wed`, `day 1` or `2026-06-10`"});
    Setting early = setting;
    early.first = *parse_date("2026-06-01");
    CHECK(parse_day("3", early).hints == std::vector<std::string>{"write `day 3`", "write `2026-06-03`"});
}

TEST_CASE("clock times that are none say what would be one") {
    check_all({{"14", "`14` is a bare number, not a time", {"write `14:00`"}},
               {"fri 1430", "`1430` is a bare number, not a time", {"write `fri 14:30`"}},
               {"14.30", "`14.30` is not written with a colon", {"write `14:30`"}},
               {"13pm", "`13pm` is no time: am and pm go with hours 1 to 12", {"write `13:00`"}},
               {"fri 0am", "`0am` is no time: am and pm go with hours 1 to 12", {"write `fri 00:00`"}},
               {"36:00", "`36:00` is no time: hours go to 35", {anything}},
               {"fri 24:60", "`24:60` is no time: minutes go to 59", {anything}},
               {"fri 14:00+1", "`14:00+1` is past the 36 hours that a day's times may have", {anything}},
               {"2h", "`2h` is a length of time, not a point in it", {"write `02:00`", "write `in 2h`"}},
               {"14:00 15:00", "`14:00 15:00` has two clock times", {"keep one of them"}}},
              summer_sound());
}

TEST_CASE("dates that are none say what would be one") {
    check_all({{"2026-06-31", "`2026-06-31` is no day: jun 2026 has 30 days", {"did you mean `2026-06-30`?"}},
               {"2026-6-2 9:00", "`2026-6-2` needs two digits each for month and day", {"write `2026-06-02 9:00`"}},
               {"12/06/2026 14:00",
                "`12/06/2026` does not begin with the year",
                {"write `2026-06-12 14:00`", "write `2026-12-06 14:00`"}},
               {"12.06.2026", "`12.06.2026` does not begin with the year", {"write `2026-06-12`"}},
               {"20260612", "`20260612` has no hyphens", {"write `2026-06-12`"}},
               {"31 jun", "`31 jun` is no day of 2026", {"did you mean `30 jun`?"}},
               {"1899-01-01", "the year 1899 of `1899-01-01` is outside 1900 to 2999", {anything}},
               {"sat 12 jun", "fri 12 jun 2026 is a fri, not a sat", {"did you mean `fri 12 jun`?"}},
               {"fri sat", "`fri sat` names two days", {"keep one of them"}},
               {"next friday", "`next friday` can mean two days", {"write `friday`"}},
               {"２０２６-06-12",
                "`２０２６-06-12` has digits or signs that are not the plain ones",
                {"write `2026-06-12`"}}},
              summer_sound());
}

TEST_CASE("distances and signs that are amiss say what to type") {
    check_all({{"in", "nothing follows `in`", {"write how long, as in `in 2 hours` or `in 3 days`"}},
               {"in 3", "`in 3` is no distance from now", {"write `in 3 hours`", "write `in 3 days`"}},
               {"in foo", "`in foo` is no distance from now", {"write how long, as in `in 2 hours` or `in 3 days`"}},
               {"doors+30m", "the sign in `doors+30m` needs a blank on either side", {"write `doors + 30m`"}},
               {"doors-30m", "the sign in `doors-30m` needs a blank on either side", {"write `doors - 30m`"}},
               {"doors -30m", "the sign in `doors -30m` needs a blank on either side", {"write `doors - 30m`"}},
               {"doors + 30", "`30` has no unit", {"write `doors + 30m` for minutes, `doors + 30h` for hours"}},
               {"fri + 2h", "`fri + 2h` counts from `fri`, which is no id of an activity or time frame", {anything}}},
              summer_sound());
}

TEST_CASE("an empty text and what is left of noise are no time") {
    check_all({{"", "a time is missing", {anything}}, {" , at", "a time is missing", {anything}}}, summer_sound());
}

TEST_CASE("every hint's text is understood, whatever was typed") {
    const Setting setting = summer_sound();
    const char* words[] = {"fri",    "monday", "day",  "2",     "9",    "14:00", "25:30",      "2pm",        "noon",
                           "+",      "-",      "2h",   "+1",    "in",   "next",  "week",       "jun",        "12",
                           "2026",   "at",     "now",  "doors", "dors", "hours", "2026-06-12", "2026-06-31", "t",
                           "14:00z", "",       "\xff", "é",     "last", "today", "days"};
    int wrong = 0;
    for (const char* first : words)
        for (const char* second : words)
            for (const char* third : words) {
                const std::string text = std::string(first) + ' ' + second + ' ' + third;
                const auto read = parse_entry(text, setting);
                if (read) continue;
                wrong += read.error.empty() || read.hints.empty();
                for (const std::string& hint : read.hints)
                    for (std::size_t begin = hint.find('`'); begin != hint.npos;) {
                        const std::size_t close = hint.find('`', begin + 1);
                        const std::string offered = hint.substr(begin + 1, close - begin - 1);
                        const bool understood = hint.starts_with("write a duration") || parse_entry(offered, setting);
                        if (!understood) MESSAGE(text << " is answered with " << offered);
                        wrong += !understood;
                        begin = hint.find('`', close + 1);
                    }
            }
    CHECK(wrong == 0);
}
