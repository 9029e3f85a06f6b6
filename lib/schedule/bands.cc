#include "schedule/bands.h"

#include <algorithm>

#include "schedule/association.h"
#include "schedule/timing.h"

namespace backops::schedule {

namespace {

bool is_context(const model::Plan& plan, const model::Timeframe& timeframe, const Selection& selection) {
    const auto is_on = [&](const CalendarName& calendar) {
        return concerns(plan, timeframe, calendar, widening_of(selection));
    };
    const auto takes_away = [&](const CalendarName& calendar) {
        return !timeframe.global && concerns(plan, timeframe, calendar);
    };
    if (std::ranges::any_of(selection.without, takes_away)) return false;
    if (selection.calendars.empty()) return true;
    return selection.match_all ? std::ranges::all_of(selection.calendars, is_on)
                               : std::ranges::any_of(selection.calendars, is_on);
}

bool is_touched(const Band& band, const Selection& selection) {
    const auto is_on = [&](time::Date day) { return band.first <= day && day <= band.last; };
    if (!selection.days.empty() && std::ranges::none_of(selection.days, is_on)) return false;
    if (selection.at && (*selection.at < band.from || band.until <= *selection.at)) return false;
    if (selection.to && band.from >= *selection.to) return false;
    return !selection.from || band.until > *selection.from;
}

}  // namespace

Band band_of(const model::Plan& plan, const Zones& zones, const model::Timeframe& timeframe) {
    const std::int32_t day_start = plan.event.day_start;
    const time::Zone zone = zones.of_event();
    const auto& [start, start_is_date] = timeframe.start;
    const auto& [end, end_is_date] = timeframe.end;
    const auto from = zone.at(start_is_date ? time::WallTime{start.date, day_start} : start).instant;
    const auto until = zone.at(end_is_date ? time::WallTime{end.date + 1, day_start} : end).instant;
    const DayRange days = days_of(timeframe, day_start);
    return {&timeframe, from, std::max(from, until), days.first, days.last, timeframe.start, timeframe.end};
}

std::vector<Band> bands_of(const model::Plan& plan, const Zones& zones, const Selection& selection) {
    std::vector<Band> bands;
    for (const model::Timeframe& timeframe : plan.timeframes) {
        const bool has_times = timeframe.start.time.date != time::Date{} && timeframe.end.time.date != time::Date{};
        if (!has_times || !is_context(plan, timeframe, selection)) continue;
        const Band band = band_of(plan, zones, timeframe);
        if (is_touched(band, selection)) bands.push_back(band);
    }
    std::ranges::sort(bands, [](const Band& a, const Band& b) {
        if (a.from != b.from) return a.from < b.from;
        if (a.until != b.until) return a.until > b.until;
        return a.timeframe->id < b.timeframe->id;
    });
    return bands;
}

}  // namespace backops::schedule
