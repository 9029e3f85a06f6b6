#include "render/json.h"

#include <utility>

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

void JsonKeys::set(const std::string& key, Json value) {
    constexpr std::size_t few = 32;
    if (keys_.size() < few) {
        keys_[key] = std::move(value);
        return;
    }
    for (std::size_t i = places_.size(); i < keys_.size(); ++i)
        places_.emplace(keys_.begin()[static_cast<std::ptrdiff_t>(i)].first, i);
    const auto [at, is_new] = places_.try_emplace(key, keys_.size());
    if (is_new)
        keys_.push_back({key, std::move(value)});
    else
        keys_.begin()[static_cast<std::ptrdiff_t>(at->second)].second = std::move(value);
}

void set_all(Json& object, Json more) {
    JsonKeys keys(object);
    for (auto& [key, value] : more.get_ref<Json::object_t&>()) keys.set(key, std::move(value));
}

std::string dumped(const Json& json) {
    return safe_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace backops::render
