#include "check/missing_attributes.h"

#include <algorithm>
#include <map>
#include <tuple>

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

}  // namespace backops::check
