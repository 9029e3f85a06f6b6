#include "render/markdown.h"

#include "text/width.h"

namespace backops::render {

namespace {

std::string line_of(std::span<const std::string> cells) {
    std::string line = "|";
    for (const std::string& cell : cells) line += cell.empty() ? " |" : " " + cell + " |";
    return line + '\n';
}

}  // namespace

std::string markdown(std::string_view utf8) {
    constexpr std::string_view special = "\\`*_{}[]<>()#+-.!|~&";
    const auto is_word = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    };
    const std::string safe = text::one_line(utf8);
    std::string all;
    for (std::size_t i = 0; i < safe.size(); ++i) {
        const char c = safe[i];
        // A dot or a hyphen within a word marks nothing up, and is read more easily without a backslash.
        const bool inside = i > 0 && i + 1 < safe.size() && is_word(safe[i - 1]) && is_word(safe[i + 1]);
        const bool harmless = (c == '.' || c == '-') && inside;
        if (special.find(c) != std::string_view::npos && !harmless) all += '\\';
        all += c;
    }
    return all;
}

std::string markdown_table(std::span<const std::string> headings, std::span<const std::vector<std::string>> rows) {
    std::string all = line_of(headings) + '|';
    for (std::size_t i = 0; i < headings.size(); ++i) all += " --- |";
    all += '\n';
    for (const std::vector<std::string>& row : rows) all += line_of(row);
    return all;
}

}  // namespace backops::render
