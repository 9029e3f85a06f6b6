#pragma once

#include <string>
#include <vector>

#include "event/directory.h"

namespace backops::event {

/// A record that has all the words somewhere.
struct Hit {
    Noun noun = Noun::event;
    std::string id;
    std::string name;
    std::string where;  ///< the key that has the first word: "name", "id", "tags", "attributes.shirt"
    std::string line;   ///< what stands there, its one line
};

/// Records with every word (case-folded) in their id, name or any other text; better places (id, name) first, then by
/// noun and id.
std::vector<Hit> hits(Directory& directory, const std::vector<std::string>& words);

}  // namespace backops::event
