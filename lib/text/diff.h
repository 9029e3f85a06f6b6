#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace backops::text {

/// The unified diff (three lines of context, `a/` and `b/` before the path, `/dev/null` for a side that is absent)
/// that `git apply` would take; empty when nothing differs. CR and a missing final newline are shown as git does.
std::string unified_diff(std::string_view path, std::optional<std::string_view> before,
                         std::optional<std::string_view> after);

/// The same, made safe for a terminal and coloured: for looking at, not for applying.
std::string shown_diff(std::string_view diff, bool colour);

}  // namespace backops::text
