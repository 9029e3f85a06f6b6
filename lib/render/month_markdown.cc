#include "render/month.h"

#include "render/calendar_markdown.h"
#include "render/schedule_markdown.h"

namespace backops::render {

std::string month_markdown(const Drawing& drawing) {
    const std::vector<AgendaRow> rows = agenda_rows(drawing.plan, drawing.schedule, drawing.selection);
    std::string body;
    for (const CalendarMonth& month : calendar_months(drawing, rows)) {
        body += calendar_markdown(drawing, month.weeks, month_label(month));
    }
    return schedule_document(drawing, rows, body);
}

}  // namespace backops::render
