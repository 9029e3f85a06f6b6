#pragma once

#include <span>
#include <string>
#include <string_view>

#include "render/calendar_layout.h"
#include "render/drawing.h"

namespace backops::render {

/// A section under `label` with one table: a column for each day of a week, a row for each week, all entries in it.
/// Every week has the same weekdays.
std::string calendar_html(const Drawing& drawing, std::span<const CalendarWeek> weeks, std::string_view label);

/// The CSS of such tables.
extern const std::string_view calendar_style;

}  // namespace backops::render
