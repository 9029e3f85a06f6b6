#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "text/problem.h"
#include "yaml/tree.h"

namespace backops::yaml {

/// Limits of a file (design, section 2): each is a problem of its own; the size is the disk's matter.
inline constexpr int deepest = 32;
inline constexpr std::size_t most_brackets = 4096;
inline constexpr std::size_t most_values = 100'000;

/// The tree of one file, or the reasons that it cannot be read, added to `problems` with their places. At most one
/// syntax error a file, since reading ends there; duplicate keys, anchors, aliases, tags and merge keys are all
/// reported and leave a tree. A file with nothing in it but comments gives `nothing`. Bytes of any kind are safe: time
/// and memory are linear in the size (mechanisms: 4,096 brackets bound yaml-cpp's queue).
std::optional<Node> parse(std::string_view file, std::string_view text, text::Problems& problems);

}  // namespace backops::yaml
