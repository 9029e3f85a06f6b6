#include "exchange/rrule.h"

#include <doctest/doctest.h>

#include <sstream>

#include "../schedule/plan_builder.h"

using namespace backops;
using backops::exchange::rrule_of;
using tests::date;

namespace {

std::vector<time::On> on(const std::string& words) {
    std::vector<time::On> all;
    std::istringstream stream(words);
    for (std::string word; std::getline(stream, word, ',');) all.push_back(*time::parse_on(word));
    return all;
}

// Of a series from Friday 12 June 2026.
std::string rule(const std::string& every, const std::string& days = "", int shift = 0,
                 time::Weekday week_start = time::Weekday::mon) {
    return rrule_of({*time::parse_every(every), on(days), week_start}, date("2026-06-12"), shift).value_or("none");
}

}  // namespace

TEST_CASE("each form of a repeat has its words") {
    CHECK(rule("day") == "FREQ=DAILY");
    CHECK(rule("3 days") == "FREQ=DAILY;INTERVAL=3");
    CHECK(rule("day", "mon,fri") == "FREQ=DAILY;BYDAY=MO,FR");
    CHECK(rule("week") == "FREQ=WEEKLY;WKST=MO;BYDAY=FR");
    CHECK(rule("week", "fri,sat") == "FREQ=WEEKLY;WKST=MO;BYDAY=FR,SA");
    CHECK(rule("2 weeks", "fri", 0, time::Weekday::sun) == "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=FR");
    CHECK(rule("month") == "FREQ=MONTHLY;BYMONTHDAY=12");
    CHECK(rule("month", "12,-1") == "FREQ=MONTHLY;BYMONTHDAY=12,-1");
    CHECK(rule("2 months", "2 fri,last fri") == "FREQ=MONTHLY;INTERVAL=2;BYDAY=2FR,-1FR");
    CHECK(rule("month", "fri") == "FREQ=MONTHLY;BYDAY=FR");
}

TEST_CASE("a day that is named twice is written once") {
    CHECK(rule("week", "fri,fri") == "FREQ=WEEKLY;WKST=MO;BYDAY=FR");
}

TEST_CASE("what is written past midnight is a rule of the next days") {
    CHECK(rule("day", "", 1) == "FREQ=DAILY");
    CHECK(rule("week", "fri,sun", 1) == "FREQ=WEEKLY;WKST=TU;BYDAY=SA,MO");
    CHECK(rule("week", "mon", -1) == "FREQ=WEEKLY;WKST=SU;BYDAY=SU");
}

TEST_CASE("there is no rule where readers would have other days") {
    CHECK(rule("month", "13,fri") == "none");
    CHECK(rule("month", "fri,2 fri") == "none");
    CHECK(rule("month", "12", 1) == "none");
}
