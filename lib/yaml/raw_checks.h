#pragma once

#include <optional>
#include <string_view>

#include "text/problem.h"

namespace backops::yaml {

/// What is wrong with a file's bytes before any YAML is looked at: UTF-16, bytes that are no UTF-8, control characters,
/// a lone CR, merge-conflict markers, too many brackets. The first of them; nothing when all is well.
std::optional<text::Problem> unreadable(std::string_view file, std::string_view text);

}  // namespace backops::yaml
