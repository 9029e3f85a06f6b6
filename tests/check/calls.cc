#include <doctest/doctest.h>

#include "check/found.h"
#include "check/taken_away.h"

using namespace backops;
using namespace backops::tests;

namespace {

constexpr time::Duration hours(int count) { return {count * 3600}; }

/// Acme with Jo and Finn, at a load-in on friday from 8 to 12.
PlanBuilder acme() {
    PlanBuilder builder;
    builder.collab("acme", "Acme");
    builder.person("jo", "Jo", "acme");
    builder.person("finn", "Finn", "acme");
    builder.activity("load-in", "Load-in", "2026-06-12T08:00", "2026-06-12T12:00").participants.required = {"acme"};
    return builder;
}

model::Activity& call(PlanBuilder& builder, std::string_view id, std::string_view start,
                      std::vector<std::string> required) {
    auto& made = builder.activity(id, id, start);
    made.kind = "call";
    made.participants.required = std::move(required);
    return made;
}

model::Unavailable away(std::string_view start, std::string_view end) {
    return {{at(start), false}, {at(end), false}, ""};
}

}  // namespace

TEST_CASE("work before the call of the same day is told, once for all whom it concerns") {
    auto builder = acme();
    call(builder, "acme-call", "2026-06-12T08:30", {"acme"});
    CHECK(lines(reported(builder)) ==
          Texts{"before-call: work of `finn` and `jo` begins 30m before the call on fri 12 jun, 08:00"});
    builder.activity("acme-call").start = at("2026-06-12T08:00");
    CHECK(reported(builder).empty());
    builder.activity("acme-call").start = at("2026-06-12T08:30");
    builder.activity("acme-call").global = true;
    builder.activity("acme-call").participants.required = {};
    CHECK(reported(builder).empty());
}

TEST_CASE("an activity that requires a company and takes nobody of it is told, with why") {
    auto builder = acme();
    builder.person("jo").unavailable = {away("2026-06-12T06:00", "2026-06-12T14:00")};
    CHECK(reported(builder).empty());
    call(builder, "finn-call", "2026-06-12T14:00", {"finn"});
    const auto findings = reported(builder);
    CHECK(lines(findings) == Texts{"nobody-comes: nobody of `acme` comes to `load-in` on fri 12 jun, 08:00–12:00: "
                                   "1 is called later and 1 is away"});
    CHECK(findings.front().spot == check::Spot{event::Noun::activity, "load-in", {"participants", "required", "acme"}});
    builder.activity("load-in").participants.required = {"acme", "jo"};
    CHECK(lines(reported(builder)) ==
          Texts{"unavailable: `jo` is unavailable on fri 12 jun, 08:00–12:00, and booked for `load-in`"});
}

TEST_CASE("of calls, meals, what lasts all day, needs alone and companies without people nobody need come") {
    auto builder = acme();
    builder.collab("crewless", "Crewless");
    builder.collab("acme").unavailable = {away("2026-06-12T00:00", "2026-06-13T12:00")};
    builder.activity("load-in").participants.required = {"crewless"};
    builder.activity("load-in").needs = {{2, "hand", "acme"}};
    for (const char* kind : {"call", "meal"}) {
        auto& other = builder.activity(kind, kind, "2026-06-12T08:00");
        other.kind = kind;
        other.participants.required = {"acme"};
    }
    builder.activity("day", "Day", "2026-06-12").participants.required = {"acme"};
    for (const check::Finding& finding : reported(builder)) CHECK(finding.rule != "nobody-comes");
}

TEST_CASE("who is merely optional need not come") {
    auto builder = acme();
    builder.activity("load-in").participants.optional = {"jo"};
    CHECK(reported(builder).empty());
    builder.activity("load-in").participants.optional = {"jo", "finn"};
    CHECK(lines(reported(builder)) ==
          Texts{"nobody-comes: nobody of `acme` comes to `load-in` on fri 12 jun, 08:00–12:00"});
}

TEST_CASE("a segment's person comes, and work elsewhere covers the company's") {
    auto builder = acme();
    builder.activity("other", "Other", "2026-06-12T07:00", "2026-06-12T13:00").participants.required = {"jo", "finn"};
    CHECK(lines(reported(builder)) == Texts{"nobody-comes: nobody of `acme` comes to `load-in` on fri 12 jun, "
                                            "08:00–12:00: 2 are at other work"});
    auto& load_in = builder.activity("load-in");
    load_in.segments.resize(1);
    load_in.segments[0].who = {"jo"};
    load_in.segments[0].duration = hours(1);
    for (const check::Finding& finding : reported(builder)) CHECK(finding.rule != "nobody-comes");
}

TEST_CASE("a call in the last two hours of a show day says on whose sheet it is") {
    const auto told = [](std::string_view start) {
        auto builder = acme();
        call(builder, "early", start, {"jo"});
        Texts all;
        for (const std::string& line : lines(reported(builder)))
            if (line.starts_with("early-call")) all.push_back(line);
        return all;
    };
    CHECK(told("2026-06-13T03:00") == Texts{"early-call: `early` is a call just before the show day ends on fri 12 "
                                            "jun, 03:00+1: it is on the call sheet of fri 12 jun"});
    CHECK(told("2026-06-13T02:00").size() == 1);
    CHECK(told("2026-06-13T01:59").empty());
    CHECK(told("2026-06-13T04:00").empty());
    CHECK(told("2026-06-12T28:00").empty());
}

