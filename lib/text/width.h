#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backops::text {

/// Terminal cells that `utf8` takes: CJK and emoji two, combining marks none, a grapheme cluster (flags,
/// families, keycaps) as its widest part. Control characters count none: call `one_line` first.
int display_width(std::string_view utf8);

/// User text that is safe on one terminal line: line ends and tabs become a blank, control characters, escape
/// sequences' ESC, C1, bidirectional overrides and isolates, zero-width no-break spaces and tag characters become
/// U+FFFD.
std::string one_line(std::string_view utf8);

/// The same for text of many lines: LF is kept (CRLF becomes LF), all else as in `one_line`.
std::string many_lines(std::string_view utf8);

enum class Align : unsigned char { left, right };

/// `utf8` in exactly `width` cells: padded with blanks, or cut at a grapheme border with `…` at its end.
std::string fitted(std::string_view utf8, int width, Align align = Align::left);

/// At most `width` cells: cut as by `fitted`, never padded.
std::string cut(std::string_view utf8, int width);

/// Broken at blanks into lines of at most `width` cells (a longer word is cut in two); at least one line.
std::vector<std::string> wrapped(std::string_view utf8, int width);

}  // namespace backops::text
