#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "event/fields.h"

namespace backops::render {

/// What a type is called among a schema's definitions. A choice has none: its values stand in its own place.
std::string definition_name(event::Type type);

/// The JSON Schema that has this name: a type's, or one of `nothing` (a key with nothing after it), `off` (as YAML 1.1
/// reads it), `own` (the value of a key of one's own).
nlohmann::ordered_json definition(const std::string& name);

}  // namespace backops::render
