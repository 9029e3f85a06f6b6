#include "render/grid_layout.h"

#include <algorithm>
#include <map>

#include "render/agenda_columns.h"
#include "render/grid_lanes.h"
#include "render/grid_resources.h"
#include "render/grid_tables.h"
#include "render/names.h"
#include "render/schedule_frame.h"

namespace backops::render {

namespace {

using schedule::Occurrence;

/// By the place of their resource, from 1; 0 is what has none.
using Columns = std::map<std::size_t, FilledColumn>;

/// The zone of the times at the left: that of all occurrences when they agree, else the event's.
time::Zone clock_of(const Drawing& drawing, std::span<const AgendaRow> rows) {
    const time::Zone first = rows.front().occurrence->zone;
    const bool agree = std::ranges::all_of(rows, [&](const AgendaRow& row) { return row.occurrence->zone == first; });
    return agree ? first : time::find_zone(drawing.plan.event.timezone).value_or(first);
}

/// What reaches over an edge of the show day is cut there.
GridSpan span_of(const DayEntry& entry, std::int32_t day_start) {
    const Occurrence& occurrence = *entry.row.occurrence;
    const auto start_of = [&](time::Date day) { return occurrence.zone.at({day, day_start}).instant.seconds; };
    GridSpan span;
    span.begin = {entry.from_before ? start_of(entry.row.day) : occurrence.from.seconds, after_moments};
    span.end = {entry.goes_on ? start_of(entry.row.day + 1) : occurrence.until.seconds, 0};
    return span;
}

void add(std::size_t entry, GridSpan span, FilledColumn& column) {
    span.entry = entry;
    if (span.end.instant <= span.begin.instant) {
        const bool stacks = !column.spans.empty() && column.last_moment.instant == span.begin.instant;
        span.begin.place = stacks ? column.last_moment.place : 0;
        span.end = column.last_moment = {span.begin.instant, span.begin.place + 1};
    }
    column.spans.push_back(span);
}

bool is_everywhere(const DayEntry& entry) {
    return entry.row.occurrence->activity->global && entry.row.occurrence->areas().empty();
}

std::string name_of_rest(const FilledColumn& column, const GridDay& day, Resource resource) {
    if (resource != Resource::area) return "others";
    const bool all =
        std::ranges::all_of(column.spans, [&](const GridSpan& span) { return is_everywhere(day.entries[span.entry]); });
    return all ? "everywhere" : "elsewhere";
}

Columns columns_of(const Drawing& drawing, const GridResources& resources, const GridDay& day) {
    Columns columns;
    if (day.entries.empty()) return columns;
    for (const std::size_t place : resources.chosen()) columns[place + 1];
    for (std::size_t i = 0; i < day.entries.size(); ++i) {
        const GridSpan span = span_of(day.entries[i], drawing.plan.event.day_start);
        const std::vector<std::size_t> places = resources.of(*day.entries[i].row.occurrence);
        if (places.empty()) add(i, span, columns[0]);
        for (const std::size_t place : places) add(i, span, columns[place + 1]);
    }
    for (auto& [place, column] : columns) {
        column.lanes = set_lanes(column.spans);
        column.name = place == 0 ? name_of_rest(column, day, drawing.columns) : resources.name(place - 1);
    }
    return columns;
}

std::string where_beside(AgendaRow row, const std::string& column) {
    const bool is_here = std::erase(row.areas, column) > 0;
    const bool is_elsewhere_too = is_here && !row.areas.empty();
    return (is_elsewhere_too ? "+ " : "") + where_text(row, std::numeric_limits<int>::max());
}

void set_words(const std::vector<DayEntry>& entries, GridTable& table) {
    std::vector<const GridColumn*> by_lane;
    for (const GridColumn& column : table.columns) by_lane.insert(by_lane.end(), column.lanes, &column);
    for (GridBlock& block : table.blocks) {
        const AgendaRow& row = entries[block.entry].row;
        const std::string& column = by_lane[block.lane]->name;
        if (row.start != table.rows[block.first].time) block.start = row.start;
        block.where = where_beside(row, column);
        block.who = row.who;
        std::erase(block.who, column);
    }
}

}  // namespace

int GridTable::lanes() const {
    int all = 0;
    for (const GridColumn& column : columns) all += column.lanes;
    return all;
}

std::vector<GridDay> grid_days(const Drawing& drawing, std::span<const AgendaRow> rows, int most_lanes) {
    std::vector<GridDay> days;
    if (rows.empty()) return days;
    const time::Zone clock = clock_of(drawing, rows);
    const GridResources resources(drawing);
    for (DayEntries& listed : entries_of(drawing, rows, shown_days(rows, drawing.selection))) {
        GridDay day{listed.day, {}, {}, {}};
        for (DayEntry& entry : listed.entries) {
            (entry.row.all_day ? day.all_day : day.entries).push_back(std::move(entry));
        }
        std::vector<FilledColumn> columns;
        for (auto& [place, column] : columns_of(drawing, resources, day)) columns.push_back(std::move(column));
        day.tables = grid_tables(columns, day.day, clock, most_lanes);
        for (GridTable& table : day.tables) set_words(day.entries, table);
        days.push_back(std::move(day));
    }
    return days;
}

}  // namespace backops::render
