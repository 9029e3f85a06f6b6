#include "event/find.h"

#include <doctest/doctest.h>

#include "opened.h"

namespace backops::event::tests {
namespace {

std::string found_id(Opened& event, Noun noun, std::string_view typed) {
    const Found one = found(event.directory, noun, typed);
    return one.id + (one.exact ? "" : "~");
}

std::string party(Opened& event, std::string_view typed) {
    const Found one = found(event.directory, Target::party, typed);
    return std::string(command(one.noun)) + " " + one.id + (one.exact ? "" : "~");
}

std::string id(Opened& event, Noun noun, std::string_view name, const std::vector<std::string>& apart = {}) {
    return new_id(event.directory, noun, "", name, apart);
}

const std::string long_name(80, 'a');
const std::string long_id(64, 'a');

}  // namespace

TEST_CASE("an exact id wins, then the only prefix, then the only name") {
    Opened event(summer_sound({{"areas/main.yaml", "name: Annex\n"}, {"areas/tent.yaml", "name: Big Tent\n"}}));
    CHECK(found_id(event, Noun::area, "main") == "main");
    CHECK(found_id(event, Noun::area, "main-") == "main-stage~");
    CHECK(found_id(event, Noun::area, "BIG tent") == "tent~");
    CHECK(found_id(event, Noun::area, "Front of House") == "foh~");
}

TEST_CASE("several in one word are told to be given one by one") {
    Opened event(summer_sound());
    const auto hints = [&](std::string_view typed) {
        try {
            found(event.directory, Noun::area, typed);
        } catch (const text::Failure& failure) {
            return failure.hints;
        }
        return std::vector<std::string>{"found"};
    };
    CHECK(hints("main-stage,foh") ==
          std::vector<std::string>{"several are given one by one, each with an option of its own"});
    CHECK(hints("nowhere,foh") == std::vector<std::string>{"all of them: backops area list"});
}

TEST_CASE("an id that begins like another's is not in the way of a name") {
    Opened event(summer_sound({{"areas/ma-1.yaml", "name: Ma\n"}, {"areas/ma-2.yaml", "name: Other\n"}}));
    CHECK(found_id(event, Noun::area, "ma") == "ma-1~");
}

TEST_CASE("names compare without regard to case and to how accents are written") {
    Opened event(summer_sound({{"crew/jose.yaml", "name: José Ñandú\ncollaborator: northlight\n"}}));
    CHECK(found_id(event, Noun::crew,
                   "JOSE\xCC\x81 n\xCC\x83"
                   "andú") == "jose~");
}

TEST_CASE("what several could be is refused with what tells them apart") {
    Opened event(summer_sound({{"crew/sam-2.yaml", "name: Sam\ncollaborator: acme-audio\n"},
                               {"crew/kim.yaml", "name: Kim\ncollaborator: acme-audio\n"},
                               {"crew/kim-b.yaml", "name: Kim\ncollaborator: northlight\n"},
                               {"areas/foh-b.yaml", "name: Tower\nlocation: lawn\n"}}));
    CHECK(found_id(event, Noun::crew, "sam") == "sam");
    CHECK(failure_of([&] { found(event.directory, Noun::crew, "Sam"); }).find("could be more than one crew member") !=
          std::string::npos);
    CHECK(failure_of([&] { found(event.directory, Noun::crew, "Kim"); }) ==
          "`Kim` could be more than one crew member\n`kim`: Kim, Acme Audio\n`kim-b`: Kim, Northlight Events\nwrite "
          "the id");
    CHECK(failure_of([&] { found(event.directory, Noun::area, "fo"); }) ==
          "`fo` could be more than one area\n`foh`: Front of House\n`foh-b`: Tower, lawn\nwrite the id");
}

TEST_CASE("a miss suggests the nearest id, or how to make the first") {
    Opened event;
    CHECK(failure_of([&] { found(event.directory, Noun::area, "main-stge"); }) ==
          "no area is called `main-stge`\ndid you mean `main-stage`?");
    CHECK(failure_of([&] { found(event.directory, Noun::crew, "Mya Lindt"); }) ==
          "no crew member is called `Mya Lindt`\ndid you mean `maya-lindt`?");
    CHECK(failure_of([&] { found(event.directory, Noun::view, "night"); }) ==
          "no view is called `night`\nmake one first: backops view add night");
    const auto hint = [&](std::string_view typed) {
        const std::string said = failure_of([&] { found(event.directory, Noun::view, typed); });
        return said.substr(said.find('\n') + 1);
    };
    CHECK(hint("Late night") == "make one first: backops view add 'Late night'");
    CHECK(hint("$(id) it's\x1b") == "make one first: backops view add '$(id) it'\\''s\xEF\xBF\xBD'");
    CHECK(failure_of([&] { found(event.directory, Noun::area, ""); }).starts_with("no area is called ``"));
    CHECK(failure_of([&] { found(event.directory, Noun::area, "../event"); }).starts_with("no area is called"));
}

TEST_CASE("collaborators and crew are found together") {
    Opened event;
    CHECK(party(event, "acme") == "collab acme-audio~");
    CHECK(party(event, "maya-lindt") == "crew maya-lindt");
    CHECK(party(event, "noor haddad") == "crew noor~");
    CHECK(failure_of([&] {
              found(event.directory, Target::party, "no");
          }).starts_with("`no` could be more than one collaborator or crew member"));
    CHECK(failure_of([&] {
              found(event.directory, Target::party, "zzz");
          }).starts_with("no collaborator or crew member is called `zzz`"));
}

TEST_CASE("an id is made from the name; a taken one gets a number") {
    Opened event(summer_sound({{"areas/tent-2.yaml", "name: Tent\n"}, {"areas/tent.yaml", "name: Tent\n"}}));
    CHECK(id(event, Noun::area, "Café Müller") == "cafe-muller");
    CHECK(id(event, Noun::area, "Tent") == "tent-3");
    CHECK(id(event, Noun::area, "Main Stage") == "main-stage-2");
}

TEST_CASE("a name with nothing left gets the noun's word and a number") {
    Opened event(summer_sound({{"areas/area-1.yaml", "name: x\n"}}));
    CHECK(id(event, Noun::area, "主舞台") == "area-2");
    CHECK(id(event, Noun::crew, "李小龙") == "crew-1");
    CHECK(id(event, Noun::collaborator, "…") == "collab-1");
}

TEST_CASE("collaborators and crew share their ids") {
    Opened event;
    CHECK(id(event, Noun::crew, "Acme Audio") == "acme-audio-2");
    CHECK(id(event, Noun::collaborator, "Noor") == "noor-2");
    CHECK(id(event, Noun::area, "Noor") == "noor");
    CHECK(failure_of([&] { new_id(event.directory, Noun::crew, "acme-audio", ""); }) ==
          "`acme-audio` is taken by the collaborator `Acme Audio`");
}

TEST_CASE("a taken activity id is told apart by who or where, then by its date, then by a number") {
    Opened event;
    CHECK(id(event, Noun::activity, "Doors", {"red-kites", "2026-06-13"}) == "doors-red-kites");
    Opened second(summer_sound({{"activities/doors-red-kites.yaml", "name: D\nstart: 2026-06-12\n"}}));
    CHECK(id(second, Noun::activity, "Doors", {"red-kites", "2026-06-13"}) == "doors-2026-06-13");
    Opened third(summer_sound({{"activities/doors-2026-06-13.yaml", "name: D\nstart: 2026-06-12\n"}}));
    CHECK(id(third, Noun::activity, "Doors", {"2026-06-13"}) == "doors-2");
}

TEST_CASE("an id never grows past 64 characters, also with something behind it") {
    Opened event(summer_sound({{"areas/" + long_id + ".yaml", "name: A\n"},
                               {"activities/" + long_id + ".yaml", "name: A\nstart: 2026-06-12\n"}}));
    const std::string numbered = id(event, Noun::area, long_name);
    CHECK(numbered == std::string(62, 'a') + "-2");
    CHECK(id(event, Noun::activity, long_name, {"red-kites"}) == std::string(54, 'a') + "-red-kites");
    CHECK(id(event, Noun::activity, long_name, {std::string(64, 'b')}) == std::string(62, 'a') + "-2");
}

TEST_CASE("a hyphen where a long id is cut is not doubled") {
    const std::string base = std::string(61, 'a') + "-bc";
    Opened event(summer_sound({{"areas/" + base + ".yaml", "name: A\n"}}));
    CHECK(id(event, Noun::area, base) == std::string(61, 'a') + "-2");
}

TEST_CASE("a wanted id must be one and be free") {
    Opened event;
    CHECK(new_id(event.directory, Noun::area, "tent", "") == "tent");
    CHECK(failure_of([&] { new_id(event.directory, Noun::area, "Big Tent", ""); }) ==
          "`Big Tent` cannot be an id: use lower-case letters, digits and single hyphens\n--id big-tent");
    CHECK(failure_of([&] { new_id(event.directory, Noun::area, long_name, ""); }) ==
          "`" + long_name + "` cannot be an id: use at most 64 characters\n--id " + std::string(64, 'a'));
    CHECK(failure_of([&] { new_id(event.directory, Noun::area, "foh", ""); }) ==
          "`foh` is taken by the area `Front of House`");
}

}  // namespace backops::event::tests
