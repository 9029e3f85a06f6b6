#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "check/rule.h"
#include "render/json.h"
#include "render/problems.h"
#include "text/width.h"

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

// In a message braces are placeholders' (section 3.11.5), and `](` is the middle of a link (section 3.11.6).
Json message_json(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '{' || text[i] == '}') plain += text[i];
        if (text.substr(i, 2) == "](") plain += '\\';
        plain += text[i];
    }
    return {{"text", std::move(plain)}};
}

// The whole file is the point before its first character: GitHub leaves results without a region out.
Json location_of(const text::Place& place) {
    const int line = std::max(place.line, 1), column = std::max(place.column, 1);
    return {
        {"physicalLocation",
         {{"artifactLocation", {{"uri", uri_of(place.file)}}},
          {"region",
           {{"startLine", line}, {"startColumn", column}, {"endLine", line}, {"endColumn", column + place.length}}}}}};
}

std::vector<std::string> rules_in(const text::Problems& problems) {
    std::vector<std::string> names;
    for (const text::Problem& problem : problems) names.push_back(problem.rule);
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

Json rule_json(const std::string& name) {
    Json json{{"id", name}};
    if (const check::Rule* rule = check::find_rule(name)) {
        json["shortDescription"] = message_json(rule->summary);
        json["fullDescription"] = message_json(rule->explanation.substr(0, rule->explanation.find('\n')));
        json["help"] = message_json(rule->explanation);
    }
    return json;
}

/// What a problem is known by in the next run, though lines above it have come or gone; of the same several times in
/// one file by their order.
class Prints {
  public:
    std::string next(const text::Problem& problem) {
        std::string print = print_of(problem);
        const int count = ++seen_[print];
        return count == 1 ? print : fmt::format("{} {}", print, count);
    }

  private:
    static std::string print_of(const text::Problem& problem) {
        std::string print = problem.place.file + ' ' + problem.rule;
        if (problem.occurrences.empty()) return print + ' ' + problem.message;
        for (const auto* ids : {&problem.occurrences, &problem.resources})
            for (const std::string& id : *ids) print += ' ' + id;
        return print;
    }

    std::map<std::string, int> seen_;
};

Json result_json(const text::Problem& problem, const std::vector<std::string>& rules, std::string print) {
    std::string message = text::one_line(problem.message);
    for (const std::string& hint : problem.hints) message += "\nhint: " + text::one_line(hint);
    Json json{{"ruleId", problem.rule},
              {"ruleIndex", std::ranges::lower_bound(rules, problem.rule) - rules.begin()},
              {"level", problem.severity == text::Severity::error ? "error" : "warning"},
              {"message", message_json(message)},
              {"locations", Json::array({location_of(problem.place)})}};
    for (std::size_t i = 0; i < problem.others.size(); ++i) {
        Json other = location_of(problem.others[i].place);
        other["id"] = i + 1;
        other["message"] = message_json(text::one_line(problem.others[i].message));
        json["relatedLocations"].push_back(std::move(other));
    }
    json["partialFingerprints"] = {{"finding/1", std::move(print)}};
    return json;
}

}  // namespace

std::string problems_sarif(const Checked& checked, std::string_view version) {
    const std::vector<std::string> names = rules_in(checked.problems);
    Json rules = Json::array(), results = Json::array();
    for (const std::string& name : names) rules.push_back(rule_json(name));
    Prints prints;
    for (const text::Problem& problem : checked.problems)
        results.push_back(result_json(problem, names, prints.next(problem)));
    const Json driver{{"name", "backops"}, {"version", std::string(version)}, {"rules", std::move(rules)}};
    return dumped({{"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"},
                   {"version", "2.1.0"},
                   {"runs", Json::array({{{"tool", {{"driver", driver}}},
                                          {"columnKind", "unicodeCodePoints"},
                                          {"results", std::move(results)}}})}});
}

}  // namespace backops::render
