#include <algorithm>
#include <string>
#include <vector>

#include "render/agenda.h"
#include "render/agenda_columns.h"
#include "render/agenda_days.h"
#include "render/agenda_rows.h"
#include "render/names.h"
#include "render/selection_words.h"
#include "text/paint.h"
#include "text/width.h"
#include "text/wording.h"

namespace backops::render {

namespace {

using text::Tone;

/// One line, built from cells; blanks are written only when something follows them.
class Line {
  public:
    explicit Line(bool colour) : colour_(colour) {}

    void skip(int cells) { pending_ += cells; }

    void add(std::string_view words, int width, Tone tone) {
        if (!words.empty()) {
            text_.append(static_cast<std::size_t>(std::max(pending_, 0)), ' ');
            text_ += text::painted(words, tone, colour_);
            pending_ = 0;
        }
        pending_ += width - text::display_width(words);
    }

    std::string ended() && { return std::move(text_) + '\n'; }

  private:
    bool colour_;
    int pending_ = 0;
    std::string text_;
};

Tone name_tone(const Marks& marks) {
    if (marks.cancelled) return Tone::faint;
    return marks.tentative ? Tone::warning : Tone::plain;
}

void add_times(const AgendaRow& row, const AgendaColumns& columns, Tone tone, Line& line) {
    const int both = columns.start + (columns.end > 0 ? column_gap + columns.end : 0);
    if (row.end.empty()) return line.add(row.start, both, tone);
    line.add(row.start, columns.start, tone);
    if (columns.end == 0) return;
    line.skip(column_gap);
    line.add(row.end, columns.end, tone);
}

void add_name(const AgendaRow& row, int width, Line& line) {
    const int note = text::display_width(row.zone_note);
    const int room = note < width / 2 ? width - note : width;
    const std::string name = text::cut(row.name, room);
    const int taken = text::display_width(name);
    line.add(name, taken, name_tone(row.marks));
    line.add(text::cut(row.zone_note, width - taken), width - taken, Tone::faint);
}

std::string row_line(const AgendaRow& row, const AgendaColumns& columns, bool colour) {
    Line line(colour);
    const Tone faint_if_cancelled = row.marks.cancelled ? Tone::faint : Tone::plain;
    line.skip(column_gap);
    add_times(row, columns, row.marks.cancelled ? Tone::faint : Tone::accent, line);
    if (columns.marks > 0) {
        line.skip(1);
        line.add(signs(row.marks), columns.marks, name_tone(row.marks));
        line.skip(1);
    } else {
        line.skip(column_gap);
    }
    add_name(row, columns.name, line);
    const auto add = [&](const std::string& words, int width, Tone tone) {
        if (width == 0) return;
        line.skip(column_gap);
        line.add(words, width, tone);
    };
    add(where_text(row, columns.where), columns.where, faint_if_cancelled);
    add(shortened(row.who, ", ", columns.who), columns.who, faint_if_cancelled);
    add(shortened(row.via, ", ", columns.via), columns.via, Tone::faint);
    return std::move(line).ended();
}

std::string title_lines(const std::string& title, const std::string& zone, int content, const Screen& screen) {
    constexpr int least_title = 20;
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

std::vector<std::string> legend(const std::vector<AgendaRow>& rows) {
    Marks used;
    for (const AgendaRow& row : rows) {
        used.cancelled |= row.marks.cancelled;
        used.tentative |= row.marks.tentative;
        used.optional |= row.marks.optional;
        used.fixed |= row.marks.fixed;
        used.moment |= row.marks.moment && !row.marks.fixed;
    }
    std::vector<std::string> parts;
    if (used.cancelled) parts.emplace_back("✕ cancelled");
    if (used.tentative) parts.emplace_back("? tentative");
    if (used.optional) parts.emplace_back("~ optional");
    if (used.fixed && used.moment) parts.emplace_back("◆ fixed or a moment");
    if (used.fixed && !used.moment) parts.emplace_back("◆ fixed");
    if (used.moment && !used.fixed) parts.emplace_back("◆ moment");
    return parts;
}

std::string footer(const std::vector<AgendaRow>& rows, const Screen& screen) {
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

/// The show days that get a heading: those of the rows, and those that were asked for by name.
std::vector<time::Date> shown_days(const std::vector<AgendaRow>& rows, const schedule::Selection& selection) {
    std::vector<time::Date> days = selection.days;
    for (const AgendaRow& row : rows) days.push_back(row.day);
    std::ranges::sort(days);
    const auto repeated = std::ranges::unique(days);
    days.erase(repeated.begin(), repeated.end());
    return days;
}

std::string heading(const model::Plan& plan, const schedule::Schedule& schedule, time::Date day, const Screen& screen) {
    const std::string label = day_label(plan.event, day);
    const int room = screen.width - text::display_width(label) - column_gap;
    Line line(screen.colour);
    line.add(label, text::display_width(label) + column_gap, Tone::strong);
    line.add(day_context(plan.event, schedule.bands, day, room), 0, Tone::plain);
    return std::move(line).ended();
}

}  // namespace

std::string agenda_text(const model::Plan& plan, const schedule::Schedule& schedule,
                        const schedule::Selection& selection, const Screen& screen) {
    const std::string title = text::one_line(plan.event.name) + " — " + selection_title(plan, selection);
    const std::string& zone = plan.event.timezone;
    const std::vector<AgendaRow> rows = agenda_rows(plan, schedule, selection);
    if (rows.empty()) {
        return title_lines(title, zone, 0, screen) + '\n' + nothing_found(plan, selection, screen.width);
    }
    const AgendaColumns columns = columns_for(rows, screen.width);
    std::string all = title_lines(title, zone, columns.total(), screen);
    auto row = rows.begin();
    for (const time::Date day : shown_days(rows, selection)) {
        all += '\n' + heading(plan, schedule, day, screen);
        if (row == rows.end() || row->day != day) all += "  nothing\n";
        for (; row != rows.end() && row->day == day; ++row) all += row_line(*row, columns, screen.colour);
    }
    return all + '\n' + footer(rows, screen);
}

}  // namespace backops::render
