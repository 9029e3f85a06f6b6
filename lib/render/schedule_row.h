#pragma once

#include <string>

#include "render/json.h"
#include "schedule/selection.h"

namespace backops::render {

/// One row as every machine-read format has it (schemas/schedule.schema.json).
Json row_json(const schedule::Row& row);

/// `2026-06-12`, or a wall time with hours below 24: `2026-06-12T14:00`.
std::string iso(const model::TimeOrDate& time);

}  // namespace backops::render
