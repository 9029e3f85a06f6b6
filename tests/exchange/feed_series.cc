#include <doctest/doctest.h>

#include "feed.h"

using namespace backops;
using namespace backops::tests;

namespace {

PlanBuilder breakfast(const std::string& start = "2026-06-12T07:00", const std::string& end = "2026-06-12T08:00") {
    PlanBuilder plan;
    plan.event().uid = "5f0c";
    PlanBuilder::daily(plan.activity("breakfast", "Breakfast", start, end));
    return plan;
}

model::Repeat& repeat(PlanBuilder& plan) { return *plan.activity("breakfast").repeat; }

model::Change& change(PlanBuilder& plan, std::string_view day) {
    repeat(plan).changes.push_back({date(day), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}});
    return repeat(plan).changes.back();
}

}  // namespace

TEST_CASE("a single activity is one event") {
    PlanBuilder plan;
    plan.activity("doors", "Doors", "2026-06-12T17:00", "2026-06-12T18:00");
    CHECK(times(feed(plan)) ==
          Texts{"DTSTART;TZID=Europe/Berlin:20260612T170000", "DTEND;TZID=Europe/Berlin:20260612T180000"});
}

TEST_CASE("a moment has no end and takes no time") {
    PlanBuilder plan;
    plan.activity("doors", "Doors", "2026-06-12T17:00");
    CHECK(properties(feed(plan), {"DTSTART", "DTEND", "DURATION", "TRANSP"}) ==
          Texts{"DTSTART;TZID=Europe/Berlin:20260612T170000", "TRANSP:TRANSPARENT"});
}

TEST_CASE("what lasts all day has dates, and ends before the day after its last") {
    PlanBuilder plan;
    plan.activity("sculpture", "Sculpture", "2026-06-12", "2026-06-14");
    CHECK(times(feed(plan)) == Texts{"DTSTART;VALUE=DATE:20260612", "DTEND;VALUE=DATE:20260615"});
    CHECK(feed(plan).find("VTIMEZONE") == std::string::npos);
}

TEST_CASE("a time written past midnight is the next date's") {
    PlanBuilder plan;
    plan.activity("curfew", "Curfew", "2026-06-12T25:30", "2026-06-12T26:00");
    CHECK(times(feed(plan)) ==
          Texts{"DTSTART;TZID=Europe/Berlin:20260613T013000", "DTEND;TZID=Europe/Berlin:20260613T020000"});
}

TEST_CASE("a series without a bound of its own ends with the event") {
    PlanBuilder plan = breakfast();
    CHECK(times(feed(plan)) == Texts{"DTSTART;TZID=Europe/Berlin:20260612T070000",
                                     "DTEND;TZID=Europe/Berlin:20260612T080000",
                                     "RRULE:FREQ=DAILY;UNTIL=20260614T050000Z"});
}

TEST_CASE("a count stays one, with the dates that are skipped") {
    PlanBuilder plan = breakfast();
    repeat(plan).count = 5;
    repeat(plan).skip = {date("2026-06-14")};
    CHECK(times(feed(plan)) == Texts{"DTSTART;TZID=Europe/Berlin:20260612T070000",
                                     "DTEND;TZID=Europe/Berlin:20260612T080000", "RRULE:FREQ=DAILY;COUNT=5",
                                     "EXDATE;TZID=Europe/Berlin:20260614T070000"});
}

TEST_CASE("a series begins and ends with dates that it has") {
    PlanBuilder plan = breakfast();
    repeat(plan).until = date("2026-06-20");
    repeat(plan).skip = {date("2026-06-12"), date("2026-06-20")};
    CHECK(times(feed(plan)) == Texts{"DTSTART;TZID=Europe/Berlin:20260613T070000",
                                     "DTEND;TZID=Europe/Berlin:20260613T080000",
                                     "RRULE:FREQ=DAILY;UNTIL=20260619T050000Z"});
}

