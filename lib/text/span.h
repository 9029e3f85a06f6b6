#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace backops::text {

/// A stretch of a file's bytes, half-open, counted from the file's first byte (a BOM counts).
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

/// Where a span stands, for people: line and column are 1-based, columns and length are code points
/// (a BOM is not counted, a tab is one). Line 0 means the file as a whole; then there is no excerpt.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;
    int length = 0;
    std::string excerpt;  ///< the line without its line end, of a very long one a few KB; may hold anything but LF
    int skipped = 0;      ///< code points of the line that come before the excerpt
    friend bool operator==(const Place&, const Place&) = default;
};

/// The place of `span` in `text`; a span of several lines is cut at the end of its first line.
/// Bytes that are not UTF-8 count one column each. A span past the end is the end of the last line.
Place place_of(std::string_view file, std::string_view text, Span span);
/// The file as a whole.
Place place_of(std::string_view file);

}  // namespace backops::text
