#include "sheet/call_sheet.h"

#include <doctest/doctest.h>

#include "schedule/audience.h"
#include "schedule/plan_builder.h"

using namespace backops;
using namespace backops::tests;

namespace {

const time::Date friday = date("2026-06-12");

/// Friday of a festival: a general call at 06:00, Jo of Acme on a show until 23:00, Ana of the Kites from 10:00 on
/// saturday, two hands of Acme, a hold and a private talk.
PlanBuilder festival() {
    PlanBuilder builder;
    builder.area("main", "Main Stage");
    builder.collab("acme", "Acme");
    builder.collab("kites", "Kites");
    builder.person("jo", "Jo", "acme").phone = "+49 1";
    builder.person("ana", "Ana", "kites").email = "ana@kites.example";
    const auto add = [&](const char* id, const char* start, const char* end, const char* kind) -> model::Activity& {
        auto& activity = builder.activity(id, id, start, end);
        activity.kind = kind;
        activity.areas = {"main"};
        return activity;
    };
    add("general-call", "2026-06-12T06:00", "", "call").global = true;
    add("show", "2026-06-12T20:00", "2026-06-12T23:00", "show").participants.required = {"jo", "kites"};
    add("rig", "2026-06-12T08:00", "2026-06-12T12:00", "").needs = {{2, "hand", "acme"}, {1, "runner", ""}};
    add("rain-plan", "2026-06-12T12:00", "2026-06-12T13:00", "hold").participants.required = {"jo"};
    add("talk", "2026-06-12T14:00", "2026-06-12T15:00", "").visibility = model::Visibility::confidential;
    builder.activity("talk").participants.required = {"ana"};
    add("gig", "2026-06-13T10:00", "2026-06-13T12:00", "show").participants.required = {"ana", "jo"};
    builder.activity("gig").visibility = model::Visibility::everyone;
    builder.activity("gig").notes = "cash in hand";
    return builder;
}

sheet::CallSheet made(const sheet::Sources& sources, std::vector<schedule::CalendarName> calendars = {}) {
    return sheet::call_sheet(sources, {friday, of(std::move(calendars))});
}

std::string clock(time::Instant instant) {
    return time::clock_on(friday, time::find_zone("Europe/Berlin")->wall_time(instant));
}

/// "acme 08:00–23:00: jo 20:00–23:00 2 × hand": the company's first and last time, and its people's.
Texts calls_of(const sheet::CallSheet& sheet) {
    Texts all;
    for (const sheet::TeamCalls& team : sheet.teams) {
        std::string line = team.team ? team.team->id : "nobody";
        if (team.times.first) line += " " + clock(team.times.first->at) + "–";
        if (team.times.last) line += clock(team.times.last->at);
        line += ":";
        for (const sheet::PersonCall& call : team.people) {
            const auto out = call.day.out();
            line += " " + call.person->id + " ";
            line += call.day.has_times() ? clock(call.day.there()) + "–" + (out ? clock(*out) : "") : "not called";
        }
        for (const sheet::LabourCall& call : team.labour)
            line += " " + std::to_string(call.need->count) + " × " + call.need->role;
        all.push_back(std::move(line));
    }
    return all;
}

Texts names_of(const std::vector<schedule::Row>& rows) {
    Texts all;
    for (const schedule::Row& row : rows) all.push_back(name_of(row.occurrence));
    return all;
}

}  // namespace

TEST_CASE("a call sheet for all has everybody's calls by company, labour, standby, and the day's activities") {
    const auto builder = festival();
    const sheet::Sources sources(builder.plan(), schedule::Audience::all, friday);
    const auto sheet = made(sources);
    CHECK(calls_of(sheet) == Texts{"nobody: 1 × runner", "acme 08:00–12:00: jo 20:00–23:00 2 × hand",
                                   "kites 20:00–23:00: ana 14:00–23:00"});
    CHECK(names_of(sheet.page.rows) == Texts{"general-call", "rig", "talk", "show"});
    CHECK(names_of(sheet.page.standby) == Texts{"rain-plan"});
    REQUIRE(sheet.page.general_calls.size() == 1);
    CHECK(name_of(*sheet.first_call->occurrence) == "rig");
    CHECK(name_of(*sheet.last_out->occurrence) == "show");
    REQUIRE(sheet.page.ahead.size() == 1);
    CHECK(sheet.page.ahead[0].day == friday + 1);
    CHECK(sheet.page.ahead[0].activities == 1);
}

