#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "text/problem.h"

namespace backops::yaml {

/// What a person would say is wrong where the parser stopped at byte `at` with `message`: read from the line itself (a
/// tab, an unquoted `: `, an opening quote or bracket that is never closed, a character that cannot begin a text,
/// uneven indentation).
text::Problem syntax_problem(std::string_view file, std::string_view text, std::size_t at, const std::string& message);

/// A quote that opens at `at` and never closes.
text::Problem unclosed_quote(std::string_view file, std::string_view text, std::size_t at);
/// A quoted text from `at` that goes on at or left of the column of its own key: its closing quote was most likely
/// forgotten.
text::Problem sprawling_quote(std::string_view file, std::string_view text, std::size_t at);

/// A line from `begin` to `end` that stands where a key should: the blank after its colon or dash forgotten, `=` for
/// the colon, or no colon at all.
text::Problem key_without_colon(std::string_view file, std::string_view text, std::size_t begin, std::size_t end);

/// A tab among the blanks that the line at `line` begins with.
text::Problem tab_indentation(std::string_view file, std::string_view text, std::size_t line);

/// The outermost bracket at or before `at` that no other closes, if there is one; quotes and comments are passed over.
std::optional<text::Problem> unclosed_bracket(std::string_view file, std::string_view text, std::size_t at);

/// Whether a later line of the quoted text begins at or before `column`.
bool runs_to_margin(std::string_view text, std::size_t begin, std::size_t end, int column);

}  // namespace backops::yaml
