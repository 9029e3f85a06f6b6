#include "event/cross_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "text/near_miss.h"
#include "text/wording.h"
#include "time/wall_time.h"

namespace backops::event {
namespace {

using text::Problems;
using yaml::Node;

template <class R>
std::vector<std::string> ids_of(const std::vector<R>& records) {
    std::vector<std::string> ids;
    ids.reserve(records.size());
    for (const R& record : records) ids.push_back(record.id);
    return ids;
}

// Every id that a reference may name, by what it may name.
class Known {
  public:
    explicit Known(const model::Plan& plan) {
        ids_[Target::area] = ids_of(plan.areas);
        ids_[Target::collaborator] = ids_of(plan.collaborators);
        ids_[Target::crew] = ids_of(plan.crew);
        ids_[Target::activity] = ids_of(plan.activities);
        ids_[Target::timeframe] = ids_of(plan.timeframes);
        auto& party = ids_[Target::party] = ids_[Target::collaborator];
        party.insert(party.end(), ids_[Target::crew].begin(), ids_[Target::crew].end());
        std::sort(party.begin(), party.end());
    }
    bool has(const Reference& reference) const {
        const auto found = ids_.find(reference.target);
        return found == ids_.end() || std::binary_search(found->second.begin(), found->second.end(), reference.id);
    }
    std::span<const std::string> of(Target target) const { return ids_.at(target); }

