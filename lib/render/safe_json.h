#pragma once

#include <string>

namespace backops::render {

/// JSON text in which everything that acts on a terminal, or that some readers take for a line end (U+2028), is written
/// as `\u001b` is: the values stay the same.
std::string safe_json(std::string json);

}  // namespace backops::render
