#include "render/calendar_markdown.h"

#include <limits>
#include <vector>

#include "render/agenda_columns.h"
#include "render/agenda_days.h"
#include "render/markdown.h"

namespace backops::render {

namespace {

using Cells = std::vector<std::string>;

constexpr int unbounded = std::numeric_limits<int>::max();

std::string entry_markdown(const DayEntry& entry) {
    const std::string words = entry.row.end.empty() || entry.from_before ? entry_time(entry) : times(entry.row);
    const std::string where = where_text(entry.row, unbounded);
    return markdown(words + ' ' + entry_name(entry) + (where.empty() ? "" : ", " + where));
}

std::string day_markdown(const Drawing& drawing, const CalendarDay& day) {
    if (!day.in_month) return {};
    const model::Event& event = drawing.plan.event;
    const std::string context = day_context(event, drawing.schedule.bands, day.day, unbounded);
    return "**" + markdown(day_label(event, day.day)) + "**" + (context.empty() ? "" : ' ' + markdown(context));
}

void add_rows(const Drawing& drawing, const CalendarWeek& week, std::vector<Cells>& rows) {
    const std::size_t first = rows.size();
    Cells& headings = rows.emplace_back();
    for (const CalendarDay& day : week.days) headings.push_back(day_markdown(drawing, day));
    for (std::size_t i = 0; i < week.days.size(); ++i) {
        std::size_t row = first;
        for (const DayEntry& entry : week.days[i].entries) {
            if (++row == rows.size()) rows.emplace_back(week.days.size());
            rows[row][i] = entry_markdown(entry);
        }
    }
}

}  // namespace

std::string calendar_markdown(const Drawing& drawing, std::span<const CalendarWeek> weeks, std::string_view label) {
    Cells headings;
    for (const CalendarDay& day : weeks.front().days) {
        headings.push_back(capitals(std::string(time::short_name(time::weekday(day.day)))));
    }
    std::vector<Cells> rows;
    for (const CalendarWeek& week : weeks) add_rows(drawing, week, rows);
    return "## " + markdown(label) + "\n\n" + markdown_table(headings, rows) + '\n';
}

}  // namespace backops::render
