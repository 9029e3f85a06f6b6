#pragma once

#include <optional>
#include <string>
#include <vector>

#include "event/intake.h"
#include "exchange/csv.h"
#include "exchange/csv_columns.h"
#include "exchange/csv_names.h"
#include "time/duration.h"
#include "time/entry.h"

namespace backops::exchange {

/// What one row says, with names made ids. What its file has no column for is empty.
struct RowActivity {
    const Row* row = nullptr;
    std::string id;
    std::string name;
    std::optional<time::Entered> start;
    std::string end_typed;             ///< not empty: the end, to be read against the start that the activity has
    std::optional<time::Entered> end;  ///< the same when the row gives the start
    std::optional<time::Duration> duration;
    std::vector<std::string> areas, organizers, required, optional;
    std::string kind, status, location, description;
};

/// The cell's text without blanks around it and without the apostrophe that keeps `'=…` from being a formula.
std::string cell_text(const Cell* cell);

/// Reads a row; nothing when it has problems, which are all reported.
std::optional<RowActivity> read_row(const Table& table, const Columns& columns, const Row& row, event::Intake& intake, Names& names,
                                    Findings& findings);

/// The span that stands for a cell: its own, or the row's end when the line stops before it.
text::Span span_of(const Columns& columns, const Row& row, Column column);

}  // namespace backops::exchange
