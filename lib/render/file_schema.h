#pragma once

#include <string>

#include "event/noun.h"

namespace backops::render {

/// "activity.schema.json".
std::string schema_file(event::Noun noun);

/// A draft-07 JSON Schema of a noun's files, made from the field table, for editors above all. It takes scalars as YAML
/// 1.1 and 1.2 type them (`name: 2026`, `on: no`), refuses nothing that `check_shape` accepts, and cannot know what
/// only the event can say: whether an id exists, how two keys go together. With a final line end.
std::string file_schema(event::Noun noun);

}  // namespace backops::render
