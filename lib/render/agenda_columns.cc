#include "render/agenda_columns.h"

#include <algorithm>
#include <array>
#include <vector>

#include "render/names.h"
#include "text/width.h"

namespace backops::render {

namespace {

using text::display_width;

constexpr int indent = 2;
constexpr int unbounded = 1 << 20;

/// A column that can give way: what it must have to be worth showing, and what it would like.
struct Wish {
    int AgendaColumns::*column;
    int least;
    int most;
    int comfort;  ///< what it must have before via, which only repeats what is known, takes room
};

template <class Text>
Wish wish_for(int AgendaColumns::*column, std::span<const AgendaRow> rows, int most_least, int most_comfort, int most,
              Text text) {
    std::vector<int> widths;
    for (const AgendaRow& row : rows) {
        const int width = display_width(text(row));
        if (width > 0) widths.push_back(width);
    }
    if (widths.empty()) return {column, 0, 0, 0};
    std::ranges::sort(widths);
    const int usual = widths[(widths.size() - 1) * 4 / 5];
    most = std::min(widths.back(), most);
    return {column, std::min(usual, most_least), most, std::min(most, most_comfort)};
}

/// In order of importance. Who shortens to "Acme Audio, 3 more", so it can do with less than its usual length.
std::array<Wish, 4> wishes(std::span<const AgendaRow> rows) {
    return {
        wish_for(&AgendaColumns::name, rows, 32, 48, 72, [](const AgendaRow& row) { return row.name + row.zone_note; }),
        wish_for(&AgendaColumns::where, rows, 20, 24, 48,
                 [](const AgendaRow& row) { return where_text(row, unbounded); }),
        wish_for(&AgendaColumns::who, rows, 18, 28, 60, [](const AgendaRow& row) { return joined(row.who, ", "); }),
        wish_for(&AgendaColumns::via, rows, 24, 24, 48, [](const AgendaRow& row) { return joined(row.via, ", "); })};
}

/// What has no end (moments, all day) may run over the end's column.
AgendaColumns time_columns(std::span<const AgendaRow> rows) {
    AgendaColumns columns;
    int alone = 0;
    for (const AgendaRow& row : rows) {
        int& widest = row.end.empty() ? alone : columns.start;
        widest = std::max(widest, display_width(row.start));
        columns.end = std::max(columns.end, display_width(row.end));
        columns.marks = std::max(columns.marks, display_width(signs(row.marks)));
    }
    if (columns.end > 0) {
        columns.end = std::max(columns.end, alone - columns.start - column_gap);
    } else {
        columns.start = alone;
    }
    return columns;
}

}  // namespace

int AgendaColumns::before_name() const {
    int cells = indent + start;
    if (end > 0) cells += column_gap + end;
    return cells + (marks > 0 ? 1 + marks + 1 : column_gap);
}

int AgendaColumns::total() const {
    int cells = before_name() + name;
    for (const int column : {where, who, via}) cells += column > 0 ? column_gap + column : 0;
    return cells;
}

std::string where_text(const AgendaRow& row, int width) {
    std::string all = joined(row.areas, " + ");
    if (!row.location.empty()) all += (all.empty() ? "" : ", ") + row.location;
    if (display_width(all) > width && row.areas.size() > 1) return shortened(row.areas, " + ", width);
    return text::cut(all, width);
}

namespace {

/// Each shown column at its least.
AgendaColumns least_columns(std::span<const AgendaRow> rows, std::span<const Wish> wishes, int width) {
    AgendaColumns columns = time_columns(rows);
    AgendaColumns comfortable = columns;
    for (const Wish& wish : wishes) {
        AgendaColumns wider = wish.column == &AgendaColumns::via ? comfortable : columns;
        const int before = wider.total();
        wider.*wish.column = wish.least;
        if (wider.total() > width) {
            if (wish.column == &AgendaColumns::name) columns.name = std::max(width - before, 1);
            break;
        }
        columns.*wish.column = wish.least;
        comfortable.*wish.column = wish.comfort;
    }
    return columns;
}

}  // namespace

AgendaColumns columns_for(std::span<const AgendaRow> rows, int width) {
    const std::array<Wish, 4> all = wishes(rows);
    AgendaColumns columns = least_columns(rows, all, width);
    const auto widen = [&](const Wish& wish, int wanted) {
        int& column = columns.*wish.column;
        if (column > 0) column += std::clamp(wanted - column, 0, std::max(width - columns.total(), 0));
    };
    const auto& [name, where, who, via] = all;
    for (const Wish& wish : {name, where, who, via}) widen(wish, wish.comfort);
    for (const Wish& wish : {name, where, via, who}) widen(wish, wish.most);
    return columns;
}

}  // namespace backops::render
