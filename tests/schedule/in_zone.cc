#include "schedule/in_zone.h"

#include <doctest/doctest.h>

#include "plan_builder.h"

using namespace backops;
using namespace backops::tests;

namespace {

constexpr std::int32_t four = 4 * 3600;

PlanBuilder festival() {
    PlanBuilder builder;
    builder.activity("show", "Show", "2026-06-12T23:00", "2026-06-13T00:30");
    builder.activity("late", "Late", "2026-06-12T25:30");
    builder.activity("build", "Build", "2026-06-12", "2026-06-13");
    builder.timeframe("roof", "Roof closed", "2026-06-12T02:00", "2026-06-12T26:00").global = true;
    builder.timeframe("days", "Show days", "2026-06-10", "2026-06-14").global = true;
    return builder;
}

schedule::Schedule in(const schedule::Schedule& schedule, std::string_view zone) {
    return schedule::in_zone(schedule, *time::find_zone(zone), four);
}

const schedule::Occurrence& occurrence(const schedule::Schedule& schedule, std::string_view id) {
    for (const schedule::Row& row : schedule.rows) {
        if (row.occurrence.activity->id == id) return row.occurrence;
    }
    FAIL("not there");
    return schedule.rows.front().occurrence;
}

}  // namespace

TEST_CASE("on another clock a row has other times and the same instants") {
    const PlanBuilder builder = festival();
    const schedule::Schedule own = schedule_of(builder, {});
    const schedule::Schedule tokyo = in(own, "Asia/Tokyo");
    const schedule::Occurrence& show = occurrence(tokyo, "show");
    CHECK(to_text(show.start) == "2026-06-13T06:00");
    CHECK(to_text(*show.end) == "2026-06-13T07:30");
    CHECK(show.day == date("2026-06-13"));
    CHECK(show.zone.name() == "Asia/Tokyo");
    CHECK(show.from == occurrence(own, "show").from);
    CHECK(show.until == occurrence(own, "show").until);
    CHECK(names(tokyo) == names(own));
    CHECK(tokyo.shown_in->name() == "Asia/Tokyo");
}

TEST_CASE(
    "a time before the day's start is of the show day before, an end past midnight is written on its start's date") {
    const PlanBuilder builder = festival();
    const schedule::Schedule new_york = in(schedule_of(builder, {}), "America/New_York");
    CHECK(to_text(occurrence(new_york, "late").start) == "2026-06-12T19:30");
    const schedule::Schedule dubai = in(schedule_of(builder, {}), "Asia/Dubai");
    const schedule::Occurrence& show = occurrence(dubai, "show");
    CHECK(show.day == date("2026-06-12"));
    CHECK(to_text(show.start) == "2026-06-13T01:00");
    CHECK(to_text(*show.end) == "2026-06-13T02:30");
}

TEST_CASE("dates alone are no moments and stay") {
    const PlanBuilder builder = festival();
    const schedule::Schedule tokyo = in(schedule_of(builder, {}), "Asia/Tokyo");
    const schedule::Occurrence& build = occurrence(tokyo, "build");
    CHECK(build.day == date("2026-06-12"));
    CHECK(build.end->date == date("2026-06-13"));
    CHECK(build.zone.name() == "Europe/Berlin");
}

TEST_CASE("on its own clock everything stays as it is written") {
    const PlanBuilder builder = festival();
    const schedule::Schedule own = schedule_of(builder, {});
    const schedule::Schedule same = in(own, "Europe/Berlin");
    CHECK(to_text(occurrence(same, "late").start) == "2026-06-12T25:30");
    for (std::size_t i = 0; i < own.bands.size(); ++i) {
        CHECK(same.bands[i].start == own.bands[i].start);
        CHECK(same.bands[i].end == own.bands[i].end);
        CHECK(same.bands[i].first == own.bands[i].first);
        CHECK(same.bands[i].last == own.bands[i].last);
    }
}

TEST_CASE("time frames with clock times are on the clock that is shown") {
    const PlanBuilder builder = festival();
    for (const schedule::Band& band : in(schedule_of(builder, {}), "Asia/Tokyo").bands) {
        if (band.timeframe->id != "roof") continue;
        CHECK(to_text(band.start.time) == "2026-06-12T09:00");
        CHECK(to_text(band.end.time) == "2026-06-13T09:00");
        CHECK(band.first == date("2026-06-12"));
        CHECK(band.last == date("2026-06-13"));
    }
}
