#include "time/recurrence.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

using namespace backops::time;

namespace {

Date day(std::string_view text) {
    const auto date = parse_date(text);
    REQUIRE_MESSAGE(date.has_value(), std::string(text));
    return *date;
}

/// `2 weeks on tue sun week-start sun count 4`, with dates in full.
Rule rule(std::string_view text) {
    const auto parts = parse_rule(text);
    REQUIRE_MESSAGE(parts, parts.error);
    Rule rule;
    rule.every = *parse_every(parts->every);
    for (const auto& on : parts->on) rule.on.push_back(*parse_on(on));
    for (const auto& date : parts->skip) rule.skip.push_back(day(date));
    if (!parts->until.empty()) rule.until = day(parts->until);
    if (!parts->count.empty()) rule.count = std::stoi(parts->count);
    if (!parts->week_start.empty()) rule.week_start = *parse_weekday(parts->week_start);
    return rule;
}

/// The dates in a line, the year only where it is another than before.
std::string line_of(const std::vector<Date>& dates) {
    std::string line, year;
    for (const Date date : dates) {
        const std::string text = to_text(date);
        line += (line.empty() ? "" : " ") + (text.substr(0, 4) == year ? text.substr(5) : text);
        year = text.substr(0, 4);
    }
    return line;
}

std::string within(std::string_view text, std::string_view start, std::string_view first, std::string_view last) {
    return line_of(dates_within(rule(text), day(start), day(first), day(last)));
}

std::string next(std::string_view text, std::string_view start, std::string_view from) {
    const auto date = next_on_or_after(rule(text), day(start), day(from));
    return date ? to_text(*date) : "none";
}

bool starts_in(std::string_view text, std::string_view start) { return starts_in_rule(rule(text), day(start)); }

}  // namespace

TEST_CASE("a daily series falls on every day from its start on") {
    CHECK(within("day", "2026-06-12", "2026-06-12", "2026-06-15") == "2026-06-12 06-13 06-14 06-15");
    CHECK(within("day", "2026-06-12", "2026-06-10", "2026-06-13") == "2026-06-12 06-13");
    CHECK(within("day", "2026-06-12", "2026-06-01", "2026-06-11").empty());
    CHECK(within("day", "2026-12-30", "2026-12-01", "2027-01-01") == "2026-12-30 12-31 2027-01-01");
}

TEST_CASE("an interval of days is counted from the start, not from the window") {
    CHECK(within("3 days", "2026-06-12", "2026-06-13", "2026-06-25") == "2026-06-15 06-18 06-21 06-24");
    CHECK(within("2 days", "2028-02-27", "2028-02-01", "2028-03-04") == "2028-02-27 02-29 03-02 03-04");
    CHECK(within("2 days", "2026-02-27", "2026-02-01", "2026-03-04") == "2026-02-27 03-01 03-03");
    CHECK(within("999 days", "2026-01-01", "2026-01-02", "2028-12-31") == "2028-09-26");
}

TEST_CASE("weekdays filter a daily series") {
    CHECK(within("day on fri sat sun", "2026-06-12", "2026-06-12", "2026-06-21") ==
          "2026-06-12 06-13 06-14 06-19 06-20 06-21");
    CHECK(within("2 days on mon", "2026-06-01", "2026-06-01", "2026-07-31") == "2026-06-01 06-15 06-29 07-13 07-27");
    CHECK(within("7 days on tue", "2026-06-01", "2026-06-01", "2999-12-31").empty());
}

TEST_CASE("a weekly series without days falls on the weekday of its start") {
    CHECK(within("week", "2026-06-12", "2026-06-12", "2026-07-03") == "2026-06-12 06-19 06-26 07-03");
    CHECK(within("2 weeks", "2026-06-12", "2026-06-01", "2026-07-16") == "2026-06-12 06-26 07-10");
    CHECK(within("2 weeks on thu", "2026-12-24", "2026-12-01", "2027-01-31") == "2026-12-24 2027-01-07 01-21");
}

