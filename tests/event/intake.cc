#include "event/intake.h"

#include <doctest/doctest.h>

#include "event/key_path.h"
#include "opened.h"
#include "yaml/write.h"

namespace backops::event::tests {
namespace {

const Field& field(Noun noun, std::string_view key) { return *key_path(noun, key).field; }

// The value as a file would have it.
std::string taken(Opened& event, Noun noun, std::string_view key, std::string_view typed) {
    const yaml::Value value = event.intake.value(field(noun, key), typed);
    return value.kind == yaml::Kind::scalar ? yaml::scalar_text(value) : yaml::entry_text("v", value, 0);
}

std::string item(Opened& event, Noun noun, std::string_view key, std::string_view typed) {
    return yaml::item_text(event.intake.item(field(noun, key), typed), 0);
}

std::string refusal(Opened& event, Noun noun, std::string_view key, std::string_view typed) {
    return failure_of([&] { event.intake.value(field(noun, key), typed); });
}

std::string item_refusal(Opened& event, Noun noun, std::string_view key, std::string_view typed) {
    return failure_of([&] { event.intake.item(field(noun, key), typed); });
}

}  // namespace

TEST_CASE("references are taken by id, prefix or name, and what was completed is said once") {
    Opened event;
    CHECK(taken(event, Noun::crew, "collaborator", "acme-audio") == "acme-audio");
    CHECK(event.intake.notices().empty());
    CHECK(taken(event, Noun::crew, "collaborator", "acme") == "acme-audio");
    CHECK(taken(event, Noun::crew, "collaborator", "acme") == "acme-audio");
    CHECK(taken(event, Noun::area, "contact", "Maya Lindt") == "maya-lindt");
    CHECK(event.intake.notices() ==
          std::vector<std::string>{"`acme` is `acme-audio` (Acme Audio)", "`Maya Lindt` is `maya-lindt` (Maya Lindt)"});
    CHECK(refusal(event, Noun::crew, "collaborator", "maya-lindt").starts_with("no collaborator is called"));
    CHECK(refusal(event, Noun::activity, "continues", "dors") == "no activity is called `dors`\ndid you mean `doors`?");
}

TEST_CASE("a list is taken from texts between commas, an item as it is") {
    Opened event;
    CHECK(taken(event, Noun::activity, "areas", "main, foh") == "v:\n- main-stage\n- foh\n");
    CHECK(taken(event, Noun::event, "columns", "Audio,Video ,, Light") == "v:\n- Audio\n- Video\n- Light\n");
    CHECK(item(event, Noun::event, "columns", "Audio, Video") == "- Audio, Video\n");
    CHECK(taken(event, Noun::activity, "participants", "required=maya-lindt,sam,optional=noor") ==
          "v:\n  required:\n  - maya-lindt\n  - sam\n  optional:\n  - noor\n");
}

TEST_CASE("records are taken from key=value; a comma separates only where a key follows") {
    Opened event;
    CHECK(item(event, Noun::area, "unavailable", "start=2026-06-12,end=2026-06-13,reason=paint, again,and  again") ==
          "- start: 2026-06-12\n  end: 2026-06-13\n  reason: paint, again,and  again\n");
    CHECK(item(event, Noun::area, "unavailable", "reason=a=b, c ,end=2026-06-13, start=2026-06-12") ==
          "- start: 2026-06-12\n  end: 2026-06-13\n  reason: a=b, c\n");
    CHECK(item(event, Noun::event, "contacts", "role=Producer, stage,crew=maya") ==
          "- role: Producer, stage\n  crew: maya-lindt\n");
    CHECK(
        item(event, Noun::activity, "segments", "name=Opening,duration=5m,cue=1,who=maya-lindt, The Band,start=8pm") ==
        "- name: Opening\n  duration: 5m\n  start: \"20:00\"\n  cue: \"1\"\n  who:\n  - maya-lindt\n  - The Band\n");
    CHECK(item(event, Noun::activity, "accept", "rule=area-overlap,with=focus,reason=shared, as agreed") ==
          "- rule: area-overlap\n  with: focus\n  reason: shared, as agreed\n");
}

TEST_CASE("the end of a stretch may be a clock time") {
    Opened event;
    CHECK(item(event, Noun::area, "unavailable", "start=fri 10:00,end=14:00") ==
          "- start: 2026-06-12T10:00\n  end: 2026-06-12T14:00\n");
    CHECK(item(event, Noun::area, "unavailable", "start=fri 23:00,end=1am") ==
          "- start: 2026-06-12T23:00\n  end: 2026-06-13T01:00\n");
    CHECK(item(event, Noun::area, "unavailable", "start=fri,end=sun") == "- start: 2026-06-12\n  end: 2026-06-14\n");
}

TEST_CASE("a record that lacks a key, has one twice or one too many says so") {
    Opened event;
    const std::string keys = "the keys are start=…, end=… and reason=…";
    CHECK(item_refusal(event, Noun::area, "unavailable", "start=fri") == "`start=fri` lacks `end=`\n" + keys);
    CHECK(item_refusal(event, Noun::area, "unavailable", "fri") == "`fri` is not `key=value`\n" + keys);
    CHECK(item_refusal(event, Noun::area, "unavailable", "") == "`` is not `key=value`\n" + keys);
    CHECK(item_refusal(event, Noun::area, "unavailable", "start=fri,start=sat,end=sun") ==
          "`start=` is given twice\nkeep one of the two");
    CHECK(item_refusal(event, Noun::area, "unavailable", "start=fri,end=sat,reasn=x") ==
          "`reasn` is no key here\ndid you mean `reason`?");
    CHECK(item_refusal(event, Noun::area, "unavailable", "start=fri,end=sat,reason=").starts_with("`reason` is blank"));
}

TEST_CASE("maps are taken from key=value too") {
    Opened event;
    CHECK(taken(event, Noun::crew, "attributes", "shirt=M,diet=vegan, no nuts") ==
          "v:\n  shirt: M\n  diet: vegan, no nuts\n");
    CHECK(taken(event, Noun::event, "comms.radio", "Ch 1=Production,Ch 2=Audio") ==
          "v:\n  Ch 1: Production\n  Ch 2: Audio\n");
    CHECK(taken(event, Noun::crew, "crew_attributes.shirt", "false") == "false");
    CHECK(taken(event, Noun::crew, "crew_attributes.shirt", "required=yes") == "v:\n  required: true\n");
    CHECK(refusal(event, Noun::crew, "attributes", "M") == "`M` is not `key=value`");
    CHECK(refusal(event, Noun::crew, "attributes", "shirt=M,shirt=L").starts_with("`shirt=` is given twice"));
}

TEST_CASE("a need is taken as people say it") {
    Opened event;
    CHECK(item(event, Noun::activity, "needs", "4 stagehand acme-audio") ==
          "- count: 4\n  role: stagehand\n  collaborator: acme-audio\n");
    CHECK(item(event, Noun::activity, "needs", "02 follow  spot operator") ==
          "- count: 2\n  role: follow spot operator\n");
    CHECK(item(event, Noun::activity, "needs", "count=2,role=runner, day,collaborator=north") ==
          "- count: 2\n  role: runner, day\n  collaborator: northlight\n");
    CHECK(item_refusal(event, Noun::activity, "needs", "stagehand").starts_with("`stagehand` is no need"));
    CHECK(item_refusal(event, Noun::activity, "needs", "4").starts_with("`4` is no need"));
    CHECK(item_refusal(event, Noun::activity, "needs", "role=runner").starts_with("`role=runner` lacks `count=`"));
}

TEST_CASE("the collaborator of a need is named as anywhere, and what is none belongs to the role") {
    Opened event;
    const std::string from_acme = "- count: 4\n  role: stage hand\n  collaborator: acme-audio\n";
    CHECK(item(event, Noun::activity, "needs", "4 stage hand acme") == from_acme);
    CHECK(event.intake.notices() == std::vector<std::string>{"`acme` is `acme-audio` (Acme Audio)"});
    CHECK(item(event, Noun::activity, "needs", "4 stage hand acme audio") == from_acme);
    CHECK(item(event, Noun::activity, "needs", "1 acme") == "- count: 1\n  role: acme\n");
    CHECK(item(event, Noun::activity, "needs", "2 runner front-of-house") ==
          "- count: 2\n  role: runner front-of-house\n");
    CHECK(item_refusal(event, Noun::activity, "needs", "4 stage hand acme-adio") ==
          "no collaborator is called `acme-adio`\ndid you mean `4 stage hand acme-audio`?\n"
          "if the role is called so: write `count=4,role=stage hand acme-adio`");
}

TEST_CASE("last words that are nearly a collaborator's are refused, and any others belong to the role") {
    Opened event(summer_sound({{"collaborators/devdays.yaml", "name: DevDays e.V.\n"},
                               {"collaborators/red-kites.yaml", "name: The Red Kites\n"}}));
    const auto need = [&](const char* typed) { return item(event, Noun::activity, "needs", typed); };
    CHECK(need("1 lead DevDays") == "- count: 1\n  role: lead\n  collaborator: devdays\n");
    CHECK(need("1 lead devdays e.v.") == "- count: 1\n  role: lead\n  collaborator: devdays\n");
    CHECK(need("2 backline tech The Red") == "- count: 2\n  role: backline tech\n  collaborator: red-kites\n");
    for (const char* role : {"1 lead rigger", "2 follow spot", "1 stage manager", "3 camera op", "1 monitor audio",
                             "2 day runner", "1 co-pilot", "2 front-of-house"})
        CHECK_MESSAGE(need(role).find("collaborator") == std::string::npos, role);
    for (const char* typed : {"4 stagehand acme-audoi", "4 stagehand Acme Audoi", "4 stagehand acm",
                              "1 lead rigger acme-audoi", "1 lead DevDais", "4 stagehand nortlight", "1 x red-kits"})
        CHECK_MESSAGE(item_refusal(event, Noun::activity, "needs", typed).find("did you mean `") != std::string::npos,
                      typed);
    CHECK(item_refusal(event, Noun::activity, "needs", "4 stagehand acme-audoi")
              .find("did you mean `4 stagehand acme-audio`?") != std::string::npos);
    for (const char* typed : {"4 acme-audoi", "4 acme-audio"})
        CHECK(item_refusal(event, Noun::activity, "needs", typed).find("such as `4 stagehand acme-audio`") !=
              std::string::npos);
    CHECK(need("count=4,role=stagehand acme-audoi") == "- count: 4\n  role: stagehand acme-audoi\n");
    CHECK(item_refusal(event, Noun::activity, "needs", "4x stagehand").find("write `4 stagehand`") !=
          std::string::npos);
}

TEST_CASE("times are taken as people say them") {
    Opened event;
    const auto start = [&](const char* typed) { return taken(event, Noun::activity, "start", typed); };
    CHECK(start("fri 14:00") == "2026-06-12T14:00");
    CHECK(start("day 2 14:00") == "2026-06-11T14:00");
    CHECK(start("day 2") == "2026-06-11");
    CHECK(start("fri 01:30") == "2026-06-12T25:30");
    CHECK(start("2026-06-12 14:00") == "2026-06-12T14:00");
    CHECK(start("doors - 30m") == "2026-06-12T17:30");
    CHECK(start("load-in + 2h") == "2026-06-08T06:00");
    CHECK(start("tomorrow 9:30") == "2026-06-12T09:30");
    CHECK(taken(event, Noun::activity, "end", "4pm") == "\"16:00\"");
    CHECK(taken(event, Noun::activity, "end", "8:05") == "\"08:05\"");
    CHECK(taken(event, Noun::activity, "end", "sat 02:00") == "2026-06-13T26:00");
    CHECK(taken(event, Noun::activity, "repeat.until", "sun") == "2026-06-14");
    CHECK(taken(event, Noun::activity, "repeat.every", "2 weeks") == "2 weeks");
    CHECK(taken(event, Noun::activity, "repeat.on", "Friday, last sat") == "v:\n- fri\n- last sat\n");
    CHECK(taken(event, Noun::activity, "duration", "90m") == "1h30m");
    CHECK(taken(event, Noun::event, "day_start", "noon") == "\"12:00\"");
    CHECK(refusal(event, Noun::activity, "start", "14:00").starts_with("`14:00` does not say on which day"));
    CHECK(refusal(event, Noun::activity, "duration", "2:30") != "");
    CHECK(refusal(event, Noun::event, "day_start", "fri") != "");
}

TEST_CASE("flags and numbers are taken in a few forms and written in one") {
    Opened event;
    CHECK(taken(event, Noun::activity, "global", "yes") == "true");
    CHECK(taken(event, Noun::activity, "global", "off") == "false");
    CHECK(taken(event, Noun::activity, "repeat.count", "04") == "4");
    CHECK(refusal(event, Noun::activity, "global", "maybe") ==
          "`maybe` is no value of `global`: it is `true` or `false`");
    CHECK(refusal(event, Noun::activity, "repeat.count", "0") != "");
    CHECK(refusal(event, Noun::activity, "status", "canceled").find("did you mean `cancelled`?") != std::string::npos);
    CHECK(refusal(event, Noun::area, "timezone", "Europe/Berln").find("did you mean `Europe/Berlin`?") !=
          std::string::npos);
}

TEST_CASE("prose keeps its lines and loses its carriage returns; one line stays one") {
    Opened event;
    const Field& notes = field(Noun::area, "notes");
    CHECK(event.intake.scalar(notes, "a\r\nb\r\n\n").text == "a\nb\n");
    CHECK(event.intake.scalar(notes, "one\n").text == "one");
    CHECK(refusal(event, Noun::area, "location", "a\nb").starts_with("`location` must be one line"));
}

TEST_CASE("who is a person where it has an id's shape, else free text") {
    Opened event;
    CHECK(item(event, Noun::activity, "segments.1.who", "maya") == "- maya-lindt\n");
    CHECK(item(event, Noun::activity, "segments.1.who", "The Red Kites") == "- The Red Kites\n");
    CHECK(item_refusal(event, Noun::activity, "segments.1.who", "nobody")
              .starts_with("no collaborator or crew member is called"));
}

TEST_CASE("bytes that a file may not hold are refused at the door, whatever the key") {
    Opened event;
    for (const Noun noun :
         {Noun::event, Noun::area, Noun::collaborator, Noun::crew, Noun::activity, Noun::timeframe, Noun::view})
        for (const Field& one : fields_of(noun))
            for (const std::string& typed :
                 {std::string("a\x01") + "b", std::string("\xff"), std::string("a\0b", 3), std::string("a=\x1b[31m"),
                  std::string("a\xc2\x9b"), std::string("a=\xc3")}) {
                INFO(std::string(command(noun)), " ", std::string(one.key), " ", typed);
                CHECK_THROWS_AS(event.intake.value(one, typed), text::Failure);
            }
    CHECK(refusal(event, Noun::area, "name", "caf\xe9") ==
          "`name` is given in an encoding that is not UTF-8\nset the terminal, or the program that made the text, to "
          "UTF-8");
}

}  // namespace backops::event::tests
