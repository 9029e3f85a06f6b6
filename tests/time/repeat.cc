#include "time/repeat.h"

#include <doctest/doctest.h>

using namespace backops::time;

namespace {

std::string rule_back(const char* text) {
    const auto rule = parse_rule(text);
    return rule ? to_text(*rule) : rule.error;
}

}  // namespace

TEST_CASE("a step is a unit with or without a number, and its text is read back") {
    CHECK(*parse_every("day") == Every{Unit::day, 1});
    CHECK(*parse_every("3 Weeks") == Every{Unit::week, 3});
    CHECK(*parse_every("1 month") == Every{Unit::month, 1});
    for (Unit unit : {Unit::day, Unit::week, Unit::month})
        for (int interval = 1; interval <= 999; ++interval)
            CHECK(*parse_every(to_text(Every{unit, interval})) == Every{unit, interval});
}

TEST_CASE("a step that is none is answered with one") {
    CHECK(parse_every("daily").hints.front() == "write `day`");
    CHECK(parse_every("days").hints.front() == "write `day`");
    CHECK(parse_every("year").hints.front() == "write `12 months`");
    CHECK(parse_every("weak").hints.front() == "did you mean `week`?");
    CHECK(parse_every("2 weaks").hints.front() == "did you mean `2 weeks`?");
    CHECK(parse_every("1000 days").hints.front() == "write a number from 1 to 999, as in `2 days`");
    for (const char* text : {"", "2", "two days", "-1 days", "1.5 days", "2days", "99999999999 days"})
        CHECK_MESSAGE(!parse_every(text), text);
}

TEST_CASE("a day to repeat on is read back from its text") {
    for (int day = 0; day < 7; ++day)
        for (int number = -5; number <= 5; ++number) {
            const On on{static_cast<Weekday>(day), number};
            CHECK(*parse_on(to_text(on)) == on);
        }
    for (int number = -31; number <= 31; ++number) {
        if (number == 0) continue;
        CHECK(*parse_on(to_text(On{{}, number})) == On{{}, number});
    }
    CHECK(*parse_on("Last Friday") == On{Weekday::fri, -1});
    CHECK(to_text(On{Weekday::tue, 2}) == "2 tue");
    CHECK(to_text(On{Weekday::fri, -1}) == "last fri");
}

TEST_CASE("a day that is none says what would be one") {
    CHECK(parse_on("2nd tue").hints.front() == "write `2 tue`");
    CHECK(parse_on("second tuesday").hints.front() == "write `2 tue`");
    CHECK(parse_on("15th").hints.front() == "write `15`");
    CHECK(parse_on("last day").hints.front() == "write `-1`");
    CHECK(parse_on("frii").hints.front() == "did you mean `fri`?");
    for (const char* text : {"", "0", "32", "-32", "6 fri", "0 fri", "last", "last last", "fri fri", "--1", "1 2"}) {
        CHECK_MESSAGE(!parse_on(text), text);
        CHECK(!parse_on(text).hints.empty());
    }
}

TEST_CASE("a rule is read into the texts of its keys") {
    const auto rule = parse_rule("2 weeks on mon, Friday until 2026-06-30 skip day 2, 12 jun fri week-start sunday");
    REQUIRE(rule);
    CHECK(rule->every == "2 weeks");
    CHECK(rule->on == std::vector<std::string>{"mon", "fri"});
    CHECK(rule->until == "2026-06-30");
    CHECK(rule->skip == std::vector<std::string>{"day 2", "12 jun", "fri"});
    CHECK(rule->week_start == "sun");
    CHECK(parse_rule("day until day 3")->until == "day 3");
}

TEST_CASE("a month takes days and weekdays together") {
    const auto rule = parse_rule("month on 2 tue last fri 15 -1");
    REQUIRE(rule);
    CHECK(rule->on == std::vector<std::string>{"2 tue", "last fri", "15", "-1"});
    CHECK(parse_rule("month on 2, tue")->on == std::vector<std::string>{"2", "tue"});
    CHECK(parse_rule("month on 15 fri")->on == std::vector<std::string>{"15", "fri"});
}

TEST_CASE("a rule that begins with `on` is plain dates") {
    CHECK(parse_rule("on 2026-06-12 2026-06-14")->dates == std::vector<std::string>{"2026-06-12", "2026-06-14"});
    CHECK(parse_rule("on day 2, 14 jun")->dates == std::vector<std::string>{"day 2", "14 jun"});
    CHECK(parse_rule("on 2026-06-12 count 2").error == "`count` cannot follow plain dates");
}

TEST_CASE("a rule's text is read back as the same rule") {
    for (const char* text :
         {"day", "day during show-days", "week on fri sat count 4", "2 weeks on mon until 2026-06-30 week-start sun",
          "month on last fri skip 2026-06-12 2026-07-03", "on 2026-06-12 2026-06-14", "month on 2, tue",
          "day skip day 2 fri", "month on 2 tue 15", "3 months on -1 count 12", "day until day 3",
          "day skip day 2, jun 5"}) {
        const auto rule = parse_rule(text);
        REQUIRE_MESSAGE(rule, text);
        CHECK(*parse_rule(to_text(*rule)) == *rule);
    }
    for (const std::vector<std::string>& on :
         {std::vector<std::string>{"2", "tue"}, {"2 tue", "fri"}, {"15", "fri"}, {"1", "2"}}) {
        const RuleText rule{"month", {}, on, {}, {}, {}, {}, {}};
        CHECK(*parse_rule(to_text(rule)) == rule);
    }
}

TEST_CASE("a rule that is none says which part") {
    CHECK(rule_back("") == "a repetition is missing");
    CHECK(rule_back("dya") == "`dya` is no step of a repetition");
    CHECK(rule_back("day untill sun") == "`untill` in `day untill sun` is no part of a repetition");
    CHECK(parse_rule("day untill sun").hints.front() == "did you mean `day until sun`?");
    CHECK(rule_back("day on") == "nothing follows `on`");
    CHECK(rule_back("on") == "nothing follows `on`");
    CHECK(rule_back("day on fri on sat") == "`on` is there twice");
    CHECK(rule_back("day until sun count 4") == "`until` and `count` cannot stand together");
    CHECK(rule_back("day count 0") == "`0` is no count");
    CHECK(rule_back("day count four") == "`four` is no count");
    CHECK(rule_back("week week-start 1") == "`1` is no weekday");
    CHECK(rule_back("day during load-in show-days") == "`load-in show-days` names more than one time frame");
    CHECK(rule_back("week on frii") == "`frii` is no day to repeat on");
}