TEST_CASE("a person's sheet has their own rows, their next call and the rest before it") {
    const auto builder = festival();
    const sheet::Sources sources(builder.plan(), schedule::Audience::all, friday);
    const auto sheet = made(sources, {crew("jo")});
    CHECK(calls_of(sheet) == Texts{"acme: jo 20:00–23:00"});
    CHECK(names_of(sheet.page.rows) == Texts{"general-call", "show"});
    REQUIRE(sheet.own);
    CHECK(sheet.own->day.source == schedule::CallSource::first);
    REQUIRE(sheet.own->next);
    CHECK(sheet.own->next->day == friday + 1);
    CHECK(sheet.own->rest == time::Duration{11 * 3600});
}

TEST_CASE("a company's sheet has its people and its labour, an area's those who are in it") {
    auto builder = festival();
    builder.area("bar", "Bar");
    builder.activity("tap", "Tap", "2026-06-12T09:00", "2026-06-12T10:00").areas = {"bar"};
    builder.activity("tap").participants.required = {"ana"};
    const sheet::Sources sources(builder.plan(), schedule::Audience::all, friday);
    const auto acme = made(sources, {collab("acme")});
    CHECK(calls_of(acme) == Texts{"acme 08:00–12:00: jo 20:00–23:00 2 × hand"});
    CHECK(names_of(acme.page.rows) == Texts{"rig", "show"});
    CHECK(calls_of(made(sources, {area("bar")})) == Texts{"kites: ana 06:00–23:00"});
}

TEST_CASE("labour calls count for the first call and the last out") {
    auto builder = festival();
    auto& strike = builder.activity("strike", "Strike", "2026-06-12T05:00", "2026-06-12T26:00");
    strike.needs = {{8, "hand", "acme"}};
    const sheet::Sources sources(builder.plan(), schedule::Audience::all, friday);
    const auto sheet = made(sources);
    CHECK(name_of(*sheet.first_call->occurrence) == "strike");
    CHECK(name_of(*sheet.last_out->occurrence) == "strike");
}

TEST_CASE("meals that feed a person are theirs on the sheet") {
    auto builder = festival();
    auto& lunch = builder.activity("lunch", "Lunch", "2026-06-12T12:00", "2026-06-12T13:00");
    lunch.kind = "meal";
    lunch.participants.required = {"acme"};
    builder.activity("rig").participants.required = {"jo"};
    const sheet::Sources again(builder.plan(), schedule::Audience::all, friday);
    const auto fed = made(again);
    CHECK(fed.teams.at(0).people.at(0).meals.size() == 1);
    CHECK(fed.teams.back().people.at(0).meals.empty());
    REQUIRE(fed.catering.size() == 1);
    CHECK(fed.catering[0].people == 1);
}

TEST_CASE("sites and safety are those of the day's areas, each once, else the event's") {
    auto builder = festival();
    builder.event().site.venue = "Old Mill";
    builder.event().safety.emergency = "112";
    {
        const sheet::Sources sources(builder.plan(), schedule::Audience::all, friday);
        const auto sheet = made(sources);
        REQUIRE(sheet.page.sites.size() == 1);
        CHECK(sheet.page.sites[0].areas.empty());
        CHECK(sheet.page.sites[0].what->venue == "Old Mill");
    }
    builder.area("foh", "FOH").site.venue = "Quay";
    builder.area("main").site.venue = "Quay";
    builder.area("bar", "Bar").site.venue = "Cellar";
    builder.activity("show").areas = {"main", "foh"};
    const sheet::Sources sources(builder.plan(), schedule::Audience::all, friday);
    const auto sheet = made(sources);
    REQUIRE(sheet.page.sites.size() == 1);
    CHECK(sheet.page.sites[0].areas.size() == 2);
    CHECK(sheet.page.sites[0].what->venue == "Quay");
    CHECK(sheet.page.safety.at(0).what->emergency == "112");
}

TEST_CASE("who cannot be had that day is off, for a show day from its beginning to its end") {
    auto builder = festival();
    const auto away = [](std::string_view start, std::string_view end) {
        return model::Unavailable{{at(start), false}, {at(end), false}, "away"};
    };
    builder.person("jo").unavailable = {away("2026-06-13T03:00", "2026-06-13T05:00"),
                                        away("2026-06-13T04:00", "2026-06-13T05:00")};
    builder.area("main").unavailable = {away("2026-06-12T08:00", "2026-06-12T09:00")};
    const sheet::Sources sources(builder.plan(), schedule::Audience::all, friday);
    const auto sheet = made(sources);
    REQUIRE(sheet.off.size() == 2);
    CHECK(sheet.off[0].id == "main");
    CHECK(sheet.off[1].id == "jo");
    CHECK(made(sources, {crew("jo")}).off.size() == 1);
    CHECK(made(sources, {crew("ana")}).off.empty());
}

