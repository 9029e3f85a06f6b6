#pragma once

#include <span>
#include <vector>

#include "render/day_entries.h"
#include "render/drawing.h"

namespace backops::render {

struct CalendarDay {
    time::Date day;
    bool in_event = false;          ///< one of the days that "day N of M" counts
    bool in_range = false;          ///< one of the days that were asked for
    bool in_month = true;           ///< else another month's, here only to fill the week
    std::vector<DayEntry> entries;  ///< none outside the month
};

struct CalendarWeek {
    std::vector<CalendarDay> days;
    bool is_empty() const;
};

struct CalendarMonth {
    int year = 0;
    unsigned month = 1;
    std::vector<CalendarWeek> weeks;  ///< whole ones, Monday first
    bool is_empty() const;
};

/// Monday to Sunday of each week with something in it; when days were asked for, those alone, week by week.
std::vector<CalendarWeek> calendar_weeks(const Drawing& drawing, std::span<const AgendaRow> rows);

/// Each month with a day that has something or was asked for, from the first to the last of its weeks that has such a
/// day or one of the event's.
std::vector<CalendarMonth> calendar_months(const Drawing& drawing, std::span<const AgendaRow> rows);

/// "MON 8 – SUN 14 JUN 2026", or its one day.
std::string week_label(const CalendarWeek& week);
std::string month_label(const CalendarMonth& month);  ///< "JUN 2026"

}  // namespace backops::render
