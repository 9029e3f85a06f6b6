#include "render/month.h"

#include "render/calendar_html.h"
#include "render/schedule_html.h"

namespace backops::render {

std::string month_html(const Drawing& drawing) {
    const std::vector<AgendaRow> rows = agenda_rows(drawing.plan, drawing.schedule, drawing.selection);
    std::string body;
    for (const CalendarMonth& month : calendar_months(drawing, rows)) {
        body += calendar_html(drawing, month.weeks, month_label(month));
    }
    return schedule_page(drawing, rows, body, calendar_style);
}

}  // namespace backops::render
