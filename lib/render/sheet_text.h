#pragma once

#include <string>

#include "render/drawing.h"
#include "render/json.h"

namespace backops::render {

/// A sheet, given as its JSON, for a terminal or a message: blocks under capitals, columns aligned, no line wider than
/// the screen. Lines end in LF.
std::string sheet_text(const Json& sheet, const Screen& screen);

}  // namespace backops::render
