#include <fmt/format.h>

#include "check/rule.h"
#include "text/near_miss.h"
#include "text/wording.h"

namespace backops::check {
namespace {

// Errors of the form cannot be accepted or switched off.
bool is_of_form(const std::string& name) {
    const Rule* rule = find_rule(name);
    return rule && rule->is_of_form;
}

bool is_known(const std::string& name) { return find_rule(name) && !is_of_form(name); }

std::vector<std::string> hints_for(const std::string& name) {
    if (is_of_form(name)) return {"delete it, and correct what the rule finds"};
    if (const auto near = text::nearest(name, schedule_rule_names())) return {fmt::format("did you mean `{}`?", *near)};
    return {"backops check --rules lists them"};
}

std::string claim(const std::string& name) {
    if (is_of_form(name)) return fmt::format("`{}` is about the form of files: it cannot be accepted or set", name);
    return fmt::format("no rule of the schedule is called {}", text::quoted(name));
}

Findings find(const schedule::ResolvedEvent& event) {
    Findings findings;
    for (const auto& [name, level] : event.plan.event.rules.severity) {
        if (is_known(name)) continue;
        Finding finding = about("unknown-rule", Spot{event::Noun::event, "", {"rules", "severity", name}, true},
                                claim(name), hints_for(name));
        finding.level = Level::error;
        findings.push_back(std::move(finding));
    }
    for (const model::Activity& activity : event.plan.activities)
        for (std::size_t i = 0; i < activity.accept.size(); ++i) {
            const std::string& name = activity.accept[i].rule;
            if (is_known(name) || name.empty()) continue;
            Finding finding = about("unknown-rule", activity, claim(name), {"accept", i, "rule"}, hints_for(name));
            finding.level = Level::error;
            findings.push_back(std::move(finding));
        }
    return findings;
}

}  // namespace

constinit const Rule unknown_rule{
    "unknown-rule", "error", "a rule's name, in `accept` or `rules.severity`, that no rule has",
    "An activity accepts findings of a rule, or the event gives a rule a severity, and there is no rule of that "
    "name, so that what is written does nothing. Errors of the files' form cannot be accepted and have no other "
    "severity.\n"
    "Write one of the names that `backops check --rules` lists.",
    find};

}  // namespace backops::check
