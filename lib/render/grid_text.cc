#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "render/agenda_columns.h"
#include "render/canvas.h"
#include "render/grid.h"
#include "render/grid_layout.h"
#include "render/line.h"
#include "render/names.h"
#include "render/schedule_frame.h"
#include "render/selection_words.h"
#include "text/paint.h"
#include "text/width.h"

namespace backops::render {

namespace {

using text::Tone;

constexpr int least_lane = 17;
constexpr int most_lane = 40;
constexpr int usual_gutter = 9;  // 01:30+1 and two blanks
constexpr int frame = 4;         // the sides of a block and a blank inside each

std::string repeated(std::string_view sign, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += sign;
    return all;
}

/// Where the lanes of a table stand.
struct Lanes {
    int gutter;
    int width;

    int at(int lane) const { return gutter + lane * (width + 1); }
    int across(int lanes) const { return lanes * (width + 1) - 1; }
};

/// A block with the lines and cells that it takes; the last line is part of it.
struct Box {
    const GridBlock& block;
    const DayEntry& entry;
    std::size_t top;
    std::size_t bottom;
    int at;
    int width;
};

std::string title_of(const Box& box) {
    const std::string name = marked_name(box.entry.row);
    return box.block.start.empty() ? name : box.block.start + ' ' + name;
}

std::string with_place(const std::string& title, const GridBlock& block) {
    return block.where.empty() ? title : title + ", " + block.where;
}

void add_words(std::vector<std::string>& lines, const std::string& words, int width, std::size_t most) {
    if (words.empty() || lines.size() >= most) return;
    const std::vector<std::string> more = folded(words, width, most - lines.size());
    lines.insert(lines.end(), more.begin(), more.end());
}

/// What stands in a block, its name first. As long as there is a line for it, where is not pushed out by a long name,
/// nor who by where.
std::vector<std::string> words_of(const Box& box) {
    const int width = box.width - frame;
    const std::size_t most = box.bottom - box.top;
    std::vector<std::string> lines;
    if (const std::string both = with_place(title_of(box), box.block); most == 1 && text::display_width(both) <= width)
        return {both};
    add_words(lines, title_of(box), width, most);
    add_words(lines, box.block.where, width, std::min(most, lines.size() + 1));
    if (lines.size() < most) {
        const std::string who = joined(box.block.who, ", ");
        const std::size_t room = most - lines.size();
        const bool fits = text::wrapped(who, width).size() <= room;
        add_words(lines, fits ? who : shortened(box.block.who, ", ", width), width, most);
    }
    return lines;
}

Tone edge_tone(const Marks& marks) {
    const Tone tone = name_tone(marks);
    return tone == Tone::plain ? Tone::accent : tone;
}

void draw_top(const Box& box, const std::string& title, Canvas& canvas) {
    const std::string_view dash = box.entry.from_before ? "╌" : "─";
    const Tone tone = edge_tone(box.entry.row.marks);
    const int used = text::display_width(title) + 3;
    canvas.put(box.top, box.at, "┌", tone);
    canvas.put(box.top, box.at + 2, title, name_tone(box.entry.row.marks) == Tone::plain ? Tone::strong : tone);
    canvas.put(box.top, box.at + used, repeated(dash, box.width - used - 1) + "┐", tone);
}

void draw_bottom(const Box& box, Canvas& canvas) {
    const std::string_view dash = box.entry.goes_on ? "╌" : "─";
    const std::string& end = box.entry.row.end;
    const int used = text::display_width(end) + 3;
    const Tone tone = edge_tone(box.entry.row.marks);
    canvas.put(box.bottom, box.at, "└" + repeated(dash, box.width - used) + ' ' + end + "┘", tone);
}

void draw_box(const Box& box, Canvas& canvas) {
    const std::vector<std::string> words = words_of(box);
    const Tone tone = edge_tone(box.entry.row.marks);
    draw_top(box, words.front(), canvas);
    for (std::size_t line = box.top + 1; line < box.bottom; ++line) {
        const std::size_t i = line - box.top;
        canvas.put(line, box.at, "│", tone);
        if (i < words.size()) {
            canvas.put(line, box.at + 2, words[i], box.entry.row.marks.cancelled ? Tone::faint : Tone::plain);
        }
        canvas.put(line, box.at + box.width - 1, "│", tone);
    }
    draw_bottom(box, canvas);
}

void draw_moment(const Box& box, Canvas& canvas) {
    const std::string words = with_place(title_of(box), box.block);
    canvas.put(box.top, box.at, text::cut(words, box.width), name_tone(box.entry.row.marks));
}

/// A block has at least its edges; a third line when its name and place need it, or when it lasts an hour and has more
/// to say.
std::size_t wanted_lines(const GridBlock& block, const DayEntry& entry, int width) {
    const schedule::Occurrence& occurrence = *entry.row.occurrence;
    const bool is_long = occurrence.until.seconds - occurrence.from.seconds >= 3600;
    const bool says_more = is_long && !(block.where.empty() && block.who.empty());
    const bool is_cut = text::display_width(with_place(marked_name(entry.row), block)) > width - frame;
    return says_more || is_cut ? 3 : 2;
}

std::vector<std::size_t> heights_of(const GridDay& day, const GridTable& table, const Lanes& lanes) {
    std::vector<std::size_t> heights(table.rows.size(), 1);
    for (const GridBlock& block : table.blocks) {
        if (block.is_moment) continue;
        const std::size_t wanted = wanted_lines(block, day.entries[block.entry], lanes.across(block.width));
        std::size_t lines = 0;
        for (std::size_t i = block.first; i < block.last && lines < wanted; ++i) lines += heights[i];
        if (lines < wanted) heights[block.last - 1] += wanted - lines;
    }
    return heights;
}

int gutter_of(const GridTable& table) {
    int widest = 0;
    for (const GridRow& row : table.rows) widest = std::max(widest, text::display_width(row.time));
    return std::max(widest + 2, usual_gutter);
}

void draw_headings(const GridTable& table, const Lanes& lanes, Canvas& canvas) {
    int lane = 0;
    for (const GridColumn& column : table.columns) {
        const int width = lanes.across(column.lanes);
        const std::string part = column.parts > 1 ? fmt::format(" ({} of {})", column.part, column.parts) : "";
        const std::string name = text::cut(column.name, width - text::display_width(part)) + part;
        canvas.put(0, lanes.at(lane), name, Tone::strong);
        lane += column.lanes;
    }
}

std::string table_text(const GridDay& day, const GridTable& table, int lane_width, bool colour) {
    Canvas canvas;
    const Lanes lanes{gutter_of(table), lane_width};
    draw_headings(table, lanes, canvas);
    const std::vector<std::size_t> heights = heights_of(day, table, lanes);
    std::vector<std::size_t> tops{1};
    for (std::size_t i = 0; i < heights.size(); ++i) {
        canvas.put(tops.back(), 0, table.rows[i].time, table.rows[i].begins ? Tone::accent : Tone::faint);
        tops.push_back(tops.back() + heights[i]);
    }
    for (const GridBlock& block : table.blocks) {
        const Box box{block,
                      day.entries[block.entry],
                      tops[block.first],
                      tops[block.last] - 1,
                      lanes.at(block.lane),
                      lanes.across(block.width)};
        block.is_moment ? draw_moment(box, canvas) : draw_box(box, canvas);
    }
    return std::move(canvas).text(colour);
}

/// What each lane has when all of a day's tables are as wide as the screen allows, and not wider than is pleasant.
int lane_width(const GridDay& day, int width) {
    int lane = most_lane;
    for (const GridTable& table : day.tables) {
        lane = std::min(lane, (width - gutter_of(table) + 1) / table.lanes() - 1);
    }
    return lane;
}

std::string all_day_line(const DayEntry& entry, const Screen& screen) {
    Line line(screen.colour);
    std::string words = marked_name(entry.row);
    const std::string where = where_text(entry.row, screen.width);
    if (!where.empty()) words += ", " + where;
    const int start = text::display_width(entry.row.start);
    line.add(entry.row.start, std::max(start + column_gap, usual_gutter), Tone::accent);
    const int room = screen.width - std::max(start + column_gap, usual_gutter);
    line.add(text::cut(words, room), room, name_tone(entry.row.marks));
    return std::move(line).ended();
}

std::string day_text(const Drawing& drawing, const GridDay& day, const Screen& screen) {
    const auto heading = [&](std::size_t part) {
        const std::size_t parts = day.tables.size();
        return day_heading(drawing, day.day, screen, parts > 1 ? fmt::format("({} of {})", part, parts) : "");
    };
    std::string all = heading(1);
    for (const DayEntry& entry : day.all_day) all += all_day_line(entry, screen);
    if (day.tables.empty() && day.all_day.empty()) return all + "  nothing\n";
    const int width = lane_width(day, screen.width);
    for (std::size_t i = 0; i < day.tables.size(); ++i) {
        if (i > 0) all += '\n' + heading(i + 1);
        all += table_text(day, day.tables[i], width, screen.colour);
    }
    return all;
}

}  // namespace

std::string grid_text(const Drawing& drawing, const Screen& screen) {
    const std::vector<AgendaRow> rows = agenda_rows(drawing.plan, drawing.schedule, drawing.selection);
    if (rows.empty()) {
        return title_lines(drawing, 0, screen) + '\n' + nothing_found(drawing.plan, drawing.selection, screen.width);
    }
    const int most_lanes = std::max((screen.width - usual_gutter + 1) / (least_lane + 1), 1);
    std::string all = title_lines(drawing, screen.width, screen);
    for (const GridDay& day : grid_days(drawing, rows, most_lanes)) all += '\n' + day_text(drawing, day, screen);
    return all + '\n' + footer(rows, screen);
}

}  // namespace backops::render
