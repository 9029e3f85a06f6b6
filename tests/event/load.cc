#include "event/load.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>

#include "opened.h"

namespace backops::event::tests {
namespace {

// Prints itself where a check fails.
struct Lines : std::vector<std::string> {
    using std::vector<std::string>::vector;
    friend std::ostream& operator<<(std::ostream& out, const Lines& lines) {
        for (const std::string& one : lines) out << "\n  " << one;
        return out;
    }
};

std::string line(const text::Problem& problem) {
    std::string text = problem.place.file;
    if (problem.place.line > 0) text += ":" + std::to_string(problem.place.line);
    return text + " " + problem.rule + (problem.severity == text::Severity::warning ? "~" : "");
}

Lines problems(const Files& files) {
    Opened event(files);
    Lines lines;
    for (const text::Problem& problem : load(event.directory).problems) lines.push_back(line(problem));
    return lines;
}

// Of an event that is right but for these files.
Lines wrong(const Files& extra) { return problems(summer_sound(extra)); }

std::string first_message(const Files& extra) {
    Opened event(summer_sound(extra));
    const text::Problems found = load(event.directory).problems;
    if (found.empty()) return "";
    std::string text = found.front().message;
    for (const std::string& hint : found.front().hints) text += "\n" + hint;
    return text;
}

std::string activity(const std::string& rest) { return "name: A\nstart: 2026-06-12T20:00\n" + rest; }

Files many(std::size_t count) {
    Files files = summer_sound();
    for (std::size_t i = 0; i < count; ++i) {
        const std::string id = "a-" + std::to_string(i);
        files["activities/" + id + ".yaml"] = activity(i % 7 == 0 ? "areas: [nowhere]\nbogus: 1\n" : "areas: [foh]\n");
        files["crew/c-" + std::to_string(i) + ".yaml"] =
            i % 5 == 0 ? "name: [\n" : "name: C\ncollaborator: northlight\n";
    }
    return files;
}

}  // namespace

TEST_CASE("a sound event loads whole, sorted by id, without problems") {
    Opened event;
    const Loading loading = load(event.directory);
    CHECK(loading.problems.empty());
    CHECK(loading.files == summer_sound().size());
    CHECK(loading.plan.event.name == "Summer Sound");
    Lines ids;
    for (const model::Activity& one : loading.plan.activities) ids.push_back(one.id);
    CHECK(ids == Lines{"doors", "focus", "line-check"});
    CHECK(model::find(loading.plan.crew, "noor")->name == "Noor Haddad");
    CHECK(loading.plan.areas.size() + loading.plan.collaborators.size() + loading.plan.timeframes.size() == 6);
}

TEST_CASE("every problem of every file is reported in one run, sorted by file and line") {
    CHECK(wrong({{"areas/foh.yaml", "name: F\nlokation: x\noverlap: maybe\n"},
                 {"activities/doors.yaml", "name: D\nkind: SHOW\nareas: [nowhere, foh]\n"},
                 {"activities/focus.yaml", "name: F\nstart: 2026-06-12T14:00\nend: 2026-06-12T13:00\nbogus: 1\n"},
                 {"views/v.yaml", "name: [\n"},
                 {"crew/Sam Two.yaml", "name: S\n"},
                 {"crew/kim.yml", "name: S\n"}}) ==
          Lines{"activities/doors.yaml:1 missing-key", "activities/doors.yaml:2 wrong-value",
                "activities/doors.yaml:3 unknown-reference", "activities/focus.yaml:3 end-before-start",
                "activities/focus.yaml:4 unknown-key", "areas/foh.yaml:2 unknown-key", "areas/foh.yaml:3 wrong-value",
                "crew/Sam Two.yaml stray-file", "crew/kim.yml stray-file", "views/v.yaml:1 yaml-syntax"});
}

TEST_CASE("what is loaded and reported does not depend on threads") {
    const Files files = many(300);
    const Lines first = problems(files);
    CHECK(first.size() == 43 * 2 + 60);
    for (int i = 0; i < 5; ++i) CHECK(problems(files) == first);
    Opened event(files);
    const Loading loading = load(event.directory);
    CHECK(std::is_sorted(loading.plan.activities.begin(), loading.plan.activities.end(),
                         [](const auto& a, const auto& b) { return a.id < b.id; }));
    CHECK(loading.plan.crew.size() == 303);
}

TEST_CASE("folders hold regular files named by ids; dot files and other names are none of our business") {
    Opened event(summer_sound({{"areas/README.md", "x"}, {"areas/.hidden.yaml", "["}, {"areas/notes", "x"}}));
    event.tree->place("areas/link.yaml", files::Kind::link);
    event.tree->place("areas/inner", files::Kind::folder);
    event.tree->place("areas/pipe.yaml", files::Kind::other);
    Lines lines;
    for (const text::Problem& problem : load(event.directory).problems) lines.push_back(line(problem));
    CHECK(lines == Lines{"areas/inner stray-file", "areas/link.yaml stray-file", "areas/pipe.yaml stray-file"});
}

TEST_CASE("a folder that is none is a problem, not the end") {
    Opened event(summer_sound({{"views", "a file"}}));
    event.tree->erase("timeframes/load-in.yaml");
    event.tree->erase("timeframes/show-days.yaml");
    event.tree->erase("timeframes");
    event.tree->place("timeframes", files::Kind::link);
    Lines lines;
    for (const text::Problem& problem : load(event.directory).problems) lines.push_back(line(problem));
    CHECK(lines == Lines{"timeframes stray-file", "views stray-file"});
}

TEST_CASE("a file that is too large is a problem of that file") {
    CHECK(wrong({{"areas/foh.yaml", std::string(files::largest_file + 1, '#')}}) == Lines{"areas/foh.yaml limit"});
    CHECK(wrong({{"areas/foh.yaml", ""}}) == Lines{"areas/foh.yaml missing-key"});
}

TEST_CASE("an event that cannot be used ends the reading, with all that is wrong everywhere") {
    for (const char* text : {"name: [\n", "",
                             "format: 2\nuid: a\nname: S\ntimezone: UTC\nstart: 2026-06-10\nend: "
                             "2026-06-14\ndefault_collaborator: northlight\n",
                             "format: 1\nuid: a\nname: S\ntimezone: Mars\nstart: 2026-06-10\nend: 2026-06-14\n",
                             "format: 1\nuid: a\nname: S\ntimezone: UTC\nstart: 2026-06-14\nend: 2026-06-10\n"}) {
        INFO(text);
        Opened event(summer_sound({{"event.yaml", text}, {"areas/foh.yaml", "name: F\nbogus: 1\n"}}));
        const std::string failure = failure_of([&] { load(event.directory); });
        CHECK(failure.starts_with("nothing can be done before event.yaml is right"));
        CHECK(failure.find("`bogus` is no key of an area") != std::string::npos);
        CHECK(failure_of([&] { event.directory.event(); }).find("bogus") == std::string::npos);
    }
}

TEST_CASE("a small mistake in event.yaml is a problem among others") {
    CHECK(wrong({{"event.yaml",
                  "format: 1\nuid: a\nname: S\ntimezone: UTC\nstart: 2026-06-10\nend: 2026-06-14\n"
                  "default_collaborator: nobody\nbogus: 1\n"}}) ==
          Lines{"event.yaml:7 unknown-reference", "event.yaml:8 unknown-key"});
}

TEST_CASE("a reference to nothing names the nearest of its kind") {
    CHECK(first_message({{"activities/doors.yaml", activity("areas: [main-stge]\n")}}) ==
          "no area is called `main-stge`\ndid you mean `main-stage`?");
    CHECK(
        wrong({{"activities/doors.yaml", activity("organizers: [main-stage]\nparticipants: {required: [foh]}\n"
                                                  "continues: maya-lindt\nrepeat: {every: day, during: doors}\n")}}) ==
        Lines{"activities/doors.yaml:3 unknown-reference", "activities/doors.yaml:4 unknown-reference",
              "activities/doors.yaml:5 unknown-reference", "activities/doors.yaml:6 unknown-reference"});
}

TEST_CASE("a record that cannot be read is there all the same for those who name it") {
    CHECK(wrong({{"areas/foh.yaml", "name: [\n"}, {"activities/doors.yaml", activity("areas: [foh]\n")}}) ==
          Lines{"areas/foh.yaml:1 yaml-syntax"});
}

TEST_CASE("who in a segment may be anybody, but what looks like an id must be one") {
    CHECK(
        wrong({{"activities/doors.yaml", activity("segments:\n- name: S\n  who: [The Band, maya-lindt, nobody]\n")}}) ==
        Lines{"activities/doors.yaml:5 unknown-reference"});
}

TEST_CASE("what an accept names need not be there any more") {
    CHECK(wrong({{"activities/doors.yaml",
                  activity("accept: [{rule: area-overlap, with: long-gone@2026-06-12, reason: r}]\n")}})
              .empty());
}

TEST_CASE("a collaborator and a crew member cannot share an id") {
    Opened event(summer_sound({{"crew/acme-audio.yaml", "name: A\ncollaborator: northlight\n"}}));
    const text::Problems found = load(event.directory).problems;
    REQUIRE(found.size() == 1);
    CHECK(line(found[0]) == "crew/acme-audio.yaml shared-id");
    CHECK(found[0].others.at(0).place.file == "collaborators/acme-audio.yaml");
}

TEST_CASE("attributes and columns are those that the event declares, of their type") {
    const std::string event =
        "format: 1\nuid: a\nname: S\ntimezone: UTC\nstart: 2026-06-10\nend: 2026-06-14\n"
        "default_collaborator: northlight\ncolumns: [Audio]\ncrew_attributes:\n  shirt: {type: select, options: [S, "
        "M]}\n"
        "  born: {type: date}\n  arrival: {type: datetime}\n  badge: {type: number}\n  diet: {type: text}\n";
    const auto crew = [&](const std::string& rest) {
        return wrong({{"event.yaml", event}, {"crew/sam.yaml", "name: S\ncollaborator: northlight\n" + rest}});
    };
    CHECK(
        crew("attributes: {shirt: M, born: 2001-02-03, arrival: 2026-06-12T10:00, badge: 12.5, diet: any}\n").empty());
    for (const char* attribute :
         {"shirt: XL", "born: soon", "arrival: 2026-06-12", "badge: many", "badge: nan", "shirt: m"}) {
        INFO(attribute);
        CHECK(crew(std::string("attributes:\n  ") + attribute + "\n") == Lines{"crew/sam.yaml:4 wrong-value"});
    }
    CHECK(crew("attributes: {shrt: M}\ncrew_attributes: {shoes: false}\n") ==
          Lines{"crew/sam.yaml:3 unknown-attribute", "crew/sam.yaml:4 unknown-attribute"});
    CHECK(wrong({{"event.yaml", event},
                 {"collaborators/acme-audio.yaml", "name: A\ncrew_attributes: {sht: {required: true}}\n"}}) ==
          Lines{"collaborators/acme-audio.yaml:2 unknown-attribute"});
    CHECK(wrong({{"event.yaml", event},
                 {"activities/doors.yaml", activity("segments:\n- name: S\n  columns: {Audio: x, Adio: y}\n")}}) ==
          Lines{"activities/doors.yaml:5 unknown-column"});
}

TEST_CASE("areas of one activity agree about the zone, unless the activity says it") {
    const Files areas = {{"areas/foh.yaml", "name: F\ntimezone: Europe/London\n"}};
    const auto with = [&](const std::string& rest) {
        Files files = areas;
        files["activities/doors.yaml"] = activity(rest);
        return wrong(files);
    };
    CHECK(with("areas: [main-stage, foh]\n") == Lines{"activities/doors.yaml:3 wrong-value"});
    CHECK(with("areas: [main-stage, foh]\ntimezone: Europe/London\n").empty());
    CHECK(with("areas: [foh]\n").empty());
}

TEST_CASE("two activities of one uid are a mistake") {
    CHECK(wrong({{"activities/doors.yaml", activity("uid: x@y\n")},
                 {"activities/focus.yaml", activity("uid: x@y\n")}}) == Lines{"activities/focus.yaml:3 shared-uid"});
}

TEST_CASE("what the values of one record say against each other is reported") {
    const auto rules = [](const std::string& text) {
        Lines found;
        for (const std::string& one : wrong({{"activities/doors.yaml", "name: A\n" + text}}))
            found.push_back(one.substr(one.rfind(' ') + 1));
        return found;
    };
    CHECK(rules("start: 2026-06-12T14:00\nend: '15:00'\nduration: 1h\n") == Lines{"wrong-value"});
    CHECK(rules("start: 2026-06-12T14:00\nend: 2026-06-12\n") == Lines{"wrong-value"});
    CHECK(rules("start: 2026-06-12\nend: '15:00'\n") == Lines{"wrong-value"});
    CHECK(rules("start: 2026-06-12\nduration: 1h\n") == Lines{"wrong-value"});
    CHECK(rules("start: 2026-06-12\nend: 2026-06-11\n") == Lines{"end-before-start"});
    CHECK(rules("start: 2026-06-12T14:00\nkind: metting\n").empty());
    CHECK(rules("start: 2026-06-12T14:00\nkind: shwo\n") == Lines{"near-kind~"});
    CHECK(rules("start: 2026-06-12\nparticipants: {required: [sam], optional: [sam]}\n") == Lines{"duplicate-item"});
    CHECK(rules("start: 2026-06-12\nareas: [foh, foh]\n") == Lines{"duplicate-item"});
    const std::string series = "start: 2026-06-10T07:00\nend: '08:00'\nrepeat:\n";
    CHECK(rules(series + "  count: 2\n") == Lines{"missing-key"});
    CHECK(rules(series + "  every: day\n  dates: [2026-06-12]\n") == Lines{"wrong-value"});
    CHECK(rules(series + "  every: day\n  count: 2\n  until: 2026-06-12\n") == Lines{"wrong-value"});
    CHECK(rules(series + "  every: week\n  on: [15]\n") == Lines{"wrong-value"});
    CHECK(rules(series + "  dates: [2026-06-12]\n  count: 2\n") == Lines{"wrong-value"});
    CHECK(rules(series + "  every: day\n  skip: [2026-06-12]\n  changes: {2026-06-12: {name: B}}\n") ==
          Lines{"changed-skip"});
    const std::string change = series + "  every: day\n  changes:\n    2026-06-12: ";
    CHECK(rules(change + "{start: '06:00', end: '05:00'}\n").empty());
    CHECK(rules(change + "{end: '09:00', duration: 1h}\n") == Lines{"wrong-value"});
    CHECK(rules(change + "{start: 2026-06-13}\n") == Lines{"wrong-value"});
    CHECK(rules(change + "{end: 2026-06-12T06:00}\n") == Lines{"end-before-start"});
    CHECK(rules(change + "{participants: {required: [sam], optional: [sam]}}\n") == Lines{"duplicate-item"});
    const std::string days = "start: 2026-06-10\nrepeat:\n  every: week\n  changes:\n    2026-06-17: ";
    CHECK(rules(days + "{start: 2026-06-18, end: 2026-06-19}\n").empty());
    CHECK(rules(days + "{start: '10:00'}\n") == Lines{"wrong-value"});
    CHECK(rules(days + "{duration: 1h}\n") == Lines{"wrong-value"});
}

TEST_CASE("stretches end after they start") {
    CHECK(wrong({{"timeframes/load-in.yaml", "name: L\nstart: 2026-06-09\nend: 2026-06-08\n"}}) ==
          Lines{"timeframes/load-in.yaml:3 end-before-start"});
    CHECK(wrong({{"timeframes/load-in.yaml", "name: L\nstart: 2026-06-09T10:00\nend: 2026-06-09\n"}}).empty());
    CHECK(wrong({{"areas/foh.yaml", "name: F\nunavailable:\n- {start: 2026-06-09T10:00, end: 2026-06-09T10:00}\n"}}) ==
          Lines{"areas/foh.yaml:3 end-before-start"});
}

}  // namespace backops::event::tests
