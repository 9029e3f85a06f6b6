#include "check/problems.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>
#include <vector>

#include "files/on_all_cores.h"

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

bool holds_others(event::Type type) {
    return type == event::Type::list || type == event::Type::map || type == event::Type::record;
}

bool is_readable(const event::RecordFile& file) { return file.tree && !text::any_error(file.problems); }

/// The bytes of the files that findings stand in, which are read on all cores.
class Texts {
  public:
    Texts(const files::Store& store, const Findings& findings) {
        const auto want = [&](const Spot& spot) { texts_.try_emplace(event::path_of(spot.noun, spot.id)); };
        for (const Finding& finding : findings) {
            want(finding.spot);
            for (const Other& other : finding.others) want(other.spot);
        }
        std::vector<Text*> all;
        for (Text& text : texts_) all.push_back(&text);
        constexpr std::size_t at_once = 64;
        files::on_all_cores(std::span(all), at_once, [&](std::span<Text*> some) {
            for (Text* text : some) read(store, *text);
        });
    }

    /// Null when it cannot be read.
    const std::string* of(const std::string& path) const {
        const auto at = texts_.find(path);
        return at != texts_.end() && at->second ? &*at->second : nullptr;
    }

  private:
    using Text = std::pair<const std::string, std::optional<std::string>>;

    static void read(const files::Store& store, Text& text) {
        try {
            text.second = store.read(text.first);
        } catch (const std::system_error&) {
            // Reading it as a record says why.
        }
    }

    std::unordered_map<std::string, std::optional<std::string>> texts_;
};

/// The files that findings stand in.
class Places {
  public:
    Places(event::Directory& directory, const event::Loading& loading, const Findings& findings)
        : directory_(directory), plan_(loading.plan), texts_(directory.store(), findings) {
        for (const text::Problem& problem : loading.problems) flawed_.insert(problem.place.file);
    }

    /// Whether findings in this record can be given a place: a record with errors has none.
    bool are_in(event::Noun noun, const std::string& id) {
        const std::string path = event::path_of(noun, id);
        return (!flawed_.contains(path) && texts_.of(path)) || is_readable(directory_.file(noun, id));
    }

    /// The place of a finding, in a record for which `are_in` is true. Thread-safe.
    text::Place of(const Spot& spot) {
        const std::string path = event::path_of(spot.noun, spot.id);
        if (const auto span = marked(spot); span && !flawed_.contains(path))
            if (const std::string* text = texts_.of(path)) return text::place_of(path, *text, *span);
        const std::lock_guard lock(parsing_);
        const event::RecordFile& file = directory_.file(spot.noun, spot.id);
        return file.tree ? text::place_of(path, file.text, span_at(*file.tree, spot)) : text::place_of(path);
    }

  private:
    /// Where an activity's own value stands, such as its start, which most findings point to: that is known unparsed.
    std::optional<text::Span> marked(const Spot& spot) const {
        const auto* key = spot.path.size() == 1 && !spot.is_key ? std::get_if<std::string>(&spot.path[0]) : nullptr;
        const auto* activity = spot.noun == event::Noun::activity ? model::find(plan_.activities, spot.id) : nullptr;
        if (!key || !activity) return std::nullopt;
        const event::Field* field = event::find_field(event::fields_of(spot.noun), *key);
        const auto mark = std::ranges::find(activity->marks, *key, &model::Mark::key);
        if (!field || holds_others(field->type) || mark == activity->marks.end()) return std::nullopt;
        return mark->span;
    }

    event::Directory& directory_;
    const model::Plan& plan_;
    const Texts texts_;
    std::set<std::string> flawed_;
    std::mutex parsing_;
};

text::Severity severity_of(const Finding& finding) {
    return finding.level == Level::error ? text::Severity::error : text::Severity::warning;
}

text::Problem placed_problem(Places& places, const Finding& finding) {
    text::Problem problem = check::problem_of(finding);
    problem.place = places.of(finding.spot);
    for (const Other& other : finding.others) problem.others.push_back({places.of(other.spot), other.message});
    return problem;
}

/// Chooses the findings to show: a limited number for each file. This comes before they are given places, since giving
/// one reads the whole file. Findings in a record with errors are left out: the errors must be corrected first.
class Choice {
  public:
    explicit Choice(Places& places) : places_(places) {}

    /// The finding must outlive this.
    void add(const Finding& finding) {
        OfFile& file = of(finding.spot);
        const auto has_place = [&](const Other& other) { return of(other.spot).has_places; };
        if (!file.has_places || !std::ranges::all_of(finding.others, has_place)) return;
        if (++file.count <= event::most_problems)
            shown_.push_back(&finding);
        else
            file.worst_left_out = std::max(file.worst_left_out, severity_of(finding));
    }

    std::span<const Finding* const> shown() const { return shown_; }

    /// For each file with too many findings, adds one problem that says that some are not shown.
    void add_left_out(event::Directory& directory, text::Problems& problems) const {
        for (std::size_t noun = 0; noun < files_.size(); ++noun)
            for (const auto& [id, file] : files_[noun])
                if (file.count > event::most_problems)
                    problems.push_back(event::too_many_problems(
                        directory.file(static_cast<event::Noun>(noun), std::string(id)), file.worst_left_out));
    }

  private:
    struct OfFile {
        bool has_places = false;
        std::size_t count = 0;
        text::Severity worst_left_out = text::Severity::warning;
    };

    OfFile& of(const Spot& spot) {
        const auto [known, is_new] = files_[static_cast<std::size_t>(spot.noun)].try_emplace(spot.id);
        if (is_new) known->second.has_places = places_.are_in(spot.noun, spot.id);
        return known->second;
    }

    Places& places_;
    std::vector<const Finding*> shown_;
    std::array<std::unordered_map<std::string_view, OfFile>, event::folder_nouns.size() + 1> files_;
};

}  // namespace

text::Problem problem_of(const Finding& finding) {
    return {severity_of(finding),
            finding.rule,
            message_of(finding),
            text::place_of(event::path_of(finding.spot.noun, finding.spot.id)),
            {},
            hints_of(finding),
            finding.occurrences,
            finding.resources,
            finding.minutes};
}

text::Problems problems_of(event::Directory& directory, const event::Loading& loading, const Findings& findings) {
    Places places(directory, loading, findings);
    Choice choice(places);
    for (const Finding& finding : findings) choice.add(finding);
    constexpr std::size_t at_once = 512;
    text::Problems problems = files::made_on_all_cores(
        choice.shown(), at_once, [&](const Finding* finding) { return placed_problem(places, *finding); });
    choice.add_left_out(directory, problems);
    text::sort(problems);
    return problems;
}

}  // namespace backops::check
