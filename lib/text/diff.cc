#include "text/diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "text/line_match.h"

namespace backops::text {
namespace {

constexpr std::size_t context = 3;

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const auto line_end = text.find('\n');
        const auto length = line_end == std::string_view::npos ? text.size() : line_end + 1;
        lines.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return lines;
}

std::vector<Change> changes_of_lines(const Lines& before, const Lines& after) {
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    const auto numbered = [&](const Lines& lines) {
        std::vector<std::uint32_t> result;
        result.reserve(lines.size());
        for (const auto line : lines) {
            result.push_back(numbers.try_emplace(line, static_cast<std::uint32_t>(numbers.size())).first->second);
        }
        return result;
    };
    const auto a = numbered(before);
    const auto b = numbered(after);
    return changes_between(a, b);
}

void append_lines(std::string& diff, char mark, std::span<const std::string_view> lines) {
    for (const auto line : lines) {
        diff += mark;
        diff += line;
        if (!line.ends_with('\n')) diff += "\n\\ No newline at end of file\n";
    }
}

std::string range(char mark, std::size_t begin, std::size_t end) {
    const auto count = end - begin;
    // A range without lines is named by the line before it.
    const auto first = count == 0 ? begin : begin + 1;
    return count == 1 ? fmt::format("{}{}", mark, first) : fmt::format("{}{},{}", mark, first, count);
}

/// One hunk: changes so near to one another that their context touches.
void append_hunk(std::string& diff, std::span<const Change> changes, const Lines& before, const Lines& after) {
    const auto& first = changes.front();
    const auto& last = changes.back();
    const auto lead = std::min(first.a_begin, context);
    const auto trail = std::min(before.size() - last.a_end, context);
    diff += fmt::format("@@ {} {} @@\n", range('-', first.a_begin - lead, last.a_end + trail),
                        range('+', first.b_begin - lead, last.b_end + trail));
    const std::span a(before);
    const std::span b(after);
    auto at = first.a_begin - lead;
    for (const auto& change : changes) {
        append_lines(diff, ' ', a.subspan(at, change.a_begin - at));
        append_lines(diff, '-', a.subspan(change.a_begin, change.a_end - change.a_begin));
        append_lines(diff, '+', b.subspan(change.b_begin, change.b_end - change.b_begin));
        at = change.a_end;
    }
    append_lines(diff, ' ', a.subspan(at, trail));
}

void append_hunks(std::string& diff, std::span<const Change> changes, const Lines& before, const Lines& after) {
    while (!changes.empty()) {
        std::size_t count = 1;
        while (count < changes.size() && changes[count].a_begin - changes[count - 1].a_end <= 2 * context) ++count;
        append_hunk(diff, changes.first(count), before, after);
        changes = changes.subspan(count);
    }
}

bool must_be_quoted(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '"' || c == '\\'; }

// As git writes a path that its own parser would otherwise misread.
std::string path_in_header(std::string_view side, std::string_view path) {
    if (std::none_of(path.begin(), path.end(), must_be_quoted)) return fmt::format("{}{}", side, path);
    std::string result = fmt::format("\"{}", side);
    for (const char c : path) {
        if (c == '"' || c == '\\') {
            result += {'\\', c};
        } else if (must_be_quoted(c)) {
            result += fmt::format("\\{:03o}", static_cast<unsigned>(c));
        } else {
            result += c;
        }
    }
    return result + '"';
}

// A tab ends a path that holds blanks, which patch would otherwise take for the beginning of a date.
std::string file_line(std::string_view mark, const std::string& path, bool exists) {
    if (!exists) return fmt::format("{} /dev/null\n", mark);
    const bool needs_end = path.find(' ') != std::string::npos && path.front() != '"';
    return fmt::format("{} {}{}\n", mark, path, needs_end ? "\t" : "");
}

}  // namespace

std::string unified_diff(std::string_view path, std::optional<std::string_view> before,
                         std::optional<std::string_view> after) {
    if (before == after) return {};
    const auto old_path = path_in_header("a/", path);
    const auto new_path = path_in_header("b/", path);
    auto diff = fmt::format("diff --git {} {}\n", old_path, new_path);
    if (!before) diff += "new file mode 100644\n";
    if (!after) diff += "deleted file mode 100644\n";
    const auto old_lines = lines_of(before.value_or(""));
    const auto new_lines = lines_of(after.value_or(""));
    const auto changes = changes_of_lines(old_lines, new_lines);
    if (changes.empty()) return diff;
    diff += file_line("---", old_path, before.has_value()) + file_line("+++", new_path, after.has_value());
    append_hunks(diff, changes, old_lines, new_lines);
    return diff;
}

}  // namespace backops::text
