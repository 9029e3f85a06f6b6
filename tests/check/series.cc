#include <doctest/doctest.h>

#include "check/found.h"

using namespace backops;
using namespace backops::tests;

namespace {

/// The place of each finding, its keys joined by dots.
Texts places(const check::Rule& rule, const PlanBuilder& builder) {
    Texts all;
    for (const check::Finding& finding : found(rule, builder)) {
        std::string place = finding.rule;
        for (const yaml::Step& step : finding.spot.path)
            place += (place == finding.rule ? " " : ".") + std::get<std::string>(step);
        all.push_back(place);
    }
    return all;
}

model::Activity& daily(PlanBuilder& builder, const char* start, const char* end = "") {
    auto& activity = builder.activity("breakfast", "Breakfast", start, end);
    PlanBuilder::daily(activity);
    return activity;
}

model::Change change(std::string_view day, std::string_view start = "") {
    model::Change change;
    change.date = date(day);
    if (!start.empty()) change.start = at(start);
    return change;
}

}  // namespace

TEST_CASE("a start that skip or during leaves out is meant so") {
    PlanBuilder builder;
    auto& repeat = *daily(builder, "2026-06-10T07:00").repeat;
    builder.timeframe("show-days", "Show days", "2026-06-12", "2026-06-14");
    repeat.during = "show-days";
    CHECK(found(check::start_left_out, builder).empty());
    repeat.skip = {date("2026-06-12")};
    CHECK(found(check::start_left_out, builder).empty());
    repeat.on = {{time::Weekday::sat, 0}};
    CHECK(places(check::start_left_out, builder) == Texts{"start-left-out start"});
}

TEST_CASE("a series that never happens is told of once, by what keeps it from happening") {
    PlanBuilder builder;
    auto& repeat = *daily(builder, "2026-06-10T07:00").repeat;
    repeat.on = {{time::Weekday::sat, 0}};
    repeat.until = date("2026-06-12");
    repeat.skip = {date("2026-06-11")};
    repeat.changes = {change("2026-06-20")};
    CHECK(places(check::empty_series, builder) == Texts{"empty-series repeat.until"});
    CHECK(found(check::start_left_out, builder).empty());
    CHECK(found(check::unused_skip, builder).empty());
}

