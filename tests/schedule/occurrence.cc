#include "schedule/occurrence.h"

#include <doctest/doctest.h>

#include "plan_builder.h"
#include "schedule/timing.h"

using namespace backops;
using namespace backops::tests;

namespace {

std::vector<schedule::Occurrence> all(const PlanBuilder& builder, std::optional<schedule::DayRange> range = {}) {
    return schedule::occurrences(builder.plan(), schedule::Zones(builder.plan()), range);
}

std::string span(const schedule::Occurrence& occurrence) {
    return to_text(occurrence.start) + (occurrence.end ? " " + to_text(*occurrence.end) : "");
}

Texts names_in(const std::vector<schedule::Occurrence>& occurrences) {
    Texts all;
    for (const auto& occurrence : occurrences) all.push_back(name_of(occurrence));
    return all;
}

schedule::DayRange days(std::string_view first, std::string_view last) { return {date(first), date(last)}; }

}  // namespace

TEST_CASE("an activity of the small hours belongs to the show day before") {
    PlanBuilder builder;
    builder.activity("late", "Late", "2026-06-13T03:59", "2026-06-13T04:30");
    builder.activity("early", "Early", "2026-06-13T04:00", "2026-06-13T05:00");
    const auto found = all(builder);
    CHECK(to_text(found[0].day) == "2026-06-12");
    CHECK(to_text(found[1].day) == "2026-06-13");
}

TEST_CASE("a time written past midnight keeps its written day, even after the day has begun") {
    PlanBuilder builder;
    builder.activity("strike", "Strike", "2026-06-12T28:30", "2026-06-12T30:00");
    const auto found = all(builder);
    CHECK(to_text(found[0].day) == "2026-06-12");
    CHECK(to_text(found[0].from) == "2026-06-13T02:30:00Z");
    CHECK(to_text(schedule::last_day(found[0], 4 * 3600)) == "2026-06-12");
}

TEST_CASE("what lasts a day or longer ends on the show day of the calendar") {
    PlanBuilder builder;
    builder.activity("power", "Power", "2026-06-12T09:15").duration = time::Duration{25 * 3600};
    CHECK(to_text(schedule::last_day(all(builder)[0], 4 * 3600)) == "2026-06-13");
    CHECK(names_in(all(builder, days("2026-06-13", "2026-06-13"))) == Texts{"power"});
}

TEST_CASE("a duration is elapsed time over a change of the clock, an end is wall clock") {
    PlanBuilder builder;
    builder.activity("by-duration", "A", "2026-10-25T01:00").duration = time::Duration{3 * 3600};
    builder.activity("by-end", "B", "2026-10-25T01:00", "2026-10-25T04:00");
    const auto found = all(builder);
    CHECK(span(found[0]) == "2026-10-25T01:00 2026-10-25T03:00");
    CHECK(found[0].until.seconds - found[0].from.seconds == 3 * 3600);
    CHECK(found[1].until.seconds - found[1].from.seconds == 4 * 3600);
}

TEST_CASE("a skipped local time never ends before it starts") {
    PlanBuilder builder;
    builder.activity("gap", "Gap", "2026-03-29T02:30", "2026-03-29T03:10");
    const auto found = all(builder);
    CHECK(found[0].until >= found[0].from);
}

TEST_CASE("an all-day activity runs to the end of its last show day") {
    PlanBuilder builder;
    builder.activity("one", "One day", "2026-06-12");
    builder.activity("three", "Three days", "2026-06-12", "2026-06-14");
    builder.activity("two", "Two days", "2026-06-12").duration = time::Duration{2 * 86400};
    const auto found = all(builder);
    CHECK(to_text(found[0].end->date) == "2026-06-12");
    CHECK(to_text(found[0].from) == "2026-06-12T02:00:00Z");
    CHECK(to_text(found[0].until) == "2026-06-13T02:00:00Z");
    CHECK(to_text(found[1].until) == "2026-06-15T02:00:00Z");
    CHECK(to_text(found[2].end->date) == "2026-06-13");
}

TEST_CASE("a moment has no end and no length") {
    PlanBuilder builder;
    builder.activity("doors", "Doors", "2026-06-12T17:00");
    const auto found = all(builder);
    CHECK_FALSE(found[0].end.has_value());
    CHECK(found[0].from == found[0].until);
}

