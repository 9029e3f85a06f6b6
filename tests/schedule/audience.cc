#include "schedule/audience.h"

#include <doctest/doctest.h>

#include "schedule/plan_builder.h"

namespace {

using namespace backops;
using namespace backops::tests;
using model::Status;
using model::Visibility;
using schedule::Audience;
using Texts = std::vector<std::string>;

model::Activity& open(PlanBuilder& builder, const std::string& id) {
    model::Activity& activity = builder.activity(id, "Name of " + id, "2026-06-12T10:00", "2026-06-12T11:00");
    activity.visibility = Visibility::everyone;
    return activity;
}

model::Change change_of(const std::string& day, Status status) {
    model::Change change;
    change.date = date(day);
    change.status = status;
    change.name = "Changed";
    return change;
}

/// `show@2026-06-12` of all that a selection shows.
Texts shown(const PlanBuilder& builder, const schedule::Selection& selection) {
    Texts names;
    for (const schedule::Row& row : schedule_of(builder, selection).rows) names.push_back(name_of(row.occurrence));
    return names;
}

Texts happening(const model::Plan& plan) {
    const schedule::Zones zones(plan);
    Texts names;
    for (const schedule::Occurrence& one : occurrences(plan, zones, std::nullopt)) names.push_back(name_of(one));
    return names;
}

/// Three days each: settled but for the second, and open but for the second.
PlanBuilder series() {
    PlanBuilder builder;
    builder.event().end = date("2026-06-14");
    builder.daily(open(builder, "a")).changes = {change_of("2026-06-13", Status::tentative)};
    model::Activity& other = open(builder, "b");
    other.status = Status::tentative;
    builder.daily(other).changes = {change_of("2026-06-13", Status::confirmed)};
    return builder;
}

}  // namespace

TEST_CASE("the public sees what is confirmed, on the dates on which it is") {
    const PlanBuilder builder = series();
    schedule::Selection selection;
    CHECK(shown(builder, selection).size() == 6);
    selection.audience = Audience::everyone;
    CHECK(shown(builder, selection) == Texts{"a@2026-06-12", "b@2026-06-13", "a@2026-06-14"});
    selection.statuses = {Status::tentative, Status::cancelled};
    CHECK(shown(builder, selection).empty());
    const model::Plan plan = schedule::plan_for(builder.plan(), Audience::everyone);
    CHECK(happening(plan) == Texts{"a@2026-06-12", "b@2026-06-13", "a@2026-06-14"});
}

TEST_CASE("calendars tell the public what is off, unless it was never on") {
    PlanBuilder builder;
    open(builder, "off").status = Status::cancelled;
    open(builder, "open").status = Status::tentative;
    model::Activity& never = open(builder, "never");
    never.status = Status::tentative;
    builder.daily(never).changes = {change_of("2026-06-12", Status::cancelled)};
    schedule::Selection selection;
    selection.audience = Audience::everyone;
    selection.statuses = {Status::confirmed, Status::tentative, Status::cancelled};
    CHECK(shown(builder, selection).empty());
    selection.tells_cancelled = true;
    CHECK(shown(builder, selection) == Texts{"off"});
}

TEST_CASE("a series that is bound by a time frame keeps to it in a plan without time frames") {
    PlanBuilder builder;
    builder.timeframe("build", "Build", "2026-06-11", "2026-06-13");
    builder.daily(open(builder, "tour")).during = "build";
    const model::Plan plan = schedule::plan_for(builder.plan(), Audience::everyone);
    CHECK(plan.timeframes.empty());
    CHECK(happening(plan) == Texts{"tour@2026-06-12", "tour@2026-06-13"});
}

TEST_CASE("the public knows the names that are public, and nothing else of anybody") {
    PlanBuilder builder;
    builder.collab("acme", "Acme").visibility = Visibility::everyone;
    builder.collab("firm", "Firm").visibility = Visibility::confidential;
    model::CrewMember& ana = builder.person("ana", "Ana", "firm");
    ana.visibility = Visibility::everyone;
    ana.phone = "+49 1";
    builder.person("jo", "Jo", "acme");
    model::Activity& talk = open(builder, "talk");
    talk.organizers = {"jo", "acme"};
    talk.participants = {{"ana", "firm"}, {"jo"}};
    const model::Plan plan = schedule::plan_for(builder.plan(), Audience::everyone);
    REQUIRE(plan.crew.size() == 1);
    CHECK(plan.crew[0].name == "Ana");
    CHECK(plan.crew[0].phone.empty());
    CHECK(plan.crew[0].collaborator.empty());
    REQUIRE(plan.collaborators.size() == 1);
    CHECK(plan.collaborators[0].id == "acme");
    REQUIRE(plan.activities.size() == 1);
    CHECK(plan.activities[0].organizers == Texts{"acme"});
    CHECK(plan.activities[0].participants.required == Texts{"ana"});
    CHECK(plan.activities[0].participants.optional.empty());
    for (const char* hidden : {"firm", "jo", "nobody"})
        CHECK_FALSE(schedule::is_named_to(builder.plan(), hidden, Audience::everyone));
    CHECK(schedule::is_named_to(builder.plan(), "jo", Audience::crew));
}

TEST_CASE("who is private has no phone for the crew, whomever they are the contact of") {
    PlanBuilder builder;
    builder.collab("acme", "Acme").contact = "ana";
    builder.person("ana", "Ana", "acme").phone = "+49 1";
    CHECK(schedule::plan_for(builder.plan(), Audience::crew).crew[0].phone == "+49 1");
    builder.person("ana").visibility = Visibility::confidential;
    CHECK(schedule::plan_for(builder.plan(), Audience::crew).crew[0].phone.empty());
}
