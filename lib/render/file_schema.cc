#include "render/file_schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "event/fields.h"
#include "event/values.h"
#include "render/scalar_schema.h"

namespace backops::render {
namespace {

using Json = nlohmann::ordered_json;
using event::Field;
using event::Noun;
using event::Type;

struct File {
    std::string_view name, title, description;
};

File file_of(Noun noun) {
    switch (noun) {
        case Noun::event:
            return {"event", "Event", "event.yaml: the event. This file's presence marks the event's directory."};
        case Noun::area:
            return {"area", "Area", "areas/<id>.yaml: a space."};
        case Noun::collaborator:
            return {"collaborator", "Collaborator", "collaborators/<id>.yaml: an organisation."};
        case Noun::crew:
            return {"crew", "Crew member", "crew/<id>.yaml: a person in one collaborator."};
        case Noun::activity:
            return {"activity", "Activity", "activities/<id>.yaml: what happens, when, where and with whom."};
        case Noun::timeframe:
            return {"timeframe", "Time frame", "timeframes/<id>.yaml: a phase or a restriction, such as load-in."};
        case Noun::view:
            return {"view", "View", "views/<id>.yaml: a saved selection of a schedule."};
    }
    return {};
}

/// What stands after "Default " in the help, as far as a full stop.
std::string_view default_words(const Field& field) {
    constexpr std::string_view before = "Default ";
    const std::size_t at = field.help.find(before);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = field.help.substr(at + before.size());
    return rest.substr(0, rest.find('.'));
}

/// The help's default where it is a value of the field or a list of such; null where it is a sentence.
Json default_of(const Field& field) {
    const bool is_list = field.type == Type::list;
    Json list = Json::array();
    for (std::string_view words = default_words(field); !words.empty();) {
        const std::size_t comma = is_list ? std::min(words.find(", "), words.size()) : words.size();
        const std::string word(words.substr(0, comma));
        const Field& value = is_list ? *field.element : field;
        if (value.type == Type::text || value.type == Type::flag || event::wrong_value(value, field.key, word))
            return nullptr;
        list.push_back(word);
        words.remove_prefix(std::min(comma + 2, words.size()));
    }
    if (list.empty()) return nullptr;
    return is_list ? list : list.front();
}

class FileSchema {
  public:
    Json of(Noun noun) {
        const File file = file_of(noun);
        Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                    {"$comment", "Made from lib/event/fields.cc by write_schemas; not to be edited here."},
                    {"title", file.title},
                    {"description", file.description},
                    {"type", "object"}};
        add_keys(schema, event::fields_of(noun));
        schema["definitions"] = Json::object();
        for (const auto& [name, definition] : definitions_) schema["definitions"][name] = definition;
        return schema;
    }

  private:
    Json refer(const std::string& name) {
        definitions_.try_emplace(name, definition(name));
        return {{"$ref", "#/definitions/" + name}};
    }

    void add_keys(Json& schema, std::span<const Field> fields) {
        Json required = Json::array();
        Json properties = Json::object();
        for (const Field& field : fields) {
            if (field.required) required.push_back(field.key);
            properties[std::string(field.key)] = value(field, !field.required);
        }
        if (!required.empty()) schema["required"] = std::move(required);
        schema["properties"] = std::move(properties);
        schema["patternProperties"]["^x-."] = refer("own");
        schema["additionalProperties"] = false;
    }

    void add_map(Json& schema, const Field& field) {
        // Empty, but it tells an editor to go to the next line after the key.
        schema["properties"] = Json::object();
        schema["propertyNames"] = refer(definition_name(field.key_type));
        schema["additionalProperties"] = value(*field.element, true);
    }

    void add_list(Json& schema, const Field& field) {
        schema["items"] = value(*field.element, false);
        if (field.element->type != Type::record) schema["uniqueItems"] = true;
    }

    /// What may stand in the field's place; all but the parts of a list, map or record.
    Json alternatives(const Field& field, bool or_nothing) {
        Json any = Json::array();
        if (field.type == Type::choice) {
            any.push_back({{"enum", field.choices}});
            if (std::find(field.choices.begin(), field.choices.end(), "off") != field.choices.end())
                any.push_back(refer("off"));
        } else {
            any.push_back(refer(definition_name(field.type)));
        }
        if (field.or_false) any.push_back({{"const", false}});
        if (or_nothing) any.push_back(refer("nothing"));
        return any;
    }

    Json value(const Field& field, bool or_nothing) {
        Json schema{{"title", field.title}, {"description", field.help}};
        if (Json otherwise = default_of(field); !otherwise.is_null()) schema["default"] = std::move(otherwise);
        schema["anyOf"] = alternatives(field, or_nothing);
        if (field.type == Type::list) add_list(schema, field);
        if (field.type == Type::map) add_map(schema, field);
        if (field.type == Type::record) add_keys(schema, field.fields);
        return schema;
    }

    std::map<std::string, Json> definitions_;
};

}  // namespace

std::string schema_file(Noun noun) { return fmt::format("{}.schema.json", file_of(noun).name); }

std::string file_schema(Noun noun) { return FileSchema().of(noun).dump(2) + "\n"; }

}  // namespace backops::render
