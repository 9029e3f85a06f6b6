#pragma once

#include <string>

#include "render/drawing.h"

namespace backops::render {

/// A calendar of each month with something in it. A day has its time frames and as many entries as a few lines take,
/// then how many more; weeks before the first and after the last with something are left out. No line is wider than
/// the screen.
std::string month_text(const Drawing& drawing, const Screen& screen);

/// A table for each month, whole, with every entry.
std::string month_markdown(const Drawing& drawing);

/// A page with a table for each month, whole, with every entry; on a narrow screen a list by day.
std::string month_html(const Drawing& drawing);

}  // namespace backops::render