  private:
    std::map<Target, std::vector<std::string>> ids_;
};

void dangling(const RecordFile& file, const Known& known, Problems& problems) {
    for (const Reference& reference : file.references)
        if (!known.has(reference)) problems.push_back(unknown_reference(file, reference, known.of(reference.target)));
}

void shared_id(const RecordFile& file, const model::Plan& plan, Problems& problems) {
    if (file.noun != Noun::crew || !model::find(plan.collaborators, file.id)) return;
    text::Problem problem = problem_in(file, {}, "shared-id", fmt::format("a collaborator is called `{}` too", file.id),
                                       {fmt::format("backops crew rename {0} --id {0}-2", file.id)});
    problem.place = {file.path, 0, 0, 0, ""};
    problem.others.push_back({{path_of(Noun::collaborator, file.id), 0, 0, 0, ""}, "the collaborator is here"});
    problems.push_back(std::move(problem));
}

std::string type_in_words(const model::CrewAttribute& attribute) {
    switch (attribute.type) {
        case model::AttributeType::date:
            return "a date such as 2026-06-12";
        case model::AttributeType::datetime:
            return "a date-time such as 2026-06-12T14:00";
        case model::AttributeType::number:
            return "a number";
        case model::AttributeType::select:
            return "one of " + text::listed(attribute.options);
        case model::AttributeType::text:
            break;
    }
    return "a text";
}

bool is_value_of(const model::CrewAttribute& attribute, const std::string& text) {
    switch (attribute.type) {
        case model::AttributeType::date:
            return time::parse_date(text).has_value();
        case model::AttributeType::datetime:
            return time::parse_wall_time(text).value.has_value();
        case model::AttributeType::number: {
            double value = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
            return error == std::errc() && end == text.data() + text.size();
        }
        case model::AttributeType::select:
            return std::find(attribute.options.begin(), attribute.options.end(), text) != attribute.options.end();
        case model::AttributeType::text:
            break;
    }
    return true;
}

void attributes(const RecordFile& file, const model::Event& event, Problems& problems) {
    std::vector<std::string> ids;
    for (const model::CrewAttribute& attribute : event.crew_attributes) ids.push_back(attribute.id);
    for (const std::string_view key : {"attributes", "crew_attributes"}) {
        const Node* map = file.tree->find(key);
        if (!map || (file.noun != Noun::crew && file.noun != Noun::collaborator)) continue;
        for (const yaml::Entry& entry : map->entries) {
            const auto found = std::find(ids.begin(), ids.end(), entry.key);
            if (found == ids.end()) {
                std::vector<std::string> hints;
                if (const auto near = text::nearest(entry.key, ids))
                    hints.push_back(fmt::format("did you mean `{}`?", *near));
                else
                    hints.push_back(
                        fmt::format("declare it: backops event edit --set crew_attributes.{}.type=text", entry.key));
                problems.push_back(problem_in(
                    file, entry.key_span, "unknown-attribute",
                    fmt::format("the event declares no crew attribute {}", text::quoted(entry.key)), std::move(hints)));
            } else if (key == "attributes" && entry.value.kind == yaml::Kind::scalar) {
                const auto& attribute = event.crew_attributes[static_cast<std::size_t>(found - ids.begin())];
                if (!is_value_of(attribute, entry.value.text))
                    problems.push_back(
                        problem_in(file, entry.value.span, "wrong-value",
                                   fmt::format("{} is no value of `{}`: it is {}", text::quoted(entry.value.text),
                                               entry.key, type_in_words(attribute))));
            }
        }
    }
}

void columns(const RecordFile& file, const model::Event& event, Problems& problems) {
    const Node* segments = file.tree->find("segments");
    if (file.noun != Noun::activity || !segments) return;
    for (const Node& segment : segments->items) {
        const Node* map = segment.find("columns");
        if (!map) continue;
        for (const yaml::Entry& entry : map->entries) {
            if (std::find(event.columns.begin(), event.columns.end(), entry.key) != event.columns.end()) continue;
            std::vector<std::string> hints;
            if (const auto near = text::nearest(entry.key, event.columns))
                hints.push_back(fmt::format("did you mean `{}`?", *near));
            else
                hints.push_back(fmt::format("declare it: backops event edit --add columns=\"{}\"", entry.key));
            problems.push_back(problem_in(file, entry.key_span, "unknown-column",
                                          fmt::format("the event has no column {}", text::quoted(entry.key)),
                                          std::move(hints)));
        }
    }
}

void areas_agree(const RecordFile& file, const model::Plan& plan, Problems& problems) {
    if (file.noun != Noun::activity || file.tree->find("timezone")) return;
    const Node* areas = file.tree->find("areas");
    if (!areas || areas->items.size() < 2) return;
    const auto zone = [&](const std::string& id) {
        const model::Area* area = model::find(plan.areas, id);
        return area && !area->timezone.empty() ? area->timezone : plan.event.timezone;
    };
    for (const Node& item : areas->items)
        if (zone(item.text) != zone(areas->items[0].text)) {
            problems.push_back(problem_in(file, item.span, "wrong-value",
                                          fmt::format("`{}` is on {} and `{}` on {}", item.text, zone(item.text),
                                                      areas->items[0].text, zone(areas->items[0].text)),
                                          {fmt::format("say which holds: backops activity edit {} --timezone {}",
                                                       file.id, zone(areas->items[0].text))}));
            return;
        }
}

}  // namespace

void check_across(const model::Plan& plan, std::span<const RecordFile> files, Problems& problems) {
    const Known known(plan);
    std::map<std::string, const RecordFile*> uids;
    for (const RecordFile& file : files) {
        dangling(file, known, problems);
        shared_id(file, plan, problems);
        if (!file.tree || file.tree->kind != yaml::Kind::map) continue;
        attributes(file, plan.event, problems);
        columns(file, plan.event, problems);
        areas_agree(file, plan, problems);
        const Node* uid = file.noun == Noun::activity ? file.tree->find("uid") : nullptr;
        if (!uid) continue;
        const auto [first, is_new] = uids.emplace(uid->text, &file);
        if (is_new) continue;
        problems.push_back(problem_in(file, uid->span, "shared-uid",
                                      fmt::format("`{}` has the same uid", first->second->id),
                                      {"delete one of the two"}));
    }
}

}  // namespace backops::event
