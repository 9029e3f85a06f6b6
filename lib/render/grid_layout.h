#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "render/day_entries.h"
#include "render/drawing.h"

namespace backops::render {

struct GridColumn {
    std::string name;
    int lanes = 1;
    int part = 1;  ///< of a column that does not fit in one table
    int parts = 1;
};

/// A stretch of time in which nothing begins or ends, or one line of moments.
struct GridRow {
    std::string time;     ///< `01:30+1`: when it begins
    bool begins = false;  ///< whether something does so then, else something has ended
};

/// One entry in one column, or a part of it: an entry in several areas is several blocks.
struct GridBlock {
    std::size_t entry = 0;  ///< of its day
    int lane = 0;           ///< counted through all columns of its table
    int width = 1;          ///< lanes
    std::size_t first = 0;  ///< rows of its table, half-open
    std::size_t last = 0;
    bool is_moment = false;
    std::string start;             ///< when that is not what its first row says
    std::string where;             ///< what the column does not say already
    std::vector<std::string> who;  ///< so too
};

/// What stands side by side. Blocks by row, then lane; they never overlap.
struct GridTable {
    std::vector<GridColumn> columns;
    std::vector<GridRow> rows;
    std::vector<GridBlock> blocks;

    int lanes() const;
};

struct GridDay {
    time::Date day;
    std::vector<DayEntry> all_day;
    std::vector<DayEntry> entries;  ///< the others
    std::vector<GridTable> tables;  ///< more than one when the columns do not fit abreast
};

inline constexpr int unlimited_lanes = std::numeric_limits<int>::max();

/// The grid of each shown day. Columns are the resources that were selected, else those that have something then,
/// led by one for what has none of them. Rows are the times at which something begins or ends, exact, in order of
/// instants. A table has at most `most_lanes` lanes; a column that alone has more is continued in the next table. Time:
/// n log n in the entries.
std::vector<GridDay> grid_days(const Drawing& drawing, std::span<const AgendaRow> rows,
                               int most_lanes = unlimited_lanes);

}  // namespace backops::render
