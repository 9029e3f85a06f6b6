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

    /// Nothing when its record has errors. Thread-safe.
    std::optional<text::Place> of(const Spot& spot) {
        const std::string path = event::path_of(spot.noun, spot.id);
        if (const auto span = marked(spot); span && !flawed_.contains(path))
            if (const std::string* text = texts_.of(path)) return text::place_of(path, *text, *span);
        const std::lock_guard lock(parsing_);
        const event::RecordFile& file = directory_.file(spot.noun, spot.id);
        if (!is_readable(file)) return std::nullopt;
        return text::place_of(path, file.text, span_at(*file.tree, spot));
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

/// Gathers problems, of each file not too many.
class Gathering {
  public:
    Gathering(event::Directory& directory, std::size_t most) : directory_(directory) { all_.reserve(most); }

    /// The spot must outlive this.
    void add(text::Problem problem, const Spot& spot) {
        OfFile& file = files_[static_cast<std::size_t>(spot.noun)][spot.id];
        if (++file.count <= event::most_problems)
            all_.push_back(std::move(problem));
        else if (file.count == event::most_problems + 1)
            all_.push_back(event::too_many_problems(directory_.file(spot.noun, spot.id), problem.severity));
        else
            all_[file.last].severity = std::max(all_[file.last].severity, problem.severity);
        if (file.count <= event::most_problems + 1) file.last = all_.size() - 1;
    }

    text::Problems sorted() && {
        text::sort(all_);
        return std::move(all_);
    }

  private:
    struct OfFile {
        std::size_t count = 0, last = 0;
    };

    event::Directory& directory_;
    text::Problems all_;
    std::array<std::unordered_map<std::string_view, OfFile>, event::folder_nouns.size() + 1> files_;
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

text::Problems problems_of(event::Directory& directory, const event::Loading& loading, const Findings& findings) {
    Places places(directory, loading, findings);
    constexpr std::size_t at_once = 512;
    std::vector<std::optional<text::Problem>> placed =
        files::made_on_all_cores(std::span<const Finding>(findings), at_once,
                                 [&](const Finding& finding) { return placed_problem(places, finding); });
    Gathering gathering(directory, findings.size());
    for (std::size_t i = 0; i < findings.size(); ++i)
        if (placed[i]) gathering.add(std::move(*placed[i]), findings[i].spot);
    return std::move(gathering).sorted();
}

}  // namespace backops::check
