#include "event/timing.h"

#include <doctest/doctest.h>

#include "event/repeating.h"
#include "opened.h"

namespace backops::event::tests {
namespace {

// The times of an activity, `start` and the rest, after an edit.
std::string after(const std::string& times, const Timing& timing, Noun noun = Noun::activity) {
    const std::string path = path_of(noun, "it");
    Opened event(summer_sound({{path, "name: It\n" + times}}));
    Draft draft = Draft::of(event.directory, noun, "it");
    set_timing(draft, timing, event.intake);
    draft.verify();
    return draft.document().text().substr(9);
}

std::string refused(const std::string& times, const Timing& timing, Noun noun = Noun::activity) {
    return failure_of([&] { after(times, timing, noun); });
}

Timing start(const char* typed) { return {typed, std::nullopt, std::nullopt, false}; }
Timing end(const char* typed) { return {std::nullopt, typed, std::nullopt, false}; }
Timing length(const char* typed) { return {std::nullopt, std::nullopt, typed, false}; }

std::string repeated(const std::string& before, const std::string& rule) {
    Opened event(summer_sound({{"activities/it.yaml", "name: It\nstart: 2026-06-10T07:00\n" + before}}));
    Draft draft = Draft::of(event.directory, Noun::activity, "it");
    set_repeat(draft, rule, event.intake);
    draft.verify();
    return draft.document().text().substr(33);
}

}  // namespace

TEST_CASE("a start alone keeps the length, however the end is written") {
    CHECK(after("start: 2026-06-12T14:00\nend: \"15:30\"\n", start("2026-06-12T16:00")) ==
          "start: 2026-06-12T16:00\nend: \"17:30\"\n");
    CHECK(after("start: 2026-06-12T14:00\nend: \"15:30\"\n", start("sat 14:00")) ==
          "start: 2026-06-13T14:00\nend: \"15:30\"\n");
    CHECK(after("start: 2026-06-12T14:00\nend: 2026-06-13T15:30\n", start("2026-06-12T16:00")) ==
          "start: 2026-06-12T16:00\nend: 2026-06-13T17:30\n");
    CHECK(after("start: 2026-06-12T14:00\nduration: 90m\n", start("2026-06-12T16:00")) ==
          "start: 2026-06-12T16:00\nduration: 90m\n");
    CHECK(after("start: 2026-06-12T18:00\n", start("2026-06-12T18:30")) == "start: 2026-06-12T18:30\n");
}

TEST_CASE("an end that is equal to the start makes a moment, which is written without an end") {
    CHECK(after("start: 2026-06-12T20:30\nend: \"22:00\"\n", end("20:30")) == "start: 2026-06-12T20:30\n");
    CHECK(after("start: 2026-06-12T20:30\nduration: 90m\n", end("fri 20:30")) == "start: 2026-06-12T20:30\n");
    CHECK(after("start: 2026-06-12T20:30\n", end("8:30 p.m.")) == "start: 2026-06-12T20:30\n");
    CHECK(after("start: 2026-06-12T14:00\n", {"fri 20:30", "20:30", std::nullopt, false}) ==
          "start: 2026-06-12T20:30\n");
    CHECK(refused("start: 2026-06-12T20:30\nend: 2026-06-12T21:00\n", end("20:30"), Noun::timeframe) != "");
}

TEST_CASE("24 hours are written in full, since a clock time alone would be a moment") {
    CHECK(after("start: 2026-06-12T07:30\n", end("07:30+1")) == "start: 2026-06-12T07:30\nend: 2026-06-12T31:30\n");
    CHECK(after("start: 2026-06-12T07:30\n", end("2026-06-13T07:30")) ==
          "start: 2026-06-12T07:30\nend: 2026-06-13T07:30\n");
    CHECK(after("start: 2026-06-12T14:00\nend: 2026-06-13T14:00\n", start("2026-06-12T16:00")) ==
          "start: 2026-06-12T16:00\nend: 2026-06-13T16:00\n");
    CHECK(after("start: 2026-06-12T14:00\nend: \"14:00\"\n", start("sat 16:00")) ==
          "start: 2026-06-13T16:00\nend: \"16:00\"\n");
}

TEST_CASE("a start moves over midnight with its end") {
    CHECK(after("start: 2026-06-12T23:00\nend: \"00:45\"\n", start("fri 25:30")) ==
          "start: 2026-06-12T25:30\nend: \"03:15\"\n");
    CHECK(after("start: 2026-06-12T25:30\nend: \"03:15\"\n", start("fri 20:00")) ==
          "start: 2026-06-12T20:00\nend: \"21:45\"\n");
    CHECK(after("start: 2026-06-12T22:00\nend: \"25:30\"\n", start("sat 22:00")) ==
          "start: 2026-06-13T22:00\nend: \"25:30\"\n");
    CHECK(after("start: 2026-06-12T14:00\nend: \"14:00\"\n", start("2026-06-12T15:00")) ==
          "start: 2026-06-12T15:00\nend: \"15:00\"\n");
}

TEST_CASE("all-day activities move by days") {
    CHECK(after("start: 2026-06-12\nend: 2026-06-13\n", start("sat")) == "start: 2026-06-13\nend: 2026-06-14\n");
    CHECK(after("start: 2026-06-12\n", start("sun")) == "start: 2026-06-14\n");
}

TEST_CASE("a day alone keeps the clock time, a clock time alone the day") {
    CHECK(after("start: 2026-06-12T14:00\nend: \"15:30\"\n", start("sat")) ==
          "start: 2026-06-13T14:00\nend: \"15:30\"\n");
    CHECK(after("start: 2026-06-12T25:30\nduration: 1h\n", start("sat")) == "start: 2026-06-13T25:30\nduration: 1h\n");
    CHECK(after("start: 2026-06-12T14:00\nend: \"15:30\"\n", start("15:00")) ==
          "start: 2026-06-12T15:00\nend: \"16:30\"\n");
    CHECK(after("start: 2026-06-12T14:00\n", start("1am")) == "start: 2026-06-12T25:00\n");
}

TEST_CASE("what changes between all day and a clock time loses its old end") {
    const Timing whole_friday{"fri", std::nullopt, std::nullopt, true};
    CHECK(after("start: 2026-06-12T14:00\nend: \"15:30\"\n", whole_friday) == "start: 2026-06-12\n");
    CHECK(after("start: 2026-06-12T14:00\nduration: 2h\n", whole_friday) == "start: 2026-06-12\n");
    CHECK(after("start: 2026-06-12\nend: 2026-06-13\n", start("fri 10:00")) == "start: 2026-06-12T10:00\n");
    CHECK(after("start: 2026-06-12\nend: 2026-06-13\n", {"fri 10:00", "noon", std::nullopt}) ==
          "start: 2026-06-12T10:00\nend: \"12:00\"\n");
}

TEST_CASE("an end is a clock time within a day, else in full, and replaces a duration") {
    CHECK(after("start: 2026-06-12T14:00\nduration: 1h\n", end("16:00")) ==
          "start: 2026-06-12T14:00\nend: \"16:00\"\n");
    CHECK(after("start: 2026-06-12T22:00\n", end("2am")) == "start: 2026-06-12T22:00\nend: \"02:00\"\n");
    CHECK(after("start: 2026-06-12T22:00\n", end("sun 10:00")) == "start: 2026-06-12T22:00\nend: 2026-06-14T10:00\n");
    CHECK(after("start: 2026-06-12\n", end("sun")) == "start: 2026-06-12\nend: 2026-06-14\n");
    CHECK(refused("start: 2026-06-12T14:00\n", end("fri 12:00")).find("is before the start") != std::string::npos);
    CHECK(refused("start: 2026-06-12T14:00\n", end("sat")).find("has no clock time") != std::string::npos);
    CHECK(refused("start: 2026-06-12\n", end("14:00")).find("the start is a whole day") != std::string::npos);
}

TEST_CASE("a length replaces an end") {
    CHECK(after("start: 2026-06-12T14:00\nend: \"15:00\"\n", length("90m")) ==
          "start: 2026-06-12T14:00\nduration: 1h30m\n");
    CHECK(refused("start: 2026-06-12\n", length("2h")).starts_with("what lasts all day has no length"));
    CHECK(refused("start: 2026-06-12T14:00\n", length("0m")).starts_with("a length must be more than nothing"));
    CHECK(refused("start: 2026-06-12T14:00\n", {std::nullopt, "15:00", "1h"}).starts_with("`--end` and `--for`"));
    CHECK(refused("x-a: b\n", length("2h")) == "`it` has no start\ngive one with --start");
}

TEST_CASE("what already says so is left as it is written") {
    const auto same = [](const std::string& times, const Timing& timing) {
        INFO(times);
        CHECK(after(times, timing) == times);
    };
    same("start: 2026-06-12 14:00 # soundcheck\nend: '15:30'\n", start("fri 14:00"));
    same("start: 2026-06-12T14:00\nend: 2026-06-12T15:30\n", end("15:30"));
    same("start: 2026-06-12T22:00\nend: '25:30'\n", end("01:30"));
    same("start: 2026-06-12T14:00\nduration: 90m\n", length("1h30m"));
    same("start: 2026-06-12\nend: 2026-06-13\n", end("sat"));
    same("end: '15:30'\nstart: 2026-06-12T14:00\n", {"fri 2pm", "3:30pm", std::nullopt});
}

TEST_CASE("time frames keep their length in days and hours") {
    const auto frame = [](const std::string& times, const Timing& timing) {
        return after(times, timing, Noun::timeframe);
    };
    CHECK(frame("start: 2026-06-08\nend: 2026-06-09\n", start("2026-06-10")) == "start: 2026-06-10\nend: 2026-06-11\n");
    CHECK(frame("start: 2026-06-12T22:00\nend: 2026-06-13T06:00\n", start("sat 23:00")) ==
          "start: 2026-06-13T23:00\nend: 2026-06-14T07:00\n");
    CHECK(frame("start: 2026-06-12T22:00\nend: 2026-06-13T06:00\n", end("2026-06-13T08:00")) ==
          "start: 2026-06-12T22:00\nend: 2026-06-13T08:00\n");
    CHECK(frame("start: 2026-06-12T22:00\nend: 2026-06-13T06:00\n", end("07:00")) ==
          "start: 2026-06-12T22:00\nend: 2026-06-13T07:00\n");
    CHECK(frame("start: 2026-06-12T22:00\nend: 2026-06-13T06:00\n", length("4h")) ==
          "start: 2026-06-12T22:00\nend: 2026-06-13T02:00\n");
    CHECK(frame("start: 2026-06-08\nend: 2026-06-09\n", end("2026-06-12")) == "start: 2026-06-08\nend: 2026-06-12\n");
    CHECK(refused("start: 2026-06-08\nend: 2026-06-09\n", start("2026-06-09T10:00"), Noun::timeframe) == "");
    CHECK(refused("start: 2026-06-08\nend: 2026-06-09\n", end("2026-06-07"), Noun::timeframe) != "");
}

TEST_CASE("a new record gets its times in the table's order") {
    Opened event;
    Draft draft = Draft::fresh(Noun::activity, "new");
    draft.set("name", "New", event.intake);
    draft.add("areas", "foh", event.intake);
    set_timing(draft, {"fri 14:00", std::nullopt, "90m"}, event.intake);
    CHECK(draft.document().text() == "name: New\nstart: 2026-06-12T14:00\nduration: 1h30m\nareas:\n- foh\n");
}

TEST_CASE("a rule typed as one text becomes keys of repeat") {
    CHECK(repeated("", "day") == "repeat:\n  every: day\n");
    CHECK(repeated("", "day during show-days") == "repeat:\n  every: day\n  during: show-days\n");
    CHECK(repeated("", "week on fri sat count 4") == "repeat:\n  every: week\n  on:\n  - fri\n  - sat\n  count: 4\n");
    CHECK(repeated("", "2 weeks on mon until sun skip 2026-06-12 week-start sun") ==
          "repeat:\n  every: 2 weeks\n  on:\n  - mon\n  week_start: sun\n  until: 2026-06-14\n  skip:\n"
          "  - 2026-06-12\n");
    CHECK(repeated("", "on 2026-06-10 sat") == "repeat:\n  dates:\n  - 2026-06-10\n  - 2026-06-13\n");
}

TEST_CASE("another rule takes the place of the first; skipped dates and changes stay") {
    const std::string before =
        "repeat: # breakfast\n  every: day\n  # until the end\n  until: 2026-06-14\n  skip: [2026-06-12]\n"
        "  changes:\n    2026-06-13: {start: '08:00'}\n";
    CHECK(repeated(before, "week on fri") ==
          "repeat: # breakfast\n  every: week\n  on:\n  - fri\n  # until the end\n  skip: [2026-06-12]\n"
          "  changes:\n    2026-06-13: {start: '08:00'}\n");
    CHECK(repeated(before, "day until 2026-06-14") == before);
    CHECK(repeated("repeat: # b\n  every: day\n", "on 2026-06-10") == "repeat: # b\n  dates:\n  - 2026-06-10\n");
}

TEST_CASE("a rule that is not understood names the option") {
    CHECK(failure_of([] { repeated("", "dayly"); }).starts_with("--repeat: "));
    CHECK(failure_of([] { repeated("", "day during nowhere"); }).starts_with("no time frame is called `nowhere`"));
}

}  // namespace backops::event::tests
