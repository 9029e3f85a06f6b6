#include "event/draft.h"

#include <doctest/doctest.h>

#include <functional>

#include "opened.h"

namespace backops::event::tests {
namespace {

using Edit = std::function<void(Draft&, Intake&)>;

std::string edited(Noun noun, const std::string& text, const Edit& edit) {
    Opened event(summer_sound({{path_of(noun, "it"), text}}));
    Draft draft = Draft::of(event.directory, noun, "it");
    edit(draft, event.intake);
    draft.verify();
    return draft.document().text();
}

std::string refused(Noun noun, const std::string& text, const Edit& edit) {
    return failure_of([&] { edited(noun, text, edit); });
}

Edit set(std::string key, std::string typed) {
    return [key = std::move(key), typed = std::move(typed)](Draft& draft, Intake& intake) {
        draft.set(key, typed, intake);
    };
}

Edit add(const char* key, const char* typed) {
    return [=](Draft& draft, Intake& intake) { draft.add(key, typed, intake); };
}

Edit remove(const char* key, const char* typed) {
    return [=](Draft& draft, Intake& intake) { draft.remove(key, typed, intake); };
}

Edit unset(const char* key) {
    return [=](Draft& draft, Intake&) { draft.unset(key); };
}

const std::string show =
    "# the headliner\nname: Red Kites # confirmed by phone\n\nstart:   2026-06-12 20:00\nduration: 90m\n"
    "areas: [main-stage,  foh]   # both\nparticipants:\n    required:\n    # the band\n    - acme-audio\n"
    "    optional: [ noor ]\nsegments:\n- name: Opening\n  who: [noor]\n- {name: Close, duration: 5m}\n"
    "x-rider:\n  meals: [1, 2]\n  towels: 4\nnotes: |\n  one\n\n  two\n";

}  // namespace

TEST_CASE("an edit of what is there changes only its value") {
    const auto becomes = [](const Edit& edit, const std::string& from, const std::string& to) {
        std::string wanted = show;
        const std::size_t at = wanted.find(from);
        REQUIRE(at != std::string::npos);
        wanted.replace(at, from.size(), to);
        CHECK(edited(Noun::activity, show, edit) == wanted);
    };
    becomes(set("name", "Kites"), "Red Kites #", "Kites #");
    becomes(set("start", "fri 21:00"), "2026-06-12 20:00", "2026-06-12T21:00");
    becomes(add("areas", "foh"), "", "");
    becomes(remove("areas", "foh"), "main-stage,  foh", "main-stage");
    becomes(add("participants.required", "sam"), "    - acme-audio\n", "    - acme-audio\n    - sam\n");
    becomes(set("segments.2.duration", "10m"), "5m", "10m");
    becomes(add("segments.1.who", "The Band"), "[noor]", "[noor, The Band]");
    becomes(unset("segments.1.who"), "  who: [noor]\n", "");
    becomes(set("x-rider.towels", "6"), "towels: 4", "towels: \"6\"");
    becomes(set("x-rider.meals.2", "three"), "[1, 2]", "[1, three]");
    becomes(set("notes", "short"), "|\n  one\n\n  two\n", "short\n");
}

TEST_CASE("an edit to what already holds changes no byte, however it is written") {
    const auto same = [](const Edit& edit) { CHECK(edited(Noun::activity, show, edit) == show); };
    same(set("name", "Red Kites"));
    same(set("start", "2026-06-12T20:00"));
    same(set("start", "fri 8pm"));
    same(set("duration", "1h30m"));
    same(set("areas", "main-stage,foh"));
    same(add("areas", "main"));
    same(set("notes", "one\n\ntwo"));
    same(set("x-rider.towels", "4"));
    same(set("segments.2.duration", "300s"));
    same(unset("location"));
    same(unset("repeat.changes.2026-06-12"));
    same(set("participants", "required=acme-audio,optional=noor"));
}

TEST_CASE("one changed item of a list leaves the spelling of the others") {
    const std::string text = "name: A\nunavailable:\n- {start: 2026-06-12 10:00, end: 2026-06-12 12:00} # why\n";
    CHECK(edited(Noun::area, text, set("unavailable.1.end", "2026-06-12T13:00")) ==
          "name: A\nunavailable:\n- {start: 2026-06-12 10:00, end: \"2026-06-12T13:00\"} # why\n");
    CHECK(edited(Noun::area, text, remove("unavailable", "start=2026-06-12T10:00,end=2026-06-12T12:00")) ==
          "name: A\n");
}

TEST_CASE("who becomes required is no longer optional, in changes of a date too") {
    CHECK(
        edited(Noun::activity, show, add("participants.required", "noor")).find("    - acme-audio\n    - noor\nseg") !=
        std::string::npos);
    CHECK(edited(Noun::activity,
                 "name: A\nstart: 2026-06-10T07:00\nrepeat:\n  every: day\n  changes:\n    2026-06-12:\n"
                 "      participants: {optional: [sam]}\n",
                 add("repeat.changes.2026-06-12.participants.required", "sam"))
              .ends_with("      participants:\n        required:\n        - sam\n"));
}

TEST_CASE("who is required becomes optional only when it is said that they need not come") {
    const std::string text = "name: A\nstart: 2026-06-12\nparticipants:\n  required:\n  - acme-audio\n  - sam\n";
    CHECK(refused(Noun::activity, text, add("participants.optional", "acme")) ==
          "`acme-audio` is required in `it`, so must be there\n"
          "to make that optional: --remove-required acme-audio --optional acme-audio");
    CHECK(edited(Noun::activity, text, [](Draft& draft, Intake& intake) {
              draft.remove("participants.required", "acme-audio", intake);
              draft.add("participants.optional", "acme-audio", intake);
          }).ends_with("participants:\n  required:\n  - sam\n  optional:\n  - acme-audio\n"));
    Opened event(
        summer_sound({{"activities/it.yaml", "name: A\nstart: 2026-06-12\nparticipants:\n  optional: [sam]\n"}}));
    Draft draft = Draft::of(event.directory, Noun::activity, "it");
    draft.add("participants.required", "sam", event.intake);
    CHECK(draft.document().text().ends_with("participants:\n  required:\n  - sam\n"));
    CHECK(event.intake.notices() == std::vector<std::string>{"`sam` was optional in `it` and is required now"});
}

TEST_CASE("an item is removed by its id, a prefix or its name; a reference to nothing as it stands") {
    const std::string text = "name: A\nstart: 2026-06-12\nareas:\n- gone\n- main-stage\n";
    CHECK(edited(Noun::activity, text, remove("areas", "gone")) ==
          "name: A\nstart: 2026-06-12\nareas:\n- main-stage\n");
    CHECK(edited(Noun::activity, text, remove("areas", "Main Stage")) ==
          "name: A\nstart: 2026-06-12\nareas:\n- gone\n");
    CHECK(refused(Noun::activity, text, remove("areas", "foh")) ==
          "`foh` is not in `areas` of `it`\nsee what is: backops activity show it");
    CHECK(refused(Noun::activity, text, remove("areas", "nowhere")).starts_with("no area is called `nowhere`"));
}

TEST_CASE("an edit that leaves the record wrong is refused, with what is wrong") {
    CHECK(refused(Noun::area, "name: A\nlocation: b\n", unset("name")) ==
          "nothing was changed\nan area needs a `name`");
    CHECK(refused(Noun::activity, "name: A\nstart: 2026-06-12T14:00\nend: '15:00'\n", set("duration", "2h")) ==
          "nothing was changed\n`end` and `duration` are both given");
    CHECK(refused(Noun::activity, "name: A\nstart: 2026-06-12\n", set("areas", "foh,foh")) ==
          "nothing was changed\n`foh` stands twice in `areas`");
}

TEST_CASE("what was wrong before does not stand in the way of an edit of something else") {
    const std::string text = "name: A\nbogus: 1\nstart: soon\n";
    CHECK(edited(Noun::activity, text, set("location", "left")) == "name: A\nbogus: 1\nstart: soon\nlocation: left\n");
    CHECK(edited(Noun::activity, text, set("start", "2026-06-12")) == "name: A\nbogus: 1\nstart: 2026-06-12\n");
}

TEST_CASE("a key that no record has can be taken away") {
    CHECK(edited(Noun::area, "name: A\nlokation: x\nb.c: 1\n", unset("lokation")) == "name: A\nb.c: 1\n");
    CHECK(edited(Noun::area, "name: A\nlokation: x\nb.c: 1\n", unset("b.c")) == "name: A\nlokation: x\n");
    CHECK(refused(Noun::area, "name: A\n", unset("lokation")).starts_with("`lokation` is no key of an area"));
}

TEST_CASE("mending one thing does not fail for another that was wrong all along") {
    CHECK(edited(Noun::activity, "name: A\nbogus: 1\nstart: 2026-06-12T14:00\nend: 2026-06-12T13:00\n", set("x-a", "b"))
              .ends_with("x-a: b\n"));
}

TEST_CASE("values, items and keys that are not there are refused") {
    CHECK(refused(Noun::area, "name: A\n", set("location", "")).starts_with("no value is given for `location`"));
    CHECK(refused(Noun::area, "name: A\n", set("tags", ", ,")).starts_with("no value is given for `tags`"));
    CHECK(refused(Noun::activity, show, set("segments.4.name", "Encore")) ==
          "`segments` of `it` has 2 items, so there is no item 4\nto add one: --add segments=…");
    CHECK(refused(Noun::area, "name: A\n", set("unavailable.1.reason", "x")) ==
          "`unavailable` of `it` has 0 items, so there is no item 1\nto add one: --add unavailable=…");
    CHECK(refused(Noun::area, "name: A\n", add("location", "x")).starts_with("`location` is no list"));
    CHECK(refused(Noun::area, "name: A\n", add("x-list", "x")).starts_with("`x-list` is no list"));
    CHECK(refused(Noun::activity, show, set("x-rider.towels.size", "big")) ==
          "`x-rider.towels` of `it` has no keys below it\nto take it away first: --unset x-rider.towels");
    CHECK(refused(Noun::activity, show, set("x-rider.meals.first", "x"))
              .starts_with("`x-rider.meals` of `it` has no keys below it"));
}

TEST_CASE("keys of one's own take any text that a file may hold") {
    CHECK(edited(Noun::crew, "name: A\ncollaborator: northlight\n", set("x-rider.hot meals", "two\nlines\n")) ==
          "name: A\ncollaborator: northlight\nx-rider:\n  hot meals: |\n    two\n    lines\n");
    const std::string maya = "name: A\ncollaborator: northlight\n";
    for (const std::string& typed : std::vector<std::string>{"\x01", "caf\xe9", "\x7f", "\xc2\x9b", "\xed\xa0\x80"}) {
        CHECK(refused(Noun::crew, maya, set("x-rider", typed)) != "");
        CHECK(refused(Noun::crew, maya, set("notes", "a" + typed)) != "");
        CHECK(refused(Noun::crew, maya, set("x-" + typed, "a")) != "");
    }
    CHECK(refused(Noun::crew, maya, set("x-rider", "a\rb")) != "");
}

TEST_CASE("a record that would be larger than a file may be is refused") {
    CHECK(refused(Noun::area, "name: A\n", set("notes", std::string(1024 * 1024, 'x')))
              .starts_with("areas/it.yaml would be larger than 1 MiB"));
}

TEST_CASE("a file that the editor cannot keep as it is must be mended by hand") {
    for (const char* text : {"name: A\nname: B\n", "name: &a A\n", "name: !!str A\n", "name: A\nx-b: *a\n",
                             "name: A\n<<: {location: x}\n", "name: [\n", "- a\n", "just words\n"}) {
        INFO(text);
        CHECK(refused(Noun::area, text, set("name", "C")).starts_with("areas/it.yaml must be mended by hand first"));
    }
    CHECK(edited(Noun::area, "", set("name", "C")) == "name: C\n");
    CHECK(edited(Noun::area, "# to be done\n", set("name", "C")) == "# to be done\nname: C\n");
}

TEST_CASE("a draft's change has the file's bytes before and after") {
    Opened event;
    Draft draft = Draft::of(event.directory, Noun::area, "foh");
    CHECK(draft.change().before == draft.change().after);
    draft.set("location", "tower", event.intake);
    CHECK(draft.change().path == "areas/foh.yaml");
    CHECK(draft.change().before == "name: Front of House\n");
    CHECK(draft.change().after == "name: Front of House\nlocation: tower\n");
    CHECK_FALSE(Draft::fresh(Noun::area, "new").change().before.has_value());
}

}  // namespace backops::event::tests
