#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/plan.h"

namespace backops::render {

/// What people call an area, a collaborator or a person: the name, safe for one terminal line; the id when there is no
/// such record.
std::string area_name(const model::Plan& plan, std::string_view id);
std::string party_name(const model::Plan& plan, std::string_view id);

/// All of `things` with `between` them when they fit in `width` cells, else the first ones and how many more:
/// "Acme Audio, Maya Lindt, 6 more". One that alone is too long is cut.
std::string shortened(std::span<const std::string> things, std::string_view between, int width);

std::string joined(std::span<const std::string> things, std::string_view between);

}  // namespace backops::render
