#include <doctest/doctest.h>

#include "check/found.h"

using namespace backops;
using namespace backops::tests;

namespace {

model::Unavailable away(std::string_view start, std::string_view end, std::string_view reason = "") {
    const auto time = [](std::string_view text) {
        return text.size() == 10 ? model::TimeOrDate{{date(text), 0}, true} : model::TimeOrDate{at(text), false};
    };
    return {time(start), time(end), std::string(reason)};
}

/// Jo of Acme on the main stage, friday 14:00–15:00.
PlanBuilder festival() {
    PlanBuilder builder;
    builder.area("main", "Main");
    builder.collab("acme", "Acme");
    builder.person("jo", "Jo", "acme");
    auto& focus = builder.activity("focus", "Focus", "2026-06-12T14:00", "2026-06-12T15:00");
    focus.areas = {"main"};
    focus.participants.required = {"jo"};
    return builder;
}

}  // namespace

TEST_CASE("who is booked while unavailable is told at the activity, with the absence as the other place") {
    auto builder = festival();
    builder.person("jo").unavailable = {away("2026-06-12T08:00", "2026-06-12T14:00"),
                                        away("2026-06-12T14:45", "2026-06-12T18:00", "dentist")};
    const auto findings = reported(builder);
    REQUIRE(lines(findings) ==
            Texts{"unavailable: `jo` is unavailable on fri 12 jun, 14:45–15:00, and booked for `focus`"});
    CHECK(findings.front().level == check::Level::error);
    CHECK(findings.front().minutes == 15);
    CHECK(findings.front().others.front().spot ==
          check::Spot{event::Noun::crew, "jo", {"unavailable", std::size_t{1}}});
    CHECK(findings.front().others.front().message == "unavailable fri 12 jun 2026 14:45–18:00 (dentist)");
    builder.activity("focus").participants = {{}, {"jo"}};
    CHECK(reported(builder).front().level == check::Level::warning);
    builder.activity("focus").status = model::Status::tentative;
    CHECK(reported(builder).front().level == check::Level::warning);
    builder.activity("focus").busy = false;
    CHECK(reported(builder).empty());
}

TEST_CASE("a date in unavailable is a whole show day, and an area's is on its own clock") {
    auto builder = festival();
    builder.area("main").unavailable = {away("2026-06-11", "2026-06-11", "rigging")};
    CHECK(reported(builder).empty());
    builder.activity("focus").start = at("2026-06-12T03:59");
    CHECK(lines(reported(builder)) ==
          Texts{"unavailable: `main` is unavailable on thu 11 jun, 03:59+1–04:00+1, and booked for `focus`"});
    builder.activity("focus").start = at("2026-06-12T14:00");
    builder.area("main").timezone = "Europe/London";
    builder.area("main").unavailable = {away("2026-06-12T15:00", "2026-06-12T16:00")};
    CHECK(reported(builder).empty());
    builder.area("main").unavailable = {away("2026-06-12T14:59", "2026-06-12T16:00")};
    CHECK(reported(builder).size() == 1);
}

TEST_CASE("people are away with their collaborator, but for what that is itself booked for") {
    auto builder = festival();
    builder.collab("acme").unavailable = {away("2026-06-12", "2026-06-12")};
    CHECK(lines(reported(builder)) ==
          Texts{"unavailable: `jo` is unavailable on fri 12 jun, 14:00–15:00, and booked for `focus`"});
    builder.activity("focus").participants.required = {"acme", "jo"};
    CHECK(lines(reported(builder)) ==
          Texts{"unavailable: `acme` is unavailable on fri 12 jun, 14:00–15:00, and booked for `focus`"});
}

TEST_CASE("a show ends by the curfews of its show day in its areas; a curfew without areas is for all") {
    PlanBuilder builder;
    builder.area("main", "Main");
    builder.area("foh", "FOH");
    builder.activity("show", "Show", "2026-06-12T22:00", "2026-06-12T26:30");
    builder.activity("curfew", "Curfew", "2026-06-12T26:00");
    auto& show = builder.activity("show");
    auto& curfew = builder.activity("curfew");
    show.kind = "show";
    show.areas = {"main"};
    curfew.kind = "curfew";
    curfew.areas = {"main", "foh"};
    const auto findings = reported(builder);
    REQUIRE(lines(findings) == Texts{"curfew: `show` ends 30m after the curfew on fri 12 jun, 02:30+1"});
    CHECK(findings.front().spot.path == yaml::Path{"end"});
    CHECK(findings.front().others.front().message == "`curfew` is at 02:00+1");
    CHECK(findings.front().minutes == 30);
    curfew.areas = {"foh"};
    CHECK(reported(builder).empty());
    curfew.areas = {};
    CHECK(reported(builder).size() == 1);
    show.end = at("2026-06-12T26:00");
    CHECK(reported(builder).empty());
    show.end = at("2026-06-12T26:30");
    show.kind = "";
    CHECK(reported(builder).empty());
    show.kind = "show";
    curfew.start = at("2026-06-13T00:30");
    CHECK(reported(builder).size() == 1);
    curfew.start = at("2026-06-13T23:00");
    CHECK(reported(builder).empty());
}

