#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>

namespace backops::render {

using Json = nlohmann::ordered_json;

/// Ten digits that tell values apart. An object that has a `hash`, `title` and `why` is told apart by these alone.
std::string content_hash(const Json& json);

/// Makes room for so many keys in an object. Each time that an object grows beyond its room, all that is in it is
/// copied.
void make_room(Json& object, std::size_t keys);

/// Sets one key after the other, as `object[key] = value` does. An ordered object looks through all keys that it has
/// each time; this, once they are many, does not.
class JsonKeys {
  public:
    /// Nobody else may add to the object in the meantime.
    explicit JsonKeys(Json& object) : keys_(object.get_ref<Json::object_t&>()) {}

    void set(const std::string& key, Json value);

  private:
    Json::object_t& keys_;
    std::unordered_map<std::string, std::size_t> places_;  ///< of all, once they are many
};

/// What `object.update(more)` does, in time that follows the number of keys.
void set_all(Json& object, Json more);

/// The whole output of a command: indented, safe (see safe_json), with a final line end. Bytes that are no UTF-8, which
/// can only come from a file name or argument, are replaced: they must not stop the output.
std::string dumped(const Json& json);

}  // namespace backops::render
