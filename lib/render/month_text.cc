#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/agenda_days.h"
#include "render/calendar_layout.h"
#include "render/canvas.h"
#include "render/month.h"
#include "render/names.h"
#include "render/schedule_frame.h"
#include "render/selection_words.h"
#include "text/width.h"

namespace backops::render {

namespace {

using text::Tone;

constexpr int week_days = 7;
constexpr int most_day = 28;
constexpr std::size_t entry_lines = 2;
constexpr std::size_t day_lines = 6;  // for entries

struct Words {
    std::string text;
    Tone tone;
};

using Cell = std::vector<Words>;

/// The entries that fit, each in as many lines as it needs up to two, then how many more there are.
void add_entries(const CalendarDay& day, int width, Cell& cell) {
    const std::size_t most = cell.size() + day_lines;
    for (std::size_t i = 0; i < day.entries.size(); ++i) {
        const DayEntry& entry = day.entries[i];
        const auto lines = folded(entry_time(entry) + ' ' + entry_name(entry), width, entry_lines);
        const bool is_last = i + 1 == day.entries.size();
        if (cell.size() + lines.size() + (is_last ? 0 : 1) > most) {
            cell.push_back({text::cut("+" + std::to_string(day.entries.size() - i) + " more", width), Tone::faint});
            return;
        }
        for (const std::string& line : lines) cell.push_back({line, name_tone(entry.row.marks)});
    }
}

Cell cell_of(const Drawing& drawing, const CalendarDay& day, int width) {
    Cell cell;
    if (!day.in_month) return cell;
    cell.push_back({std::to_string(time::year_month_day(day.day).day), day.in_event ? Tone::strong : Tone::faint});
    const std::vector<std::string> bands = band_phrases(drawing.schedule.bands, day.day);
    if (!bands.empty()) cell.push_back({shortened(bands, " · ", width), Tone::faint});
    add_entries(day, width, cell);
    return cell;
}

std::string rule(std::string_view left, std::string_view cross, std::string_view right, int width) {
    std::string line(left);
    for (int day = 0; day < week_days; ++day) {
        if (day > 0) line += cross;
        for (int i = 0; i < width; ++i) line += "─";
    }
    return line.append(right);
}

void draw_week(const Drawing& drawing, const CalendarWeek& week, int width, Canvas& canvas) {
    const std::size_t top = canvas.height();
    std::vector<Cell> cells;
    std::size_t height = 1;
    for (const CalendarDay& day : week.days) {
        cells.push_back(cell_of(drawing, day, width));
        height = std::max(height, cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
        int at = 0;
        for (const Cell& cell : cells) {
            canvas.put(top + line, at, "│", Tone::faint);
            if (line < cell.size()) canvas.put(top + line, at + 1, cell[line].text, cell[line].tone);
            at += width + 1;
        }
        canvas.put(top + line, at, "│", Tone::faint);
    }
}

void draw_weekdays(int width, Canvas& canvas) {
    for (int day = 0; day < week_days; ++day) {
        const std::string name = capitals(std::string(time::short_name(static_cast<time::Weekday>(day))));
        canvas.put(0, day * (width + 1) + 1, name, Tone::strong);
    }
}

std::string month_lines(const Drawing& drawing, const CalendarMonth& month, const Screen& screen) {
    const std::string label = text::painted(month_label(month), Tone::strong, screen.colour) + '\n';
    if (month.is_empty()) return label + "  nothing\n";
    const int width = std::min((screen.width - 1) / week_days - 1, most_day);
    Canvas canvas;
    draw_weekdays(width, canvas);
    canvas.put(1, 0, rule("┌", "┬", "┐", width), Tone::faint);
    for (std::size_t i = 0; i < month.weeks.size(); ++i) {
        if (i > 0) canvas.put(canvas.height(), 0, rule("├", "┼", "┤", width), Tone::faint);
        draw_week(drawing, month.weeks[i], width, canvas);
    }
    canvas.put(canvas.height(), 0, rule("└", "┴", "┘", width), Tone::faint);
    return label + std::move(canvas).text(screen.colour);
}

}  // namespace

std::string month_text(const Drawing& drawing, const Screen& screen) {
    const std::vector<AgendaRow> rows = agenda_rows(drawing.plan, drawing.schedule, drawing.selection);
    std::string all = title_lines(drawing, screen.width, screen);
    if (rows.empty()) return all + '\n' + nothing_found(drawing.plan, drawing.selection, screen.width);
    for (const CalendarMonth& month : calendar_months(drawing, rows)) all += '\n' + month_lines(drawing, month, screen);
    return all + '\n' + footer(rows, screen);
}

}  // namespace backops::render