TEST_CASE("a weekly series falls on each of its weekdays, but not before its start") {
    CHECK(within("week on fri sat", "2026-06-12", "2026-06-01", "2026-06-27") ==
          "2026-06-12 06-13 06-19 06-20 06-26 06-27");
    CHECK(within("week on thu fri", "2026-06-12", "2026-06-01", "2026-06-26") == "2026-06-12 06-18 06-19 06-25 06-26");
    CHECK(within("week on mon tue wed thu fri sat sun", "2026-06-12", "2026-06-01", "2026-06-14") ==
          "2026-06-12 06-13 06-14");
    CHECK(within("3 weeks on mon wed", "2026-06-03", "2026-06-01", "2026-07-19") ==
          "2026-06-03 06-22 06-24 07-13 07-15");
}

TEST_CASE("the first day of the week decides which weeks a series of 2 weeks takes") {
    CHECK(within("2 weeks on tue sun count 4", "2026-06-02", "2026-06-01", "2026-12-31") ==
          "2026-06-02 06-07 06-16 06-21");
    CHECK(within("2 weeks on tue sun count 4 week-start sun", "2026-06-02", "2026-06-01", "2026-12-31") ==
          "2026-06-02 06-14 06-16 06-28");
    CHECK(within("2 weeks on mon", "2026-06-03", "2026-06-01", "2026-07-12") == "2026-06-15 06-29");
    CHECK(within("2 weeks on mon week-start wed", "2026-06-03", "2026-06-01", "2026-07-12") ==
          "2026-06-08 06-22 07-06");
    CHECK(within("2 weeks on mon week-start thu", "2026-06-03", "2026-06-01", "2026-07-12") == "2026-06-15 06-29");
}

TEST_CASE("the first day of the week does not matter to a series of every week") {
    CHECK(within("week on sun mon", "2026-06-03", "2026-06-01", "2026-06-15") == "2026-06-07 06-08 06-14 06-15");
    CHECK(within("week on sun mon week-start sun", "2026-06-03", "2026-06-01", "2026-06-15") ==
          "2026-06-07 06-08 06-14 06-15");
}

TEST_CASE("a monthly series without days falls on the start's day and passes over months without it") {
    CHECK(within("month", "2026-06-12", "2026-06-13", "2026-08-31") == "2026-07-12 08-12");
    CHECK(within("month", "2026-01-31", "2026-01-01", "2026-12-31") ==
          "2026-01-31 03-31 05-31 07-31 08-31 10-31 12-31");
    CHECK(within("month", "2026-01-30", "2026-01-01", "2026-04-30") == "2026-01-30 03-30 04-30");
    CHECK(within("13 months", "2026-01-15", "2026-01-16", "2028-12-31") == "2027-02-15 2028-03-15");
}

TEST_CASE("a yearly series on a leap day comes in leap years only") {
    CHECK(within("12 months", "2024-02-29", "2024-01-01", "2033-12-31") == "2024-02-29 2028-02-29 2032-02-29");
    CHECK(within("12 months", "2096-02-29", "2096-03-01", "2105-12-31") == "2104-02-29");
    CHECK(within("12 months", "1996-02-29", "1996-03-01", "2003-12-31") == "2000-02-29");
}

TEST_CASE("days of the month count from its beginning or from its end") {
    CHECK(within("month on 15 -1", "2026-01-15", "2026-01-01", "2026-03-31") ==
          "2026-01-15 01-31 02-15 02-28 03-15 03-31");
    CHECK(within("month on -1", "2028-01-31", "2028-01-01", "2028-03-31") == "2028-01-31 02-29 03-31");
    CHECK(within("3 months on -1", "2026-01-31", "2026-01-01", "2026-12-31") == "2026-01-31 04-30 07-31 10-31");
    CHECK(within("month on -31", "2026-01-01", "2026-01-01", "2026-07-31") == "2026-01-01 03-01 05-01 07-01");
    CHECK(within("month on -29", "2027-01-03", "2027-01-01", "2027-04-30") == "2027-01-03 03-03 04-02");
    CHECK(within("month on -29", "2027-01-03", "2028-02-01", "2028-02-29") == "2028-02-01");
}

TEST_CASE("weekdays of the month count from its beginning or from its end") {
    CHECK(within("month on 2 tue", "2026-06-09", "2026-06-01", "2026-09-30") == "2026-06-09 07-14 08-11 09-08");
    CHECK(within("month on last fri", "2026-06-26", "2026-06-01", "2026-09-30") == "2026-06-26 07-31 08-28 09-25");
    CHECK(within("month on -2 sun", "2026-06-21", "2026-06-01", "2026-08-31") == "2026-06-21 07-19 08-23");
    CHECK(within("12 months on 1 mon", "2026-09-07", "2026-09-08", "2028-12-31") == "2027-09-06 2028-09-04");
}

