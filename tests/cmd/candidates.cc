#include "cmd/candidates.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "cmd/nouns.h"

using namespace backops;

namespace {

void take_offered(const cmd::Value& value, std::set<std::string>& names) {
    for (std::size_t at = 0; (at = value.offers.find('<', at)) != std::string_view::npos; ++at)
        names.emplace(value.offers.substr(at + 1, value.offers.find('>', at) - at - 1));
}

}  // namespace

TEST_CASE("every name that the command tree offers stands for something") {
    const std::set<std::string> known{"area", "collab",    "crew", "activity", "timeframe", "view", "id",
                                      "file", "directory", "key",  "rule",     "template",  "zone"};
    std::set<std::string> names;
    for (const cmd::Noun& noun : cmd::nouns())
        for (const cmd::Verb& verb : noun.verbs) {
            take_offered(verb.words.value, names);
            for (const cmd::Option& option : cmd::options_of(verb)) take_offered(option.value, names);
        }
    CHECK(names == known);
}

TEST_CASE("names are asked for in the event of the typed directory, and of one kind alone") {
    std::string asked;
    const auto live = [&](std::string_view kind, const std::string& directory) {
        asked += std::string(kind) + " in " + directory + ";";
        return std::vector<std::string>{"main-stage"};
    };
    const auto found = cmd::candidates({"-C", "there", "schedule", "--area", "main"}, live);
    REQUIRE(found.size() == 1);
    CHECK(found[0].text == "main-stage");
    CHECK(asked == "area in there;");
    cmd::candidates({"schedule", "--format", ""}, live);
    CHECK(asked == "area in there;");
}
