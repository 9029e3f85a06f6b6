#include "event/creation.h"

#include <doctest/doctest.h>

#include "event/load.h"
#include "opened.h"

namespace backops::event::tests {
namespace {

NewEvent wanted() {
    NewEvent event;
    event.name = "Winter Sound";
    event.kind = "festival";
    event.timezone = "Europe/Vienna";
    event.start = *time::parse_date("2027-01-08");
    event.end = *time::parse_date("2027-01-10");
    event.uid = "0b4e";
    event.collaborator = "Northlight Events";
    return event;
}

Files files_of(const std::vector<files::Change>& changes) {
    Files files;
    for (const files::Change& change : changes) {
        CHECK_FALSE(change.before.has_value());
        CHECK_FALSE(files.contains(change.path));
        files[change.path] = *change.after;
    }
    return files;
}

text::Problems problems_of(const Files& files) {
    Opened event(files);
    return load(event.directory).problems;
}

Files like(const Files& files, const NewEvent& event) {
    Opened old(files);
    return files_of(new_event_like(event, old.directory));
}

}  // namespace

TEST_CASE("a new event has event.yaml and its default collaborator, and nothing that was not asked for") {
    const Files files = files_of(new_event(wanted()));
    CHECK(files == Files{{"event.yaml",
                          "format: 1\nuid: \"0b4e\"\nname: Winter Sound\nkind: festival\ntimezone: Europe/Vienna\n"
                          "start: 2027-01-08\nend: 2027-01-10\nday_start: \"04:00\"\n"
                          "default_collaborator: northlight-events\n"},
                         {"collaborators/northlight-events.yaml", "name: Northlight Events\n"}});
    CHECK(problems_of(files).empty());
}

TEST_CASE("a collaborator without a letter for an id gets a number") {
    NewEvent event = wanted();
    event.collaborator = "北極光";
    const Files files = files_of(new_event(event));
    CHECK(files.at("collaborators/collab-1.yaml") == "name: 北極光\n");
    CHECK(problems_of(files).empty());
}

TEST_CASE("an event like another has its places and people, and nothing of its days") {
    const Files old = summer_sound(
        {{"event.yaml",
          "# our festival\nformat: 1\nuid: old\nname: Summer Sound\nkind: open air\ntimezone: Europe/Berlin\n"
          "start: 2026-06-10\nend: 2026-06-14\nday_start: '05:00'\ndefault_collaborator: northlight\n"
          "contacts: [{role: Producer, crew: maya-lindt}]\ncolumns: [Audio]\nrules: {minimum_rest: 10h}\n"},
         {"areas/foh.yaml", "name: Front of House # the tower\nunavailable:\n- {start: 2026-06-12, end: 2026-06-12}\n"},
         {"crew/sam.yaml",
          "name: Sam\ncollaborator: northlight\nunavailable: [{start: 2026-06-12, end: 2026-06-12}]\n"},
         {"views/press.yaml", "name: Press\nareas: [foh]\nduring: show-days\n"},
         {"templates/call.mustache", "{{name}}\n"},
         {"templates/notes.txt", "not a template"}});
    NewEvent event = wanted();
    event.kind = "";
    event.collaborator = "";
    const Files files = like(old, event);
    CHECK(files.at("event.yaml") ==
          "# our festival\nformat: 1\nuid: \"0b4e\"\nname: Winter Sound\nkind: open air\ntimezone: Europe/Vienna\n"
          "start: 2027-01-08\nend: 2027-01-10\nday_start: '04:00'\ndefault_collaborator: northlight\n"
          "contacts: [{role: Producer, crew: maya-lindt}]\ncolumns: [Audio]\nrules: {minimum_rest: 10h}\n");
    CHECK(files.at("areas/foh.yaml") == "name: Front of House # the tower\n");
    CHECK(files.at("crew/sam.yaml") == "name: Sam\ncollaborator: northlight\n");
    CHECK(files.at("views/press.yaml") == "name: Press\nareas: [foh]\n");
    CHECK(files.at("templates/call.mustache") == "{{name}}\n");
    CHECK_FALSE(files.contains("templates/notes.txt"));
    for (const auto& [path, text] : files) {
        CHECK_FALSE(path.starts_with("activities/"));
        CHECK_FALSE(path.starts_with("timeframes/"));
    }
    CHECK(files.at("areas/main-stage.yaml") == old.at("areas/main-stage.yaml"));
    CHECK(problems_of(files).empty());
}

TEST_CASE("a named collaborator of the other event is taken, by its name or its id") {
    NewEvent event = wanted();
    const Files by_name = like(summer_sound(), event);
    CHECK(by_name.at("event.yaml").find("default_collaborator: northlight\n") != std::string::npos);
    CHECK_FALSE(by_name.contains("collaborators/northlight-events.yaml"));
    event.collaborator = "Acme-Audio";
    CHECK(like(summer_sound(), event).at("event.yaml").find("default_collaborator: acme-audio\n") != std::string::npos);
}

TEST_CASE("a new collaborator does not get the id of a person who comes along") {
    NewEvent event = wanted();
    event.collaborator = "Noor";
    const Files files = like(summer_sound(), event);
    CHECK(files.at("collaborators/noor-2.yaml") == "name: Noor\n");
    CHECK(files.at("event.yaml").find("default_collaborator: noor-2\n") != std::string::npos);
    CHECK(problems_of(files).empty());
}

TEST_CASE("records with errors are not copied") {
    CHECK(failure_of([] {
              like(summer_sound({{"areas/foh.yaml", "name: F\nbogus: 1\n"}}), wanted());
          }).starts_with("areas/foh.yaml must be right before it is copied"));
}

TEST_CASE("a uuid is of version 4 and variant 1, whatever the bytes") {
    std::array<unsigned char, 16> bytes{};
    CHECK(uuid(bytes) == "00000000-0000-4000-8000-000000000000");
    bytes.fill(0xFF);
    CHECK(uuid(bytes) == "ffffffff-ffff-4fff-bfff-ffffffffffff");
}

}  // namespace backops::event::tests
