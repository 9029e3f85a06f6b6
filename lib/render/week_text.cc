#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "render/agenda_columns.h"
#include "render/agenda_days.h"
#include "render/calendar_layout.h"
#include "render/canvas.h"
#include "render/names.h"
#include "render/schedule_frame.h"
#include "render/selection_words.h"
#include "render/week.h"
#include "text/width.h"
#include "time/phrase.h"

namespace backops::render {

namespace {

using text::Tone;

constexpr int least_day = 18;
constexpr int most_day = 36;
constexpr int hanging = 2;
constexpr std::size_t entry_lines = 3;  // without where

/// The column of one day on the canvas.
struct Place {
    int at;
    int width;
};

/// The time and the name, in a few lines that hang from the first, then where; answers the line below.
std::size_t draw_entry(const DayEntry& entry, std::size_t line, Place place, Canvas& canvas) {
    const Tone tone = name_tone(entry.row.marks);
    const std::string time = entry_time(entry);
    const std::string all = time + ' ' + entry_name(entry);
    const bool fits = text::display_width(all) <= place.width;
    const std::vector<std::string> words = folded(all, fits ? place.width : place.width - hanging, entry_lines);
    canvas.put(line, place.at, time, tone == Tone::faint ? tone : Tone::accent);
    canvas.put(line, place.at + text::display_width(time), words.front().substr(time.size()), tone);
    for (std::size_t i = 1; i < words.size(); ++i) canvas.put(line + i, place.at + hanging, words[i], tone);
    line += words.size();
    const std::string where = where_text(entry.row, place.width - hanging);
    if (!where.empty()) canvas.put(line++, place.at + hanging, where, Tone::faint);
    return line;
}

/// "day 3 of 5", and below it the time frames.
std::vector<std::string> context_lines(const Drawing& drawing, time::Date day, int width) {
    std::vector<std::string> lines;
    const model::Event& event = drawing.plan.event;
    if (const auto number = time::day_number(day, event.start, event.end)) lines.push_back(text::cut(*number, width));
    const std::vector<std::string> bands = band_phrases(drawing.schedule.bands, day);
    if (!bands.empty()) lines.push_back(shortened(bands, " · ", width));
    return lines;
}

std::size_t draw_heading(const Drawing& drawing, const CalendarDay& day, Place place, Canvas& canvas) {
    const Tone tone = day.in_event ? Tone::strong : Tone::faint;
    canvas.put(0, place.at, text::cut(day_label(drawing.plan.event, day.day), place.width), tone);
    std::size_t line = 1;
    for (std::string& words : context_lines(drawing, day.day, place.width)) {
        canvas.put(line++, place.at, std::move(words), Tone::faint);
    }
    return line;
}

std::string days_text(const Drawing& drawing, std::span<const CalendarDay> days, int width, bool colour) {
    Canvas canvas;
    std::vector<Place> places;
    for (std::size_t i = 0; i < days.size(); ++i) places.push_back({static_cast<int>(i) * (width + column_gap), width});
    std::size_t below = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        below = std::max(below, draw_heading(drawing, days[i], places[i], canvas));
    }
    for (std::size_t i = 0; i < days.size(); ++i) {
        std::size_t line = below;
        for (const DayEntry& entry : days[i].entries) line = draw_entry(entry, line, places[i], canvas);
    }
    return std::move(canvas).text(colour);
}

int most_abreast(int width) { return std::max((width + column_gap) / (least_day + column_gap), 1); }

/// All days when they fit abreast; else without those at its ends that have nothing, so that the others get their room.
std::span<const CalendarDay> shown(const CalendarWeek& week, int width) {
    std::span<const CalendarDay> days = week.days;
    if (static_cast<int>(days.size()) <= most_abreast(width) || week.is_empty()) return days;
    while (days.front().entries.empty()) days = days.subspan(1);
    while (days.back().entries.empty()) days = days.first(days.size() - 1);
    return days;
}

/// As few rows of days as can be read, each as full as the others.
int days_abreast(std::size_t days, int width) {
    const int count = static_cast<int>(days);
    const int rows = (count + most_abreast(width) - 1) / most_abreast(width);
    return (count + rows - 1) / rows;
}

std::string week_lines(const Drawing& drawing, const CalendarWeek& week, const Screen& screen) {
    const std::span<const CalendarDay> days = shown(week, screen.width);
    const int abreast = days_abreast(days.size(), screen.width);
    const int width = std::min((screen.width + column_gap) / abreast - column_gap, most_day);
    std::string all;
    for (std::size_t i = 0; i < days.size(); i += static_cast<std::size_t>(abreast)) {
        const std::size_t count = std::min(days.size() - i, static_cast<std::size_t>(abreast));
        all += '\n' + days_text(drawing, days.subspan(i, count), width, screen.colour);
    }
    return all;
}

}  // namespace

std::string week_text(const Drawing& drawing, const Screen& screen) {
    const std::vector<AgendaRow> rows = agenda_rows(drawing.plan, drawing.schedule, drawing.selection);
    std::string all = title_lines(drawing, screen.width, screen);
    if (rows.empty()) return all + '\n' + nothing_found(drawing.plan, drawing.selection, screen.width);
    for (const CalendarWeek& week : calendar_weeks(drawing, rows)) all += week_lines(drawing, week, screen);
    return all + '\n' + footer(rows, screen);
}

}  // namespace backops::render