TEST_CASE("a fifth weekday comes only in months that have one") {
    CHECK(within("month on 5 fri", "2026-05-29", "2026-05-01", "2026-12-31") == "2026-05-29 07-31 10-30");
    CHECK(within("month on -5 fri", "2026-05-01", "2026-05-01", "2026-12-31") == "2026-05-01 07-03 10-02");
}

TEST_CASE("a plain weekday in months is every such weekday") {
    CHECK(within("2 months on mon", "2026-06-01", "2026-06-01", "2026-09-30") ==
          "2026-06-01 06-08 06-15 06-22 06-29 08-03 08-10 08-17 08-24 08-31");
}

TEST_CASE("the days that a rule names unite, and each comes once") {
    CHECK(within("month on 31 -1", "2026-01-31", "2026-01-01", "2026-04-30") == "2026-01-31 02-28 03-31 04-30");
    CHECK(within("month on mon 1 mon", "2026-06-01", "2026-06-01", "2026-06-30") ==
          "2026-06-01 06-08 06-15 06-22 06-29");
    CHECK(within("month on 13 fri", "2026-03-06", "2026-06-01", "2026-06-30") == "2026-06-05 06-12 06-13 06-19 06-26");
    CHECK(within("week on fri fri", "2026-06-12", "2026-06-01", "2026-06-20") == "2026-06-12 06-19");
    CHECK(within("month on 31 -1 count 3", "2026-01-31", "2026-01-01", "2026-12-31") == "2026-01-31 02-28 03-31");
}

TEST_CASE("a series takes in the day that it lasts until") {
    CHECK(within("day until 2026-06-14", "2026-06-12", "2026-06-01", "2026-06-30") == "2026-06-12 06-13 06-14");
    CHECK(within("day until 2026-06-12", "2026-06-12", "2026-06-01", "2026-06-30") == "2026-06-12");
    CHECK(within("day until 2026-06-11", "2026-06-12", "2026-06-01", "2026-06-30").empty());
    CHECK(within("2 weeks on sat sun until 2026-06-27", "2026-06-13", "2026-06-01", "2026-07-31") ==
          "2026-06-13 06-14 06-27");
    CHECK(within("month until 2026-08-11", "2026-06-12", "2026-06-01", "2026-12-31") == "2026-06-12 07-12");
    CHECK(within("month until 2026-08-12", "2026-06-12", "2026-06-01", "2026-12-31") == "2026-06-12 07-12 08-12");
}

TEST_CASE("a count ends the series wherever the window lies") {
    CHECK(within("day count 3", "2026-06-12", "2026-06-01", "2026-06-30") == "2026-06-12 06-13 06-14");
    CHECK(within("day count 3", "2026-06-12", "2026-06-14", "2026-06-30") == "2026-06-14");
    CHECK(within("day count 3", "2026-06-12", "2026-06-15", "2026-06-30").empty());
    CHECK(within("3 days count 4", "2026-06-12", "2026-06-01", "2026-07-31") == "2026-06-12 06-15 06-18 06-21");
    CHECK(within("2 days on mon count 3", "2026-06-01", "2026-06-02", "2026-12-31") == "2026-06-15 06-29");
    CHECK(within("week on fri sat count 4", "2026-06-12", "2026-06-20", "2026-06-30") == "2026-06-20");
    CHECK(within("month on 5 fri count 2", "2026-05-29", "2026-05-01", "2026-12-31") == "2026-05-29 07-31");
    CHECK(within("month count 3", "2026-01-31", "2026-05-01", "2026-12-31") == "2026-05-31");
}

TEST_CASE("days of the first week or month that lie before the start use up no count") {
    CHECK(within("week on thu fri count 3", "2026-06-12", "2026-06-01", "2026-12-31") == "2026-06-12 06-18 06-19");
    CHECK(within("month on 1 15 28 count 3", "2026-06-15", "2026-06-01", "2026-12-31") == "2026-06-15 06-28 07-01");
}

