#include "text/span.h"

#include <algorithm>
#include <cstddef>

#include "text/code_point.h"

namespace backops::text {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;  ///< before its line end
};

Line line_around(std::string_view text, std::size_t at) {
    const auto before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const auto after = text.find('\n', at);
    Line line{before == std::string_view::npos ? 0 : before + 1, std::min(after, text.size())};
    if (after != std::string_view::npos && line.end > line.begin && text[line.end - 1] == '\r') --line.end;
    if (line.begin == 0 && text.starts_with(byte_order_mark)) line.begin = byte_order_mark.size();
    return line;
}

// What is kept of a line around the span: thousands of problems on one line of a megabyte must not keep it each.
constexpr std::size_t kept_before = 1024;
constexpr std::size_t longest_excerpt = 4096;

struct Columns {
    int before = 0;  ///< code points that end before the span begins
    int inside = 0;  ///< code points that the span touches
};

Columns columns_of(std::string_view line, std::size_t begin, std::size_t end) {
    Columns columns;
    for (std::size_t at = 0; at < line.size() && at < std::max(begin, end);) {
        at += code_point_at(line, at).bytes;
        ++(at <= begin ? columns.before : columns.inside);
    }
    if (begin >= end) columns.inside = 0;
    return columns;
}

bool continues_a_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Where the excerpt of a long line begins: between two code points, also of bytes that are no UTF-8.
std::size_t excerpt_begin(std::string_view line, std::size_t span_begin) {
    if (line.size() <= longest_excerpt || span_begin <= kept_before) return 0;
    std::size_t begin = std::min(span_begin - kept_before, line.size() - longest_excerpt);
    for (int i = 0; i < 3 && begin > 0 && continues_a_code_point(line[begin]); ++i) --begin;
    return begin;
}

std::string_view cut_at_code_point(std::string_view text) {
    // The beginning may have moved by as much.
    if (text.size() <= longest_excerpt + 3) return text;
    std::size_t end = longest_excerpt;
    for (int i = 0; i < 3 && continues_a_code_point(text[end]); ++i) --end;
    return text.substr(0, end);
}

}  // namespace

Place place_of(std::string_view file) {
    Place place;
    place.file = file;
    return place;
}

Place place_of(std::string_view file, std::string_view text, Span span) {
    std::size_t begin = std::min<std::size_t>(span.begin, text.size());
    if (begin == text.size() && text.ends_with('\n')) --begin;
    const auto line = line_around(text, begin);
    const auto whole = text.substr(line.begin, std::max(line.begin, line.end) - line.begin);
    const auto inside_line = [&](std::size_t at) { return std::min(at - std::min(at, line.begin), whole.size()); };
    const auto columns = columns_of(whole, inside_line(begin), inside_line(std::max<std::size_t>(begin, span.end)));
    const std::size_t skipped = excerpt_begin(whole, inside_line(begin));
    const auto lines_before = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n');
    return {std::string(file),
            static_cast<int>(lines_before) + 1,
            columns.before + 1,
            columns.inside,
            std::string(cut_at_code_point(whole.substr(skipped))),
            columns_of(whole.substr(0, skipped), skipped, skipped).before};
}

}  // namespace backops::text
