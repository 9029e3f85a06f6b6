#include "schedule/bands.h"

#include <doctest/doctest.h>

#include "plan_builder.h"

using namespace backops;
using namespace backops::tests;

namespace {

PlanBuilder festival() {
    PlanBuilder builder;
    builder.person("maya", "Maya", "acme");
    builder.timeframe("show-days", "Show days", "2026-06-10", "2026-06-14").global = true;
    builder.timeframe("roof", "Roof closed", "2026-06-12T10:00", "2026-06-12T26:00").areas = {"main"};
    builder.timeframe("briefing", "Briefing", "2026-06-12", "2026-06-12").participants = {"acme"};
    return builder;
}

Texts bands(const schedule::Selection& selection) {
    Texts ids;
    const auto builder = festival();
    for (const auto& band : schedule_of(builder, selection).bands) ids.push_back(band.timeframe->id);
    return ids;
}

}  // namespace

TEST_CASE("with no calendar every time frame is context, the longer first") {
    CHECK(bands({}) == Texts{"show-days", "briefing", "roof"});
}

TEST_CASE("time frames follow the calendars, global ones are everywhere") {
    CHECK(bands(of({whole_event()})) == Texts{"show-days"});
    CHECK(bands(of({area("main")})) == Texts{"show-days", "roof"});
    CHECK(bands(of({collab("acme")})) == Texts{"show-days", "briefing"});
    CHECK(bands(of({crew("maya")})) == Texts{"show-days"});
    auto selection = of({crew("maya")});
    selection.with_team = true;
    CHECK(bands(selection) == Texts{"show-days", "briefing"});
    selection.calendars.push_back(area("main"));
    selection.match_all = true;
    CHECK(bands(selection) == Texts{"show-days"});
}

TEST_CASE("without takes away a time frame of that calendar, never a global one") {
    schedule::Selection selection;
    selection.without = {area("main"), whole_event()};
    CHECK(bands(selection) == Texts{"show-days", "briefing"});
}

TEST_CASE("only time frames that touch the days and the range are there") {
    CHECK(bands(on("2026-06-12")) == Texts{"show-days", "briefing", "roof"});
    CHECK(bands(on("2026-06-13")) == Texts{"show-days"});
    CHECK(bands(on("2026-06-20")).empty());
    schedule::Selection selection;
    selection.from = instant("2026-06-13T00:00:00Z");
    CHECK(bands(selection) == Texts{"show-days", "briefing"});
    selection.to = instant("2026-06-13T01:00:00Z");
    selection.from = instant("2026-06-12T23:00:00Z");
    CHECK(bands(selection) == Texts{"show-days", "briefing", "roof"});
}

TEST_CASE("dates of a time frame are show days, its times are moments") {
    const auto builder = festival();
    const schedule::Zones zones(builder.plan());
    const auto band = [&](std::string_view id) {
        return schedule::band_of(builder.plan(), zones, *model::find(builder.plan().timeframes, id));
    };
    CHECK(to_text(band("show-days").from) == "2026-06-10T02:00:00Z");
    CHECK(to_text(band("show-days").until) == "2026-06-15T02:00:00Z");
    CHECK(to_text(band("show-days").last) == "2026-06-14");
    CHECK(to_text(band("roof").until) == "2026-06-13T00:00:00Z");
    CHECK(to_text(band("roof").last) == "2026-06-12");
}

TEST_CASE("a time frame that ends as a day begins does not touch that day") {
    PlanBuilder builder;
    const auto& frame = builder.timeframe("night", "Night", "2026-06-12T22:00", "2026-06-13T04:00");
    const auto band = schedule::band_of(builder.plan(), schedule::Zones(builder.plan()), frame);
    CHECK(to_text(band.last) == "2026-06-12");
}
