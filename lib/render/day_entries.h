#pragma once

#include <span>
#include <vector>

#include "render/agenda_rows.h"
#include "render/drawing.h"

namespace backops::render {

/// A row on one of the show days that it covers.
struct DayEntry {
    AgendaRow row;             ///< with its times as this day says them
    bool from_before = false;  ///< began on an earlier show day
    bool goes_on = false;      ///< lasts into the next show day
};

struct DayEntries {
    time::Date day;
    std::vector<DayEntry> entries;  ///< all day first, then what began before, then in order of instants
};

/// The last show day that a row stands on: what is all day, or lasts 24 hours or more, stands on each that it covers
/// within the selection's range; all else on the one that it is listed under.
time::Date last_day_of(const Drawing& drawing, const AgendaRow& row);

/// The days that were asked for, else all that the rows stand on; in order.
std::vector<time::Date> covered_days(const Drawing& drawing, std::span<const AgendaRow> rows);

/// What stands on each of `days`, which are in order. `rows` are as agenda_rows gives them.
std::vector<DayEntries> entries_of(const Drawing& drawing, std::span<const AgendaRow> rows,
                                   std::span<const time::Date> days);

/// When it begins, for a list of its day: "14:00", "all day"; "→" when it began before, "→05:30" on its last day.
std::string entry_time(const DayEntry& entry);

/// Its marked name, with "→" behind it, which no line break parts from it, when it goes on.
std::string entry_name(const DayEntry& entry);

}  // namespace backops::render
