#include <fmt/format.h>

#include <algorithm>

#include "check/rule.h"
#include "render/problems.h"
#include "render/json.h"

namespace backops::render {
namespace {

// RFC 3986, section 2.3, and the slashes of a path.
std::string uri_of(std::string_view path) {
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    std::string uri;
    for (const char c : path)
        uri += plain.find(c) != std::string_view::npos ? std::string(1, c)
                                                       : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return uri;
}

Json location_of(const text::Place& place) {
    Json physical{{"artifactLocation", {{"uri", uri_of(place.file)}}}};
    if (place.line > 0) {
        physical["region"] = {{"startLine", place.line}, {"startColumn", place.column}};
        if (place.length > 0) physical["region"]["endColumn"] = place.column + place.length;
    }
    return {{"physicalLocation", std::move(physical)}};
}

std::vector<std::string> rules_in(const text::Problems& problems) {
    std::vector<std::string> names;
    for (const text::Problem& problem : problems) names.push_back(problem.rule);
    std::ranges::sort(names);
    const auto repeated = std::ranges::unique(names);
    names.erase(repeated.begin(), repeated.end());
    return names;
}

Json rule_json(const std::string& name) {
    Json json{{"id", name}};
    if (const check::Rule* rule = check::find_rule(name)) {
        json["shortDescription"] = {{"text", std::string(rule->summary)}};
        json["fullDescription"] = {{"text", std::string(rule->explanation)}};
    }
    return json;
}

// The same finding has the same print in the next run, though lines above it have come or gone.
std::string print_of(const text::Problem& problem) {
    std::string print = problem.place.file + ' ' + problem.rule;
    if (problem.occurrences.empty()) return print + ' ' + problem.message;
    for (const auto* ids : {&problem.occurrences, &problem.resources})
        for (const std::string& id : *ids) print += ' ' + id;
    return print;
}

Json result_json(const text::Problem& problem, const std::vector<std::string>& rules) {
    std::string message = problem.message;
    for (const std::string& hint : problem.hints) message += "\nhint: " + hint;
    Json json{{"ruleId", problem.rule},
              {"ruleIndex", std::ranges::lower_bound(rules, problem.rule) - rules.begin()},
              {"level", problem.severity == text::Severity::error ? "error" : "warning"},
              {"message", {{"text", std::move(message)}}},
              {"locations", Json::array({location_of(problem.place)})}};
    for (std::size_t i = 0; i < problem.others.size(); ++i) {
        Json other = location_of(problem.others[i].place);
        other["id"] = i + 1;
        other["message"] = {{"text", problem.others[i].message}};
        json["relatedLocations"].push_back(std::move(other));
    }
    json["partialFingerprints"] = {{"finding/1", print_of(problem)}};
    return json;
}

}  // namespace

std::string problems_sarif(const Checked& checked, std::string_view version) {
    const std::vector<std::string> names = rules_in(checked.problems);
    Json rules = Json::array(), results = Json::array();
    for (const std::string& name : names) rules.push_back(rule_json(name));
    for (const text::Problem& problem : checked.problems) results.push_back(result_json(problem, names));
    const Json driver{{"name", "backops"}, {"version", std::string(version)}, {"rules", std::move(rules)}};
    return dumped({{"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"},
                   {"version", "2.1.0"},
                   {"runs", Json::array({{{"tool", {{"driver", driver}}},
                                          {"columnKind", "unicodeCodePoints"},
                                          {"results", std::move(results)}}})}});
}

}  // namespace backops::render
