#include <doctest/doctest.h>

#include "check/found.h"
#include "check/newly_broken.h"
#include "schedule/person_days.h"

using namespace backops;
using namespace backops::tests;

namespace {

time::Duration hours(int count) { return {count * 3600}; }

/// Jo of the band Reds, which is in one place at a time.
PlanBuilder band() {
    PlanBuilder builder;
    builder.collab("reds", "Reds").overlap = model::Overlap::forbid;
    builder.person("jo", "Jo", "reds");
    return builder;
}

model::Activity& call(PlanBuilder& builder, const char* id, const char* start, const char* who) {
    auto& activity = builder.activity(id, id, start);
    activity.kind = "call";
    activity.participants.required = {who};
    return activity;
}

}  // namespace

TEST_CASE("what a band may come to does not book its people") {
    PlanBuilder builder = band();
    builder.activity("party", "Party", "2026-06-12T10:00", "2026-06-12T12:00").participants.optional = {"reds"};
    builder.activity("talk", "Talk", "2026-06-12T11:00", "2026-06-12T12:00").participants.required = {"jo"};
    CHECK(found(check::person_overlap, builder).empty());
}

TEST_CASE("who has a segment of what their band is required at is booked for all of it, once") {
    PlanBuilder builder = band();
    auto& show = builder.activity("show", "Show", "2026-06-12T10:00", "2026-06-12T12:00");
    show.participants.required = {"reds"};
    show.segments.resize(1);
    show.segments[0].duration = time::Duration{1800};
    show.segments[0].who = {"jo"};
    builder.activity("talk", "Talk", "2026-06-12T10:15", "2026-06-12T11:30").participants.required = {"jo"};
    CHECK(found(check::person_overlap, builder).size() == 1);
}

TEST_CASE("what names a person and their band conflicts with what the band alone is at, and is told of the band") {
    PlanBuilder builder = band();
    builder.activity("show", "Show", "2026-06-12T10:00", "2026-06-12T12:00").participants.required = {"reds", "jo"};
    builder.activity("talk", "Talk", "2026-06-12T11:00", "2026-06-12T12:00").participants.required = {"reds"};
    CHECK(found(check::person_overlap, builder).empty());
    CHECK(found(check::collaborator_overlap, builder).size() == 1);
}

TEST_CASE("what a company that is away only organizes is told of its people who are booked") {
    PlanBuilder builder = band();
    model::Unavailable away;
    away.start = away.end = {{date("2026-06-12"), 0}, true};
    builder.collab("acme", "Acme").unavailable = {away};
    builder.person("ann", "Ann", "acme");
    auto& talk = builder.activity("talk", "Talk", "2026-06-12T10:00", "2026-06-12T11:00");
    talk.organizers = {"acme"};
    talk.participants.required = {"ann"};
    CHECK(lines(found(check::unavailable, builder)).size() == 1);
}

TEST_CASE("what is over before the call is no part of the day") {
    PlanBuilder builder = band();
    builder.event().rules.longest_day = hours(7);
    builder.event().rules.minimum_rest = hours(1);
    builder.activity("early", "Early", "2026-06-12T07:00", "2026-06-12T08:00").participants.required = {"jo"};
    call(builder, "call", "2026-06-12T10:00", "jo");
    builder.activity("show", "Show", "2026-06-12T10:00", "2026-06-12T18:00").participants.required = {"jo"};
    CHECK(found(check::long_day, builder).size() == 1);
}

TEST_CASE("rest is not checked next to a day of several team calls, on either side") {
    for (const char* second : {"2026-06-12T11:00", "2026-06-13T07:00"}) {
        PlanBuilder builder = band();
        builder.event().rules.minimum_rest = hours(10);
        call(builder, "one", "2026-06-12T10:00", "reds");
        call(builder, "two", "2026-06-13T06:00", "reds");
        builder.activity("late", "Late", "2026-06-12T20:00", "2026-06-12T25:00").participants.required = {"jo"};
        CHECK(found(check::short_rest, builder).size() == 1);
        call(builder, "three", second, "reds");
        CHECK(found(check::short_rest, builder).empty());
    }
}

