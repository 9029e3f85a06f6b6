#pragma once

#include <span>
#include <string>
#include <string_view>

#include "render/calendar_layout.h"
#include "render/drawing.h"

namespace backops::render {

/// `## label` and one table: for each week a row of its days and, below, rows of their entries. Every week has the same
/// weekdays.
std::string calendar_markdown(const Drawing& drawing, std::span<const CalendarWeek> weeks, std::string_view label);

}  // namespace backops::render
