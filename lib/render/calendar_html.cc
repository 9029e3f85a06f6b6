#include "render/calendar_html.h"

#include <limits>

#include "render/agenda_columns.h"
#include "render/agenda_days.h"
#include "render/html.h"
#include "render/schedule_html.h"

namespace backops::render {

const std::string_view calendar_style = R"(
body { max-width: none; }
table.days { width: 100%; table-layout: fixed; }
.days th, .days td { border: 1px solid var(--line); padding: .25rem .4rem; vertical-align: top; overflow-wrap: anywhere; }
.days h3 { margin: 0; font-size: 1em; }
.days .context { margin: 0; font-size: .8em; color: var(--faint); }
.days ul { margin: .3rem 0 0; padding: 0; list-style: none; }
.days li { margin-bottom: .3rem; font-size: .9em; line-height: 1.25; }
.days .where { display: block; font-size: .9em; color: var(--faint); }
.days td.beyond h3 { font-weight: normal; color: var(--faint); }
.cancelled b { text-decoration: line-through; }
.days li.long { padding: .1rem .3rem; background: var(--band); }
.tentative b { font-style: italic; }
@media screen and (max-width: 50rem) {
  .days, .days tbody, .days tr, .days td { display: block; }
  .days thead, .days td.nothing { display: none; }
  .days td { border: 0; padding: 0; margin-bottom: 1rem; }
  .days h3 { position: sticky; top: 0; background: var(--paper); font-size: 1.15em; }
  .days .context, .days li, .days .where { font-size: 1em; }
}
@media print {
  @page { size: A4 landscape; margin: 1cm; }
  body { margin: 0; font-size: 8pt; }
  .days td { padding: .1rem .2rem; }
  .days li { break-inside: avoid; }
  section + section { break-before: page; }
}
)";

namespace {

constexpr int unbounded = std::numeric_limits<int>::max();

std::string entry_html(const DayEntry& entry) {
    std::string classes = mark_classes(entry.row.marks);
    if (entry.row.all_day || entry.from_before || entry.goes_on) classes += classes.empty() ? "long" : " long";
    const std::string words = entry.row.end.empty() || entry.from_before ? entry_time(entry) : times(entry.row);
    return "<li" + (classes.empty() ? "" : " class=\"" + classes + '"') + '>' + html_span("time", words) + " <b>" +
           html(entry_name(entry)) + "</b>" + html_span("where", where_text(entry.row, unbounded)) + "</li>\n";
}

std::string day_html(const Drawing& drawing, const CalendarDay& day) {
    if (!day.in_month) return "<td class=\"nothing\"></td>\n";
    std::string classes = day.in_event ? "" : "beyond";
    if (day.entries.empty()) classes += classes.empty() ? "nothing" : " nothing";
    const model::Event& event = drawing.plan.event;
    const std::string context = day_context(event, drawing.schedule.bands, day.day, unbounded);
    std::string all = "<td" + (classes.empty() ? "" : " class=\"" + classes + '"') + "><h3><time datetime=\"" +
                      time::to_text(day.day) + "\">" + html(day_label(event, day.day)) + "</time></h3>\n";
    if (!context.empty()) all += "<p class=\"context\">" + html(context) + "</p>\n";
    if (!day.entries.empty()) {
        all += "<ul>\n";
        for (const DayEntry& entry : day.entries) all += entry_html(entry);
        all += "</ul>\n";
    }
    return all + "</td>\n";
}

}  // namespace

std::string calendar_html(const Drawing& drawing, std::span<const CalendarWeek> weeks, std::string_view label) {
    std::string all = "<section>\n<h2>" + html(label) + "</h2>\n<table class=\"days\">\n<thead><tr>";
    for (const CalendarDay& day : weeks.front().days) {
        all += "<th scope=\"col\">" + capitals(std::string(time::short_name(time::weekday(day.day)))) + "</th>";
    }
    all += "</tr></thead>\n<tbody>\n";
    for (const CalendarWeek& week : weeks) {
        all += "<tr>\n";
        for (const CalendarDay& day : week.days) all += day_html(drawing, day);
        all += "</tr>\n";
    }
    return all + "</tbody>\n</table>\n</section>\n";
}

}  // namespace backops::render
