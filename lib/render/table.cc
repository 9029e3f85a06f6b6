#include "render/table.h"

#include <algorithm>

#include "text/paint.h"
#include "text/width.h"

namespace backops::render {
namespace {

using Cells = std::vector<std::string>;

bool stands_between(const Cells& row, std::size_t columns) { return row.size() == 1 && columns > 1; }

std::vector<int> natural_widths(const std::vector<Cells>& rows, std::size_t columns) {
    std::vector<int> widths(columns, 0);
    for (const Cells& row : rows) {
        if (stands_between(row, columns)) continue;
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], text::display_width(row[i]));
    }
    return widths;
}

constexpr int gap = 2;

int total(const std::vector<int>& widths) {
    int all = -gap;
    for (const int column : widths) all += column > 0 ? column + gap : 0;
    return all;
}

// The widest column gives way, cell by cell, until all fit; the first one last.
void cut_down(std::vector<int>& widths, const std::vector<Column>& columns, int width, int readable) {
    for (int over = total(widths) - width; over > 0; --over) {
        std::size_t widest = 0;
        for (std::size_t i = 1; i < widths.size(); ++i)
            if (!columns[i].is_whole && widths[i] > readable && (widest == 0 || widths[i] > widths[widest])) widest = i;
        if (widest == 0) return;
        --widths[widest];
    }
}

std::vector<int> fitted(std::vector<int> natural, const std::vector<Column>& columns, int width) {
    constexpr int comfortable = 20, readable = 10;
    while (true) {
        std::vector<int> widths = natural;
        cut_down(widths, columns, width, comfortable);
        if (total(widths) <= width) return widths;
        std::size_t first = natural.size();
        for (std::size_t i = 0; i < natural.size(); ++i)
            if (natural[i] > 0 && columns[i].goes > (first < natural.size() ? columns[first].goes : 0)) first = i;
        if (first == natural.size()) {
            cut_down(widths, columns, width, readable);
            return widths;
        }
        natural[first] = 0;
    }
}

std::string line(const std::vector<std::string>& cells, const std::vector<int>& widths) {
    std::string out;
    int owed = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (widths[i] == 0) continue;
        const std::string cell = text::cut(cells[i], widths[i]);
        if (cell.empty()) {
            owed += widths[i] + gap;
            continue;
        }
        out += std::string(static_cast<std::size_t>(owed), ' ') + cell;
        owed = widths[i] - text::display_width(cell) + gap;
    }
    return out;
}

}  // namespace

std::vector<std::string> table_lines(const std::vector<Column>& columns,
                                     const std::vector<std::vector<std::string>>& rows, int width, bool colour) {
    std::vector<std::vector<std::string>> safe;
    for (const auto& row : rows) {
        safe.emplace_back();
        for (const std::string& cell : row) safe.back().push_back(text::one_line(cell));
    }
    std::vector<int> widths = natural_widths(safe, columns.size());
    Cells headings;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        headings.push_back(columns[i].heading);
        if (widths[i] > 0) widths[i] = std::max(widths[i], text::display_width(headings[i]));
    }
    widths = fitted(std::move(widths), columns, width);
    std::vector<std::string> lines{text::painted(line(headings, widths), text::Tone::faint, colour)};
    for (const auto& row : safe)
        lines.push_back(stands_between(row, columns.size()) ? text::cut(row.front(), width) : line(row, widths));
    return lines;
}

std::string table(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows, int width,
                  bool colour) {
    std::string out;
    for (const std::string& line : table_lines(columns, rows, width, colour)) out += line + '\n';
    return out;
}

}  // namespace backops::render
