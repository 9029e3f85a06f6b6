#pragma once

#include <string>

#include "exchange/csv_rows.h"
#include "exchange/drafting.h"

namespace backops::exchange {

/// What makes an activity say what a row says. Only keys that have a column; an empty cell empties the key. What means
/// the same already is no edit: `end` in another form, `confirmed` and no status, a duration that gives the row's end.
/// text::Failure when the row's end does not follow the activity's own start.
Edits edits(const yaml::Node& activity, const RowActivity& row, const Columns& columns, event::Intake& intake);

/// Equal for rows and activities that say the same in every column; for telling apart what has one name, start and
/// areas.
std::string signature(const RowActivity& row, const Columns& columns);
std::string signature(const yaml::Node& activity, const Columns& columns);

/// The record of a new activity; the row has a name and a start.
yaml::Value new_activity(const RowActivity& row);

/// What rows are matched by: the case-folded name, and start and areas (in any order) as far as they have columns.
std::string match_key(const RowActivity& row, const Columns& columns);
std::string match_key(const yaml::Node& activity, const Columns& columns);

}  // namespace backops::exchange
