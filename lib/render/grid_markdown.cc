#include <limits>
#include <string>
#include <vector>

#include "render/agenda_columns.h"
#include "render/grid.h"
#include "render/grid_layout.h"
#include "render/markdown.h"
#include "render/names.h"
#include "render/schedule_markdown.h"

namespace backops::render {

namespace {

using Cells = std::vector<std::string>;

constexpr std::string_view goes_on = "┆";

/// "**Line check** –11:00, stage left, Acme Audio"; its start stands at the left of the table.
std::string block_words(const GridBlock& block, const DayEntry& entry) {
    std::string all = "**" + markdown(marked_name(entry.row)) + "**";
    std::string details;
    if (!entry.row.end.empty() || !block.start.empty()) details += ' ' + block.start;
    if (!entry.row.end.empty()) details += "–" + entry.row.end;
    for (const std::string& part : {block.where, joined(block.who, ", ")}) {
        if (!part.empty()) details += ", " + part;
    }
    return all + markdown(details);
}

std::string table_markdown(const GridDay& day, const GridTable& table) {
    Cells headings{"Time"};
    std::vector<std::size_t> column_of;  // of each lane; the first is that of the times
    for (const GridColumn& column : table.columns) {
        column_of.insert(column_of.end(), static_cast<std::size_t>(column.lanes), headings.size());
        headings.push_back(markdown(column.name));
    }
    std::vector<Cells> rows;
    for (const GridRow& row : table.rows) {
        rows.emplace_back(headings.size());
        rows.back().front() = row.time;
    }
    const auto cell = [&](const GridBlock& block, std::size_t row) -> std::string& {
        return rows[row][column_of[static_cast<std::size_t>(block.lane)]];
    };
    for (const GridBlock& block : table.blocks) {
        for (std::size_t row = block.first + 1; row < block.last; ++row) cell(block, row) = goes_on;
    }
    for (const GridBlock& block : table.blocks) {
        std::string& words = cell(block, block.first);
        words += (words.empty() ? "" : "<br>") + block_words(block, day.entries[block.entry]);
    }
    return markdown_table(headings, rows) + '\n';
}

std::string all_day_markdown(const std::vector<DayEntry>& entries) {
    std::string all;
    for (const DayEntry& entry : entries) {
        std::string details = ' ' + times(entry.row);
        const std::string where = where_text(entry.row, std::numeric_limits<int>::max());
        for (const std::string& part : {where, joined(entry.row.who, ", ")}) {
            if (!part.empty()) details += ", " + part;
        }
        all += "- **" + markdown(marked_name(entry.row)) + "**" + markdown(details) + '\n';
    }
    return all.empty() ? all : all + '\n';
}

}  // namespace

std::string grid_markdown(const Drawing& drawing) {
    const std::vector<AgendaRow> rows = agenda_rows(drawing.plan, drawing.schedule, drawing.selection);
    std::string body;
    for (const GridDay& day : grid_days(drawing, rows)) {
        body += markdown_day(drawing, day.day) + all_day_markdown(day.all_day);
        if (day.tables.empty() && day.all_day.empty()) body += "nothing\n\n";
        for (const GridTable& table : day.tables) body += table_markdown(day, table);
    }
    return schedule_document(drawing, rows, body);
}

}  // namespace backops::render
