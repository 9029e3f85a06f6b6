#include <doctest/doctest.h>

#include "render/agenda.h"
#include "summer_sound.h"

using namespace backops;
using namespace backops::tests;

namespace {

std::string json(const PlanBuilder& builder, const schedule::Selection& selection = {}) {
    return render::schedule_json(builder.plan(), schedule_of(builder, selection));
}

bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("the JSON of a schedule has its keys in their order") {
    PlanBuilder builder;
    builder.timeframe("load-in", "Load-in", "2026-06-08", "2026-06-12T26:00").global = true;
    auto& meal = builder.activity("meal", "Crew breakfast", "2026-06-12T07:00", "2026-06-12T08:00");
    meal.kind = "meal";
    meal.global = true;
    meal.areas = {"tent"};
    meal.organizers = {"iris"};
    builder.daily(meal).count = 1;
    CHECK(json(builder, of({whole_event(), crew("iris")})) == R"({
  "schema": "backops/schedule/1",
  "event": {
    "name": "Summer Sound 2026",
    "timezone": "Europe/Berlin",
    "start": "2026-06-10",
    "end": "2026-06-14",
    "day_start": "04:00"
  },
  "shown_in": null,
  "rows": [
    {
      "id": "meal",
      "occurrence": "meal@2026-06-12",
      "name": "Crew breakfast",
      "kind": "meal",
      "status": "confirmed",
      "day": "2026-06-12",
      "start": "2026-06-12T07:00",
      "end": "2026-06-12T08:00",
      "timezone": "Europe/Berlin",
      "start_instant": "2026-06-12T05:00:00Z",
      "end_instant": "2026-06-12T06:00:00Z",
      "all_day": false,
      "global": true,
      "areas": [
        "tent"
      ],
      "location": "",
      "organizers": [
        "iris"
      ],
      "required": [],
      "optional": [],
      "via": [
        "event",
        "organizer:iris"
      ]
    }
  ],
  "timeframes": [
    {
      "id": "load-in",
      "name": "Load-in",
      "start": "2026-06-08",
      "end": "2026-06-13T02:00"
    }
  ]
}
)");
}

TEST_CASE("an empty schedule has empty lists") {
    const auto text = json(PlanBuilder());
    CHECK(has(text, "\"rows\": [],"));
    CHECK(has(text, "\"timeframes\": []"));
}

TEST_CASE("JSON times are plain ISO, and the day says the show day") {
    PlanBuilder builder;
    builder.activity("strike", "Strike", "2026-06-12T28:30", "2026-06-12T30:00");
    const auto text = json(builder);
    CHECK(has(text, "\"occurrence\": null"));
    CHECK(has(text, "\"day\": \"2026-06-12\""));
    CHECK(has(text, "\"start\": \"2026-06-13T04:30\""));
    CHECK(has(text, "\"end\": \"2026-06-13T06:00\""));
}

TEST_CASE("all-day rows have dates with an inclusive end, moments have no end") {
    PlanBuilder builder;
    builder.activity("press", "Press", "2026-06-12", "2026-06-13");
    const auto all_day = json(builder);
    CHECK(has(all_day, "\"start\": \"2026-06-12\",\n      \"end\": \"2026-06-13\""));
    CHECK(has(all_day, "\"end_instant\": \"2026-06-14T02:00:00Z\""));
    PlanBuilder doors;
    doors.activity("doors", "Doors", "2026-06-12T17:00");
    const auto moment = json(doors);
    CHECK(has(moment, "\"end\": null"));
    CHECK(has(moment, "\"end_instant\": null"));
}

TEST_CASE("the collaborator of a need is required, once") {
    PlanBuilder builder;
    auto& hands = builder.activity("hands", "Hands", "2026-06-12T06:00");
    hands.participants.required = {"kites"};
    hands.needs = {{4, "stagehand", "acme"}, {2, "rigger", "acme"}, {1, "medic", ""}};
    CHECK(has(json(builder), "\"required\": [\n        \"kites\",\n        \"acme\"\n      ]"));
}

TEST_CASE("the public's JSON names those whose own visibility is public") {
    auto sound = summer_sound();
    auto& headliner = sound.activity("open-stage", "Open stage", "2026-06-12T12:00");
    headliner.visibility = model::Visibility::everyone;
    headliner.participants.required = {"acme-audio"};
    schedule::Selection selection;
    selection.audience = schedule::Audience::everyone;
    const auto text = json(sound, selection);
    CHECK(has(text, "Open stage"));
    CHECK_FALSE(has(text, "acme"));
    CHECK_FALSE(has(text, "Headliner"));
    sound.collab("acme-audio").visibility = model::Visibility::everyone;
    CHECK(has(json(sound, selection), "\"required\": [\n        \"acme-audio\"\n      ]"));
}

TEST_CASE("any bytes in a name give JSON, never a failure") {
    PlanBuilder builder;
    builder.activity("a", "bad \xff\xc3 \x1b \" \\", "2026-06-12T06:00");
    const auto text = json(builder);
    CHECK(has(text, "\\u001b \\\" \\\\"));
}
