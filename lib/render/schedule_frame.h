#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/agenda_rows.h"
#include "render/drawing.h"
#include "text/paint.h"

namespace backops::render {

/// "Summer Sound 2026 — event calendar + Main Stage".
std::string schedule_title(const Drawing& drawing);

/// The show days that get a heading: those of the rows, and those that were asked for by name; in order.
std::vector<time::Date> shown_days(std::span<const AgendaRow> rows, const schedule::Selection& selection);

/// What the signs of these rows say, only those used: "? tentative".
std::vector<std::string> legend(std::span<const AgendaRow> rows);

text::Tone name_tone(const Marks& marks);

/// The zone of the times, with the event's when it is another: "times in America/New_York (event: Europe/Berlin)".
std::string zone_words(const Drawing& drawing);

/// The title with the zone at the right of what stands below, which is `content` cells wide; in two lines when
/// the screen is too narrow for both.
std::string title_lines(const Drawing& drawing, int content, const Screen& screen);

/// "FRI 12 JUN  day 3 of 5 · Show days"; `part`, such as "(1 of 2)", stands behind the date.
std::string day_heading(const Drawing& drawing, time::Date day, const Screen& screen, std::string_view part = {});

/// "7 activities · ? tentative  ◆ fixed", in as many lines as it takes.
std::string footer(std::span<const AgendaRow> rows, const Screen& screen);

}  // namespace backops::render
