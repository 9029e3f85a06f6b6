#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/problem.h"
#include "text/span.h"

namespace backops::exchange {

/// Limits of a spreadsheet, each with a message of its own.
inline constexpr std::size_t largest_csv = 16 * 1024 * 1024;
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
    std::string file;
    std::string text;
    std::vector<std::uint32_t> lines;  ///< where each line begins
    char separator = ',';
    std::vector<Cell> header;  ///< without empty cells at its end
    text::Span header_span;
    std::vector<Row> rows;  ///< without blank ones and those with problems

    text::Place place(text::Span span) const;
    /// Where `length` bytes at `offset` of a cell's text stand in the file.
    text::Span part(const Cell& cell, std::size_t offset, std::size_t length) const;
};

/// Problems of one spreadsheet: at most `most_problems`, and only so many bytes of excerpts that no file takes all
/// memory.
class Findings {
  public:
    static constexpr std::size_t most_problems = 10'000;

    explicit Findings(const Table& table) : table_(table) {}
    text::Problem& add(text::Span at, std::string rule, std::string message, std::vector<std::string> hints = {},
                       text::Severity severity = text::Severity::error);
    /// For the file as a whole.
    void add(std::string rule, std::string message, std::vector<std::string> hints = {});
    /// Problems of other files that stand in the way.
    void add(text::Problems others);
    text::Place place(text::Span at);

    bool any_error() const { return errors_ > 0; }
    bool full() const { return problems_.size() >= most_problems; }
    /// Sorted; when there were more than are kept, the last says so.
    text::Problems taken();

  private:
    const Table& table_;
    text::Problems problems_;
    text::Problem dropped_;
    std::size_t errors_ = 0;
    std::size_t excerpt_bytes_ = 0;
};

/// Reads rows as RFC 4180 has them, and what spreadsheets write beside it: comma, semicolon or tab (whichever the
/// header has most of), a BOM, any line ends, blank lines, blanks around quotes. A line that cannot be read is a
/// problem, and reading goes on after it. False when there is no table at all: wrong encoding, too large, no header or
/// no rows.
bool read_csv(std::string file, std::string text, Table& table, Findings& findings);

}  // namespace backops::exchange
