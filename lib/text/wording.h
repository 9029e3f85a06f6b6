#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace backops::text {

/// "1 file", "2 files", "3 activities" (a noun in -y after a consonant gets -ies, one that hisses -es; "people",
/// "series"), with thousands "1,000 files".
std::string counted(std::size_t count, std::string_view noun);

/// "a", "a and b", "a, b and c".
std::string listed(std::span<const std::string> things);

/// Up to `most` of them as `listed`, then "and 6 more".
std::string listed(std::span<const std::string> things, std::size_t most);

/// As a shell takes it for one word: as it is, or in single quotes where anything in it means something to a shell.
std::string shell_word(std::string_view text);

/// In backticks, made safe for one terminal line and cut to a readable length.
std::string quoted(std::string_view thing);

}  // namespace backops::text
