#include <fmt/format.h>

#include <limits>
#include <string>
#include <vector>

#include "render/agenda_columns.h"
#include "render/agenda_days.h"
#include "render/grid.h"
#include "render/grid_layout.h"
#include "render/html.h"
#include "render/names.h"
#include "render/schedule_html.h"

namespace backops::render {

namespace {

constexpr int unbounded = std::numeric_limits<int>::max();

constexpr std::string_view style = R"(
body { max-width: none; }
.scroll { overflow: auto; max-height: 94vh; }
table.grid { border-collapse: separate; border-spacing: 0; }
.grid th, .grid td { padding: .15rem .4rem; vertical-align: top; border-top: 1px solid var(--line); }
.grid thead th { position: sticky; top: 0; z-index: 1; background: var(--paper); border-left: 1px solid var(--line); }
.grid tbody th { position: sticky; left: 0; background: var(--paper); font-weight: normal; white-space: nowrap; }
.grid thead th:first-child { left: 0; z-index: 2; border-left: 0; }
.grid td { min-width: 8rem; }
.grid td.edge { border-left: 1px solid var(--line); }
.grid td.block { background: var(--band); border: 1px solid var(--faint); border-left-width: 4px; }
.grid td.moment { border-style: none none none solid; }
.grid td.tentative { border-style: dashed; background: none; }
.grid td.before { border-top: 3px dotted var(--faint); }
.grid td.on { border-bottom: 3px dotted var(--faint); }
.cancelled b { text-decoration: line-through; }
.time, .where, .who { display: block; font-size: .85em; }
.who { color: var(--faint); }
h2 small { font-weight: normal; }
@media print {
  @page { size: A4 landscape; margin: 1cm; }
  body { margin: 0; font-size: 8pt; line-height: 1.2; }
  .scroll { overflow: visible; max-height: none; }
  .grid td { min-width: 0; }
  .grid thead th, .grid tbody th { position: static; }
  .grid tr, .grid td { break-inside: avoid; }
  section + section { break-before: page; }
}
)";

std::string attribute(std::string_view name, std::size_t count) {
    return count > 1 ? fmt::format(" {}=\"{}\"", name, count) : std::string();
}

std::string block_cell(const GridBlock& block, const DayEntry& entry) {
    std::string classes = "block";
    const std::string marks = mark_classes(entry.row.marks);
    if (!marks.empty()) classes += ' ' + marks;
    if (entry.from_before) classes += " before";
    if (entry.goes_on) classes += " on";
    return "<td class=\"" + classes + '"' + attribute("rowspan", block.last - block.first) +
           attribute("colspan", static_cast<std::size_t>(block.width)) + "><b>" + html(marked_name(entry.row)) +
           "</b> " + html_span("time", times(entry.row)) + html_span("where", block.where) +
           html_span("who", joined(block.who, ", ")) + "</td>";
}

/// Writes the rows of one table from top to bottom: what a block above still covers gets no cell.
class Body {
  public:
    Body(const GridDay& day, const GridTable& table)
        : day_(day), table_(table), covered_until_(static_cast<std::size_t>(table.lanes()), 0) {}

    std::string html() && {
        for (row_ = 0; row_ < table_.rows.size(); ++row_) {
            all_ += "<tr><th scope=\"row\">" + render::html(table_.rows[row_].time) + "</th>";
            int lane = 0;
            for (const GridColumn& column : table_.columns) {
                add_cells(lane, lane + column.lanes);
                lane += column.lanes;
            }
            all_ += "</tr>\n";
        }
        return std::move(all_);
    }

  private:
    bool begins(int lane) const {
        return next_ < table_.blocks.size() && table_.blocks[next_].first == row_ && table_.blocks[next_].lane == lane;
    }

    bool is_covered(int lane) const { return covered_until_[static_cast<std::size_t>(lane)] > row_; }

    void add_cells(int first, int last) {
        for (int lane = first; lane < last;) {
            if (begins(lane)) {
                add_block(table_.blocks[next_++]);
            } else if (is_covered(lane)) {
                ++lane;
            } else {
                const int begin = lane;
                while (lane < last && !begins(lane) && !is_covered(lane)) ++lane;
                const auto width = static_cast<std::size_t>(lane - begin);
                all_ += (begin == first ? "<td class=\"edge\"" : "<td") + attribute("colspan", width) + "></td>";
            }
        }
    }

    void add_block(const GridBlock& block) {
        all_ += block_cell(block, day_.entries[block.entry]);
        for (int lane = block.lane; lane < block.lane + block.width; ++lane) {
            covered_until_[static_cast<std::size_t>(lane)] = block.last;
        }
    }

    const GridDay& day_;
    const GridTable& table_;
    std::vector<std::size_t> covered_until_;  ///< the row after the last block of each lane
    std::size_t row_ = 0;
    std::size_t next_ = 0;  ///< block
    std::string all_;
};

std::string table_html(const GridDay& day, const GridTable& table, const std::string& label) {
    std::string all = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + html(label) +
                      "\">\n<table class=\"grid\">\n<thead><tr><th scope=\"col\">Time</th>";
    for (const GridColumn& column : table.columns) {
        all += "<th scope=\"col\"" + attribute("colspan", static_cast<std::size_t>(column.lanes)) + '>' +
               html(column.name) + "</th>";
    }
    return all + "</tr></thead>\n<tbody>\n" + Body(day, table).html() + "</tbody>\n</table>\n</div>\n";
}

std::string all_day_html(const std::vector<DayEntry>& entries) {
    if (entries.empty()) return {};
    std::string all = "<ul>\n";
    for (const DayEntry& entry : entries) {
        all += "<li class=\"" + mark_classes(entry.row.marks) + "\"><b>" + html(marked_name(entry.row)) + "</b> " +
               html_span("time", times(entry.row)) + html_span("where", where_text(entry.row, unbounded)) +
               html_span("who", joined(entry.row.who, ", ")) + "</li>\n";
    }
    return all + "</ul>\n";
}

std::string day_html(const Drawing& drawing, const GridDay& day) {
    const std::string label = day_label(drawing.plan.event, day.day);
    const std::string context = day_context(drawing.plan.event, drawing.schedule.bands, day.day, unbounded);
    std::string all = "<section>\n<h2>" + html(label) + " <small>" + html(context) + "</small></h2>\n";
    all += all_day_html(day.all_day);
    if (day.tables.empty() && day.all_day.empty()) all += "<p>nothing</p>\n";
    for (const GridTable& table : day.tables) all += table_html(day, table, label);
    return all + "</section>\n";
}

}  // namespace

std::string grid_html(const Drawing& drawing) {
    const std::vector<AgendaRow> rows = agenda_rows(drawing.plan, drawing.schedule, drawing.selection);
    std::string body;
    for (const GridDay& day : grid_days(drawing, rows)) body += day_html(drawing, day);
    return schedule_page(drawing, rows, body, style);
}

}  // namespace backops::render
