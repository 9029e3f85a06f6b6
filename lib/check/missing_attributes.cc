#include "check/missing_attributes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "check/rule.h"

namespace backops::check {
namespace {

std::map<std::string, model::AttributeRule> rules_for(const model::Plan& plan, const model::CrewMember& person) {
    std::map<std::string, model::AttributeRule> rules;
    if (const auto* collaborator = model::find(plan.collaborators, person.collaborator))
        for (const model::AttributeRule& rule : collaborator->crew_attributes) rules[rule.id] = rule;
    for (const model::AttributeRule& rule : person.crew_attributes) {
        if (rule.removed)
            rules.erase(rule.id);
        else
            rules[rule.id] = rule;
    }
    return rules;
}

bool has(const model::CrewMember& person, const std::string& attribute) {
    return std::any_of(person.attributes.begin(), person.attributes.end(),
                       [&](const auto& pair) { return pair.first == attribute && !pair.second.empty(); });
}

std::string name_of(const model::Event& event, const std::string& id) {
    for (const model::CrewAttribute& attribute : event.crew_attributes)
        if (attribute.id == id) return attribute.name;
    return id;
}

}  // namespace

std::vector<MissingAttribute> missing_attributes(const model::Plan& plan) {
    std::vector<MissingAttribute> missing;
    for (const model::CrewMember& person : plan.crew)
        for (const auto& [id, rule] : rules_for(plan, person))
            if (rule.required && !has(person, id))
                missing.push_back({&person, id, name_of(plan.event, id), rule.crew_provided});
    std::stable_sort(missing.begin(), missing.end(),
                     [](const auto& a, const auto& b) { return a.person->collaborator < b.person->collaborator; });
    return missing;
}

namespace {

std::string label(const MissingAttribute& missing) {
    return missing.name == missing.attribute ? fmt::format("`{}`", missing.attribute)
                                             : fmt::format("`{}` ({})", missing.attribute, missing.name);
}

Finding finding_of(const MissingAttribute& missing) {
    const model::CrewMember& person = *missing.person;
    Finding finding =
        about("missing-attribute", Spot{event::Noun::crew, person.id, {"attributes"}}, "{} has no " + label(missing),
              {fmt::format("backops crew edit {} --attribute \"{}=…\"", person.id, missing.attribute)});
    const bool is_own = std::ranges::find(person.crew_attributes, missing.attribute, &model::AttributeRule::id) !=
                        person.crew_attributes.end();
    const Spot own{event::Noun::crew, person.id, {"crew_attributes", missing.attribute}};
    const Spot teams{event::Noun::collaborator, person.collaborator, {"crew_attributes", missing.attribute}};
    finding.others = {{is_own ? own : teams, "it is required here"}};
    finding.resources = {person.id};
    return finding;
}

Findings find(const schedule::ResolvedEvent& event) {
    Findings findings;
    for (const MissingAttribute& missing : missing_attributes(event.plan)) findings.push_back(finding_of(missing));
    return findings;
}

}  // namespace

constinit const Rule missing_attribute{
    "missing-attribute", "warning", "a required crew attribute of which a person has no value",
    "The collaborator of a person requires one of the event's `crew_attributes`, such as a shirt size, and the "
    "person's `attributes` do not have it. A person's own `crew_attributes` go before their collaborator's: "
    "`false` there says that they need none.\n"
    "Supply the value, or ask for it: `backops crew missing` lists them all, with addresses.",
    find};

}  // namespace backops::check
