#include <string>
#include <vector>

#include "render/agenda.h"
#include "render/agenda_columns.h"
#include "render/agenda_rows.h"
#include "render/markdown.h"
#include "render/names.h"
#include "render/schedule_frame.h"
#include "render/schedule_markdown.h"

namespace backops::render {

namespace {

constexpr int unbounded = 1 << 20;

/// The cells of the columns that have something to show anywhere.
std::vector<std::string> cells(const AgendaColumns& columns, const std::vector<std::string>& all) {
    const int widths[] = {columns.start, columns.end, columns.name, columns.where, columns.who, columns.via};
    std::vector<std::string> shown;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (widths[i] > 0) shown.push_back(all[i]);
    }
    return shown;
}

std::vector<std::string> row_cells(const AgendaRow& row, const AgendaColumns& columns) {
    return cells(columns, {markdown(row.start), markdown(row.end), markdown(marked_name(row)),
                           markdown(where_text(row, unbounded)), markdown(joined(row.who, ", ")),
                           markdown(joined(row.via, ", "))});
}

}  // namespace

std::string agenda_markdown(const Drawing& drawing) {
    const std::vector<AgendaRow> rows = agenda_rows(drawing.plan, drawing.schedule, drawing.selection);
    const AgendaColumns columns = columns_for(rows, unbounded);
    const std::vector<std::string> headings = cells(columns, {"Start", "End", "Activity", "Where", "Who", "Via"});
    std::string body;
    auto row = rows.begin();
    for (const time::Date day : shown_days(rows, drawing.selection)) {
        body += markdown_day(drawing, day);
        std::vector<std::vector<std::string>> table;
        for (; row != rows.end() && row->day == day; ++row) table.push_back(row_cells(*row, columns));
        body += table.empty() ? "nothing\n" : markdown_table(headings, table);
        body += '\n';
    }
    return schedule_document(drawing, rows, body);
}

}  // namespace backops::render
