#include "event/read.h"

#include <doctest/doctest.h>

#include "event/record_file.h"
#include "model/activity.h"

namespace backops::event::tests {
namespace {

using time::to_text;

RecordFile sound(Noun noun, std::string text) {
    RecordFile file = read_record(noun, "red-kites", std::move(text));
    for (const text::Problem& problem : file.problems) FAIL_CHECK(problem.message);
    return file;
}

std::string all(const std::vector<std::string>& texts) {
    std::string text;
    for (const std::string& one : texts) text += (text.empty() ? "" : ", ") + one;
    return text;
}

std::string all(const std::vector<time::Date>& dates) {
    std::string text;
    for (const time::Date date : dates) text += (text.empty() ? "" : ", ") + to_text(date);
    return text;
}

std::string hours(const std::optional<time::Duration>& duration) { return duration ? to_text(*duration) : "none"; }

const char* const common = "description: |\n  first\n  second\ntags: [plan-a, vip]\nnotes: bring tape\n";
const char* const site_and_safety =
    "site: {venue: Old Mill, address: Mill Lane 1, map: 'https://x.example', entrance: gate 3, parking: P2,\n"
    "  transport: tram 4}\n"
    "safety:\n  emergency: '112'\n  hospital: Charité\n  medic: tent 1\n  muster_point: car park\n"
    "  notes: |\n    wind above 60 km/h\n";
const char* const rules = "rules:\n  minimum_rest: 10h\n  longest_day: 14h\n  meal_within: 5h30m\n  split: 4h\n";

void has_common(const model::Record& record) {
    CHECK(record.description == "first\nsecond");
    CHECK(all(record.tags) == "plan-a, vip");
    CHECK(record.notes == "bring tape");
}

void has_site_and_safety(const model::Site& site, const model::Safety& safety) {
    CHECK(all({site.venue, site.address, site.map, site.entrance, site.parking, site.transport}) ==
          "Old Mill, Mill Lane 1, https://x.example, gate 3, P2, tram 4");
    CHECK(all({safety.emergency, safety.hospital, safety.medic, safety.muster_point, safety.notes}) ==
          "112, Charité, tent 1, car park, wind above 60 km/h");
}

void has_rules(const model::Rules& read) {
    CHECK(hours(read.minimum_rest) == "10h");
    CHECK(hours(read.longest_day) == "14h");
    CHECK(hours(read.meal_within) == "5h30m");
    CHECK(hours(read.split) == "4h");
}

model::Activity activity(const std::string& times) { return read_activity(sound(Noun::activity, "name: A\n" + times)); }

}  // namespace

TEST_CASE("every key of event.yaml reaches the model") {
    const RecordFile file =
        sound(Noun::event,
              std::string("format: 1\nuid: 7f3a-11\nname: Summer Sound\nkind: festival\ntimezone: Europe/Berlin\n"
                          "start: 2026-06-10\nend: 2026-06-14\nday_start: '05:30'\n"
                          "default_collaborator: northlight\n") +
                  common + site_and_safety + rules +
                  "  general_call: 2h\n  severity: {area-overlap: error, late-meal: off}\n"
                  "comms:\n  radio: {1: Production, 2: Audio}\n  wifi: crew / secret\n"
                  "contacts:\n- role: Producer\n  crew: iris-vale\n- role: Medic\n  crew: sam\n"
                  "crew_attributes:\n  shirt: {name: Shirt size, type: select, options: [S, M]}\n"
                  "  arrival: {type: datetime}\n  born: {type: date}\n  badge: {type: number}\n"
                  "  diet: {type: text}\n"
                  "columns: [Audio, Video]\nwindows: [call, lunch]\nx-sponsor: {deep: [1, 2]}\n");
    const model::Event event = read_event(file);
    CHECK(event.name == "Summer Sound");
    has_common(event);
    has_site_and_safety(event.site, event.safety);
    has_rules(event.rules);
    CHECK(event.format == 1);
    CHECK(all({event.uid, event.kind, event.timezone, event.default_collaborator, event.wifi}) ==
          "7f3a-11, festival, Europe/Berlin, northlight, crew / secret");
    CHECK(to_text(event.start) + to_text(event.end) == "2026-06-102026-06-14");
    CHECK(event.day_start == 5 * 3600 + 1800);
    CHECK(event.radio == std::vector<std::pair<std::string, std::string>>{{"1", "Production"}, {"2", "Audio"}});
    REQUIRE(event.contacts.size() == 2);
    CHECK(event.contacts[1].role + event.contacts[1].crew == "Medicsam");
    REQUIRE(event.crew_attributes.size() == 5);
    CHECK(event.crew_attributes[0].name == "Shirt size");
    CHECK(all(event.crew_attributes[0].options) == "S, M");
    CHECK(event.crew_attributes[1].name == "arrival");
    using enum model::AttributeType;
    const model::AttributeType types[] = {select, datetime, date, number, text};
    for (std::size_t i = 0; i < 5; ++i) CHECK(event.crew_attributes[i].type == types[i]);
    CHECK(all(event.columns) == "Audio, Video");
    CHECK(all(event.windows) == "call, lunch");
    CHECK(event.rules.severity.at(1) == std::pair<std::string, std::string>{"late-meal", "off"});
}

TEST_CASE("an event that says little has the design's defaults") {
    const model::Event event =
        read_event(sound(Noun::event,
                         "format: 1\nuid: a\nname: A\ntimezone: UTC\nstart: 2026-06-10\nend: 2026-06-10\n"
                         "default_collaborator: a\n"));
    CHECK(event.day_start == 4 * 3600);
    CHECK(all(event.windows) == "load-in, load-out, changeover");
    CHECK_FALSE(event.rules.minimum_rest.has_value());
}

TEST_CASE("every key of an area reaches the model") {
    const model::Area area = read_area(sound(
        Noun::area, std::string("name: Main Stage\nlocation: east lawn\ntimezone: Europe/London\noverlap: forbid\n"
                                "collaborators: [acme-audio, northlight]\ncontact: maya\n") +
                        common + site_and_safety +
                        "unavailable:\n- start: 2026-06-12\n  end: 2026-06-13\n  reason: paint\n"
                        "- {start: 2026-06-14T10:00, end: 2026-06-14T12:00}\n"));
    CHECK(area.id == "red-kites");
    has_common(area);
    has_site_and_safety(area.site, area.safety);
    CHECK(all({area.name, area.location, area.timezone, area.contact}) == "Main Stage, east lawn, Europe/London, maya");
    CHECK(area.overlap == model::Overlap::forbid);
    CHECK(all(area.collaborators) == "acme-audio, northlight");
    REQUIRE(area.unavailable.size() == 2);
    CHECK(area.unavailable[0].start.is_date);
    CHECK(to_text(area.unavailable[0].end.time.date) + area.unavailable[0].reason == "2026-06-13paint");
    CHECK(to_text(area.unavailable[1].end.time) == "2026-06-14T12:00");
    CHECK(read_area(sound(Noun::area, "name: A\n")).overlap == model::Overlap::warn);
}

TEST_CASE("every key of a collaborator reaches the model") {
    const model::Collaborator acme = read_collaborator(sound(
        Noun::collaborator,
        std::string("name: Acme\nemail: a@acme.example\nphone: '+49 30 1'\ncontact: maya\noverlap: warn\n"
                    "crew_attributes:\n  shirt: {required: true, crew_provided: true}\n  diet: {required: false}\n"
                    "unavailable: [{start: 2026-06-12, end: 2026-06-12}]\n") +
            common + rules));
    has_common(acme);
    has_rules(acme.rules);
    CHECK(all({acme.email, acme.phone, acme.contact}) == "a@acme.example, +49 30 1, maya");
    CHECK(acme.overlap == model::Overlap::warn);
    REQUIRE(acme.crew_attributes.size() == 2);
    CHECK(acme.crew_attributes[0].id == "shirt");
    CHECK((acme.crew_attributes[0].required && acme.crew_attributes[0].crew_provided));
    CHECK_FALSE((acme.crew_attributes[1].required || acme.crew_attributes[1].removed));
    CHECK(acme.unavailable.size() == 1);
    CHECK(read_collaborator(sound(Noun::collaborator, "name: A\n")).overlap == model::Overlap::allow);
}

TEST_CASE("every key of a crew member reaches the model") {
    const model::CrewMember maya =
        read_crew(sound(Noun::crew, std::string("name: Maya\ncollaborator: acme\ntitle: Dr\nrole: FOH engineer\n"
                                                "department: Audio\nemail: m@x.example\nphone: 0151 1\nradio: ch 2\n"
                                                "attributes: {shirt: M, diet: no nuts}\noverlap: allow\n"
                                                "crew_attributes: {shirt: false, diet: {required: true}}\n"
                                                "unavailable: [{start: 2026-06-12, end: 2026-06-12}]\n") +
                                        common + rules));
    has_common(maya);
    has_rules(maya.rules);
    CHECK(all({maya.collaborator, maya.title, maya.role, maya.department, maya.email, maya.phone, maya.radio}) ==
          "acme, Dr, FOH engineer, Audio, m@x.example, 0151 1, ch 2");
    CHECK(maya.attributes == std::vector<std::pair<std::string, std::string>>{{"shirt", "M"}, {"diet", "no nuts"}});
    CHECK(maya.overlap == model::Overlap::allow);
    CHECK(maya.crew_attributes.at(0).removed);
    CHECK((maya.crew_attributes.at(1).required && !maya.crew_attributes.at(1).removed));
    CHECK(maya.unavailable.size() == 1);
    CHECK(read_crew(sound(Noun::crew, "name: A\ncollaborator: b\n")).overlap == model::Overlap::forbid);
}

TEST_CASE("every key of an activity but its repeat and segments reaches the model") {
    const model::Activity show = read_activity(sound(
        Noun::activity,
        std::string(
            "name: Red Kites\nkind: show\nstatus: tentative\nstart: 2026-06-12T22:00\nend: \"00:30\"\n"
            "timezone: Europe/London\nglobal: true\nareas: [main-stage, foh]\nlocation: stage left\n"
            "organizers: [northlight]\nparticipants:\n  required: [red-kites, maya]\n  optional: [sam]\n"
            "needs:\n- {count: 4, role: stagehand, collaborator: acme-audio}\n- {count: 1, role: runner}\n"
            "busy: false\nfixed: true\nvisibility: public\n"
            "accept: [{rule: area-overlap, with: focus@2026-06-12, reason: shared, by: iris, until: 2026-06-13}]\n"
            "uid: abc@host\ncontinues: kites\n") +
            common));
    has_common(show);
    CHECK(all({show.name, show.kind, show.timezone, show.location, show.uid, show.continues}) ==
          "Red Kites, show, Europe/London, stage left, abc@host, kites");
    CHECK(show.status == model::Status::tentative);
    CHECK(to_text(show.start) + " " + to_text(*show.end) == "2026-06-12T22:00 2026-06-12T24:30");
    CHECK((show.global && show.fixed && show.busy == false));
    CHECK(show.visibility == model::Visibility::everyone);
    CHECK(all(show.areas) + all(show.organizers) == "main-stage, fohnorthlight");
    CHECK(all(show.participants.required) + all(show.participants.optional) == "red-kites, mayasam");
    REQUIRE(show.needs.size() == 2);
    CHECK(show.needs[0].count == 4);
    CHECK(show.needs[0].role + show.needs[0].collaborator == "stagehandacme-audio");
    REQUIRE(show.accept.size() == 1);
    CHECK(all({show.accept[0].rule, show.accept[0].with, show.accept[0].reason, show.accept[0].by}) ==
          "area-overlap, focus@2026-06-12, shared, iris");
    CHECK(to_text(*show.accept[0].until) == "2026-06-13");
}

TEST_CASE("every key of a repeat reaches the model") {
    const model::Activity breakfast = activity(
        "start: 2026-06-10T07:00\nend: '08:00'\nrepeat:\n  every: 2 weeks\n  on: [fri, sat]\n  week_start: sun\n"
        "  during: show-days\n  skip: [2026-06-12]\n  changes:\n    2026-06-13:\n      name: Late breakfast\n"
        "      start: '09:00'\n      end: 2026-06-13T11:00\n      location: tent\n      areas: [foh]\n"
        "      organizers: [sam]\n      participants: {required: [maya], optional: [noor]}\n      status: cancelled\n"
        "      description: d\n      notes: n\n    2026-06-14: {duration: 2h}\n");
    REQUIRE(breakfast.repeat.has_value());
    const model::Repeat& repeat = *breakfast.repeat;
    CHECK(*repeat.every == time::Every{time::Unit::week, 2});
    CHECK(repeat.on.size() == 2);
    CHECK(repeat.week_start == time::Weekday::sun);
    CHECK(repeat.during == "show-days");
    CHECK(all(repeat.skip) == "2026-06-12");
    REQUIRE(repeat.changes.size() == 2);
    const model::Change& change = repeat.changes[0];
    CHECK(all({*change.name, *change.location, *change.description, *change.notes}) == "Late breakfast, tent, d, n");
    CHECK(to_text(*change.start) + " " + to_text(*change.end) == "2026-06-13T09:00 2026-06-13T11:00");
    CHECK(all(*change.areas) + all(*change.organizers) == "fohsam");
    CHECK(all(change.participants->required) + all(change.participants->optional) == "mayanoor");
    CHECK(change.status == model::Status::cancelled);
    CHECK(hours(repeat.changes[1].duration) == "2h");
    CHECK_FALSE(repeat.changes[1].start.has_value());
    CHECK(all(activity("start: 2026-06-10\nrepeat: {dates: [2026-06-10, 2026-06-13]}\n").repeat->dates) ==
          "2026-06-10, 2026-06-13");
    CHECK(activity("start: 2026-06-10\nrepeat: {every: day, count: 3}\n").repeat->count == 3);
    CHECK(to_text(*activity("start: 2026-06-10\nrepeat: {every: day, until: 2026-06-12}\n").repeat->until) ==
          "2026-06-12");
}

TEST_CASE("the end of a changed date is the first such time after that date's start") {
    const model::Activity night = activity(
        "start: 2026-06-12T22:00\nend: '23:00'\nrepeat:\n  every: day\n  changes:\n    2026-06-13: {end: '01:00'}\n"
        "    2026-06-14: {start: '14:00', end: '13:00'}\n");
    CHECK(to_text(*night.repeat->changes[0].end) == "2026-06-13T25:00");
    CHECK(to_text(*night.repeat->changes[1].end) == "2026-06-15T13:00");
}

TEST_CASE("every key of a segment reaches the model") {
    const model::Activity show = activity(
        "start: 2026-06-12T20:00\nsegments:\n- name: Opening\n  duration: 90s\n  start: '20:05'\n  cue: '1'\n"
        "  type: VT\n  who: [maya, The Red Kites]\n  location: left\n  color: '#0a7d8c'\n"
        "  columns: {Audio: walk-in, Video v2: loop}\n  notes: quiet\n- name: Close\n");
    REQUIRE(show.segments.size() == 2);
    const model::Segment& segment = show.segments[0];
    CHECK(all({segment.name, segment.cue, segment.type, segment.location, segment.color, segment.notes}) ==
          "Opening, 1, VT, left, #0a7d8c, quiet");
    CHECK(hours(segment.duration) == "1m30s");
    CHECK(segment.start == 20 * 3600 + 300);
    CHECK(all(segment.who) == "maya, The Red Kites");
    CHECK(segment.columns.at(1) == std::pair<std::string, std::string>{"Video v2", "loop"});
    CHECK(show.segments[1].name == "Close");
}

TEST_CASE("an activity's times: moment, length, all day, past midnight") {
    const auto end = [](const std::string& times) {
        const model::Activity read = activity(times);
        return read.end ? to_text(*read.end) : "none";
    };
    CHECK(end("start: 2026-06-12T18:00\n") == "none");
    CHECK(hours(activity("start: 2026-06-12T18:00\nduration: 1h30\n").duration) == "1h30m");
    CHECK(end("start: 2026-06-12T18:00\nend: '18:00'\n") == "none");
    CHECK(end("start: 2026-06-12T18:00\nend: 2026-06-12 18:00\n") == "none");
    CHECK(end("start: 2026-06-12T25:30\nend: '01:30'\n") == "none");
    CHECK(end("start: 2026-06-12T07:30\nend: '31:30'\n") == "2026-06-12T31:30");
    CHECK(end("start: 2026-06-12T00:00\nend: '24:00'\n") == "2026-06-12T24:00");
    CHECK(end("start: 2026-06-12T18:00\nend: 2026-06-13T18:00\n") == "2026-06-13T18:00");
    CHECK(end("start: 2026-06-12T23:00\nend: '00:45'\n") == "2026-06-12T24:45");
    CHECK(end("start: 2026-06-12T25:30\nend: '02:30'\n") == "2026-06-12T26:30");
    CHECK(end("start: 2026-06-12T18:00\nend: 2026-06-14 09:00\n") == "2026-06-14T09:00");
    CHECK(activity("start: 2026-06-12\n").all_day);
    CHECK(end("start: 2026-06-12\nend: 2026-06-13\n") == "2026-06-13T00:00");
    CHECK_FALSE(activity("start: 2026-06-12\n").end.has_value());
    CHECK_FALSE(activity("start: 2026-06-12\n").busy.has_value());
}

TEST_CASE("every key of a time frame and of a view reaches the model") {
    const model::Timeframe frame = read_timeframe(
        sound(Noun::timeframe, std::string("name: Quiet\nstart: 2026-06-12T22:00\nend: 2026-06-13\nareas: [foh]\n"
                                           "participants: [maya, acme]\nglobal: true\ncolor: teal\n") +
                                   common));
    has_common(frame);
    CHECK(to_text(frame.start.time) == "2026-06-12T22:00");
    CHECK((!frame.start.is_date && frame.end.is_date && frame.global));
    CHECK(all(frame.areas) + all(frame.participants) + frame.color == "fohmaya, acmeteal");

    const model::View view = read_view(
        sound(Noun::view,
              "name: Night\ndescription: d\nevent: true\nareas: [foh]\ncollaborators: [acme]\ncrew: [maya]\n"
              "with_team: true\nmatch: all\nkinds: [show]\nstatuses: [cancelled]\ntags: [plan-a]\n"
              "roles: [required]\ntext: loud words\nduring: load-in\naudience: public\nas: grid\ncolumns: crew\n"
              "notes: n\n"));
    CHECK((view.event && view.with_team && view.match_all));
    CHECK(all(view.areas) + all(view.collaborators) + all(view.crew) == "fohacmemaya");
    CHECK(all(view.kinds) + all(view.statuses) + all(view.tags) + all(view.roles) == "showcancelledplan-arequired");
    CHECK(all({view.text, view.during, view.audience, view.as, view.columns, view.description, view.notes}) ==
          "loud words, load-in, public, grid, crew, d, n");
}

TEST_CASE("a record knows where the value of each of its keys stands") {
    const std::string text = "name: Main Stage\nlocation: east\n";
    const model::Area area = read_area(sound(Noun::area, text));
    REQUIRE(area.marks.size() == 2);
    CHECK(area.marks[1].key == "location");
    CHECK(text.substr(area.marks[1].span.begin, area.marks[1].span.end - area.marks[1].span.begin) == "east");
}

}  // namespace backops::event::tests
