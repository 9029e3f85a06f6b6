#include "render/agenda_columns.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "files/on_all_cores.h"
#include "render/names.h"
#include "text/width.h"

namespace backops::render {

namespace {

using text::display_width;

constexpr int indent = 2;

/// A column that can give way: what it must have to be worth showing, and what it would like.
struct Wish {
    int AgendaColumns::*column;
    int least;
    int most;
    int comfort;  ///< what it must have before via, which only repeats what is known, takes room
};

/// What a row would take of the columns that can give way; the times' are not filled in.
using Widths = AgendaColumns;

Wish wish_for(int AgendaColumns::*column, std::span<const Widths> rows, int most_least, int most_comfort, int most) {
    std::vector<int> widths;
    widths.reserve(rows.size());
    for (const Widths& row : rows)
        if (const int width = row.*column; width > 0) widths.push_back(width);
    if (widths.empty()) return {column, 0, 0, 0};
    const auto usual = widths.begin() + static_cast<std::ptrdiff_t>((widths.size() - 1) * 4 / 5);
    std::ranges::nth_element(widths, usual);
    most = std::min(*std::max_element(usual, widths.end()), most);
    return {column, std::min(*usual, most_least), most, std::min(most, most_comfort)};
}

/// Of all of these in a row, `between` cells apart.
int joined_width(std::span<const std::string> things, int between) {
    int width = 0;
    for (const std::string& thing : things) width += display_width(thing) + between;
    return things.empty() ? 0 : width - between;
}

int where_width(const AgendaRow& row) {
    const int areas = joined_width(row.areas, 3);
    const int location = display_width(row.location);
    return areas + (areas > 0 && location > 0 ? 2 : 0) + location;
}

Widths widths_of(const AgendaRow& row) {
    Widths widths;
    widths.name = display_width(row.name) + display_width(row.zone_note);
    widths.where = where_width(row);
    widths.who = joined_width(row.who, 2);
    widths.via = joined_width(row.via, 2);
    return widths;
}

/// In order of importance. Who shortens to "Acme Audio, 3 more", so it can do with less than its usual length.
std::array<Wish, 4> wishes(std::span<const AgendaRow> rows) {
    const std::vector<Widths> widths = files::made_on_all_cores(rows, part_of(rows), widths_of);
    return {wish_for(&AgendaColumns::name, widths, 32, 48, 72), wish_for(&AgendaColumns::where, widths, 20, 24, 48),
            wish_for(&AgendaColumns::who, widths, 18, 28, 60), wish_for(&AgendaColumns::via, widths, 24, 24, 48)};
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
