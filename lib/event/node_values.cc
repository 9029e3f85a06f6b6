#include "event/node_values.h"

#include "event/values.h"

namespace backops::event {

using yaml::Kind;
using yaml::Node;

std::string text_of(const Node& map, std::string_view key) {
    const Node* node = map.find(key);
    return node && node->kind == Kind::scalar ? node->text : std::string();
}

std::string prose_of(const Node& map, std::string_view key) {
    std::string text = text_of(map, key);
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

bool flag_of(const Node& map, std::string_view key) {
    const Node* node = map.find(key);
    return node && node->text == "true";
}

std::vector<std::string> texts_of(const Node& map, std::string_view key) {
    std::vector<std::string> texts;
    if (const Node* node = map.find(key))
        for (const Node& item : node->items)
            if (item.kind == Kind::scalar) texts.push_back(item.text);
    return texts;
}

std::vector<std::pair<std::string, std::string>> pairs_of(const Node& map, std::string_view key) {
    std::vector<std::pair<std::string, std::string>> pairs;
    if (const Node* node = map.find(key))
        for (const yaml::Entry& entry : node->entries)
            if (entry.value.kind == Kind::scalar) pairs.emplace_back(entry.key, entry.value.text);
    return pairs;
}

std::optional<time::Date> date_of(const Node& map, std::string_view key) {
    const Node* node = map.find(key);
    return node ? time::parse_date(node->text) : std::nullopt;
}

std::vector<time::Date> dates_of(const Node& map, std::string_view key) {
    std::vector<time::Date> dates;
    for (const std::string& text : texts_of(map, key))
        if (const auto date = time::parse_date(text)) dates.push_back(*date);
    return dates;
}

std::optional<time::Duration> duration_of(const Node& map, std::string_view key) {
    const Node* node = map.find(key);
    return node ? time::parse_duration(node->text).value : std::nullopt;
}

std::optional<model::TimeOrDate> time_of(const Node& map, std::string_view key) {
    const Node* node = map.find(key);
    return node ? time_or_date(node->text) : std::nullopt;
}

std::vector<const Node*> records_of(const Node& map, std::string_view key) {
    std::vector<const Node*> records;
    if (const Node* node = map.find(key))
        for (const Node& item : node->items)
            if (item.kind == Kind::map) records.push_back(&item);
    return records;
}

void read_common(const RecordFile& file, model::Record& record) {
    record.id = file.id;
    if (!file.tree) return;
    record.name = text_of(*file.tree, "name");
    record.description = prose_of(*file.tree, "description");
    record.tags = texts_of(*file.tree, "tags");
    record.notes = prose_of(*file.tree, "notes");
    const auto fields = fields_of(file.noun);
    for (const yaml::Entry& entry : file.tree->entries) {
        if (const Field* field = find_field(fields, entry.key)) record.marks.push_back({field->key, entry.value.span});
        record.has_own_keys |= is_own_key(entry.key);
    }
}

model::Rules rules_of(const Node& map) {
    model::Rules rules;
    const Node* node = map.find("rules");
    if (!node) return rules;
    rules.minimum_rest = duration_of(*node, "minimum_rest");
    rules.longest_day = duration_of(*node, "longest_day");
    rules.meal_within = duration_of(*node, "meal_within");
    rules.split = duration_of(*node, "split");
    rules.general_call = duration_of(*node, "general_call");
    rules.severity = pairs_of(*node, "severity");
    return rules;
}

model::Site site_of(const Node& map) {
    const Node* node = map.find("site");
    if (!node) return {};
    return {text_of(*node, "venue"),    text_of(*node, "address"), text_of(*node, "map"),
            text_of(*node, "entrance"), text_of(*node, "parking"), text_of(*node, "transport")};
}

model::Safety safety_of(const Node& map) {
    const Node* node = map.find("safety");
    if (!node) return {};
    return {text_of(*node, "emergency"), text_of(*node, "hospital"), text_of(*node, "medic"),
            text_of(*node, "muster_point"), prose_of(*node, "notes")};
}

model::Overlap overlap_of(const Node& map, model::Overlap otherwise) {
    const std::string text = text_of(map, "overlap");
    if (text == "allow") return model::Overlap::allow;
    if (text == "warn") return model::Overlap::warn;
    return text == "forbid" ? model::Overlap::forbid : otherwise;
}

std::vector<model::Unavailable> unavailable_of(const Node& map) {
    std::vector<model::Unavailable> stretches;
    for (const Node* node : records_of(map, "unavailable")) {
        const auto start = time_of(*node, "start");
        const auto end = time_of(*node, "end");
        if (start && end) stretches.push_back({*start, *end, text_of(*node, "reason")});
    }
    return stretches;
}

}  // namespace backops::event
