#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace backops::render {

using Json = nlohmann::ordered_json;

/// The whole output of a command: indented, safe (see safe_json), with a final line end. Bytes that are no UTF-8, which
/// can only come from a file name or argument, are replaced: they must not stop the output.
std::string dumped(const Json& json);

}  // namespace backops::render
