#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/csv.h"

namespace backops::exchange {

/// The columns of an activity spreadsheet.
enum class Column : std::uint8_t {
    id,
    name,
    start,
    end,
    duration,
    areas,
    organizers,
    required,
    optional,
    kind,
    status,
    location,
    description,
};
inline constexpr std::array<std::string_view, 13> column_names = {
    "id",       "name",     "start", "end",    "duration", "areas",      "organizers",
    "required", "optional", "kind",  "status", "location", "description"};

/// Which cell of a row each column is.
class Columns {
  public:
    bool has(Column column) const { return at(column).has_value(); }
    /// Null when there is no such column, or the line ends before it.
    const Cell* cell(const Row& row, Column column) const;
    std::optional<std::size_t>& at(Column column) { return places_[static_cast<std::size_t>(column)]; }
    const std::optional<std::size_t>& at(Column column) const { return places_[static_cast<std::size_t>(column)]; }

  private:
    std::array<std::optional<std::size_t>, column_names.size()> places_{};
};

/// What the header says. Headings are compared without regard to case; `map` gives columns other headings, `ignore`
/// drops headings. Every other heading, a heading twice and a missing `name` or `start` (unless there is `id`) is a
/// problem.
Columns columns_of(const Table& table, const std::vector<std::pair<std::string, std::string>>& map,
                   const std::vector<std::string>& ignore, Findings& findings);

}  // namespace backops::exchange