TEST_CASE("a meal before the call is not what a wait for one begins with, nor one after the out what it ends with") {
    PlanBuilder builder = band();
    builder.event().rules.meal_within = hours(6);
    const auto meal = [&](const char* id, const char* start, const char* end) {
        auto& activity = builder.activity(id, id, start, end);
        activity.kind = "meal";
        activity.global = true;
    };
    meal("breakfast", "2026-06-12T06:00", "2026-06-12T06:30");
    meal("supper", "2026-06-12T20:00", "2026-06-12T21:00");
    call(builder, "call", "2026-06-12T08:00", "jo");
    builder.activity("show", "Show", "2026-06-12T09:00", "2026-06-12T12:00").participants.required = {"jo"};
    CHECK(found(check::late_meal, builder).empty());
    builder.activity("show", "Show", "2026-06-12T09:00", "2026-06-12T16:00").participants.required = {"jo"};
    builder.activity("more", "More", "2026-06-12T11:00", "2026-06-12T16:00").participants.required = {"jo"};
    const auto all = found(check::late_meal, builder);
    REQUIRE(all.size() == 1);
    CHECK(all[0].occurrences.front() == "call");
}

TEST_CASE("a curfew of another day, or of a show that is cancelled, is none") {
    PlanBuilder builder;
    builder.activity("quiet", "Quiet", "2026-06-11T22:00").kind = "curfew";
    builder.activity("show", "Show", "2026-06-12T21:00", "2026-06-12T23:00").kind = "show";
    CHECK(found(check::curfew, builder).empty());
    auto& tonight = builder.activity("tonight", "Tonight", "2026-06-12T22:00");
    tonight.kind = "curfew";
    CHECK(found(check::curfew, builder).size() == 1);
    PlanBuilder cancelled;
    cancelled.activity("quiet", "Quiet", "2026-06-12T22:00").kind = "curfew";
    auto& show = cancelled.activity("show", "Show", "2026-06-12T21:00", "2026-06-12T23:00");
    show.kind = "show";
    show.status = model::Status::cancelled;
    CHECK(found(check::curfew, cancelled).empty());
}

TEST_CASE("what lasts for days by the clock must end inside the event too") {
    PlanBuilder builder;
    builder.activity("camping", "Camping", "2026-06-14T10:00", "2026-06-16T12:00");
    CHECK(found(check::outside_event, builder).size() == 1);
}

TEST_CASE("a cue stands once, also further down, and a cancelled run of show need not add up") {
    PlanBuilder builder;
    auto& show = builder.activity("show", "Show", "2026-06-12T10:00", "2026-06-12T11:00");
    show.segments.resize(3);
    show.segments[1].cue = show.segments[2].cue = "Q1";
    CHECK(found(check::segments, builder).size() == 1);
    show.segments[2].cue = "Q2";
    show.segments[2].duration = hours(2);
    CHECK(found(check::segments, builder).size() == 1);
    show.status = model::Status::cancelled;
    CHECK(found(check::segments, builder).empty());
}

TEST_CASE("an overrun that only grows is no news") {
    PlanBuilder builder;
    auto& show = builder.activity("show", "Show", "2026-06-12T10:00", "2026-06-12T11:00");
    show.segments.resize(1);
    show.segments[0].duration = time::Duration{70 * 60};
    const model::Plan before = builder.plan();
    show.segments[0].duration = time::Duration{75 * 60};
    const std::vector<event::RecordName> changed{{event::Noun::activity, "show"}};
    CHECK(check::newly_broken(before, builder.plan(), changed, date("2026-06-01")).empty());
}

TEST_CASE("several findings of one cause on one day are of one day") {
    PlanBuilder builder;
    builder.collab("acme", "Acme");
    builder.person("jo", "Jo", "acme");
    auto& show = builder.activity("show", "Show", "2026-06-12T10:00", "2026-06-12T13:00");
    show.segments.resize(3);
    for (auto& segment : show.segments) segment.duration = hours(1);
    show.segments[0].who = show.segments[2].who = {"jo"};
    builder.activity("talk", "Talk", "2026-06-12T09:30", "2026-06-12T13:00").participants.required = {"jo"};
    const auto all = reported(builder);
    REQUIRE(all.size() == 1);
    CHECK(all[0].days == 1);
}

TEST_CASE("what lasts all day is not work, also on a day of 23 hours") {
    PlanBuilder builder;
    builder.activity("market", "Market", "2026-03-28");
    const schedule::ResolvedEvent event(builder.plan());
    const schedule::Occurrence& market = event.occurrences.at(0);
    CHECK(!schedule::counts(schedule::Entry{&market, {market.from, market.until}, market.day}));
}
