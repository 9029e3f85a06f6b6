#include "event/read_guarded.h"

#include <algorithm>
#include <array>

#include "event/node_values.h"
#include "event/shape.h"
#include "text/near_miss.h"
#include "text/utf8.h"

namespace backops::event {
namespace {

using model::Status;
using model::Visibility;
using yaml::Node;

constexpr std::string_view for_visibility[] = {"audience", "confidential", "hidden", "private", "public", "visible"};
constexpr std::string_view for_status[] = {"canceled", "cancelled", "confirmed", "state", "tentative"};

// Whether a key that is not known here was most likely meant to be the wanted one: misspelt, or another word for it.
bool means(const yaml::Entry& entry, std::string_view wanted, std::span<const Field> fields) {
    if (find_field(fields, entry.key) || is_own_key(entry.key)) return false;
    const std::array<std::string, 1> candidates{std::string(wanted)};
    if (text::nearest(entry.key, candidates)) return true;
    const auto others = wanted == "status" ? std::span(for_status) : std::span<const std::string_view>(for_visibility);
    return std::ranges::find(others, text::case_folded(entry.key)) != others.end();
}

bool has_misspelt(const Node& map, std::string_view wanted, std::span<const Field> fields) {
    return std::ranges::any_of(map.entries, [&](const yaml::Entry& entry) { return means(entry, wanted, fields); });
}

// An indented key belongs to the record above it, where hardly anybody meant to write it.
bool has_misplaced(const Node& node, std::string_view wanted, std::span<const Field> fields) {
    const auto holds = [&](const yaml::Entry& entry) {
        const Field* field = find_field(fields, entry.key);
        if (is_own_key(entry.key)) return false;
        if (means(entry, wanted, fields)) return true;
        const Field* inner = field && field->element ? field->element : field;
        // What has keys of its own may call one as it likes.
        if (inner && inner->type != Type::record) return false;
        const std::span<const Field> known = inner ? inner->fields : std::span<const Field>();
        if (field && field->type != Type::record)
            return std::ranges::any_of(entry.value.items,
                                       [&](const Node& item) { return has_misplaced(item, wanted, known); }) ||
                   std::ranges::any_of(entry.value.entries, [&](const yaml::Entry& item) {
                       return has_misplaced(item.value, wanted, known);
                   });
        return has_misplaced(entry.value, wanted, known);
    };
    return std::ranges::any_of(node.entries, holds);
}

bool is_commented_out(const RecordFile& file, const yaml::Entry& entry) {
    return entry.value.kind == yaml::Kind::nothing && !value_in_comment(file.text, entry).empty();
}

std::optional<Visibility> visibility_called(std::string_view word) {
    if (word == "public") return Visibility::everyone;
    if (word == "crew") return Visibility::crew;
    return word == "private" ? std::optional(Visibility::confidential) : std::nullopt;
}

std::optional<Status> status_called(std::string_view word) {
    for (const Status status : {Status::confirmed, Status::tentative, Status::cancelled})
        if (word == model::word_for(status)) return status;
    return std::nullopt;
}

}  // namespace

model::Visibility visibility_of(const RecordFile& file) {
    constexpr std::string_view key = "visibility";
    if (!file.tree || !file.has_plain_yaml) return Visibility::confidential;
    const yaml::Entry* entry = file.tree->entry(key);
    const bool is_in_doubt = !file.problems.empty() && ((entry && is_commented_out(file, *entry)) ||
                                                        has_misplaced(*file.tree, key, fields_of(file.noun)));
    if (is_in_doubt) return Visibility::confidential;
    if (!entry || entry->value.kind == yaml::Kind::nothing) return Visibility::crew;
    return visibility_called(text_of(*file.tree, key)).value_or(Visibility::confidential);
}

std::optional<model::Status> status_in(const RecordFile& file, const yaml::Node& map) {
    constexpr std::string_view key = "status";
    if (!file.has_plain_yaml) return Status::tentative;
    const yaml::Entry* entry = map.entry(key);
    // A change knows fewer keys than the activity, all of which are its too.
    const bool is_in_doubt = !file.problems.empty() && ((entry && is_commented_out(file, *entry)) ||
                                                        has_misspelt(map, key, fields_of(file.noun)));
    if (is_in_doubt) return Status::tentative;
    if (!entry || entry->value.kind == yaml::Kind::nothing) return std::nullopt;
    return status_called(text_of(map, key)).value_or(Status::tentative);
}

bool is_read_whole(const RecordFile& file, std::string_view key) {
    const yaml::Entry* entry = file.tree ? file.tree->entry(key) : nullptr;
    if (!entry || file.problems.empty()) return true;
    if (is_full(file)) return false;
    const auto line = [&](std::uint32_t at) { return text::place_of(file.path, file.text, {at, at}).line; };
    const auto first = line(entry->key_span.begin), last = line(std::max(entry->key_span.end, entry->value.span.end));
    return std::ranges::none_of(file.problems, [&](const text::Problem& problem) {
        return problem.severity == text::Severity::error && first <= problem.place.line && problem.place.line <= last;
    });
}

void make_unsure(model::Activity& activity) {
    if (activity.status == Status::confirmed) activity.status = Status::tentative;
    if (!activity.repeat) return;
    for (model::Change& change : activity.repeat->changes)
        if (change.status == Status::confirmed) change.status = Status::tentative;
}

}  // namespace backops::event
