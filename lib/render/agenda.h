#pragma once

#include <string>

#include "model/plan.h"
#include "render/drawing.h"
#include "schedule/selection.h"

namespace backops::render {

/// What stands over a schedule: "event calendar + Main Stage".
std::string selection_title(const model::Plan& plan, const schedule::Selection& selection);

/// A heading for each show day, one row an occurrence, columns aligned over all days, the least important column
/// dropped whole when the width is short, which the foot then says; no line is wider than the screen. Times are on each
/// occurrence's own clock; where that is not the one that the title names, its zone stands behind the name. Lines end
/// in LF.
std::string agenda_text(const Drawing& drawing, const Screen& screen);

/// A table for each show day, its cells as wide as their column so that it reads as text too.
std::string agenda_markdown(const Drawing& drawing);

/// A page with a table for each show day, whose rows stack on a phone and stay whole on paper.
std::string agenda_html(const Drawing& drawing);

/// `backops/schedule/1` (schemas/schedule.schema.json), with a final line end.
std::string schedule_json(const model::Plan& plan, const schedule::Schedule& schedule);

/// The rows of that alone, one object a line.
std::string schedule_ndjson(const schedule::Schedule& schedule);

/// The rows as RFC 4180 has them, CRLF included, under a line of names; lists are joined by `;`. Text is safe for one
/// line; a cell that a spreadsheet would take for a formula has an apostrophe before it, as exchange/csv_rows.h reads
/// it back.
std::string schedule_csv(const schedule::Schedule& schedule);

}  // namespace backops::render
