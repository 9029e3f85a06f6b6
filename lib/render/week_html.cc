#include "render/week.h"

#include "render/calendar_html.h"
#include "render/schedule_html.h"

namespace backops::render {

std::string week_html(const Drawing& drawing) {
    const std::vector<AgendaRow> rows = agenda_rows(drawing.plan, drawing.schedule, drawing.selection);
    std::string body;
    for (const CalendarWeek& week : calendar_weeks(drawing, rows)) {
        body += calendar_html(drawing, {&week, 1}, week_label(week));
    }
    return schedule_page(drawing, rows, body, calendar_style);
}

}  // namespace backops::render