TEST_CASE("an end that is equal to the start is a moment, on one date of a series too") {
    PlanBuilder builder;
    builder.activity("doors", "Doors", "2026-06-12T20:30", "2026-06-12T20:30");
    model::Change change;
    change.date = date("2026-06-13");
    change.end = at("2026-06-13T10:00");
    builder.daily(builder.activity("talk", "Talk", "2026-06-12T10:00", "2026-06-12T11:00")).changes = {change};
    for (const schedule::Occurrence& one : all(builder)) {
        const bool is_moment = one.activity->id == "doors" || one.original == date("2026-06-13");
        CHECK(one.end.has_value() != is_moment);
        CHECK((one.until == one.from) == is_moment);
    }
}

TEST_CASE("an activity without a start is left out") {
    PlanBuilder builder;
    builder.activity("sometime", "Sometime", "2026-06-12T17:00").start = {};
    CHECK(all(builder).empty());
}

TEST_CASE("occurrences come in order of instants, whatever their zones, then by id") {
    PlanBuilder builder;
    builder.activity("berlin", "Berlin", "2026-06-12T14:30");
    builder.activity("london", "London", "2026-06-12T14:00").timezone = "Europe/London";
    builder.activity("b", "B", "2026-06-12T10:00");
    builder.activity("a", "A", "2026-06-12T10:00");
    CHECK(names_in(all(builder)) == Texts{"a", "b", "berlin", "london"});
}

TEST_CASE("a range of days takes what any of its show days touches") {
    PlanBuilder builder;
    builder.activity("before", "Before", "2026-06-12T22:00", "2026-06-13T04:00");
    builder.activity("into", "Into", "2026-06-12T22:00", "2026-06-13T04:01");
    builder.activity("within", "Within", "2026-06-13T10:00", "2026-06-13T11:00");
    builder.activity("after", "After", "2026-06-14T04:00");
    builder.activity("long", "Long", "2026-05-01T10:00").duration = time::Duration{60 * 86400};
    CHECK(names_in(all(builder, days("2026-06-13", "2026-06-13"))) == Texts{"long", "into", "within"});
}

TEST_CASE("an area's zone is its activities' zone, the event's when areas disagree") {
    PlanBuilder builder;
    builder.area("leeds", "Leeds").timezone = "Europe/London";
    builder.area("berlin", "Berlin");
    auto& one = builder.activity("one", "One", "2026-06-12T14:00");
    one.areas = {"leeds"};
    auto& both = builder.activity("two", "Two", "2026-06-12T14:00");
    both.areas = {"leeds", "berlin"};
    builder.activity("zero", "Zero", "2026-06-12T14:00").timezone = "Nowhere/Land";
    const schedule::Zones zones(builder.plan());
    CHECK(zones.of(builder.plan().activities[0]).name() == "Europe/London");
    CHECK(zones.of(builder.plan().activities[1]).name() == "Europe/Berlin");
    CHECK(zones.of(builder.plan().activities[2]).name().find("UTC") != std::string::npos);
}

TEST_CASE("what is all day, a call or a hold is not busy unless it says so") {
    model::Activity activity;
    CHECK(schedule::is_busy(activity));
    for (const char* kind : {"call", "hold"}) {
        activity.kind = kind;
        CHECK_FALSE(schedule::is_busy(activity));
    }
    activity.busy = true;
    CHECK(schedule::is_busy(activity));
    activity = {};
    activity.all_day = true;
    CHECK_FALSE(schedule::is_busy(activity));
    activity.all_day = false;
    activity.busy = false;
    CHECK_FALSE(schedule::is_busy(activity));
}

TEST_CASE("a window of the event takes people but not its area, unless it says that it is busy") {
    const model::Event event;
    model::Activity activity;
    activity.kind = "load-in";
    CHECK(schedule::is_busy(activity));
    CHECK_FALSE(schedule::is_busy_in_area(event, activity));
    activity.busy = true;
    CHECK(schedule::is_busy_in_area(event, activity));
    activity.busy.reset();
    activity.kind = "show";
    CHECK(schedule::is_busy_in_area(event, activity));
}
