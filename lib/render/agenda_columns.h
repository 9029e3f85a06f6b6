#pragma once

#include <span>
#include <string>

#include "render/agenda_rows.h"

namespace backops::render {

/// The cells that each column of an agenda takes; 0: it is not shown. Shared by all of its days.
struct AgendaColumns {
    int start = 0;
    int end = 0;
    int marks = 0;
    int name = 0;
    int where = 0;
    int who = 0;
    int via = 0;

    int before_name() const;  ///< the indent, the times, the marks and the blanks between
    int total() const;
};

inline constexpr int column_gap = 2;

/// What fits `width`: when most cells of all columns do not, via goes whole, then who, then where; a cell that is much
/// longer than the others of its column is cut rather than giving up a column for it. Never wider than the content
/// needs.
AgendaColumns columns_for(std::span<const AgendaRow> rows, int width);

std::string where_text(const AgendaRow& row, int width);

}  // namespace backops::render
