#include "render/day_entries.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "schedule/timing.h"

namespace backops::render {

namespace {

bool covers_days(const schedule::Occurrence& occurrence) {
    return occurrence.activity->all_day || schedule::lasts_days(occurrence);
}

int place(const DayEntry& entry) {
    if (entry.row.all_day) return 0;
    return entry.from_before ? 1 : 2;
}

}  // namespace

time::Date last_day_of(const Drawing& drawing, const AgendaRow& row) {
    const schedule::Occurrence& occurrence = *row.occurrence;
    if (!covers_days(occurrence)) return row.day;
    const std::int32_t day_start = drawing.plan.event.day_start;
    time::Date last = schedule::last_day(occurrence, day_start);
    if (drawing.selection.to) {
        const time::Instant before{drawing.selection.to->seconds - 1};
        last = std::min(last, time::show_day(occurrence.zone.wall_time(before), day_start));
    }
    return std::max(last, row.day);
}

std::vector<DayEntries> entries_of(const Drawing& drawing, std::span<const AgendaRow> rows,
                                   std::span<const time::Date> days) {
    std::vector<DayEntries> all;
    for (const time::Date day : days) all.push_back({day, {}});
    for (const AgendaRow& row : rows) {
        const time::Date last = last_day_of(drawing, row);
        const bool is_long = covers_days(*row.occurrence);
        auto at = std::ranges::lower_bound(all, row.day, {}, &DayEntries::day);
        for (; at != all.end() && at->day <= last; ++at) {
            at->entries.push_back(
                {on_day(row, at->day), is_long && at->day > row.occurrence->day, is_long && at->day < last});
        }
    }
    for (DayEntries& day : all) std::ranges::stable_sort(day.entries, {}, place);
    return all;
}

std::vector<time::Date> covered_days(const Drawing& drawing, std::span<const AgendaRow> rows) {
    std::set<time::Date> days(drawing.selection.days.begin(), drawing.selection.days.end());
    if (days.empty()) {
        for (const AgendaRow& row : rows) {
            const time::Date last = last_day_of(drawing, row);
            for (time::Date day = row.day; day <= last; day = day + 1) days.insert(day);
        }
    }
    return {days.begin(), days.end()};
}

std::string entry_time(const DayEntry& entry) {
    if (!entry.from_before) return entry.row.all_day ? "all day" : entry.row.start;
    return entry.row.all_day || entry.goes_on ? "→" : "→" + entry.row.end;
}

std::string entry_name(const DayEntry& entry) {
    constexpr std::string_view unbroken_arrow = "\u00A0→";
    return marked_name(entry.row).append(entry.goes_on ? unbroken_arrow : "");
}

}  // namespace backops::render
