#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>

namespace backops::render {

using Json = nlohmann::ordered_json;

/// Ten digits that tell values apart. An object that has a `hash`, `title` and `why` is told apart by these alone.
std::string content_hash(const Json& json);

/// Makes room for so many keys in an object. Each time that an object grows beyond its room, all that is in it is
/// copied.
void make_room(Json& object, std::size_t keys);

/// The whole output of a command: indented, safe (see safe_json), with a final line end. Bytes that are no UTF-8, which
/// can only come from a file name or argument, are replaced: they must not stop the output.
std::string dumped(const Json& json);

}  // namespace backops::render
