#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace backops::render {

/// One line of user text that Markdown (CommonMark with GitHub's tables) shows as it is: what could mark up where it
/// stands is escaped, `|` and HTML included, and what acts on a terminal is replaced as by text::one_line.
std::string markdown(std::string_view utf8);

/// A table of cells that are Markdown already, in line for who reads it as text; a very long cell stands over. Empty
/// headings are allowed. Ends in LF.
std::string markdown_table(std::span<const std::string> headings, std::span<const std::vector<std::string>> rows);

}  // namespace backops::render
