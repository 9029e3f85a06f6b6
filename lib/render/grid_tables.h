#pragma once

#include <string>
#include <vector>

#include "render/grid_lanes.h"
#include "render/grid_layout.h"

namespace backops::render {

/// A column of a day before its place on the screen is known.
struct FilledColumn {
    std::string name;
    std::vector<GridSpan> spans;  ///< with their lanes
    int lanes = 0;
    GridTime last_moment = {};  ///< the end of the moment that was added last
};

/// The columns in tables of at most `most_lanes` lanes, as few as possible and then as even as possible; each table has
/// the rows that its own blocks need. Times are as `day` says them on `clock`. Blocks have no words yet.
std::vector<GridTable> grid_tables(const std::vector<FilledColumn>& columns, time::Date day, const time::Zone& clock,
                                   int most_lanes);

}  // namespace backops::render
