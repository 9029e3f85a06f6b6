#include "render/week.h"

#include "render/calendar_markdown.h"
#include "render/schedule_markdown.h"

namespace backops::render {

std::string week_markdown(const Drawing& drawing) {
    const std::vector<AgendaRow> rows = agenda_rows(drawing.plan, drawing.schedule, drawing.selection);
    std::string body;
    for (const CalendarWeek& week : calendar_weeks(drawing, rows)) {
        body += calendar_markdown(drawing, {&week, 1}, week_label(week));
    }
    return schedule_document(drawing, rows, body);
}

}  // namespace backops::render
