#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/agenda.h"
#include "render/agenda_columns.h"
#include "render/agenda_days.h"
#include "render/agenda_rows.h"
#include "render/html.h"
#include "render/names.h"
#include "render/schedule_frame.h"
#include "render/schedule_html.h"

namespace backops::render {

namespace {

constexpr int unbounded = 1 << 20;

constexpr std::string_view style = R"(
.frames { display: flex; flex-wrap: wrap; gap: .25rem .5rem; margin: 0 0 .5rem; padding: 0; list-style: none; }
.frames li { padding: .05rem .5rem; border-left: 4px solid var(--frame, var(--faint)); background: var(--band); font-size: .85rem; }
table.agenda { width: 100%; table-layout: fixed; }
.agenda thead th { padding-top: 0; border-bottom: 1px solid var(--faint); color: var(--faint); font-size: .75rem; font-weight: 600; letter-spacing: .04em; }
.agenda td, .agenda tbody th { border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
.agenda .start, .agenda .end { width: 5.2rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
.agenda tbody .start { font-weight: 600; }
.agenda .days { white-space: normal; }
.agenda tbody th { font-weight: 600; }
.agenda .who, .agenda .via, .agenda .note { color: var(--faint); }
.agenda .note { font-weight: 400; font-size: .85em; }
.agenda .where { width: 20%; }
.agenda .via { width: 13%; }
.agenda tbody .via { font-size: .85rem; }
.agenda .what { width: 26%; }
.sign { display: inline-block; min-width: 1em; margin-right: .3em; color: var(--faint); font-weight: 400; text-align: center; }
.cancelled th .name { text-decoration: line-through; font-weight: 400; }
.cancelled td, .cancelled th { color: var(--faint); }
.tentative th .name { font-style: italic; }
.optional th .name { font-weight: 400; }
@media screen and (max-width: 45rem) {
  .agenda, .agenda tbody { display: block; }
  .agenda thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .agenda tr { display: grid; grid-template-columns: 4.4rem minmax(0, 1fr); column-gap: .8rem; padding: .45rem 0; border-bottom: 1px solid var(--line); }
  .agenda tbody th, .agenda td { grid-column: 2; width: auto; padding: 0; border: 0; }
  .agenda tbody .start { grid-column: 1; grid-row: 1; width: auto; }
  .agenda tbody .end { grid-column: 1; grid-row: 2; width: auto; color: var(--faint); }
  .agenda tbody .end::before { content: "–" / ""; }
  .agenda tbody .end:empty, .agenda tbody td:empty { display: none; }
  .agenda tbody .what { grid-row: 1; width: auto; }
  .agenda tbody .where, .agenda tbody .via { width: auto; }
  .agenda tbody .via::before { content: "via "; }
}
@media print {
  @page { margin: 1.4cm 1.2cm; }
  .agenda tr { break-inside: avoid; }
  .agenda tbody tr:first-child { break-before: avoid; }
}
)";

bool is_colour(std::string_view text) {
    if (text.empty()) return false;
    const bool hex = text.front() == '#';
    const std::string_view letters = hex ? "0123456789abcdefABCDEF" : "abcdefghijklmnopqrstuvwxyz";
    return text.find_first_not_of(letters, hex ? 1 : 0) == std::string_view::npos;
}

std::string cell(std::string_view css_class, const std::string& inner) {
    return "<td class=\"" + std::string(css_class) + "\">" + inner + "</td>";
}

std::string time_html(const std::string& machine, const std::string& words) {
    if (words.empty()) return {};
    return "<time datetime=\"" + machine + "\">" + html(words) + "</time>";
}

std::string start_cell(const AgendaRow& row) {
    const schedule::Occurrence& occurrence = *row.occurrence;
    if (!row.all_day) return cell("start", time_html(time::to_text(occurrence.from), row.start));
    const time::Date last = std::max(row.day, occurrence.end->date);
    return cell("start days", time_html(time::to_text(last), row.start));
}

std::string name_cell(const AgendaRow& row) {
    std::string all = "<th scope=\"row\" class=\"what\">";
    for (const auto& [sign, meaning] : meanings(row.marks)) {
        all += "<span class=\"sign\" role=\"img\" aria-label=\"" + html(meaning) + "\" title=\"" + html(meaning) +
               "\">" + html(sign) + "</span>";
    }
    return all + html_span("name", row.name) + html_span("note", row.zone_note) + "</th>";
}

std::string row_html(const AgendaRow& row, const AgendaColumns& columns) {
    const std::string classes = mark_classes(row.marks);
    std::string all = classes.empty() ? "<tr>" : "<tr class=\"" + classes + "\">";
    all += start_cell(row);
    if (columns.end > 0) all += cell("end", time_html(time::to_text(row.occurrence->until), row.end));
    all += name_cell(row);
    if (columns.where > 0) all += cell("where", html(where_text(row, unbounded)));
    if (columns.who > 0) all += cell("who", html(joined(row.who, ", ")));
    if (columns.via > 0) all += cell("via", html(joined(row.via, ", ")));
    return all + "</tr>\n";
}

std::string head_html(const AgendaColumns& columns) {
    std::string all = "<thead><tr>";
    const auto add = [&](int width, std::string_view css_class, std::string_view words) {
        if (width > 0)
            all.append("<th scope=\"col\" class=\"").append(css_class).append("\">").append(words).append("</th>");
    };
    add(columns.start, "start", "Start");
    add(columns.end, "end", "End");
    add(columns.name, "what", "Activity");
    add(columns.where, "where", "Where");
    add(columns.who, "who", "Who");
    add(columns.via, "via", "Via");
    return all + "</tr></thead>\n";
}

std::string notes_html(const std::vector<DayNote>& notes) {
    std::string all;
    for (const DayNote& note : notes) {
        all += is_colour(note.color) ? "<li style=\"--frame: " + note.color + "\">" : std::string("<li>");
        all += html(note.words) + "</li>";
    }
    return all.empty() ? all : "<ul class=\"frames\">" + all + "</ul>\n";
}

std::string day_head(const Drawing& drawing, time::Date day) {
    const std::string date = time::to_text(day);
    return "<h2 id=\"day-" + date + "\">" + time_html(date, day_label(drawing.plan.event, day)) + "</h2>\n" +
           notes_html(day_notes(drawing.plan.event, drawing.schedule.bands, day));
}

}  // namespace

std::string agenda_html(const Drawing& drawing) {
    const std::vector<AgendaRow> rows = agenda_rows(drawing.plan, drawing.schedule, drawing.selection);
    const AgendaColumns columns = columns_for(rows, unbounded);
    std::string body;
    auto row = rows.begin();
    for (const time::Date day : shown_days(rows, drawing.selection)) {
        body += "<section>\n" + day_head(drawing, day);
        if (row == rows.end() || row->day != day) {
            body += "<p>nothing</p>\n</section>\n";
            continue;
        }
        body += "<table class=\"agenda\" aria-labelledby=\"day-" + time::to_text(day) + "\">\n" + head_html(columns) +
                "<tbody>\n";
        for (; row != rows.end() && row->day == day; ++row) body += row_html(*row, columns);
        body += "</tbody>\n</table>\n</section>\n";
    }
    return schedule_page(drawing, rows, body, style);
}

}  // namespace backops::render
