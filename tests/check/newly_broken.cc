#include "check/newly_broken.h"

#include <doctest/doctest.h>

#include "check/found.h"
#include "check/random_event.h"
#include "check/touched.h"

using namespace backops;
using namespace backops::tests;

namespace {

const event::RecordName everything{event::Noun::event, ""};

/// What is told but for acceptances, which are only told of what was changed.
Texts broken(const model::Plan& before, const model::Plan& after, const event::RecordName& changed) {
    check::Findings findings = check::newly_broken(before, after, std::vector{changed}, date("2026-06-01"));
    std::erase_if(findings, [](const check::Finding& finding) { return finding.rule == "unused-accept"; });
    return lines(findings);
}

}  // namespace

TEST_CASE("what an edit breaks is the same when only what it can touch is looked at as when everything is") {
    std::size_t told = 0, kept = 0;
    for (unsigned seed = 0; seed < 250; ++seed) {
        CAPTURE(seed);
        RandomEvent random(seed);
        const model::Plan before = random.plan();
        const event::RecordName changed = random.change();
        CAPTURE(changed.second);
        const Texts whole = broken(before, random.plan(), everything);
        CHECK(broken(before, random.plan(), changed) == whole);
        told += whole.size();
        kept += check::touched(before, random.plan(), std::vector{changed}).after.activities.size();
        CHECK(broken(random.plan(), random.plan(), everything).empty());
    }
    // The property is worth nothing if nothing breaks or everything is touched.
    CHECK(told > 300);
    CHECK(kept < 250 * 24);
}

TEST_CASE("what was so before is not new, though it lasts longer; what is graver is") {
    PlanBuilder builder;
    builder.collab("acme", "Acme");
    builder.person("jo", "Jo", "acme");
    builder.activity("focus", "Focus", "2026-06-12T14:00", "2026-06-12T15:00").participants.required = {"jo"};
    builder.activity("panel", "Panel", "2026-06-12T14:50", "2026-06-12T16:00").participants.optional = {"jo"};
    const model::Plan before = builder.plan();
    const event::RecordName panel{event::Noun::activity, "panel"};
    builder.activity("panel").start = at("2026-06-12T14:10");
    CHECK(broken(before, builder.plan(), panel).empty());
    builder.activity("panel").participants = {{"jo"}, {}};
    CHECK(broken(before, builder.plan(), panel) ==
          Texts{"person-overlap: `jo` is needed in two places on fri 12 jun, 14:10–15:00"});
}

TEST_CASE("dates of a series that was split are what they were") {
    PlanBuilder builder;
    builder.area("main", "Main");
    builder.activity("focus", "Focus", "2026-06-10T14:00", "2026-06-10T15:00").areas = {"main"};
    builder.activity("panel", "Panel", "2026-06-10T14:30", "2026-06-10T16:00").areas = {"main"};
    for (const char* id : {"focus", "panel"}) PlanBuilder::daily(builder.activity(id)).until = date("2026-06-14");
    const model::Plan before = builder.plan();
    model::Activity rest = builder.activity("panel");
    builder.activity("panel").repeat->until = date("2026-06-12");
    rest.id = "panel-2";
    builder.activity("panel-2", "Panel", "2026-06-13T14:30", "2026-06-13T16:00") = rest;
    builder.activity("panel-2").start.date = builder.activity("panel-2").end->date = date("2026-06-13");
    builder.activity("panel-2").continues = "panel";
    const std::vector<event::RecordName> changed{{event::Noun::activity, "panel"}, {event::Noun::activity, "panel-2"}};
    CHECK(check::newly_broken(before, builder.plan(), changed, date("2026-06-01")).empty());
    builder.activity("panel-2").continues = "";
    CHECK(check::newly_broken(before, builder.plan(), changed, date("2026-06-01")).size() == 1);
}

TEST_CASE("an acceptance without use is new only in what was changed") {
    PlanBuilder builder;
    builder.area("main", "Main");
    builder.activity("focus", "Focus", "2026-06-12T14:00", "2026-06-12T15:00").areas = {"main"};
    builder.activity("panel", "Panel", "2026-06-12T14:30", "2026-06-12T16:00").areas = {"main"};
    builder.activity("focus").accept = {{"area-overlap", "panel", "so it is", "", {}}};
    const model::Plan before = builder.plan();
    builder.activity("panel").start = at("2026-06-12T15:00");
    const std::vector<event::RecordName> panel{{event::Noun::activity, "panel"}};
    CHECK(check::newly_broken(before, builder.plan(), panel, date("2026-06-01")).empty());
    const std::vector<event::RecordName> focus{{event::Noun::activity, "focus"}};
    CHECK(lines(check::newly_broken(before, builder.plan(), focus, date("2026-06-01"))) ==
          Texts{"unused-accept: `focus` has no area-overlap with `panel` to accept"});
}
