#pragma once

#include <string>
#include <string_view>

#include "event/fields.h"
#include "yaml/edit.h"

namespace backops::event {

/// A key as typed (`site.venue`, `attributes.shirt`, `segments.2.name`, `x-rider`), looked up in the field table.
struct KeyPath {
    yaml::Path path;
    const Field* field = nullptr;  ///< null for keys of one's own (`x-…`)
    std::string text;              ///< as typed
};

/// text::Failure (wrong usage) for a key that no record of this noun has, with the nearest.
KeyPath key_path(Noun noun, std::string_view typed);

/// The order of new keys in the map at a path of a noun's records.
yaml::KeyOrder key_order(Noun noun);

}  // namespace backops::event
