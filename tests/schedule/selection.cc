#include "schedule/selection.h"

#include <doctest/doctest.h>

#include "plan_builder.h"

using namespace backops;
using namespace backops::tests;

namespace {

/// Line check is required of Acme and optional for Maya, who organizes it; Maya and Jo are Acme's.
PlanBuilder festival() {
    PlanBuilder builder;
    builder.area("main", "Main Stage");
    builder.area("foh", "FOH");
    builder.collab("acme", "Acme");
    builder.collab("kites", "Red Kites");
    builder.person("maya", "Maya Lindt", "acme");
    builder.person("jo", "Jo Adler", "acme");
    auto& line = builder.activity("line-check", "Line check", "2026-06-12T09:30", "2026-06-12T11:00");
    line.areas = {"main", "foh"};
    line.organizers = {"maya"};
    line.participants = {{"acme"}, {"maya"}};
    auto& show = builder.activity("show", "Red Kites live", "2026-06-12T20:00", "2026-06-12T21:30");
    show.global = true;
    show.areas = {"main"};
    show.participants.required = {"kites"};
    model::Segment intro, finale;
    intro.name = "Intro";
    intro.who = {"jo", "everybody else"};
    finale.name = "Finale";
    finale.cue = "F1";
    finale.who = {"jo", "maya"};
    show.segments = {intro, finale};
    auto& hands = builder.activity("hands", "Hands call", "2026-06-12T06:00", "2026-06-12T14:00");
    hands.needs = {{4, "stagehand", "acme"}};
    builder.activity("off", "Called off", "2026-06-12T12:00", "2026-06-12T13:00").status = model::Status::cancelled;
    return builder;
}

Texts names_in_festival(const schedule::Selection& selection) {
    const auto builder = festival();
    return names(schedule_of(builder, selection));
}

Texts via(const PlanBuilder& builder, const schedule::Selection& selection, std::string_view id) {
    for (const auto& row : schedule_of(builder, selection).rows) {
        if (row.occurrence.activity->id == id) return row.via;
    }
    return {"not there"};
}

}  // namespace

TEST_CASE("with no calendar everything but what is cancelled is there, and says no why") {
    const auto builder = festival();
    const auto schedule = schedule_of(builder, {});
    CHECK(names(schedule) == Texts{"hands", "line-check", "show"});
    CHECK(schedule.rows[0].via.empty());
}

TEST_CASE("cancelled activities are there when their status is asked for") {
    schedule::Selection selection;
    selection.statuses = {model::Status::cancelled};
    CHECK(names_in_festival(selection) == Texts{"off"});
}

TEST_CASE("a cancelled occurrence of a confirmed series is left out") {
    PlanBuilder builder;
    auto& meal = builder.activity("meal", "Meal", "2026-06-13T12:00", "2026-06-13T13:00");
    model::Change off;
    off.date = date("2026-06-13");
    off.status = model::Status::cancelled;
    builder.daily(meal).changes = {off};
    CHECK(names(schedule_of(builder, {})) == Texts{"meal@2026-06-14"});
}

TEST_CASE("each calendar holds what its association says") {
    const auto builder = festival();
    CHECK(names(schedule_of(builder, of({whole_event()}))) == Texts{"show"});
    CHECK(names(schedule_of(builder, of({area("foh")}))) == Texts{"line-check"});
    CHECK(names(schedule_of(builder, of({collab("acme")}))) == Texts{"hands", "line-check"});
    CHECK(names(schedule_of(builder, of({crew("maya")}))) == Texts{"line-check", "show"});
    CHECK(names(schedule_of(builder, of({crew("nobody")}))).empty());
}

TEST_CASE("via names every reason in the order of the selection") {
    const auto builder = festival();
    CHECK(via(builder, of({area("main"), whole_event()}), "show") == Texts{"area:main", "event"});
    CHECK(via(builder, of({whole_event(), area("main"), collab("kites")}), "show") ==
          Texts{"event", "area:main", "required:kites"});
    CHECK(via(builder, of({crew("maya")}), "line-check") == Texts{"organizer:maya", "optional:maya"});
    CHECK(via(builder, of({collab("acme")}), "hands") == Texts{"required:acme"});
}

TEST_CASE("a person in a segment has the activity by its cue, without one by its position") {
    const auto builder = festival();
    CHECK(via(builder, of({crew("jo")}), "show") == Texts{"segment:1", "segment:F1"});
    CHECK(via(builder, of({crew("maya")}), "show") == Texts{"segment:F1"});
}

TEST_CASE("a person who takes part is there directly, whatever the segments say") {
    PlanBuilder builder;
    builder.person("jo", "Jo", "acme");
    auto& show = builder.activity("show", "Show", "2026-06-12T20:00", "2026-06-12T21:30");
    show.participants.required = {"jo"};
    show.segments.emplace_back();
    show.segments[0].who = {"jo"};
    CHECK(via(builder, of({crew("jo")}), "show") == Texts{"required:jo"});
}

TEST_CASE("with the team a person's collaborator counts as its own") {
    auto selection = of({crew("maya")});
    selection.with_team = true;
    const auto builder = festival();
    CHECK(names(schedule_of(builder, selection)) == Texts{"hands", "line-check", "show"});
    CHECK(via(builder, selection, "line-check") == Texts{"organizer:maya", "optional:maya", "required:acme"});
    CHECK(via(builder, selection, "hands") == Texts{"required:acme"});
}

TEST_CASE("the same reason from two calendars is given once") {
    auto selection = of({crew("maya"), crew("jo"), collab("acme")});
    selection.with_team = true;
    CHECK(via(festival(), selection, "hands") == Texts{"required:acme"});
}

TEST_CASE("match all keeps what is on every calendar") {
    auto selection = of({area("main"), collab("kites")});
    selection.match_all = true;
    CHECK(names_in_festival(selection) == Texts{"show"});
    selection.calendars.push_back(area("foh"));
    CHECK(names_in_festival(selection).empty());
}

TEST_CASE("without takes away what is on any of those calendars") {
    auto selection = of({area("main")});
    selection.without = {area("foh")};
    CHECK(names_in_festival(selection) == Texts{"show"});
    selection.without = {area("foh"), whole_event()};
    CHECK(names_in_festival(selection).empty());
}

TEST_CASE("the order of the selected calendars changes via, not the rows") {
    const auto builder = festival();
    const auto forth = schedule_of(builder, of({whole_event(), area("main"), collab("acme")}));
    const auto back = schedule_of(builder, of({collab("acme"), area("main"), whole_event()}));
    CHECK(names(forth) == names(back));
}

TEST_CASE("at one instant the longer comes first, then the id decides") {
    PlanBuilder builder;
    builder.activity("c-moment", "Moment", "2026-06-12T10:00");
    builder.activity("z-long", "Long", "2026-06-12T10:00", "2026-06-12T12:00");
    builder.activity("b-short", "Short", "2026-06-12T10:00", "2026-06-12T11:00");
    builder.activity("a-short", "Short", "2026-06-12T10:00", "2026-06-12T11:00");
    CHECK(names(schedule_of(builder, {})) == Texts{"z-long", "a-short", "b-short", "c-moment"});
}
