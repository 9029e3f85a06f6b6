#include "schedule/segments.h"

#include <doctest/doctest.h>

#include "plan_builder.h"

using namespace backops;
using namespace backops::tests;

namespace {

model::Segment segment(std::string cue, std::string who, std::string_view start, int minutes) {
    model::Segment segment;
    segment.cue = std::move(cue);
    segment.who = {std::move(who)};
    segment.start = time::parse_clock(start);
    if (minutes > 0) segment.duration = time::Duration{minutes * 60};
    return segment;
}

/// From 22:00 on Friday to 02:00: two that follow each other, one that starts on the minute, one for the rest.
PlanBuilder night() {
    PlanBuilder builder;
    builder.person("jo", "Jo", "acme");
    builder.person("maya", "Maya", "acme");
    auto& show = builder.activity("show", "Show", "2026-06-12T22:00", "2026-06-13T02:00");
    show.areas = {"tent"};
    show.segments = {segment("1", "jo", "", 20), segment("2", "maya", "", 30), segment("3", "jo", "00:30", 10),
                     segment("4", "maya", "01:15", 0)};
    return builder;
}

std::string clocks(const schedule::Selection& selection) {
    const auto builder = night();
    std::string all;
    for (const auto& row : schedule_of(builder, selection).rows)
        all += to_text(row.occurrence.start) + " " + (row.occurrence.end ? to_text(*row.occurrence.end) : "moment");
    return all;
}

}  // namespace

TEST_CASE("segments follow each other, but a hard start is the first such clock time after the start") {
    const auto builder = night();
    const schedule::Zones zones(builder.plan());
    const auto times = segment_times(schedule::occurrences(builder.plan(), zones, std::nullopt)[0]);
    const std::vector<std::pair<std::string, std::string>> expected = {
        {"20:00", "20:20"}, {"20:20", "20:50"}, {"22:30", "22:40"}, {"23:15", "00:00"}};
    REQUIRE(times.size() == expected.size());
    for (std::size_t i = 0; i < times.size(); ++i) {
        CHECK(to_text(times[i].from).substr(11, 5) == expected[i].first);
        CHECK(to_text(times[i].until).substr(11, 5) == expected[i].second);
    }
}

TEST_CASE("who has an activity by segments alone has it from the first to the last of them") {
    CHECK(clocks(of({crew("jo")})) == "2026-06-12T22:00 2026-06-12T24:40");
    CHECK(clocks(of({crew("maya")})) == "2026-06-12T22:20 2026-06-12T26:00");
}

TEST_CASE("in what lasts for days a segment is on its own show day") {
    PlanBuilder builder;
    builder.person("jo", "Jo", "acme");
    auto& camp = builder.activity("camp", "Camp", "2026-06-10T10:00", "2026-06-14T12:00");
    camp.segments = {segment("tour", "", "10:00", 50 * 60), segment("film", "jo", "", 90)};
    auto selection = of({crew("jo")});
    selection.days = {date("2026-06-12")};
    const auto schedule = schedule_of(builder, selection);
    REQUIRE(schedule.rows.size() == 1);
    CHECK(to_text(schedule.rows[0].occurrence.day) == "2026-06-12");
    CHECK(to_text(schedule.rows[0].occurrence.start) == "2026-06-12T12:00");
    selection.days = {date("2026-06-11")};
    CHECK(schedule_of(builder, selection).rows.empty());
}

TEST_CASE("another calendar that holds the activity shows all of it") {
    CHECK(clocks(of({crew("maya"), area("tent")})) == "2026-06-12T22:00 2026-06-13T02:00");
}

TEST_CASE("a range takes a person's activity by the segments, and a show day by the activity") {
    auto selection = of({crew("jo")});
    selection.from = instant("2026-06-12T23:00:00Z");
    CHECK(clocks(selection).empty());
    selection.from.reset();
    selection.days = {date("2026-06-12")};
    CHECK(clocks(selection) == "2026-06-12T22:00 2026-06-12T24:40");
}
