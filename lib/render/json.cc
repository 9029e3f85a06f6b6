#include "render/json.h"

#include "files/hash.h"
#include "render/safe_json.h"

namespace backops::render {

namespace {

/// All that tells one value from another, without the cost of well-formed text.
void add_content(std::string& content, const Json& json) {
    if (json.is_object() && json.contains("hash") && json["hash"].is_string())
        for (const char* key : {"hash", "title", "why"}) add_content(content, json[key]);
    else if (json.is_object())
        for (const auto& [key, value] : json.get_ref<const Json::object_t&>())
            add_content(content.append(key).append(1, '\x1e'), value);
    else if (json.is_array())
        for (const Json& value : json) add_content(content, value);
    else
        content += json.is_string() ? json.get_ref<const std::string&>() : json.dump();
    content += json.is_structured() ? '\x1d' : '\x1f';
}

}  // namespace

std::string content_hash(const Json& json) {
    constexpr std::size_t shown = 10;
    std::string content;
    add_content(content, json);
    return files::to_text(files::content_hash(content)).substr(0, shown);
}

void make_room(Json& object, std::size_t keys) { object.get_ref<Json::object_t&>().reserve(keys); }

std::string dumped(const Json& json) {
    return safe_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace backops::render
