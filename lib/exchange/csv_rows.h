#pragma once

#include <optional>
#include <string>
#include <vector>

#include "event/intake.h"
#include "exchange/csv.h"
#include "exchange/csv_columns.h"
#include "exchange/names.h"
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

/// Reads times as people type them. After many misses it no longer looks for what was meant, which costs a look at
/// every name.
class TypedTimes {
  public:
    explicit TypedTimes(event::Intake& intake) : intake_(intake) {}
    /// text::Failure for what is no time.
    time::Entered start(const std::string& typed);
    time::Entered end(const std::string& typed, const time::Entered& start);

  private:
    const time::Setting& setting();

    event::Intake& intake_;
    std::optional<time::Setting> plain_;
    int misses_ = 0;
};

/// Reads the rows of one spreadsheet: cells without blanks around them and without the apostrophe that keeps `'=…` from
/// being a formula, lists split by `;`.
class RowReader {
  public:
    RowReader(const Table& table, const Columns& columns, event::Intake& intake, Names& names, Findings& findings)
        : table_(table), columns_(columns), intake_(intake), names_(names), findings_(findings), times_(intake) {}

    /// Nothing when the row has problems, which are all reported.
    std::optional<RowActivity> read(const Row& row);

  private:
    friend class Reading;

    const Table& table_;
    const Columns& columns_;
    event::Intake& intake_;
    Names& names_;
    Findings& findings_;
    TypedTimes times_;
};

/// The span that stands for a cell: its own, or the row's end when the line stops before it.
text::Span span_of(const Columns& columns, const Row& row, Column column);

}  // namespace backops::exchange
