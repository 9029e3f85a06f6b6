#include "render/calendar_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/agenda_days.h"
#include "time/phrase.h"

namespace backops::render {

namespace {

using time::Date;

constexpr int week_days = 7;

Date monday_of(Date day) { return day - static_cast<int>(time::weekday(day)); }

bool is_in_month(Date day, int year, unsigned month) {
    const time::YearMonthDay parts = time::year_month_day(day);
    return parts.year == year && parts.month == month;
}

bool is_in_range(const Drawing& drawing, Date day) {
    const schedule::Selection& asked = drawing.selection;
    if (std::ranges::find(asked.days, day) != asked.days.end()) return true;
    const auto zone = time::find_zone(drawing.plan.event.timezone);
    if (!asked.from || !asked.to || !zone) return false;
    const std::int32_t day_start = drawing.plan.event.day_start;
    return time::show_day(zone->wall_time(*asked.from), day_start) <= day &&
           day <= time::show_day(zone->wall_time({asked.to->seconds - 1}), day_start);
}

CalendarDay calendar_day(const Drawing& drawing, DayEntries listed) {
    const model::Event& event = drawing.plan.event;
    const bool in_event = event.start <= listed.day && listed.day <= event.end;
    return {listed.day, in_event, is_in_range(drawing, listed.day), true, std::move(listed.entries)};
}

bool is_beyond(const CalendarWeek& week) {
    return std::ranges::none_of(week.days, [](const CalendarDay& day) {
        return day.in_month && (day.in_event || day.in_range || !day.entries.empty());
    });
}

void trim(std::vector<CalendarWeek>& weeks) {
    const auto first = std::ranges::find_if_not(weeks, is_beyond);
    weeks.erase(weeks.begin(), first);
    while (!weeks.empty() && is_beyond(weeks.back())) weeks.pop_back();
}

CalendarMonth month_of(const Drawing& drawing, std::span<const AgendaRow> rows, int year, unsigned month) {
    CalendarMonth all{year, month, {}};
    const Date first = *time::date_of(year, month, 1);
    Date monday = monday_of(first);
    std::vector<Date> days;
    const std::vector<Date>& asked = drawing.selection.days;
    for (Date day = first; is_in_month(day, year, month); day = day + 1) {
        if (asked.empty() || std::ranges::find(asked, day) != asked.end()) days.push_back(day);
    }
    std::vector<DayEntries> listed = entries_of(drawing, rows, days);
    auto next = listed.begin();
    for (; monday <= first || is_in_month(monday, year, month); monday = monday + week_days) {
        CalendarWeek& week = all.weeks.emplace_back();
        for (Date day = monday; day < monday + week_days; day = day + 1) {
            const bool has_entries = next != listed.end() && next->day == day;
            week.days.push_back(calendar_day(drawing, has_entries ? std::move(*next++) : DayEntries{day, {}}));
            week.days.back().in_month = is_in_month(day, year, month);
        }
    }
    trim(all.weeks);
    return all;
}

}  // namespace

bool CalendarWeek::is_empty() const {
    return std::ranges::all_of(days, [](const CalendarDay& day) { return day.entries.empty(); });
}

bool CalendarMonth::is_empty() const { return std::ranges::all_of(weeks, &CalendarWeek::is_empty); }

std::vector<CalendarWeek> calendar_weeks(const Drawing& drawing, std::span<const AgendaRow> rows) {
    std::vector<Date> days = covered_days(drawing, rows);
    if (drawing.selection.days.empty()) {
        std::vector<Date> whole;
        for (const Date day : days) {
            const Date monday = monday_of(day);
            if (!whole.empty() && whole.back() >= monday) continue;
            for (int i = 0; i < week_days; ++i) whole.push_back(monday + i);
        }
        days = std::move(whole);
    }
    std::vector<CalendarWeek> weeks;
    for (DayEntries& listed : entries_of(drawing, rows, days)) {
        const bool goes_on = !weeks.empty() && monday_of(weeks.back().days.back().day) == monday_of(listed.day);
        if (!goes_on) weeks.emplace_back();
        weeks.back().days.push_back(calendar_day(drawing, std::move(listed)));
    }
    return weeks;
}

std::vector<CalendarMonth> calendar_months(const Drawing& drawing, std::span<const AgendaRow> rows) {
    std::vector<CalendarMonth> months;
    for (const Date day : covered_days(drawing, rows)) {
        const time::YearMonthDay parts = time::year_month_day(day);
        const bool is_known = !months.empty() && months.back().year == parts.year && months.back().month == parts.month;
        if (!is_known) months.push_back(month_of(drawing, rows, parts.year, parts.month));
    }
    return months;
}

std::string week_label(const CalendarWeek& week) {
    return capitals(time::days_text(week.days.front().day, week.days.back().day));
}

std::string month_label(const CalendarMonth& month) {
    return capitals(fmt::format("{} {}", time::month_name(month.month), month.year));
}

}  // namespace backops::render
