#include "render/grid_tables.h"

#include <algorithm>
#include <map>

namespace backops::render {

namespace {

/// Some lanes of a column, half-open.
struct Slice {
    const FilledColumn* column;
    int first;
    int last;
    int part;
    int parts;

    int lanes() const { return last - first; }
};

using Slices = std::vector<Slice>;

int divided_up(int lanes, int most) { return lanes / most + (lanes % most > 0 ? 1 : 0); }

std::vector<Slices> abreast(const std::vector<FilledColumn>& columns, int most) {
    std::vector<Slices> tables;
    int room = 0;
    for (const FilledColumn& column : columns) {
        const int parts = divided_up(column.lanes, most);
        for (int part = 0; part < parts; ++part) {
            const int first = part * most;
            const Slice slice{&column, first, std::min(column.lanes, first + most), part + 1, parts};
            if (slice.lanes() > room) {
                tables.emplace_back();
                room = most;
            }
            tables.back().push_back(slice);
            room -= slice.lanes();
        }
    }
    return tables;
}

/// As few tables as `most` allows, then none much wider than the others.
std::vector<Slices> evenly(const std::vector<FilledColumn>& columns, int most) {
    std::vector<Slices> fewest = abreast(columns, most);
    int total = 0, widest = 1;
    for (const FilledColumn& column : columns) {
        total += column.lanes;
        widest = std::max(widest, column.lanes);
    }
    const int count = static_cast<int>(fewest.size());
    if (count < 2 || widest > most) return fewest;
    for (int fewer = std::max(widest, divided_up(total, count)); fewer < most; ++fewer) {
        std::vector<Slices> even = abreast(columns, fewer);
        if (static_cast<int>(even.size()) == count) return even;
    }
    return fewest;
}

/// What one instant needs: a row for each of the moments that stand below one another, and one for what begins.
struct Tick {
    int moments = 0;
    bool begins = false;
    std::size_t first_row = 0;
};

using Ticks = std::map<std::int64_t, Tick>;

Ticks ticks_of(const std::vector<GridSpan>& spans) {
    Ticks ticks;
    for (const GridSpan& span : spans) {
        Tick& tick = ticks[span.begin.instant];
        if (span.is_moment()) {
            tick.moments = std::max(tick.moments, span.begin.place + 1);
        } else {
            tick.begins = true;
            ticks[span.end.instant];
        }
    }
    return ticks;
}

std::vector<GridRow> rows_of(Ticks& ticks, time::Date day, const time::Zone& clock) {
    std::vector<GridRow> rows;
    for (auto tick = ticks.begin(); tick != ticks.end(); ++tick) {
        auto& [instant, needs] = *tick;
        needs.first_row = rows.size();
        const std::string time = time::clock_on(day, clock.wall_time({instant}));
        for (int i = 0; i < needs.moments; ++i) rows.push_back({time, true});
        const bool is_last = std::next(tick) == ticks.end();
        if (needs.begins || (needs.moments == 0 && !is_last)) rows.push_back({time, needs.begins});
    }
    return rows;
}

GridBlock block_of(const GridSpan& span, const Ticks& ticks) {
    GridBlock block;
    block.entry = span.entry;
    block.lane = span.lane;
    block.width = span.width;
    block.is_moment = span.is_moment();
    const Tick& begin = ticks.at(span.begin.instant);
    block.first = begin.first_row + static_cast<std::size_t>(span.is_moment() ? span.begin.place : begin.moments);
    block.last = span.is_moment() ? block.first + 1 : ticks.at(span.end.instant).first_row;
    return block;
}

GridTable table_of(const Slices& slices, time::Date day, const time::Zone& clock) {
    GridTable table;
    std::vector<GridSpan> spans;
    int offset = 0;
    for (const Slice& slice : slices) {
        table.columns.push_back({slice.column->name, slice.lanes(), slice.part, slice.parts});
        for (GridSpan span : slice.column->spans) {
            if (span.lane < slice.first || span.lane >= slice.last) continue;
            span.width = std::min(span.width, slice.last - span.lane);
            span.lane += offset - slice.first;
            spans.push_back(span);
        }
        offset += slice.lanes();
    }
    Ticks ticks = ticks_of(spans);
    table.rows = rows_of(ticks, day, clock);
    for (const GridSpan& span : spans) table.blocks.push_back(block_of(span, ticks));
    std::ranges::stable_sort(table.blocks, [](const GridBlock& a, const GridBlock& b) {
        return a.first != b.first ? a.first < b.first : a.lane < b.lane;
    });
    return table;
}

}  // namespace

std::vector<GridTable> grid_tables(const std::vector<FilledColumn>& columns, time::Date day, const time::Zone& clock,
                                   int most_lanes) {
    std::vector<GridTable> tables;
    for (const Slices& slices : evenly(columns, most_lanes)) tables.push_back(table_of(slices, day, clock));
    return tables;
}

}  // namespace backops::render
