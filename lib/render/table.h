#pragma once

#include <string>
#include <vector>

namespace backops::render {

/// A column's heading, and what is done when there is not enough room.
struct Column {
    Column(const char* heading, bool is_whole = false, int goes = 0)
        : heading(heading), is_whole(is_whole), goes(goes) {}
    Column(std::string heading) : heading(std::move(heading)) {}

    std::string heading;
    bool is_whole = false;  ///< half of it would mislead, so it is never cut: a time, a phone number
    int goes = 0;           ///< more than 0: it goes as a whole before others are cut short; the highest first
};

/// Rows of cells in aligned columns, two blanks apart, within `width` cells: the widest columns are cut first, and
/// never below what can be read; the first is cut last. Headings stand over them when given; a column of empty cells is
/// left out. Every cell is made safe for a terminal.
std::string table(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows, int width,
                  bool colour);

/// The lines of that, without line ends, the headings' first. A row of one cell alone is none of the columns' matter
/// and stands as it is, such as a heading between.
std::vector<std::string> table_lines(const std::vector<Column>& columns,
                                     const std::vector<std::vector<std::string>>& rows, int width, bool colour);

}  // namespace backops::render
