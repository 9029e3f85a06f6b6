#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace backops::yaml {

/// Where tokens end, read from the source, since the parser reports only where they begin. Offsets are bytes.

/// One past the closing quote of the scalar that opens at `at`; nothing when it never closes.
std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t at);

/// One past the last byte of the plain scalar at `at` that means `value`, over folded lines too; nothing when they
/// disagree.
std::optional<std::size_t> end_of_plain(std::string_view text, std::size_t at, std::string_view value);

/// One past the last line that is not blank of the block scalar whose `|` or `>` stands at `at`, with the blank lines
/// too when it keeps them (`|+`); the line's own end is not in it. `parent` is the column of the key or dash that it
/// belongs to.
std::size_t end_of_block_scalar(std::string_view text, std::size_t at, int parent);

/// The next byte at or after `at` that is no blank, line end or comment; the size of `text` when there is none.
std::size_t skip_space(std::string_view text, std::size_t at);
/// The next byte that is neither blank nor tab.
std::size_t skip_blanks(std::string_view text, std::size_t at);

/// Where the text begins: behind the BOM if there is one.
std::size_t text_begin(std::string_view text);
std::size_t line_begin(std::string_view text, std::size_t at);
/// The offset of the line's LF, or of its CR before LF, or the end of the text.
std::size_t line_end(std::string_view text, std::size_t at);
/// The first byte of the next line, or the end of the text.
std::size_t next_line(std::string_view text, std::size_t at);
/// Bytes between the line's first byte and `at` (a BOM not counted).
int column_of(std::string_view text, std::size_t at);

}  // namespace backops::yaml
