#pragma once

#include <string>

#include "model/plan.h"
#include "render/drawing.h"
#include "schedule/selection.h"

namespace backops::render {

/// What stands over a schedule: "event calendar + Main Stage".
std::string selection_title(const model::Plan& plan, const schedule::Selection& selection);

/// The agenda: a heading for each show day, one row an occurrence, columns aligned over all days, the least important
/// column dropped whole when the width is short; no line is wider than the screen. Times are on each occurrence's own
/// clock; where that is not the event's, its zone stands behind the name. Lines end in LF.
std::string agenda_text(const model::Plan& plan, const schedule::Schedule& schedule,
                        const schedule::Selection& selection, const Screen& screen);

/// `backops/schedule/1` (schemas/schedule.schema.json), with a final line end.
std::string schedule_json(const model::Plan& plan, const schedule::Schedule& schedule);

}  // namespace backops::render
