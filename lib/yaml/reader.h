#pragma once

#include <optional>
#include <string_view>

#include "text/problem.h"
#include "yaml/tree.h"

namespace backops::yaml {

/// The first document of a text that `unreadable` found nothing in, built from the parser's events with spans from the
/// source.
std::optional<Node> read_tree(std::string_view file, std::string_view text, text::Problems& problems);

}  // namespace backops::yaml