TEST_CASE("what is on no day of the event and of no time frame is outside, also the end of what lasts for days") {
    auto builder = festival();
    builder.activity("focus").start = at("2026-06-09T14:00");
    builder.activity("focus").end = at("2026-06-09T15:00");
    CHECK(lines(reported(builder)) ==
          Texts{"outside-event: `focus` is outside the event and all time frames on tue 9 jun 2026"});
    builder.timeframe("load-in", "Load-in", "2026-06-08", "2026-06-09");
    CHECK(reported(builder).empty());
    auto& camp = builder.activity("camp", "Camping", "2026-06-13", "2026-06-14");
    CHECK(reported(builder).empty());
    camp.end = time::WallTime{date("2026-06-15"), 0};
    CHECK(lines(reported(builder)) == Texts{"outside-event: `camp` ends outside the event and all time frames "
                                            "on mon 15 jun 2026"});
    camp.status = model::Status::cancelled;
    CHECK(reported(builder).empty());
    builder.activity("party", "Party", "2026-06-14T23:00", "2026-06-15T06:00");
    CHECK(reported(builder).empty());
}

TEST_CASE("segments are held against their activity, each other and their cues") {
    PlanBuilder builder;
    auto& show = builder.activity("show", "Show", "2026-06-12T20:00", "2026-06-12T21:00");
    show.segments.resize(2);
    show.segments[0].cue = "A";
    show.segments[0].duration = time::Duration{30 * 60};
    show.segments[1].duration = time::Duration{30 * 60};
    CHECK(reported(builder).empty());
    show.segments[1].duration = time::Duration{31 * 60};
    const auto over = reported(builder);
    CHECK(lines(over) == Texts{"segments: segment 2 ends 1m after its activity on fri 12 jun, 20:00–21:00"});
    CHECK(over.front().spot.path == yaml::Path{"segments", std::size_t{1}, "duration"});
    CHECK(over.front().others.front().message == "`show` ends at 21:00");
    show.segments[1].duration = time::Duration{10 * 60};
    show.segments[1].start = 20 * 3600 + 20 * 60;
    const auto early = reported(builder);
    CHECK(lines(early) == Texts{"segments: segment 2 starts 10m before segment `A` ends on fri 12 jun, 20:00–21:00"});
    CHECK(early.front().others.front().message == "it ends at 20:30");
    show.segments[1].start = 20 * 3600 + 30 * 60;
    CHECK(reported(builder).empty());
    show.segments[1].start = 19 * 3600;
    CHECK(lines(reported(builder)) ==
          Texts{"segments: segment 2 starts at 19:00+1, outside its activity on fri 12 jun, 20:00–21:00"});
    show.segments[1].start.reset();
    show.segments[1].cue = "A";
    const auto cues = reported(builder);
    CHECK(lines(cues) == Texts{"segments: two segments have the cue `A`"});
    CHECK(cues.front().others.front().spot.path == yaml::Path{"segments", std::size_t{0}, "cue"});
    show.segments[1].cue = "";
    show.segments[1].duration = time::Duration{40 * 60};
    show.end.reset();
    CHECK(reported(builder).empty());
}

TEST_CASE("a series has one finding of its segments, whatever the number of its dates") {
    PlanBuilder builder;
    auto& show = builder.activity("show", "Show", "2026-06-12T20:00", "2026-06-12T21:00");
    show.segments.resize(1);
    show.segments[0].duration = time::Duration{90 * 60};
    PlanBuilder::daily(show);
    CHECK(lines(reported(builder)) ==
          Texts{"segments: segment 1 ends 30m after its activity on 3 days, first fri 12 jun, 20:00–21:00"});
}

TEST_CASE("an acceptance takes the findings of its rule, with the other, one of its dates, or whom it is about") {
    auto builder = festival();
    builder.activity("panel", "Panel", "2026-06-12T14:30", "2026-06-12T16:00").participants.required = {"jo"};
    PlanBuilder::daily(builder.activity("panel"));
    REQUIRE(reported(builder).size() == 1);
    const auto accepted_by = [&](std::string_view activity, std::string_view rule, std::string_view with) {
        for (const char* id : {"focus", "panel"}) builder.activity(id).accept.clear();
        builder.activity(activity).accept = {{std::string(rule), std::string(with), "so it is", "", {}}};
        return reported(builder).empty();
    };
    for (const char* with : {"", "panel", "panel@2026-06-12", "jo"})
        CHECK(accepted_by("focus", "person-overlap", with));
    for (const char* with : {"", "focus", "jo"}) CHECK(accepted_by("panel", "person-overlap", with));
    for (const char* with : {"focus", "panel@2026-06-13", "acme"}) CHECK(!accepted_by("focus", "person-overlap", with));
    CHECK(!accepted_by("focus", "area-overlap", ""));
}

