#include "check/missing_attributes.h"

#include <doctest/doctest.h>

namespace backops::check::tests {
namespace {

model::CrewMember person(const char* id, const char* collaborator) {
    model::CrewMember member;
    member.id = id;
    member.collaborator = collaborator;
    return member;
}

model::Plan plan() {
    model::Plan plan;
    for (const char* id : {"diet", "phone", "shirt"}) {
        model::CrewAttribute attribute;
        attribute.id = id;
        attribute.name = std::string("The ") + id;
        plan.event.crew_attributes.push_back(attribute);
    }
    model::Collaborator acme;
    acme.id = "acme";
    acme.crew_attributes = {{"shirt", true, true, false}, {"diet", true, false, false}, {"phone", false, true, false}};
    model::Collaborator beta;
    beta.id = "beta";
    plan.collaborators = {acme, beta};
    plan.crew = {person("ada", "beta"), person("bo", "acme"), person("cy", "acme")};
    return plan;
}

std::vector<std::string> missing(const model::Plan& plan) {
    std::vector<std::string> lines;
    for (const MissingAttribute& one : missing_attributes(plan))
        lines.push_back(one.person->id + " " + one.attribute + (one.crew_provided ? "?" : ""));
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("each person must have what the collaborator demands; by collaborator, person and attribute") {
    model::Plan event = plan();
    event.crew[0].crew_attributes = {{"shirt", true, false, false}};
    CHECK(missing(event) == Lines{"bo diet", "bo shirt?", "cy diet", "cy shirt?", "ada shirt"});
    CHECK(missing_attributes(event)[0].name == "The diet");
}

TEST_CASE("a value is enough, an empty one is none") {
    model::Plan event = plan();
    event.crew[1].attributes = {{"shirt", "M"}, {"diet", ""}};
    CHECK(missing(event) == Lines{"bo diet", "cy diet", "cy shirt?"});
}

TEST_CASE("what a person's own record says takes the place of the collaborator's demand") {
    model::Plan event = plan();
    event.crew[1].crew_attributes = {{"shirt", false, false, true}, {"diet", false, false, false}};
    event.crew[2].crew_attributes = {{"phone", true, false, false}};
    CHECK(missing(event) == Lines{"cy diet", "cy phone", "cy shirt?"});
}

TEST_CASE("a person of a collaborator that is not there has only demands of their own") {
    model::Plan event = plan();
    event.crew = {person("dee", "gone")};
    CHECK(missing(event).empty());
    event.crew[0].crew_attributes = {{"badge", true, false, false}};
    CHECK(missing(event) == Lines{"dee badge"});
    CHECK(missing_attributes(event)[0].name == "badge");
}

}  // namespace backops::check::tests
