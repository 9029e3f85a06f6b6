#include "schedule/selection.h"

#include <algorithm>

#include "schedule/association.h"
#include "schedule/audience.h"
#include "schedule/bands.h"
#include "schedule/filter.h"
#include "schedule/segments.h"
#include "schedule/series.h"

namespace backops::schedule {

namespace {

using Vias = std::vector<std::string>;

bool is_taken_away(const model::Plan& plan, const Selection& selection, const Occurrence& occurrence) {
    return std::ranges::any_of(
        selection.without, [&](const CalendarName& calendar) { return !via_of(plan, occurrence, calendar).empty(); });
}

/// Nothing when the occurrence is on none of the selected calendars, or is to be on all and is not.
std::optional<Vias> merged_via(const model::Plan& plan, const Selection& selection, const Occurrence& occurrence) {
    Vias all;
    for (const CalendarName& calendar : selection.calendars) {
        Vias via = via_of(plan, occurrence, calendar, widening_of(selection));
        if (via.empty() && selection.match_all) return std::nullopt;
        for (std::string& reason : via) {
            if (std::ranges::find(all, reason) == all.end()) all.push_back(std::move(reason));
        }
    }
    if (all.empty() && !selection.calendars.empty()) return std::nullopt;
    return all;
}

}  // namespace

std::optional<DayRange> days_to_expand(const Selection& selection, const Zones& zones) {
    if (selection.days.empty() && !selection.from && !selection.to && !selection.at) return std::nullopt;
    DayRange range = always;
    if (!selection.days.empty()) {
        const auto [first, last] = std::ranges::minmax(selection.days);
        range = {first, last};
    }
    const time::Zone zone = zones.of_event();
    if (selection.at) {
        const time::Date day = zone.wall_time(*selection.at).date;
        range = {std::max(range.first, day - 3), std::min(range.last, day + 3)};
    }
    if (selection.from) range.first = std::max(range.first, zone.wall_time(*selection.from).date - 3);
    if (selection.to) range.last = std::min(range.last, zone.wall_time(*selection.to).date + 3);
    return range;
}

void sort(std::vector<Row>& rows) {
    std::ranges::sort(rows, [](const Row& left, const Row& right) {
        const Occurrence &a = left.occurrence, &b = right.occurrence;
        if (a.from != b.from) return a.from < b.from;
        if (a.until != b.until) return a.until > b.until;
        if (a.activity->id != b.activity->id) return a.activity->id < b.activity->id;
        return a.original < b.original;
    });
}

Schedule schedule_of(const model::Plan& plan, const Zones& zones, const Selection& selection) {
    const std::vector<Occurrence> all = occurrences(plan, zones, days_to_expand(selection, zones));
    std::vector<const Occurrence*> candidates;
    candidates.reserve(all.size());
    for (const Occurrence& occurrence : all) candidates.push_back(&occurrence);
    return schedule_of(plan, zones, selection, candidates);
}

Schedule schedule_of(const model::Plan& plan, const Zones& zones, const Selection& selection,
                     std::span<const Occurrence* const> candidates) {
    Schedule schedule;
    const Filter filter(plan, selection);
    for (const Occurrence* candidate : candidates) {
        if (!filter.keeps(*candidate)) continue;
        std::optional<Vias> via = merged_via(plan, selection, *candidate);
        if (!via || !filter.keeps_role(*candidate, *via) || is_taken_away(plan, selection, *candidate)) continue;
        Occurrence occurrence = *candidate;
        if (is_by_segments_alone(*via)) narrow_to_segments(*via, plan.event.day_start, occurrence);
        if (!filter.in_range(occurrence, plan.event.day_start)) continue;
        schedule.rows.push_back({std::move(occurrence), std::move(*via), std::nullopt, {}});
    }
    sort(schedule.rows);
    if (selection.audience == Audience::everyone) {
        strip_for_public(plan, schedule);
    } else {
        schedule.bands = bands_of(plan, zones, selection);
    }
    return schedule;
}

}  // namespace backops::schedule