TEST_CASE("a series of which not all dates are taken is told of, at what makes it so long") {
    PlanBuilder builder;
    auto& activity = daily(builder, "2026-06-10T07:00");
    auto& repeat = *activity.repeat;
    CHECK(found(check::long_series, builder).empty());
    repeat.until = date("2062-06-12");
    CHECK(places(check::long_series, builder) == Texts{"long-series repeat.until"});
    repeat.until.reset();
    repeat.count = 3'001;
    CHECK(places(check::long_series, builder) == Texts{"long-series repeat.count"});
    repeat.count = 3'000;
    CHECK(found(check::long_series, builder).empty());
    repeat.count.reset();
    activity.start.date = date("1926-06-10");
    CHECK(places(check::long_series, builder) == Texts{"long-series repeat"});
    builder.timeframe("season", "Season", "2026-06-10", "2126-06-10");
    repeat.during = "season";
    CHECK(places(check::long_series, builder) == Texts{"long-series repeat.during"});
    repeat = {};
    for (int i = 0; i <= 3'000; ++i) repeat.dates.push_back(activity.start.date + i);
    CHECK(places(check::long_series, builder) == Texts{"long-series repeat.dates"});
}

TEST_CASE("single activities and a repeat that could not be read are nobody's matter") {
    PlanBuilder builder;
    builder.activity("doors", "Doors", "2026-06-12T16:00");
    builder.activity("broken", "Broken", "2026-06-12T16:00").repeat.emplace();
    CHECK(found(check::empty_series, builder).empty());
    CHECK(found(check::unused_skip, builder).empty());
}

TEST_CASE("a skip beyond the count is unused, one that the count has counted is not") {
    PlanBuilder builder;
    auto& repeat = *daily(builder, "2026-06-10T07:00").repeat;
    repeat.count = 3;
    repeat.skip = {date("2026-06-12"), date("2026-06-13")};
    CHECK(places(check::unused_skip, builder) == Texts{"unused-skip repeat.skip.2026-06-13"});
}

TEST_CASE("a skip or change that does nothing names the nearest date that is free, the earlier of two, within a year") {
    PlanBuilder builder;
    auto& repeat = *daily(builder, "2026-06-10T07:00").repeat;
    repeat.every = time::Every{time::Unit::day, 4};
    repeat.until = date("2026-06-30");
    const auto hints = [&](std::vector<std::string> skips) {
        repeat.skip.clear();
        for (const std::string& skip : skips) repeat.skip.push_back(date(skip));
        Texts all;
        for (const check::Finding& finding : found(check::unused_skip, builder))
            if (finding.rule == "unused-skip") all.push_back(finding.hints.at(0));
        return all;
    };
    const std::string nearest = "delete it, or write the nearest of its dates, ";
    CHECK(hints({"2026-06-12"}) == Texts{nearest + "2026-06-10"});
    CHECK(hints({"2026-06-13"}) == Texts{nearest + "2026-06-14"});
    CHECK(hints({"2026-06-13", "2026-06-14"}) == Texts{nearest + "2026-06-10"});
    CHECK(hints({"2026-06-01"}) == Texts{nearest + "2026-06-10"});
    CHECK(hints({"2027-07-01"}) == Texts{nearest + "2026-06-30"});
    CHECK(hints({"2027-07-02"}) == Texts{"delete it"});
}

TEST_CASE("each clock change that a series meets is told of once, however long ago the series began") {
    PlanBuilder builder;
    auto& activity = daily(builder, "2020-06-10T02:30", "2020-06-10T02:45");
    activity.repeat->until = date("2021-06-10");
    CHECK(places(check::ambiguous_time, builder) == Texts{"ambiguous-time start", "nonexistent-time start"});
}

TEST_CASE("clock changes are those of the zone of the areas, also where a change sends one occurrence") {
    PlanBuilder builder;
    builder.area("lord-howe", "Lord Howe").timezone = "Australia/Lord_Howe";
    auto& activity = daily(builder, "2026-10-01T02:15");
    activity.repeat->until = date("2026-10-10");
    CHECK(found(check::ambiguous_time, builder).empty());
    activity.areas = {"lord-howe"};
    CHECK(places(check::ambiguous_time, builder) == Texts{"nonexistent-time start"});
    activity.areas.clear();
    activity.repeat->changes = {change("2026-10-04")};
    activity.repeat->changes[0].areas = {"lord-howe"};
    CHECK(places(check::ambiguous_time, builder) == Texts{"nonexistent-time start"});
}

TEST_CASE("a change that moves an occurrence to a clock change is where that is told") {
    PlanBuilder builder;
    auto& activity = daily(builder, "2026-03-20T20:00", "2026-03-20T20:30");
    activity.repeat->count = 10;
    activity.repeat->changes = {change("2026-03-22", "2026-03-29T02:10"), change("2026-04-22", "2026-03-29T02:10")};
    CHECK(places(check::ambiguous_time, builder) == Texts{"nonexistent-time repeat.changes.2026-03-22.start",
                                                          "nonexistent-time repeat.changes.2026-03-22.start"});
    activity.repeat->changes[0].end = at("2026-03-29T04:00");
    CHECK(places(check::ambiguous_time, builder) == Texts{"nonexistent-time repeat.changes.2026-03-22.start"});
}

TEST_CASE("an end that follows from a duration is nobody's writing") {
    PlanBuilder builder;
    auto& activity = daily(builder, "2026-03-20T20:00");
    activity.repeat->count = 10;
    activity.duration = time::Duration{390 * 60};
    CHECK(found(check::ambiguous_time, builder).empty());
    activity.duration.reset();
    activity.end = at("2026-03-20T26:30");
    CHECK(places(check::ambiguous_time, builder) == Texts{"nonexistent-time end"});
}
