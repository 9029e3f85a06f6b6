#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "files/on_all_cores.h"
#include "render/agenda.h"
#include "render/agenda_columns.h"
#include "render/agenda_rows.h"
#include "render/line.h"
#include "render/names.h"
#include "render/schedule_frame.h"
#include "render/selection_words.h"
#include "text/paint.h"
#include "text/width.h"
#include "text/wording.h"

namespace backops::render {

namespace {

using text::Tone;

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

/// Which columns have something to show and no room.
std::string left_out(const std::vector<AgendaRow>& rows, const AgendaColumns& columns, const Screen& screen) {
    const auto any = [&](auto has_words) { return std::ranges::any_of(rows, has_words); };
    const auto has_place = [](const AgendaRow& row) { return !row.areas.empty() || !row.location.empty(); };
    std::vector<std::string> names;
    if (columns.where == 0 && any(has_place)) names.emplace_back("where");
    if (columns.who == 0 && any([](const AgendaRow& row) { return !row.who.empty(); })) names.emplace_back("who");
    if (columns.via == 0 && any([](const AgendaRow& row) { return !row.via.empty(); })) names.emplace_back("via");
    if (names.empty()) return {};
    const std::string words =
        "no room for " + text::listed(names) + " at " + text::counted(static_cast<std::size_t>(screen.width), "column");
    return text::painted(text::cut(words, screen.width), Tone::faint, screen.colour) + '\n';
}

}  // namespace

std::string agenda_text(const Drawing& drawing, const Screen& screen) {
    const auto& [plan, schedule, selection, resource] = drawing;
    const std::vector<AgendaRow> rows = agenda_rows(plan, schedule, selection);
    if (rows.empty()) {
        return title_lines(drawing, 0, screen) + '\n' + nothing_found(plan, selection, screen.width);
    }
    const AgendaColumns columns = columns_for(rows, screen.width);
    std::string all = title_lines(drawing, columns.total(), screen);
    const std::vector<std::string> lines =
        files::made_on_all_cores(std::span<const AgendaRow>(rows), part_of(rows),
                                 [&](const AgendaRow& words) { return row_line(words, columns, screen.colour); });
    std::size_t size = all.size();
    for (const std::string& one : lines) size += one.size();
    all.reserve(size);
    auto row = rows.begin();
    auto line = lines.begin();
    for (const time::Date day : shown_days(rows, selection)) {
        all += '\n' + day_heading(drawing, day, screen);
        if (row == rows.end() || row->day != day) all += "  nothing\n";
        for (; row != rows.end() && row->day == day; ++row) all += *line++;
    }
    return all + '\n' + footer(rows, screen) + left_out(rows, columns, screen);
}

}  // namespace backops::render