TEST_CASE("an acceptance without use is told, as is one that is over; then the finding is told again") {
    auto builder = festival();
    builder.activity("focus").accept = {{"person-overlap", "", "so it is", "", {}},
                                        {"curfew", "main", "so it is", "", {}}};
    CHECK(lines(reported(builder)) == Texts{"unused-accept: `focus` has no person-overlap to accept",
                                            "unused-accept: `focus` has no curfew with `main` to accept"});
    builder.activity("panel", "Panel", "2026-06-12T14:30", "2026-06-12T16:00").participants.required = {"jo"};
    builder.activity("focus").accept.pop_back();
    builder.activity("focus").accept[0].until = date("2026-06-12");
    CHECK(reported(builder, "2026-06-12").empty());
    CHECK(lines(reported(builder, "2026-06-13")) ==
          Texts{"unused-accept: `focus` accepts person-overlap until fri 12 jun 2026, which is over",
                "person-overlap: `jo` is needed in two places on fri 12 jun, 14:30–15:00"});
    builder.event().rules.severity = {{"person-overlap", "off"}, {"unused-accept", "error"}};
    const auto off = reported(builder, "2026-06-12");
    CHECK(lines(off) == Texts{"unused-accept: `focus` has no person-overlap to accept"});
    CHECK(off.front().level == check::Level::error);
}

TEST_CASE("only rules that are asked for are told, and acceptances are judged by all of them") {
    auto builder = festival();
    builder.activity("focus").accept = {{"person-overlap", "", "so it is", "", {}}};
    const auto told = [&](std::vector<std::string_view> wanted) {
        const schedule::ResolvedEvent event(builder.plan());
        return check::report_of(event, date("2026-06-01"),
                                [&](std::string_view rule) { return std::ranges::find(wanted, rule) != wanted.end(); })
            .open.size();
    };
    CHECK(told({"curfew"}) == 0);
    CHECK(told({"unused-accept"}) == 1);
    builder.activity("panel", "Panel", "2026-06-12T14:30", "2026-06-12T16:00").participants.required = {"jo"};
    CHECK(told({"unused-accept"}) == 0);
    CHECK(told({"person-overlap"}) == 0);
    builder.activity("focus").accept.clear();
    CHECK(told({"person-overlap"}) == 1);
    CHECK(told({"curfew", "unused-accept"}) == 0);
}

TEST_CASE("names of no rule are errors where they stand") {
    auto builder = festival();
    builder.event().rules.severity = {{"area-overlp", "error"}, {"yaml-syntax", "off"}};
    builder.activity("focus").accept = {{"person-overlapp", "", "so it is", "", {}}};
    const auto findings = reported(builder);
    CHECK(lines(findings) ==
          Texts{"unknown-rule: no rule of the schedule is called `area-overlp`",
                "unknown-rule: `yaml-syntax` is about the form of files: it cannot be accepted or set",
                "unknown-rule: no rule of the schedule is called `person-overlapp`"});
    CHECK(findings[0].spot == check::Spot{event::Noun::event, "", {"rules", "severity", "area-overlp"}, true});
    CHECK(findings[0].hints == Texts{"did you mean `area-overlap`?"});
    CHECK(findings[2].spot == check::Spot{event::Noun::activity, "focus", {"accept", std::size_t{0}, "rule"}});
}

TEST_CASE("a missing attribute is told at the person, with the rule that demands it as the other place") {
    auto builder = festival();
    builder.event().crew_attributes = {{"shirt", "T-shirt", model::AttributeType::text, {}}};
    builder.collab("acme").crew_attributes = {{"shirt", true, false, false}};
    const auto findings = reported(builder);
    REQUIRE(lines(findings) == Texts{"missing-attribute: `jo` has no `shirt` (T-shirt)"});
    CHECK(findings.front().others.front().spot ==
          check::Spot{event::Noun::collaborator, "acme", {"crew_attributes", "shirt"}});
    builder.person("jo").crew_attributes = {{"shirt", true, true, false}};
    CHECK(reported(builder).front().others.front().spot ==
          check::Spot{event::Noun::crew, "jo", {"crew_attributes", "shirt"}});
    builder.person("jo").attributes = {{"shirt", "M"}};
    CHECK(reported(builder).empty());
}

TEST_CASE("every rule has its own name, says what it finds, and is found by its name") {
    Texts names = check::rule_names();
    for (const std::string& name : names) {
        const check::Rule* rule = check::find_rule(name);
        REQUIRE(rule);
        CHECK(rule->name == name);
        CHECK(!rule->summary.empty());
        CHECK(rule->explanation.size() > 60);
    }
    std::ranges::sort(names);
    CHECK(std::ranges::adjacent_find(names) == names.end());
}
