#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/plan.h"

namespace backops::render {

/// What people call an area, a collaborator or a person: the name, safe for one terminal line; the id when there is no
/// such record.
std::string area_name(const model::Plan& plan, std::string_view id);
std::string party_name(const model::Plan& plan, std::string_view id);

/// All of `things` with `between` them when they fit in `width` cells, else the first ones and how many more:
/// "Acme Audio, Maya Lindt, 6 more". One that alone is too long is cut.
std::string shortened(std::span<const std::string> things, std::string_view between, int width);

/// Broken at blanks into at most `most` lines of at most `width` cells; what is left over is cut off the last.
std::vector<std::string> folded(std::string_view words, int width, std::size_t most);

std::string joined(std::span<const std::string> things, std::string_view between);

}  // namespace backops::render
