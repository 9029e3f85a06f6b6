#include "render/markdown.h"

#include <algorithm>

#include "text/width.h"

namespace backops::render {

namespace {

/// Cells longer than this do not widen their column.
constexpr int widest = 40;

std::vector<int> widths_of(std::span<const std::string> headings, std::span<const std::vector<std::string>> rows) {
    std::vector<int> widths(headings.size(), 3);
    const auto widen = [&](std::span<const std::string> cells) {
        for (std::size_t i = 0; i < std::min(cells.size(), widths.size()); ++i)
            widths[i] = std::max(widths[i], std::min(text::display_width(cells[i]), widest));
    };
    widen(headings);
    for (const std::vector<std::string>& row : rows) widen(row);
    return widths;
}

std::string line_of(std::span<const std::string> cells, std::span<const int> widths) {
    std::string line = "|";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const int rest = i < widths.size() ? widths[i] - text::display_width(cells[i]) : 0;
        line += ' ' + cells[i] + std::string(static_cast<std::size_t>(std::max(rest, 0)), ' ') + " |";
    }
    return line + '\n';
}

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// Whether `&` at this place could begin an entity.
bool begins_entity(std::string_view text, std::size_t at) {
    return text[at] == '&' && at + 1 < text.size() && (is_alphanumeric(text[at + 1]) || text[at + 1] == '#');
}

}  // namespace

std::string markdown(std::string_view utf8) {
    constexpr std::string_view special = "\\`*_[]<|~$";
    constexpr std::string_view special_first = "#+->=:";
    const std::string safe = text::one_line(utf8);
    const std::size_t first = safe.find_first_not_of(' ');
    const std::size_t number = std::min(safe.find_first_not_of("0123456789", first), safe.size());
    std::string all;
    for (std::size_t i = 0; i < safe.size(); ++i) {
        const char c = safe[i];
        const bool ends_number = i == number && i > first && (c == '.' || c == ')');
        const bool is_first = i == first && special_first.find(c) != std::string_view::npos;
        if (special.find(c) != std::string_view::npos || is_first || ends_number || begins_entity(safe, i)) all += '\\';
        all += c;
    }
    return all;
}

std::string markdown_table(std::span<const std::string> headings, std::span<const std::vector<std::string>> rows) {
    const std::vector<int> widths = widths_of(headings, rows);
    std::vector<std::string> rule;
    for (const int width : widths) rule.emplace_back(static_cast<std::size_t>(width), '-');
    std::string all = line_of(headings, widths) + line_of(rule, widths);
    for (const std::vector<std::string>& row : rows) all += line_of(row, widths);
    return all;
}

}  // namespace backops::render
