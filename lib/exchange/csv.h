#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "exchange/source.h"
#include "text/span.h"

namespace backops::exchange {

/// Limits of a spreadsheet, each with a message of its own.
inline constexpr std::size_t most_rows = 100'000;
inline constexpr std::size_t most_columns = 256;
inline constexpr std::size_t most_cells = 2'000'000;

/// One cell: its text without quotes, and the bytes that it stands on with them (blanks around it not counted).
struct Cell {
    std::string text;
    text::Span span;
};

/// No more cells than the header has; those that a line does not have are empty.
struct Row {
    std::vector<Cell> cells;
    text::Span span;  ///< from its first to its last cell
};

/// A spreadsheet as read, with what places need.
struct Table {
    Source source;
    char separator = ',';
    std::vector<Cell> header;  ///< without empty cells at its end
    text::Span header_span;
    std::vector<Row> rows;  ///< without blank ones and those with problems

    /// Where `length` bytes at `offset` of a cell's text stand in the file.
    text::Span part(const Cell& cell, std::size_t offset, std::size_t length) const;
};

/// Reads rows as RFC 4180 has them, and what spreadsheets write beside it: comma, semicolon or tab (whichever the
/// header has most of), a BOM, any line ends, blank lines, blanks around quotes. A line that cannot be read is a
/// problem, and reading goes on after it. False when there is no table at all: no header or no rows. `table.source` has
/// been read.
bool read_csv(Table& table, Findings& findings);

}  // namespace backops::exchange
