#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/problem.h"

namespace backops::yaml {

/// An error at the bytes from `begin` to `end` of a file's text.
text::Problem refusal(std::string_view file, std::string_view text, std::size_t begin, std::size_t end,
                      std::string rule, std::string message, std::vector<std::string> hints);
/// The same for the file as a whole.
text::Problem refusal(std::string_view file, std::string rule, std::string message, std::vector<std::string> hints);

}  // namespace backops::yaml
