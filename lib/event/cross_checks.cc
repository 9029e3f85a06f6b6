#include "event/cross_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <set>

#include "text/near_miss.h"
#include "text/wording.h"
#include "time/wall_time.h"

namespace backops::event {
namespace {

using text::Problems;
using yaml::Node;

/// What else has the id: "crew member" for a person where an area is wanted.
std::string_view elsewhere(const Reference& reference, Directory& directory) {
    for (const Target other : {Target::area, Target::collaborator, Target::crew, Target::activity, Target::timeframe})
        if (other != reference.target && directory.exists(other, reference.id)) return word(other);
    return {};
}

void dangling(const RecordFile& file, Directory& directory, Problems& problems) {
    for (const Reference& reference : file.references) {
        if (problems.size() >= most_problems) return;
        if (directory.exists(reference.target, reference.id)) continue;
        problems.push_back(unknown_reference(file, reference, directory.ids(reference.target)));
        if (const auto other = elsewhere(reference, directory); !other.empty())
            problems.back().message +=
                fmt::format("; that is the id of {} {}", other.starts_with('a') ? "an" : "a", other);
    }
}

void shared_id(const RecordFile& file, Directory& directory, Problems& problems) {
    if (file.noun != Noun::crew || !directory.exists(Noun::collaborator, file.id)) return;
    text::Problem problem = problem_in(file, {}, "shared-id", fmt::format("a collaborator is called `{}` too", file.id),
                                       {fmt::format("backops crew rename {0} --id {0}-2", file.id)});
    problem.place = text::place_of(file.path);
    text::Note& other = problem.others.emplace_back();
    other.place.file = path_of(Noun::collaborator, file.id);
    other.message = "the collaborator is here";
    problems.push_back(std::move(problem));
}

constexpr std::size_t most_named_options = 12;

std::string type_in_words(const model::CrewAttribute& attribute) {
    switch (attribute.type) {
        case model::AttributeType::date:
            return "a date such as 2026-06-12";
        case model::AttributeType::datetime:
            return "a date-time such as 2026-06-12T14:00";
        case model::AttributeType::number:
            return "a number";
        case model::AttributeType::select:
            if (attribute.options.size() > most_named_options) return "one of the event's options";
            return "one of " + text::listed(attribute.options);
        case model::AttributeType::text:
            break;
    }
    return "a text";
}

bool is_number(const std::string& text) {
    if (text.find_first_not_of("0123456789+-.eE") != std::string::npos) return false;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

bool is_value_of(const model::CrewAttribute& attribute, const std::string& text) {
    switch (attribute.type) {
        case model::AttributeType::date:
            return time::parse_date(text).has_value();
        case model::AttributeType::datetime:
            return time::parse_wall_time(text).value.has_value();
        case model::AttributeType::number:
            return is_number(text);
        case model::AttributeType::select:
            return std::find(attribute.options.begin(), attribute.options.end(), text) != attribute.options.end();
        case model::AttributeType::text:
            break;
    }
    return true;
}

/// What the event declares for its records to use: crew attributes and run-sheet columns.
class Declared {
  public:
    explicit Declared(const model::Event& event) : columns_(event.columns) {
        for (const model::CrewAttribute& attribute : event.crew_attributes) {
            attributes_.emplace(attribute.id, &attribute);
            attribute_ids_.push_back(attribute.id);
        }
        known_columns_.insert(event.columns.begin(), event.columns.end());
    }

    void check_attributes(const RecordFile& file, Problems& problems) const {
        if (file.noun != Noun::crew && file.noun != Noun::collaborator) return;
        for (const std::string_view key : {"attributes", "crew_attributes"})
            if (const Node* map = file.tree->find(key))
                for (const yaml::Entry& entry : map->entries) {
                    if (problems.size() >= most_problems) return;
                    const auto found = attributes_.find(entry.key);
                    if (found == attributes_.end())
                        problems.push_back(unknown_attribute(file, entry));
                    else if (key == "attributes" && entry.value.kind == yaml::Kind::scalar &&
                             !is_value_of(*found->second, entry.value.text))
                        problems.push_back(wrong_attribute(file, entry, *found->second));
                }
    }

    void check_columns(const RecordFile& file, Problems& problems) const {
        const Node* segments = file.noun == Noun::activity ? file.tree->find("segments") : nullptr;
        if (!segments) return;
        for (const Node& segment : segments->items)
            if (const Node* map = segment.find("columns"))
                for (const yaml::Entry& entry : map->entries) {
                    if (problems.size() >= most_problems) return;
                    if (!known_columns_.contains(entry.key)) problems.push_back(unknown_column(file, entry));
                }
    }

  private:
    text::Problem unknown_attribute(const RecordFile& file, const yaml::Entry& entry) const {
        const auto near = text::nearest(entry.key, attribute_ids_);
        return problem_in(
            file, entry.key_span, "unknown-attribute",
            fmt::format("the event declares no crew attribute {}", text::quoted(entry.key)),
            {near ? fmt::format("did you mean `{}`?", *near)
                  : fmt::format("declare it: backops event edit --set crew_attributes.{}.type=text", entry.key)});
    }

    static text::Problem wrong_attribute(const RecordFile& file, const yaml::Entry& entry,
                                         const model::CrewAttribute& attribute) {
        std::vector<std::string> hints;
        if (const auto near = text::nearest(entry.value.text, attribute.options))
            hints.push_back(fmt::format("did you mean `{}`?", *near));
        return problem_in(file, entry.value.span, "wrong-value",
                          fmt::format("{} is no value of `{}`: it is {}", text::quoted(entry.value.text), entry.key,
                                      type_in_words(attribute)),
                          std::move(hints));
    }

    text::Problem unknown_column(const RecordFile& file, const yaml::Entry& entry) const {
        const auto near = text::nearest(entry.key, columns_);
        return problem_in(file, entry.key_span, "unknown-column",
                          fmt::format("the event has no column {}", text::quoted(entry.key)),
                          {near ? fmt::format("did you mean `{}`?", *near)
                                : fmt::format("declare it: backops event edit --add columns=\"{}\"", entry.key)});
    }

    std::map<std::string_view, const model::CrewAttribute*> attributes_;
    std::vector<std::string> attribute_ids_;
    const std::vector<std::string>& columns_;
    std::set<std::string_view> known_columns_;
};

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

void shared_uid(const RecordFile& file, std::map<std::string, const RecordFile*>& uids, Problems& problems) {
    const Node* uid = file.noun == Noun::activity ? file.tree->find("uid") : nullptr;
    if (!uid || uid->kind != yaml::Kind::scalar) return;
    const auto [first, is_new] = uids.emplace(uid->text, &file);
    if (is_new) return;
    problems.push_back(problem_in(file, uid->span, "shared-uid",
                                  fmt::format("`{}` has the same uid", first->second->id),
                                  {"delete the record too many, or one of the two `uid` lines"}));
    problems.back().others.push_back(
        {text::place_of(first->second->path, first->second->text, first->second->tree->find("uid")->span),
         "the other is here"});
}

}  // namespace

void check_declared(const model::Event& event, const RecordFile& file, Problems& problems) {
    if (!file.tree || file.tree->kind != yaml::Kind::map) return;
    const Declared declared(event);
    declared.check_attributes(file, problems);
    declared.check_columns(file, problems);
}

void check_references(Directory& directory, const RecordFile& file, Problems& problems) {
    Problems found;
    dangling(file, directory, found);
    shared_id(file, directory, found);
    std::move(found.begin(), found.end(), std::back_inserter(problems));
}

void check_across(const model::Plan& plan, std::span<const RecordFile* const> files, Problems& problems) {
    const Declared declared(plan.event);
    std::map<std::string, const RecordFile*> uids;
    for (const RecordFile* one : files) {
        const RecordFile& file = *one;
        if (!file.tree || file.tree->kind != yaml::Kind::map) continue;
        declared.check_attributes(file, problems);
        declared.check_columns(file, problems);
        areas_agree(file, plan, problems);
        shared_uid(file, uids, problems);
    }
}

bool is_checked_across(const RecordFile& file) {
    if (!file.tree) return false;
    const auto has = [&](std::string_view key) { return file.tree->find(key) != nullptr; };
    if (file.noun == Noun::activity) {
        const Node* areas = file.tree->find("areas");
        return has("uid") || has("segments") || (areas && areas->items.size() > 1 && !has("timezone"));
    }
    return has("attributes") || has("crew_attributes");
}

}  // namespace backops::event
