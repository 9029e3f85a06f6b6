#include <doctest/doctest.h>

#include <algorithm>

#include "event/draft.h"
#include "event/find.h"
#include "event/referrers.h"
#include "event/timing.h"
#include "opened.h"

namespace backops::event::tests {
namespace {

std::vector<std::string> read_by(Opened& event) {
    std::vector<std::string> paths = *event.reads;
    std::sort(paths.begin(), paths.end());
    return paths;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("an edit of one activity by its id reads that file and no other") {
    Opened event;
    Draft draft = Draft::of(event.directory, Noun::activity, event.intake.id(Noun::activity, "doors"));
    draft.set("name", "Doors open", event.intake);
    draft.set("start", "2026-06-12T18:30", event.intake);
    draft.set("kind", "call", event.intake);
    draft.verify();
    CHECK(read_by(event) == Paths{"activities/doors.yaml"});
}

TEST_CASE("a reference by its full id reads nothing: the listing says that it is there") {
    Opened event;
    Draft draft = Draft::of(event.directory, Noun::activity, "doors");
    draft.add("areas", "main-stage", event.intake);
    draft.add("participants.required", "maya-lindt", event.intake);
    draft.add("organizers", "northlight", event.intake);
    draft.set("repeat.during", "load-in", event.intake);
    CHECK(read_by(event) == Paths{"activities/doors.yaml"});
}

TEST_CASE("a weekday reads the event, and the time frames where the event has no such day, once each") {
    Opened event;
    Draft draft = Draft::of(event.directory, Noun::activity, "doors");
    set_timing(draft, {"fri 19:00", std::nullopt, std::nullopt}, event.intake);
    CHECK(read_by(event) == Paths{"activities/doors.yaml", "event.yaml"});
    set_timing(draft, {"mon 19:00", std::nullopt, std::nullopt}, event.intake);
    set_timing(draft, {"tue 19:00", "23:00", std::nullopt}, event.intake);
    CHECK(read_by(event) ==
          Paths{"activities/doors.yaml", "event.yaml", "timeframes/load-in.yaml", "timeframes/show-days.yaml"});
}

TEST_CASE("a prefix reads only the record that it is completed to") {
    Opened event;
    CHECK(event.intake.id(Target::party, "may") == "maya-lindt");
    CHECK(read_by(event) == Paths{"crew/maya-lindt.yaml"});
}

TEST_CASE("the relative time of an activity reads that activity") {
    Opened event;
    Draft draft = Draft::of(event.directory, Noun::activity, "line-check");
    draft.set("start", "doors - 30m", event.intake);
    CHECK(read_by(event) == Paths{"activities/doors.yaml", "activities/line-check.yaml", "event.yaml"});
}

TEST_CASE("a file that cannot be understood is no hindrance to an edit of another") {
    Opened event(summer_sound({{"activities/focus.yaml", "name: [\n"}, {"areas/foh.yaml", "\xff\xfe"}}));
    Draft draft = Draft::of(event.directory, Noun::activity, "doors");
    draft.set("name", "Doors open", event.intake);
    draft.add("areas", "main-stage", event.intake);
    CHECK_NOTHROW(draft.verify());
}

}  // namespace backops::event::tests
