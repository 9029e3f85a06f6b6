#pragma once

#include <string>
#include <vector>

namespace backops::cmd {

/// Rows of cells in aligned columns, two blanks apart, within `width` cells: the widest columns are cut first, and
/// never below what can be read. Headings stand over them when given. Every cell is made safe for a terminal.
std::string table(const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows,
                  int width, bool colour);

}  // namespace backops::cmd