TEST_CASE("a start that its rule leaves out is no occurrence and uses up no count") {
    CHECK(within("day on sat sun count 3", "2026-06-12", "2026-06-01", "2026-12-31") == "2026-06-13 06-14 06-20");
    CHECK(within("week on mon count 2", "2026-06-12", "2026-06-01", "2026-12-31") == "2026-06-15 06-22");
    CHECK(within("month on 1 count 2", "2026-06-12", "2026-06-01", "2026-12-31") == "2026-07-01 08-01");
    CHECK_FALSE(starts_in("day on sat sun", "2026-06-12"));
    CHECK_FALSE(starts_in("week on mon", "2026-06-12"));
    CHECK_FALSE(starts_in("2 weeks on thu", "2026-06-12"));
    CHECK_FALSE(starts_in("month on 1", "2026-06-12"));
    CHECK_FALSE(starts_in("month on 1 fri", "2026-06-12"));
}

TEST_CASE("a start that its rule names is in it, whatever bounds the series") {
    CHECK(starts_in("day", "2026-06-12"));
    CHECK(starts_in("2 weeks week-start sun", "2026-06-12"));
    CHECK(starts_in("month", "2026-01-31"));
    CHECK(starts_in("month on 2 fri", "2026-06-12"));
    CHECK(starts_in("month on -19", "2026-06-12"));
    CHECK(starts_in("day on fri skip 2026-06-12", "2026-06-12"));
    CHECK(starts_in("day until 2026-06-01", "2026-06-12"));
}

TEST_CASE("skipped dates fall out, and count as occurrences all the same") {
    CHECK(within("day count 4 skip 2026-06-13", "2026-06-12", "2026-06-01", "2026-06-30") == "2026-06-12 06-14 06-15");
    CHECK(within("week count 3 skip 2026-06-19", "2026-06-12", "2026-06-01", "2026-12-31") == "2026-06-12 06-26");
    CHECK(within("month on last fri count 3 skip 2026-07-31", "2026-06-26", "2026-06-01", "2026-12-31") ==
          "2026-06-26 08-28");
    CHECK(within("day skip 2026-06-12", "2026-06-12", "2026-06-01", "2026-06-14") == "2026-06-13 06-14");
    CHECK(within("day count 1 skip 2026-06-12", "2026-06-12", "2026-06-01", "2026-06-30").empty());
}

TEST_CASE("skipped dates may come in any order, twice, and name days that are no occurrence") {
    CHECK(within("2 days skip 2026-06-16 2026-06-15 2026-06-14 2026-06-16 2026-01-01", "2026-06-12", "2026-06-01",
                 "2026-06-20") == "2026-06-12 06-18 06-20");
}

TEST_CASE("the next occurrence is the day itself when it is one") {
    CHECK(next("week", "2026-06-12", "2026-01-01") == "2026-06-12");
    CHECK(next("week", "2026-06-12", "2026-06-12") == "2026-06-12");
    CHECK(next("week", "2026-06-12", "2026-06-13") == "2026-06-19");
    CHECK(next("2 weeks on mon", "2026-06-03", "2026-06-03") == "2026-06-15");
    CHECK(next("month on last fri", "2026-06-26", "2030-12-28") == "2031-01-31");
    CHECK(next("day skip 2026-06-13 2026-06-14", "2026-06-12", "2026-06-13") == "2026-06-15");
}

TEST_CASE("a series that is over, or never happens, has no next occurrence") {
    CHECK(next("day until 2026-06-14", "2026-06-12", "2026-06-15") == "none");
    CHECK(next("day count 3", "2026-06-12", "2026-06-14") == "2026-06-14");
    CHECK(next("day count 3", "2026-06-12", "2026-06-15") == "none");
    CHECK(next("day count 3 skip 2026-06-14", "2026-06-12", "2026-06-14") == "none");
    CHECK(next("7 days on tue", "2026-06-01", "2026-06-01") == "none");
    CHECK(next("12 months on 30", "2026-02-01", "2026-02-01") == "none");
    CHECK(next("12 months on 30 count 5", "2026-02-01", "2026-02-01") == "none");
    CHECK(next("12 months on 5 sun", "2026-02-01", "2026-02-01") == "2032-02-29");
}

