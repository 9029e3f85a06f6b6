#include "schedule/workday.h"

#include <doctest/doctest.h>

#include "plan_builder.h"
#include "schedule/resolved_event.h"

using namespace backops;
using namespace backops::tests;

namespace {

/// Jo of Acme with a friday: a load-in at 8 until 10, a show at 20 until 23.
PlanBuilder festival() {
    PlanBuilder builder;
    builder.collab("acme", "Acme");
    builder.person("jo", "Jo", "acme");
    builder.activity("rig", "Rig", "2026-06-12T08:00", "2026-06-12T10:00").participants.required = {"jo"};
    builder.activity("show", "Show", "2026-06-12T20:00", "2026-06-12T23:00").participants.required = {"jo"};
    return builder;
}

model::Activity& call(PlanBuilder& builder, std::string_view id, std::string_view start) {
    auto& activity = builder.activity(id, id, start);
    activity.kind = "call";
    return activity;
}

/// "fri 12 team 06-12T06:00 06-12T21:00" in UTC for each of Jo's workdays; a "?" behind what is not certain.
Texts days_of(const PlanBuilder& builder) {
    const schedule::ResolvedEvent event(builder.plan());
    const schedule::Workdays workdays(builder.plan(), event.calendars);
    Texts all;
    for (const schedule::Workday& day : workdays.of(builder.plan().crew.front())) {
        constexpr std::array sources{"own", "team", "event", "first"};
        all.push_back(to_text(day.day).substr(8) + " " + sources[static_cast<std::size_t>(day.source)] + " " +
                      to_text(day.call()).substr(11, 5) + "-" + to_text(day.out()).substr(11, 5) +
                      (day.is_certain() ? "" : "?"));
    }
    return all;
}

}  // namespace

TEST_CASE("without any call the first activity is a person's call, and the out is their last end") {
    CHECK(days_of(festival()) == Texts{"12 first 06:00-21:00"});
}

TEST_CASE("own calls go before the team's, the team's before the event's") {
    auto builder = festival();
    call(builder, "general", "2026-06-12T07:00").global = true;
    CHECK(days_of(builder) == Texts{"12 event 05:00-21:00"});
    call(builder, "acme-call", "2026-06-12T07:30").participants.required = {"acme"};
    CHECK(days_of(builder) == Texts{"12 team 05:30-21:00"});
    call(builder, "jo-call", "2026-06-12T09:00").participants.optional = {"jo"};
    CHECK(days_of(builder) == Texts{"12 own 07:00-21:00"});
}

TEST_CASE("the event's call is for those who have anything that day, and a team's for all of the team") {
    auto builder = festival();
    call(builder, "general", "2026-06-13T07:00").global = true;
    CHECK(days_of(builder) == Texts{"12 first 06:00-21:00"});
    builder.activity("acme-work", "Work", "2026-06-13T12:00", "2026-06-13T13:00").participants.required = {"acme"};
    CHECK(days_of(builder) == Texts{"12 first 06:00-21:00", "13 event 05:00-05:00"});
    builder.activity("acme-work").kind = "hold";
    CHECK(days_of(builder) == Texts{"12 first 06:00-21:00"});
    call(builder, "acme-call", "2026-06-13T07:30").participants.required = {"acme"};
    CHECK(days_of(builder) == Texts{"12 first 06:00-21:00", "13 team 05:30-05:30"});
}

TEST_CASE("of two calls of a team nobody knows whose is whose; two of one's own are one day") {
    auto builder = festival();
    for (const char* start : {"2026-06-12T06:00", "2026-06-12T14:00"})
        call(builder, start[12] == '6' ? "early" : "late", start).participants.required = {"acme"};
    CHECK(days_of(builder) == Texts{"12 team 04:00-21:00?"});
    builder.activity("early").participants.required = builder.activity("late").participants.required = {"jo"};
    CHECK(days_of(builder) == Texts{"12 own 04:00-21:00"});
}

TEST_CASE("a call's own end is an out, and after midnight it is still the same show day") {
    auto builder = festival();
    auto& load_out = call(builder, "load-out", "2026-06-12T23:30");
    load_out.duration = time::Duration{4 * 3600};
    load_out.participants.required = {"acme"};
    CHECK(days_of(builder) == Texts{"12 team 21:30-01:30"});
}

TEST_CASE("all-day activities, hold, travel, what lasts 24 hours and what is cancelled are not work") {
    auto builder = festival();
    builder.activity("day", "Day", "2026-06-13").participants.required = {"jo"};
    builder.activity("wait", "Wait", "2026-06-13T08:00", "2026-06-13T09:00").kind = "hold";
    builder.activity("bus", "Bus", "2026-06-13T09:00", "2026-06-13T10:00").kind = "travel";
    builder.activity("site", "Site", "2026-06-13T10:00", "2026-06-14T10:00");
    builder.activity("off", "Off", "2026-06-13T11:00", "2026-06-13T12:00").status = model::Status::cancelled;
    for (const char* id : {"wait", "bus", "site", "off"}) builder.activity(id).participants.required = {"jo"};
    CHECK(days_of(builder) == Texts{"12 first 06:00-21:00"});
    builder.activity("site").end = at("2026-06-14T09:59");
    CHECK(days_of(builder) == Texts{"12 first 06:00-21:00", "13 first 08:00-07:59"});
}

TEST_CASE("who is only in segments works for these, and who only organizes works too") {
    PlanBuilder builder;
    builder.collab("acme", "Acme");
    builder.person("jo", "Jo", "acme");
    auto& show = builder.activity("show", "Show", "2026-06-12T20:00", "2026-06-12T23:00");
    show.segments.resize(2);
    show.segments[0].duration = time::Duration{3600};
    show.segments[1].duration = time::Duration{1800};
    show.segments[1].who = {"jo"};
    CHECK(days_of(builder) == Texts{"12 first 19:00-19:30"});
    show.organizers = {"jo"};
    CHECK(days_of(builder) == Texts{"12 first 18:00-21:00"});
}

TEST_CASE("own, team's and event's meals feed a person") {
    auto builder = festival();
    for (const char* id : {"breakfast", "lunch", "dinner", "others"}) {
        auto& meal = builder.activity(id, id, "2026-06-12T12:00", "2026-06-12T13:00");
        meal.kind = "meal";
    }
    builder.activity("breakfast").global = true;
    builder.activity("breakfast").start = at("2026-06-12T07:00");
    builder.activity("lunch").participants.optional = {"acme"};
    builder.activity("dinner").participants.required = {"jo"};
    const schedule::ResolvedEvent event(builder.plan());
    Texts meals;
    for (const auto& entry :
         schedule::Workdays(builder.plan(), event.calendars).meals(builder.plan().crew.front(), date("2026-06-12")))
        meals.push_back(name_of(*entry.occurrence));
    CHECK(meals == Texts{"breakfast", "lunch", "dinner"});
}
