#include "event/changed_plan.h"

#include <doctest/doctest.h>

#include "event/load.h"
#include "event/opened.h"
#include "event/record_bytes.h"

namespace backops::event::tests {
namespace {

std::string text_of(const model::Plan& plan) {
    std::string text = plan.event.name + "\n";
    for (const model::Area& area : plan.areas) text += area.id + to_bytes(area) + "\n";
    for (const model::CrewMember& person : plan.crew) text += person.id + to_bytes(person) + "\n";
    for (const model::Activity& activity : plan.activities) text += activity.id + to_bytes(activity) + "\n";
    return text;
}

model::Plan loaded(const Files& files) {
    Opened event(files);
    return load(event.directory).plan;
}

}  // namespace

TEST_CASE("a changed plan is what the changed files say, and what it was again") {
    const Files before = summer_sound();
    const std::string doors = "name: Doors\nstart: 2026-06-12T19:00\n",
                      twice = "name: Doors\nstart: 2026-06-12T20:00\n";
    const std::string fresh = "name: Encore\nstart: 2026-06-12T23:00\n";
    std::string event = before.at("event.yaml");
    event.replace(event.find("Summer Sound"), 12, "Winter Sound");
    const std::vector<files::Change> changes{
        {"activities/doors.yaml", before.at("activities/doors.yaml"), doors},
        {"activities/encore.yaml", std::nullopt, fresh},
        {"crew/sam.yaml", before.at("crew/sam.yaml"), std::nullopt},
        {"activities/doors.yaml", doors, twice},
        {"event.yaml", before.at("event.yaml"), event},
        {"notes.txt", std::nullopt, "mine"},
    };
    Files after = before;
    for (const files::Change& change : changes)
        if (change.after)
            after[change.path] = *change.after;
        else
            after.erase(change.path);

    model::Plan plan = loaded(before);
    ChangedPlan changed(plan, changes);
    CHECK(changed.records().size() == 5);
    CHECK(changed.problems().empty());
    for (int round = 0; round < 2; ++round) {
        CHECK(text_of(changed.plan()) == text_of(loaded(before)));
        changed.swap();
        CHECK(text_of(changed.plan()) == text_of(loaded(after)));
        changed.swap();
    }
    CHECK(text_of(plan) == text_of(loaded(before)));
}

}  // namespace backops::event::tests