TEST_CASE("the calendar ends with the year 2999") {
    CHECK(next("day", "2026-06-12", "2999-12-31") == "2999-12-31");
    CHECK(next("2 days", "2999-12-30", "2999-12-31") == "none");
    CHECK(within("month", "2999-11-30", "2999-01-01", "2999-12-31") == "2999-11-30 12-30");
    const Date beyond = day("2999-12-31") + 1;
    CHECK_FALSE(next_on_or_after(rule("day"), day("2026-06-12"), beyond));
    CHECK(dates_within(rule("day"), beyond, beyond, beyond + 10).empty());
}

TEST_CASE("a window may be empty, turned round or without bounds") {
    constexpr Date least{std::numeric_limits<std::int32_t>::min()}, most{std::numeric_limits<std::int32_t>::max()};
    CHECK(within("day", "2026-06-12", "2026-06-14", "2026-06-13").empty());
    CHECK(line_of(dates_within(rule("2 months count 3"), day("2026-06-12"), least, most)) == "2026-06-12 08-12 10-12");
    CHECK(dates_within(rule("day"), day("2026-06-12"), most, least).empty());
    CHECK(next_on_or_after(rule("day"), day("2026-06-12"), least) == day("2026-06-12"));
    CHECK_FALSE(next_on_or_after(rule("day"), day("2026-06-12"), most));
}

TEST_CASE("parts that the unit does not take name no day") {
    const Date start = day("2026-06-12");
    for (const Unit unit : {Unit::day, Unit::week})
        for (const On on : {On{{}, 12}, On{{}, -1}, On{Weekday::fri, 2}, On{Weekday::fri, -1}}) {
            const Rule odd{.every = {unit, 1}, .on = {on}};
            CHECK_FALSE(next_on_or_after(odd, start, start));
            CHECK_FALSE(starts_in_rule(odd, start));
        }
    for (const On on : {On{{}, 0}, On{{}, 32}, On{{}, -32}, On{Weekday::fri, 6}, On{Weekday::fri, -6},
                        On{{}, std::numeric_limits<int>::min()}, On{Weekday::fri, std::numeric_limits<int>::max()}}) {
        const Rule odd{.every = {Unit::month, 1}, .on = {on}};
        CHECK_FALSE(next_on_or_after(odd, start, start));
        CHECK_FALSE(starts_in_rule(odd, start));
    }
}

TEST_CASE("senseless numbers do no harm") {
    const Date start = day("2026-06-12");
    for (const Unit unit : {Unit::day, Unit::week, Unit::month}) {
        CHECK(dates_within({.every = {unit, 1}, .count = 0}, start, start, start + 400).empty());
        CHECK(dates_within({.every = {unit, 1}, .count = -3}, start, start, start + 400).empty());
        CHECK(dates_within({.every = {unit, 0}, .count = 2}, start, start, start + 400).size() == 2);
        const Rule huge{.every = {unit, 1'000'000'000}, .count = 2'000'000'000};
        CHECK(dates_within(huge, start, start, day("2999-12-31")) == std::vector{start});
    }
}

TEST_CASE("of a last day and a count, what comes first ends the series") {
    const Date start = day("2026-06-12");
    const Rule both{.every = {Unit::day, 1}, .until = start + 2, .count = 5};
    CHECK(line_of(dates_within(both, start, start, start + 30)) == "2026-06-12 06-13 06-14");
    const Rule fewer{.every = {Unit::day, 1}, .until = start + 2, .count = 2};
    CHECK(line_of(dates_within(fewer, start, start, start + 30)) == "2026-06-12 06-13");
}

TEST_CASE("one day of a series that began centuries ago costs no walk through them") {
    const Date start = day("1900-01-01"), late = day("2999-12-30");
    std::size_t found = 0;
    for (const std::string_view text : {"day", "3 days", "day on tue wed", "week on mon fri", "2 weeks"}) {
        Rule series = rule(text);
        for (int i = 0; i < 20'000; ++i) found += dates_within(series, start, late - 13, late).size();
        series.count = 2'000'000'000;
        for (int i = 0; i < 20'000; ++i) found += dates_within(series, start, late - 13, late).size();
    }
    CHECK(found > 10 * 20'000);
    const Rule months = rule("month on 2 tue -1");
    for (int i = 0; i < 20'000; ++i) found += dates_within(months, start, late, late + 1).size();
    CHECK(found > 11 * 20'000);
}
