#pragma once

#include <string_view>

namespace backops::render {

/// The CSS that every HTML page begins with: type, colours with enough contrast in light and dark, paper.
extern const std::string_view page_style;

}  // namespace backops::render