TEST_CASE("a time frame bounds a series at both ends") {
    PlanBuilder plan = breakfast("2026-06-01T07:00", "2026-06-01T08:00");
    plan.timeframe("show-days", "Show days", "2026-06-10", "2026-06-12");
    repeat(plan).during = "show-days";
    CHECK(times(feed(plan)) == Texts{"DTSTART;TZID=Europe/Berlin:20260610T070000",
                                     "DTEND;TZID=Europe/Berlin:20260610T080000",
                                     "RRULE:FREQ=DAILY;UNTIL=20260612T050000Z"});
}

TEST_CASE("dates without a rule are written one by one") {
    PlanBuilder plan = breakfast();
    repeat(plan).every.reset();
    repeat(plan).dates = {date("2026-06-20"), date("2026-06-12")};
    CHECK(times(feed(plan)) == Texts{"DTSTART;TZID=Europe/Berlin:20260612T070000",
                                     "DTEND;TZID=Europe/Berlin:20260612T080000",
                                     "RDATE;TZID=Europe/Berlin:20260620T070000"});
}

TEST_CASE("few dates of a long rule are written one by one, most of them by the rule") {
    PlanBuilder plan = breakfast();
    repeat(plan).until = date("2026-06-21");
    schedule::Selection selection;
    selection.days = {date("2026-06-12"), date("2026-06-20")};
    CHECK(times(feed(plan, selection)).back() == "RDATE;TZID=Europe/Berlin:20260620T070000");
    selection.days = {date("2026-06-12"), date("2026-06-13"), date("2026-06-15")};
    CHECK(times(feed(plan, selection)).back() == "EXDATE;TZID=Europe/Berlin:20260614T070000");
}

TEST_CASE("one date of a series is one event with what is changed on it") {
    PlanBuilder plan = breakfast();
    change(plan, "2026-06-13").start = at("2026-06-13T09:00");
    CHECK(times(feed(plan, on("2026-06-13"))) ==
          Texts{"DTSTART;TZID=Europe/Berlin:20260613T090000", "DTEND;TZID=Europe/Berlin:20260613T100000"});
}

TEST_CASE("a changed date stands beside its series, named by when that has it") {
    PlanBuilder plan = breakfast();
    change(plan, "2026-06-13").start = at("2026-06-13T09:00");
    change(plan, "2026-06-14").name = "Brunch";
    const std::string text = feed(plan);
    CHECK(times(text) ==
          Texts{"DTSTART;TZID=Europe/Berlin:20260612T070000", "DTEND;TZID=Europe/Berlin:20260612T080000",
                "RRULE:FREQ=DAILY;UNTIL=20260614T050000Z", "RECURRENCE-ID;TZID=Europe/Berlin:20260613T070000",
                "DTSTART;TZID=Europe/Berlin:20260613T090000", "DTEND;TZID=Europe/Berlin:20260613T100000",
                "RECURRENCE-ID;TZID=Europe/Berlin:20260614T070000", "DTSTART;TZID=Europe/Berlin:20260614T070000",
                "DTEND;TZID=Europe/Berlin:20260614T080000"});
    CHECK(properties(text, {"UID"}) == Texts(3, "UID:breakfast.5f0c@backops"));
    CHECK(properties(text, {"SUMMARY"}) == Texts{"SUMMARY:Breakfast", "SUMMARY:Breakfast", "SUMMARY:Brunch"});
}

TEST_CASE("a series whose first date is changed keeps the times of the others") {
    PlanBuilder plan = breakfast();
    change(plan, "2026-06-12").start = at("2026-06-12T09:00");
    CHECK(properties(feed(plan), {"DTSTART", "RECURRENCE-ID"}) ==
          Texts{"DTSTART;TZID=Europe/Berlin:20260612T070000", "RECURRENCE-ID;TZID=Europe/Berlin:20260612T070000",
                "DTSTART;TZID=Europe/Berlin:20260612T090000"});
}

TEST_CASE("a change that a calendar file does not show makes no exception") {
    PlanBuilder plan = breakfast();
    change(plan, "2026-06-13").notes = "fewer eggs";
    CHECK(properties(feed(plan), {"RECURRENCE-ID"}).empty());
}

