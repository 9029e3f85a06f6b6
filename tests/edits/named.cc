#include "edits/named.h"

#include <doctest/doctest.h>

#include "event/opened.h"

namespace backops::edits::tests {
namespace {

using event::tests::failure_of;
using event::tests::Opened;
using event::tests::summer_sound;

/// Meals on Wednesday to Sunday, a sweep that begins before its show day's dawn, and one with an `@` in its name.
Opened festival() {
    return Opened(summer_sound(
        {{"activities/breakfast.yaml", "name: Breakfast\nstart: 2026-06-10T07:00\nrepeat:\n  every: day\n"},
         {"activities/sweep.yaml", "name: Sweep\nstart: 2026-06-11T03:00\nrepeat:\n  every: day\n  count: 3\n"},
         {"activities/late.yaml", "name: Late @ the tent\nstart: 2026-06-12T23:00\n"},
         {"activities/weekly.yaml",
          "name: Weekly\nstart: 2026-06-01T10:00\nrepeat:\n  every: week\n  until: 2026-06-30\n"}}));
}

std::string read_as(std::string_view typed) {
    Opened event = festival();
    return to_text(named(event.intake, typed));
}

std::string refused(std::string_view typed) {
    Opened event = festival();
    return failure_of([&] { named(event.intake, typed); });
}

}  // namespace

TEST_CASE("an activity is named by its id, a beginning of it or its name") {
    CHECK(read_as("breakfast") == "breakfast");
    CHECK(read_as("break") == "breakfast");
    CHECK(read_as("Breakfast") == "breakfast");
    CHECK(read_as("late @ the tent") == "late");
}

TEST_CASE("a date of a series is named by any day, and dots mean all that follow") {
    CHECK(read_as("breakfast@2026-06-13") == "breakfast@2026-06-13");
    CHECK(read_as("break@2026-06-13..") == "breakfast@2026-06-13..");
    CHECK(read_as("breakfast@day 4") == "breakfast@2026-06-13");
    CHECK(read_as("breakfast@sat..") == "breakfast@2026-06-13..");
    CHECK(read_as("breakfast@today") == "breakfast@2026-06-11");
}

TEST_CASE("a weekday is the series' own where it has one such date") {
    CHECK(read_as("sweep@thu") == "sweep@2026-06-12");
    CHECK(read_as("weekly@fri") == "weekly@2026-06-12");
}

TEST_CASE("a day word is a show day, so what starts before its dawn is written on the next date") {
    CHECK(read_as("sweep@day 1") == "sweep@2026-06-11");
    CHECK(read_as("sweep@wed") == "sweep@2026-06-11");
    CHECK(read_as("sweep@2026-06-11") == "sweep@2026-06-11");
}

TEST_CASE("what names no date of a series says what would") {
    CHECK(refused("doors@fri") == "`doors` happens once, so it has no other dates\nfor the activity itself: doors");
    CHECK(refused("breakfast@someday").find("`someday`") != std::string::npos);
    CHECK(refused("nothing@fri").starts_with("no activity is called `nothing`"));
}

}  // namespace backops::edits::tests
