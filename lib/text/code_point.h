#pragma once

#include <cstddef>
#include <string_view>

namespace backops::text {

/// One code point as it stands in a text; a byte that is no UTF-8 reads as U+FFFD, one byte long and not valid.
struct CodePoint {
    char32_t value = 0xFFFD;
    std::size_t bytes = 1;
    bool valid = false;
};

/// The code point that begins at `offset`, which must be inside `utf8`.
CodePoint code_point_at(std::string_view utf8, std::size_t offset);

/// Whether a code point is a mark (general category M): a run of them belongs to the letter before it.
bool is_mark(char32_t value);

/// Whether it does something to a terminal instead of standing on it: control characters, bidirectional overrides and
/// isolates, zero-width no-break spaces, tag characters.
bool acts_on_a_terminal(char32_t value);

/// Whether every byte is ASCII.
bool is_ascii(std::string_view bytes);

/// More marks than this in a row are no writing (as in the Stream-Safe Text Format of UAX #15).
inline constexpr std::size_t longest_mark_run = 30;

}  // namespace backops::text
