#include "cmd/table.h"

#include <algorithm>

#include "text/paint.h"
#include "text/width.h"

namespace backops::cmd {
namespace {

std::vector<int> natural_widths(const std::vector<std::vector<std::string>>& rows, std::size_t columns) {
    std::vector<int> widths(columns, 0);
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], text::display_width(row[i]));
    return widths;
}

// The widest column gives way, cell by cell, until all fit; never an id or a time, which half of would mislead.
void shrink(std::vector<int>& widths, const std::vector<std::string>& headings, int width) {
    constexpr int gap = 2, readable = 10;
    int total = -gap;
    for (const int column : widths) total += column > 0 ? column + gap : 0;
    while (total > width) {
        std::size_t widest = 0;
        for (std::size_t i = 1; i < widths.size(); ++i)
            if (headings[i] != "WHEN" && (widest == 0 || widths[i] > widths[widest])) widest = i;
        if (widest == 0 || widths[widest] <= readable) return;
        --widths[widest];
        --total;
    }
}

std::string line(const std::vector<std::string>& cells, const std::vector<int>& widths) {
    std::string out;
    int owed = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (widths[i] == 0) continue;
        const std::string cell = text::cut(cells[i], widths[i]);
        if (cell.empty()) {
            owed += widths[i] + 2;
            continue;
        }
        out += std::string(static_cast<std::size_t>(owed), ' ') + cell;
        owed = widths[i] - text::display_width(cell) + 2;
    }
    return out;
}

}  // namespace

std::string table(const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows,
                  int width, bool colour) {
    std::vector<std::vector<std::string>> safe;
    for (const auto& row : rows) {
        safe.emplace_back();
        for (const std::string& cell : row) safe.back().push_back(text::one_line(cell));
    }
    std::vector<int> widths = natural_widths(safe, headings.size());
    for (std::size_t i = 0; i < headings.size(); ++i)
        if (widths[i] > 0) widths[i] = std::max(widths[i], text::display_width(headings[i]));
    shrink(widths, headings, width);
    std::string out = text::painted(line(headings, widths), text::Tone::faint, colour) + "\n";
    for (const auto& row : safe) out += line(row, widths) + "\n";
    return out;
}

}  // namespace backops::cmd
