#include "render/record_json.h"

#include <algorithm>

#include "event/values.h"
#include "render/json.h"
#include "render/problem_list.h"
#include "schedule/segments.h"

namespace backops::render {
namespace {

using yaml::Kind;
using yaml::Node;

// Own keys have no field: their shape is their user's.
Json json_of(const Node& node, const event::Field* field) {
    switch (node.kind) {
        case Kind::nothing:
            return nullptr;
        case Kind::list: {
            Json list = Json::array();
            for (const Node& item : node.items) list.push_back(json_of(item, field ? field->element : nullptr));
            return list;
        }
        case Kind::map: {
            Json map = Json::object();
            JsonKeys keys(map);
            for (const yaml::Entry& entry : node.entries) {
                if (entry.value.kind == Kind::nothing) continue;
                const event::Field* inner = !field                            ? nullptr
                                            : field->type == event::Type::map ? field->element
                                                                              : find_field(field->fields, entry.key);
                keys.set(entry.key, json_of(entry.value, inner));
            }
            return map;
        }
        case Kind::scalar:
            break;
    }
    if (field && (field->type == event::Type::flag || field->or_false) && (node.text == "true" || node.text == "false"))
        return node.text == "true";
    if (field && field->type == event::Type::number)
        if (const auto number = event::number(node.text)) return *number;
    return node.text;
}

Json record_json(const event::RecordFile& file) {
    Json record = Json::object();
    if (file.noun != event::Noun::event) record["id"] = file.id;
    if (!file.tree) return record;
    JsonKeys keys(record);
    for (const yaml::Entry& entry : file.tree->entries)
        if (entry.value.kind != Kind::nothing)
            keys.set(entry.key, json_of(entry.value, find_field(event::fields_of(file.noun), entry.key)));
    return record;
}

}  // namespace

Json own_keys(const event::RecordFile& file) {
    Json all = Json::object();
    if (!file.tree) return all;
    JsonKeys keys(all);
    for (const yaml::Entry& entry : file.tree->entries)
        if (event::is_own_key(entry.key) && entry.value.kind != Kind::nothing)
            keys.set(entry.key, json_of(entry.value, nullptr));
    return all;
}

std::string list_json(event::Noun noun, std::span<const event::RecordFile* const> records) {
    Json rows = Json::array();
    for (const event::RecordFile* record : records) rows.push_back(record_json(*record));
    return dumped({{"schema", "backops/list/1"}, {"noun", event::command(noun)}, {"rows", std::move(rows)}});
}

std::string segments_json(const event::RecordFile& activity, const std::optional<schedule::Occurrence>& run) {
    const event::Field* field = event::find_field(event::fields_of(event::Noun::activity), "segments");
    const Node* segments = activity.tree ? activity.tree->find("segments") : nullptr;
    const auto times = run ? schedule::segment_times(*run) : std::vector<schedule::SegmentTime>{};
    Json rows = Json::array();
    for (std::size_t i = 0; segments && i < segments->items.size(); ++i) {
        Json row{{"position", i + 1}, {"from", nullptr}, {"until", nullptr}};
        if (i < times.size()) {
            row["from"] = time::to_text(run->zone.wall_time(times[i].from));
            row["until"] = time::to_text(run->zone.wall_time(times[i].until));
        }
        set_all(row, json_of(segments->items[i], field->element));
        rows.push_back(std::move(row));
    }
    return dumped({{"schema", "backops/segments/1"}, {"id", activity.id}, {"rows", std::move(rows)}});
}

std::string change_json(const Written& written) {
    return dumped({{"schema", "backops/change/1"},
                   {"dry_run", written.dry_run},
                   {"added", written.added},
                   {"changed", written.changed},
                   {"removed", written.removed},
                   {"files", written.files},
                   {"breaks", problem_list(written.breaks)}});
}

std::string rows_json(std::string_view schema, std::string_view key, std::span<const Row> rows) {
    Json list = Json::array();
    for (const Row& row : rows) {
        Json object = Json::object();
        for (const auto& [name, value] : row) object[name] = value ? Json(*value) : Json(nullptr);
        list.push_back(std::move(object));
    }
    return dumped({{"schema", schema}, {key, std::move(list)}});
}

}  // namespace backops::render
