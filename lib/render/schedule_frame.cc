#include "render/schedule_frame.h"

#include <algorithm>

#include "render/agenda.h"
#include "render/agenda_columns.h"
#include "render/agenda_days.h"
#include "render/line.h"
#include "text/width.h"
#include "text/wording.h"

namespace backops::render {

using text::Tone;

std::string schedule_title(const Drawing& drawing) {
    return text::one_line(drawing.plan.event.name) + " — " + selection_title(drawing.plan, drawing.selection);
}

std::vector<time::Date> shown_days(std::span<const AgendaRow> rows, const schedule::Selection& selection) {
    std::vector<time::Date> days = selection.days;
    for (const AgendaRow& row : rows) days.push_back(row.day);
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

std::vector<std::string> legend(std::span<const AgendaRow> rows) {
    Marks used;
    for (const AgendaRow& row : rows) {
        used.cancelled |= row.marks.cancelled;
        used.tentative |= row.marks.tentative;
        used.optional |= row.marks.optional;
        used.fixed |= row.marks.fixed;
        used.moment |= row.marks.moment && !row.marks.fixed;
    }
    std::vector<std::string> parts;
    for (const auto& [sign, meaning] : meanings(used)) parts.push_back(sign + ' ' + meaning);
    return parts;
}

Tone name_tone(const Marks& marks) {
    if (marks.cancelled) return Tone::faint;
    return marks.tentative ? Tone::warning : Tone::plain;
}

std::string zone_words(const Drawing& drawing) {
    const std::string event = text::one_line(drawing.plan.event.timezone);
    const auto& shown = drawing.schedule.shown_in;
    if (!shown) return event;
    const std::string words = "times in " + shown->name();
    return shown->name() == event ? words : words + " (event: " + event + ")";
}

std::string title_lines(const Drawing& drawing, int content, const Screen& screen) {
    constexpr int least_title = 20;
    const std::string title = schedule_title(drawing);
    const std::string zone = zone_words(drawing);
    const int zone_width = text::display_width(zone);
    const int title_width = text::display_width(title);
    const int width = std::min(screen.width, std::max(content, title_width + column_gap + zone_width));
    const int room = width - zone_width - column_gap;
    Line line(screen.colour);
    if (room < std::min(title_width, least_title)) {
        line.add(text::cut(title, screen.width), 0, Tone::strong);
        return std::move(line).ended() + text::painted(text::cut(zone, screen.width), Tone::faint, screen.colour) +
               '\n';
    }
    line.add(text::cut(title, room), room, Tone::strong);
    line.skip(column_gap);
    line.add(zone, zone_width, Tone::faint);
    return std::move(line).ended();
}

std::string day_heading(const Drawing& drawing, time::Date day, const Screen& screen, std::string_view part) {
    std::string label = day_label(drawing.plan.event, day);
    if (!part.empty()) label.append(" ").append(part);
    const int room = screen.width - text::display_width(label) - column_gap;
    Line line(screen.colour);
    line.add(label, text::display_width(label) + column_gap, Tone::strong);
    line.add(day_context(drawing.plan.event, drawing.schedule.bands, day, room), 0, Tone::plain);
    return std::move(line).ended();
}

std::string footer(std::span<const AgendaRow> rows, const Screen& screen) {
    std::string lines, line = text::counted(rows.size(), "activity");
    std::string_view between = " · ";
    for (const std::string& part : legend(rows)) {
        if (text::display_width(line) + 3 + text::display_width(part) > screen.width) {
            lines += text::painted(line, Tone::faint, screen.colour) + '\n';
            line = part;
        } else {
            line.append(between).append(part);
        }
        between = "  ";
    }
    return lines + text::painted(line, Tone::faint, screen.colour) + '\n';
}

}  // namespace backops::render