TEST_CASE("an end by the clock before the start that makes more than 16 hours is told; a dated end is not") {
    const auto told = [](std::string_view start, std::string_view end, bool is_clock) {
        PlanBuilder builder;
        builder.activity("talk", "Talk", start, end).end_is_clock = is_clock;
        return lines(found(check::long_activity, builder));
    };
    CHECK(told("2026-06-12T10:15", "2026-06-13T09:30", true) ==
          Texts{"long-activity: `talk` takes 23h15m on fri 12 jun, 10:15–09:30+1: its end is a clock time before its "
                "start, and so of the next day"});
    CHECK(told("2026-06-12T10:15", "2026-06-13T09:30", false).empty());
    CHECK(told("2026-06-12T18:00", "2026-06-13T10:00", true).empty());
    CHECK(told("2026-06-12T17:59", "2026-06-13T10:00", true).size() == 1);
    CHECK(told("2026-06-12T06:00", "2026-06-12T23:00", true).empty());
    PlanBuilder series;
    auto& talk = series.activity("talk", "Talk", "2026-06-12T10:15", "2026-06-12T11:00");
    talk.end_is_clock = true;
    auto& changes = PlanBuilder::daily(talk).changes;
    changes.emplace_back().date = date("2026-06-12");
    changes.back().end = at("2026-06-13T09:30");
    CHECK(found(check::long_activity, series).empty());
    changes.back().end_is_clock = true;
    CHECK(found(check::long_activity, series).size() == 1);
}

TEST_CASE("a company of one person has nobody else to send") {
    auto builder = acme();
    builder.activity("check", "Check", "2026-06-12T09:00", "2026-06-12T10:00").participants.required = {"acme"};
    CHECK(reported(builder).empty());
    PlanBuilder alone;
    alone.collab("acme", "Acme");
    alone.person("jo", "Jo", "acme");
    for (const char* id : {"one", "two"})
        alone.activity(id, id, "2026-06-12T09:00", "2026-06-12T10:00").participants.required = {"acme"};
    CHECK(lines(reported(alone)) == Texts{"person-overlap: `jo` is needed in two places on fri 12 jun, 09:00–10:00"});
}

TEST_CASE("travel between two days is no rest") {
    auto builder = acme();
    builder.activity("load-in").participants.required = {"jo"};
    builder.event().rules.minimum_rest = hours(10);
    builder.activity("strike", "Strike", "2026-06-12T23:00", "2026-06-12T23:30").participants.required = {"jo"};
    builder.activity("gig", "Gig", "2026-06-13T10:00", "2026-06-13T12:00").participants.required = {"jo"};
    CHECK(reported(builder).empty());
    auto& bus = builder.activity("bus", "Bus", "2026-06-12T23:30", "2026-06-13T01:00");
    bus.kind = "travel";
    bus.participants.required = {"jo"};
    CHECK(lines(reported(builder)) ==
          Texts{"short-rest: only 9h of rest for `jo` before the call on sat 13 jun, 10:00; 10h is the least"});
}

TEST_CASE("a call says what it takes from whom") {
    auto builder = acme();
    const model::Plan before = builder.plan();
    call(builder, "jo-call", "2026-06-12T14:00", {"jo"});
    const std::vector<event::RecordName> changed{{event::Noun::activity, "jo-call"}};
    CHECK(check::newly_taken_away(check::touched(before, builder.plan(), changed), changed) ==
          Texts{"`jo` no longer goes to `load-in` on fri 12 jun, 08:00–12:00: their own call is at 14:00"});
    CHECK(check::newly_taken_away(check::touched(builder.plan(), builder.plan(), changed), changed).empty());
    const std::vector<event::RecordName> other{{event::Noun::activity, "load-in"}};
    CHECK(check::newly_taken_away(check::touched(before, builder.plan(), other), other).empty());
}

TEST_CASE("of a rule that is broken in somebody's days for years 500 days are told, and that there are more") {
    PlanBuilder builder;
    builder.collab("acme", "Acme");
    builder.person("jo", "Jo", "acme");
    for (const auto& [id, kind, start, end] : {std::tuple{"call", "call", "2026-06-12T09:00", "2026-06-12T09:00"},
                                               std::tuple{"rig", "load-in", "2026-06-12T08:00", "2026-06-12T12:00"}}) {
        auto& activity = builder.activity(id, id, start, std::string_view(kind) == "call" ? "" : end);
        activity.kind = kind;
        activity.participants.required = {"jo"};
        PlanBuilder::daily(activity);
        activity.repeat->count = 500;
    }
    CHECK(found(check::before_call, builder).size() == 500);
    for (const char* id : {"call", "rig"}) builder.activity(id).repeat->count = 502;
    const auto findings = found(check::before_call, builder);
    CHECK(findings.size() == 501);
    CHECK(lines(findings).back() == "before-call: `jo` has more such days than the 500 that are told");
}
