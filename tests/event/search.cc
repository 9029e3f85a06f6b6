#include "event/search.h"

#include <doctest/doctest.h>

#include "opened.h"

namespace backops::event::tests {
namespace {

std::vector<std::string> found(Opened& event, const std::vector<std::string>& words) {
    std::vector<std::string> lines;
    for (const Hit& hit : hits(event.directory, words))
        lines.push_back(std::string(command(hit.noun)) + " " + hit.id + " " + hit.where + ": " + hit.line);
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a record is found by its id, its name, a tag or any other text") {
    Opened event(summer_sound({{"crew/kim.yaml",
                                "name: Kim Ode\ncollaborator: northlight\ntags: [vegan]\nattributes: {shirt: XXL}\n"
                                "notes: |\n  arrives late\n  bring the BIG drum\n"}}));
    CHECK(found(event, {"kim"}) == Lines{"crew kim id: kim"});
    CHECK(found(event, {"ode"}) == Lines{"crew kim name: Kim Ode"});
    CHECK(found(event, {"vegan"}) == Lines{"crew kim tags: vegan"});
    CHECK(found(event, {"xxl"}) == Lines{"crew kim attributes.shirt: XXL"});
    CHECK(found(event, {"big drum"}) == Lines{"crew kim notes: bring the BIG drum"});
    CHECK(found(event, {"nothing like it"}).empty());
}

TEST_CASE("all words must be somewhere in a record") {
    Opened event;
    CHECK(found(event, {"line", "main-stage"}) == Lines{"activity line-check id: line-check"});
    CHECK(found(event, {"line", "foh"}).empty());
}

TEST_CASE("ids and names come before other texts, then nouns and ids in their order") {
    Opened event(summer_sound({{"areas/aaa.yaml", "name: Aaa\nlocation: near the doors\n"}}));
    CHECK(found(event, {"DOORS"}) == Lines{"activity doors id: doors", "area aaa location: near the doors"});
}

TEST_CASE("words compare without regard to case and to how accents are written") {
    Opened event(summer_sound({{"areas/cafe.yaml", "name: Café Straße\n"}}));
    CHECK(found(event, {"CAFE\xCC\x81", "STRASSE"}).size() == 1);
}

TEST_CASE("a file that cannot be understood is found by its id") {
    Opened event(summer_sound({{"areas/torn.yaml", "name: [\n"}}));
    CHECK(found(event, {"torn"}) == Lines{"area torn id: torn"});
}

}  // namespace backops::event::tests
