#include <fmt/format.h>

#include <algorithm>

#include "cmd/checking.h"
#include "cmd/nouns.h"
#include "cmd/schedule_verbs.h"
#include "cmd/selection_options.h"
#include "cmd/session.h"
#include "cmd/values.h"
#include "render/table.h"
#include "text/width.h"

namespace backops::cmd {
namespace {

void list_rules(Session& session) {
    std::vector<std::vector<std::string>> rows;
    for (const check::Rule* rule : check::schedule_rules())
        rows.push_back({std::string(rule->name), std::string(rule->summary)});
    for (const check::Rule& rule : check::form_rules())
        rows.push_back({std::string(rule.name), std::string(rule.summary)});
    session.out(render::table({"RULE", "FINDS"}, rows, session.width(), session.colour()));
}

void explain(Session& session, const std::string& name) {
    const check::Rule& rule = rule_named(name);
    session.out(fmt::format("{}: {}\nby default: {}\n", rule.name, rule.summary, rule.level));
    for (std::size_t at = 0; at < rule.explanation.size();) {
        const std::size_t end = std::min(rule.explanation.find('\n', at), rule.explanation.size());
        session.out("\n");
        for (const std::string& line :
             text::wrapped(rule.explanation.substr(at, end - at), std::min(session.width(), 80)))
            session.out(line + "\n");
        at = end + 1;
    }
}

int check_event(Session& session, const Arguments& arguments) {
    if (arguments.has("--rules")) {
        list_rules(session);
        return 0;
    }
    if (const auto name = arguments.value("--explain")) {
        explain(session, *name);
        return 0;
    }
    return check(session, arguments, AskedRules(arguments), true);
}

int print_conflicts(Session& session, const Arguments& arguments) {
    return check(session, arguments,
                 AskedRules({std::string(check::person_overlap.name), std::string(check::collaborator_overlap.name),
                             std::string(check::area_overlap.name), std::string(check::unavailable.name)}),
                 false);
}

std::vector<Option> with_selection(std::vector<Option> options) {
    for (const auto& more : {calendar_options(), range_options()})
        options.insert(options.end(), more.begin(), more.end());
    return options;
}

}  // namespace

Noun check_noun() {
    return {
        "check",
        "whether anything is wrong: in the files, and in the plan",
        {{"",
          "Reports everything that is wrong in the event's files and in its schedule\nWith calendars or a range, what "
          "touches these.",
          {{"RULE…", "<rule>"}, 0, 100},
          with_selection({{"--only", value::rule, "only what this rule finds", true},
                          {"--skip", value::rule, "not what this rule finds", true},
                          {"--strict", "", "exit with 1 for warnings too"},
                          {"--rules", "", "list the rules"},
                          {"--explain", value::rule, "say what a rule finds, and what to do"},
                          {"--format", {"FORMAT", "text json sarif github"}, "text, json, sarif or github"}}),
          check_event}}};
}

Verb conflicts_verb() {
    return {"conflicts",
            "Lists who and what is needed in two places, or booked while unavailable",
            {},
            with_selection({{"--strict", "", "exit with 1 for warnings too"},
                            {"--format", {"FORMAT", "text json sarif github"}, "text, json, sarif or github"}}),
            print_conflicts};
}

}  // namespace backops::cmd
