#include "check/problems.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

namespace backops::check {
namespace {

const yaml::Node* item(const yaml::Node& list, const yaml::Step& step) {
    if (const auto* index = std::get_if<std::size_t>(&step))
        return *index < list.items.size() ? &list.items[*index] : nullptr;
    const auto at = std::ranges::find(list.items, std::get<std::string>(step), &yaml::Node::text);
    return at == list.items.end() ? nullptr : &*at;
}

// Of a key whose value is a list or a map the key itself: that is what a caret can point to. What is not there has the
// place of what it would be in; of a record that is its name.
text::Span span_at(const yaml::Node& root, const Spot& spot) {
    const yaml::Node* node = &root;
    const yaml::Entry* name = root.entry("name");
    text::Span span = name ? name->value.span : root.span;
    for (const yaml::Step& step : spot.path) {
        const auto* key = std::get_if<std::string>(&step);
        if (const yaml::Entry* entry = key ? node->entry(*key) : nullptr) {
            node = &entry->value;
            const bool is_value = node->kind == yaml::Kind::scalar && !(spot.is_key && &step == &spot.path.back());
            span = is_value ? node->span : entry->key_span;
            continue;
        }
        node = item(*node, step);
        if (!node) return span;
        span = node->span;
    }
    return span;
}

bool is_readable(const event::RecordFile& file) { return file.tree && !text::any_error(file.problems); }

/// The files that findings stand in.
class Places {
  public:
    explicit Places(event::Directory& directory) : directory_(directory) {}

    /// Nothing when its record has errors.
    std::optional<text::Place> of(const Spot& spot) {
        const event::RecordFile& file = directory_.file(spot.noun, spot.id);
        if (!is_readable(file)) return std::nullopt;
        return text::place_of(file.path, file.text, span_at(*file.tree, spot));
    }

  private:
    event::Directory& directory_;
};

std::optional<text::Problem> placed_problem(Places& places, const Finding& finding) {
    const auto place = places.of(finding.spot);
    if (!place) return std::nullopt;
    text::Problem problem = check::problem_of(finding);
    problem.place = *place;
    for (const Other& other : finding.others) {
        const auto there = places.of(other.spot);
        if (!there) return std::nullopt;
        problem.others.push_back({*there, other.message});
    }
    return problem;
}

/// The problems of one file, which are not to be too many.
struct OfFile {
    text::Problems problems;

    void add(text::Problem problem, const event::RecordFile& file) {
        if (problems.size() < event::most_problems)
            problems.push_back(std::move(problem));
        else if (problems.size() == event::most_problems)
            problems.push_back(event::too_many_problems(file, problem.severity));
        else
            problems.back().severity = std::max(problems.back().severity, problem.severity);
    }
};

}  // namespace

text::Problem problem_of(const Finding& finding) {
    return {finding.level == Level::error ? text::Severity::error : text::Severity::warning,
            finding.rule,
            message_of(finding),
            text::place_of(event::path_of(finding.spot.noun, finding.spot.id)),
            {},
            hints_of(finding),
            finding.occurrences,
            finding.resources,
            finding.minutes};
}

text::Problems problems_of(event::Directory& directory, const Findings& findings) {
    Places places(directory);
    std::map<std::pair<event::Noun, std::string>, OfFile> files;
    for (const Finding& finding : findings)
        if (auto problem = placed_problem(places, finding)) {
            const Spot& spot = finding.spot;
            files[{spot.noun, spot.id}].add(std::move(*problem), directory.file(spot.noun, spot.id));
        }
    text::Problems all;
    for (auto& [file, of_file] : files) std::ranges::move(of_file.problems, std::back_inserter(all));
    text::sort(all);
    return all;
}

}  // namespace backops::check
