#pragma once

#include <optional>
#include <string_view>

#include "text/problem.h"

namespace backops::text {

/// Why the bytes of a file are not a text that means what it looks like: UTF-16, bytes that are not UTF-8, control
/// characters but tab, LF, CRLF and NEL. The first of them, with rule `encoding`; nothing when all is well.
std::optional<Problem> encoding_problem(std::string_view file, std::string_view text);

}  // namespace backops::text
