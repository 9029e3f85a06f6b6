#pragma once

#include <span>
#include <string>
#include <string_view>

#include "render/agenda_rows.h"
#include "render/drawing.h"

namespace backops::render {

/// A whole document of a schedule: its title and zone, `body` (Markdown), and the legend of `rows`; without rows, why
/// there are none.
std::string schedule_document(const Drawing& drawing, std::span<const AgendaRow> rows, std::string_view body);

/// `## FRI 12 JUN`, and the day's number and time frames below it.
std::string markdown_day(const Drawing& drawing, time::Date day);

}  // namespace backops::render
