#pragma once

#include <string>

#include "render/drawing.h"

namespace backops::render {

/// The grid: one for each show day, time down, the drawing's resources across, each block over the rows that it lasts.
/// A moment is a line with its sign. What does not fit abreast stands in further grids below; no line is wider than the
/// screen. Lines end in LF.
std::string grid_text(const Drawing& drawing, const Screen& screen);

/// Its day's heading, then a table whose `┆` says that the block above goes on.
std::string grid_markdown(const Drawing& drawing);

/// A page with one table for each day, blocks spanning its rows; headings and times stay in view.
std::string grid_html(const Drawing& drawing);

}  // namespace backops::render
