#pragma once

#include <span>
#include <string>
#include <string_view>

#include "render/agenda_rows.h"
#include "render/drawing.h"

namespace backops::render {

/// A whole page of a schedule: its title and zone, `body` (HTML), and the legend of `rows`; without rows, why there are
/// none.
std::string schedule_page(const Drawing& drawing, std::span<const AgendaRow> rows, std::string_view body,
                          std::string_view style);

/// `<span class="words">` around escaped words; nothing when there are none.
std::string html_span(std::string_view css_class, std::string_view words);

/// "tentative", "cancelled moment": CSS classes for what the signs say.
std::string mark_classes(const Marks& marks);

}  // namespace backops::render
