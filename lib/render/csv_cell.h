#pragma once

#include <string>
#include <string_view>

namespace backops::render {

/// Whether a spreadsheet may take a text for a formula, or for one that an apostrophe guards: `=1+1`, `'=1+1`.
bool reads_as_formula(std::string_view text);

/// A cell as RFC 4180 has it: in quotes where it must be, with an apostrophe before what reads as a formula, so that
/// taking one away gives the text again.
std::string csv_cell(std::string_view text);

}  // namespace backops::render