TEST_CASE("what an audience may not see is nowhere in its plan") {
    auto builder = festival();
    builder.event().contacts = {{"Producer", "ana"}};
    builder.event().wifi = "secret";
    builder.person("ana").phone = "+49 2";
    builder.person("jo").attributes = {{"diet", "vegan"}};
    builder.person("jo").notes = "quiet";
    const model::Plan crew = schedule::plan_for(builder.plan(), schedule::Audience::crew);
    CHECK(model::find(crew.activities, "gig")->notes.empty());
    CHECK(model::find(crew.crew, "jo")->phone.empty());
    CHECK(model::find(crew.crew, "jo")->attributes.empty());
    CHECK(model::find(crew.crew, "jo")->notes.empty());
    CHECK(model::find(crew.crew, "ana")->phone == "+49 2");
    const model::Plan everyone = schedule::plan_for(builder.plan(), schedule::Audience::everyone);
    REQUIRE(everyone.activities.size() == 1);
    CHECK(everyone.activities[0].id == "gig");
    CHECK(everyone.activities[0].participants.required.empty());
    CHECK(everyone.activities[0].kind.empty());
    CHECK(everyone.crew.empty());
    CHECK(everyone.collaborators.empty());
    CHECK(everyone.event.contacts.empty());
    CHECK(everyone.event.wifi.empty());
    const sheet::Sources sources(builder.plan(), schedule::Audience::everyone, friday);
    CHECK(sheet::call_sheet(sources, {friday + 1, {}}).teams.empty());
}

TEST_CASE("a private activity counts in the times that others see, and is a row of whom it takes alone") {
    const auto builder = festival();
    const sheet::Sources sources(builder.plan(), schedule::Audience::crew, friday);
    const auto all = made(sources);
    CHECK(calls_of(all).back() == "kites 20:00–23:00: ana 14:00–23:00");
    CHECK(names_of(all.page.rows) == Texts{"general-call", "rig", "show"});
    CHECK(names_of(made(sources, {crew("ana")}).page.rows) == Texts{"general-call", "talk", "show"});
    CHECK(names_of(made(sources, {collab("kites")}).page.rows) == Texts{"show"});
}

TEST_CASE("hands and companies whose people nobody knows are fed too") {
    auto builder = festival();
    builder.collab("rigging", "Rigging");
    auto& lunch = builder.activity("lunch", "Lunch", "2026-06-12T11:00", "2026-06-12T12:00");
    lunch.kind = "meal";
    lunch.global = true;
    const auto fed = [&] {
        const sheet::Sources sources(builder.plan(), schedule::Audience::all, friday);
        const auto sheet = made(sources);
        REQUIRE(sheet.catering.size() == 1);
        return std::pair(sheet.catering[0].people, sheet.catering[0].is_at_least);
    };
    CHECK(fed() == std::pair<std::size_t, bool>{3, false});
    builder.activity("rig").participants.required = {"rigging", "jo"};
    CHECK(fed() == std::pair<std::size_t, bool>{4, true});
    builder.activity("rig").end = at("2026-06-12T10:00");
    CHECK(fed() == std::pair<std::size_t, bool>{1, false});
}

TEST_CASE("on a day on which their company works somebody who is not taken is told so") {
    auto builder = festival();
    builder.person("cy", "Cy", "kites");
    builder.activity("show").participants.required = {"kites", "ana"};
    const sheet::Sources sources(builder.plan(), schedule::Audience::all, friday);
    const auto sheet = made(sources, {crew("cy")});
    CHECK_FALSE(sheet.own);
    REQUIRE(sheet.booked.first);
    CHECK(clock(sheet.booked.first->at) == "20:00");
    CHECK(clock(sheet.booked.last->at) == "23:00");
}

TEST_CASE("a day ahead of which an audience can be told nothing is left out") {
    const auto builder = festival();
    const sheet::Sources all(builder.plan(), schedule::Audience::all, friday);
    REQUIRE(made(all).page.ahead.size() == 1);
    CHECK(names_of(made(all).page.ahead[0].key) == Texts{"gig"});
    const sheet::Sources everyone(builder.plan(), schedule::Audience::everyone, friday);
    CHECK(made(everyone).page.ahead.empty());
}
