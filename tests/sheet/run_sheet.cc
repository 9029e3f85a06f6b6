#include "sheet/run_sheet.h"

#include <doctest/doctest.h>

#include "schedule/plan_builder.h"

using namespace backops;
using namespace backops::tests;

namespace {

/// A gala from 20:00 to 21:00: 10 minutes, 20 minutes at 20:15 sharp, and what is left.
model::Activity& gala(PlanBuilder& builder) {
    auto& activity = builder.activity("gala", "Gala", "2026-06-12T20:00", "2026-06-12T21:00");
    activity.segments.resize(3);
    activity.segments[0].duration = time::Duration{10 * 60};
    activity.segments[1].duration = time::Duration{20 * 60};
    activity.segments[1].start = 20 * 3600 + 15 * 60;
    return activity;
}

std::string clock(const sheet::Sources& sources, time::Instant instant) {
    return time::clock_text(sources.event().zones.of_event().wall_time(instant).seconds);
}

}  // namespace

TEST_CASE("a run sheet has gaps, running totals and latest starts") {
    PlanBuilder builder;
    gala(builder);
    const sheet::Sources sources(builder.plan(), schedule::Audience::all, date("2026-06-12"));
    const schedule::Occurrence* occurrence = find_occurrence(sources, "gala");
    REQUIRE(occurrence);
    const sheet::RunSheet run = sheet::run_sheet(*occurrence);
    REQUIRE(run.rows.size() == 3);
    CHECK(run.rows[0].gap == 0);
    CHECK(run.rows[1].gap == 5 * 60);
    CHECK(run.rows[1].is_hard);
    CHECK(run.rows[2].total == 3600);
    CHECK(run.over == 0);
    CHECK(clock(sources, run.rows[0].latest) == "20:05");  // before the hard start
    CHECK(clock(sources, run.rows[1].latest) == "20:40");
    CHECK(clock(sources, run.rows[2].latest) == "21:00");
}

TEST_CASE("a hard start before its predecessor ends is an overlap, and segments may run over the slot") {
    PlanBuilder builder;
    auto& activity = gala(builder);
    activity.segments[0].duration = time::Duration{18 * 60};
    activity.segments[2].duration = time::Duration{30 * 60};
    const sheet::Sources sources(builder.plan(), schedule::Audience::all, date("2026-06-12"));
    const sheet::RunSheet run = sheet::run_sheet(*find_occurrence(sources, "gala"));
    CHECK(run.rows[1].gap == -3 * 60);
    CHECK(run.over == 5 * 60);
    CHECK(clock(sources, run.rows[2].latest) == "20:30");
    CHECK(!find_occurrence(sources, "gala@2026-06-12"));
}

TEST_CASE("the public has no run of show, and the crew none of what is private") {
    PlanBuilder builder;
    gala(builder).visibility = model::Visibility::everyone;
    const sheet::Sources everyone(builder.plan(), schedule::Audience::everyone, date("2026-06-12"));
    CHECK(sheet::run_sheet(*find_occurrence(everyone, "gala")).rows.empty());
    builder.activity("gala").visibility = model::Visibility::confidential;
    const sheet::Sources crew(builder.plan(), schedule::Audience::crew, date("2026-06-12"));
    CHECK(!find_occurrence(crew, "gala"));
}