TEST_CASE("what is cancelled stays, as cancelled") {
    PlanBuilder plan = breakfast();
    change(plan, "2026-06-13").status = model::Status::cancelled;
    plan.activity("parade", "Parade", "2026-06-12T06:00", "2026-06-12T06:30").status = model::Status::cancelled;
    CHECK(properties(feed(plan), {"STATUS"}) == Texts{"STATUS:CANCELLED", "STATUS:CONFIRMED", "STATUS:CANCELLED"});
}

TEST_CASE("a date whose time is skipped is written with the time that the clock shows") {
    PlanBuilder plan = breakfast("2026-03-28T02:30", "2026-03-28T02:45");
    repeat(plan).count = 3;
    const Texts all = times(feed(plan));
    CHECK(all == Texts{"DTSTART;TZID=Europe/Berlin:20260328T023000", "DTEND;TZID=Europe/Berlin:20260328T024500",
                       "RRULE:FREQ=DAILY;COUNT=3", "RECURRENCE-ID;TZID=Europe/Berlin:20260329T023000",
                       "DTSTART;TZID=Europe/Berlin:20260329T033000", "DTEND;TZID=Europe/Berlin:20260329T034500"});
}

TEST_CASE("a time that comes twice is written in UTC") {
    PlanBuilder plan;
    plan.activity("soup", "Soup", "2026-10-25T02:30", "2026-10-25T03:30");
    CHECK(times(feed(plan)) == Texts{"DTSTART:20261025T003000Z", "DTEND:20261025T023000Z"});
}

TEST_CASE("a night with a clock change is an exception, and where it comes first the series has a duration") {
    PlanBuilder plan = breakfast("2026-10-24T23:00", "2026-10-25T07:00");
    repeat(plan).count = 2;
    CHECK(times(feed(plan)) == Texts{"DTSTART;TZID=Europe/Berlin:20261024T230000", "DURATION:PT8H",
                                     "RRULE:FREQ=DAILY;COUNT=2", "RECURRENCE-ID;TZID=Europe/Berlin:20261024T230000",
                                     "DTSTART;TZID=Europe/Berlin:20261024T230000",
                                     "DTEND;TZID=Europe/Berlin:20261025T070000"});
}

TEST_CASE("a series of whole days has dates throughout") {
    PlanBuilder plan = breakfast("2026-06-12", "2026-06-12");
    repeat(plan).until = date("2026-06-15");
    repeat(plan).skip = {date("2026-06-13")};
    change(plan, "2026-06-14").name = "Other";
    CHECK(times(feed(plan)) == Texts{"DTSTART;VALUE=DATE:20260612", "DTEND;VALUE=DATE:20260613",
                                     "RRULE:FREQ=DAILY;UNTIL=20260615", "EXDATE;VALUE=DATE:20260613",
                                     "RECURRENCE-ID;VALUE=DATE:20260614", "DTSTART;VALUE=DATE:20260614",
                                     "DTEND;VALUE=DATE:20260615"});
}

TEST_CASE("whoever is there for segments alone has these") {
    PlanBuilder plan = breakfast("2026-06-12T18:00", "2026-06-12T20:00");
    plan.collab("acme", "Acme");
    plan.person("maya", "Maya", "acme");
    model::Segment doors, set;
    doors.duration = time::Duration{3600};
    set.duration = time::Duration{1800};
    set.who = {"maya"};
    plan.activity("breakfast").segments = {doors, set};
    CHECK(times(feed(plan, of({crew("maya")}))) == Texts{"DTSTART;TZID=Europe/Berlin:20260612T190000",
                                                         "DTEND;TZID=Europe/Berlin:20260612T193000",
                                                         "RRULE:FREQ=DAILY;UNTIL=20260614T170000Z"});
}

TEST_CASE("each zone that is named has its clock changes of these years") {
    PlanBuilder plan;
    plan.activity("doors", "Doors", "2026-06-12T17:00");
    const Texts lines = lines_of(feed(plan));
    const auto zone = std::ranges::find(lines, "BEGIN:VTIMEZONE");
    REQUIRE(lines.end() - zone > 20);
    CHECK(Texts(zone, zone + 14) == Texts{"BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "BEGIN:STANDARD",
                                          "DTSTART:20251026T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100",
                                          "TZNAME:CET", "END:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:20260329T020000",
                                          "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT"});
}
