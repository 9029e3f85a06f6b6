#include "schedule/free_time.h"

#include <algorithm>
#include <iterator>

#include "schedule/busy.h"

namespace backops::schedule {

namespace {

void add_person(const ResolvedEvent& event, const std::string& id, std::vector<Stretch>& all) {
    const model::CrewMember* person = model::find(event.plan.crew, id);
    if (!person) return;
    for (const PersonDay& day : event.days.of(*person))
        for (const Taken& taken : day.entries) {
            const bool takes = taken.entry.part == Part::required && is_busy(*taken.entry.occurrence->activity);
            if (!takes) continue;
            std::ranges::copy_if(taken.left(), std::back_inserter(all), [](Stretch part) { return !is_moment(part); });
        }
}

std::vector<Stretch> taken(const ResolvedEvent& event, const CalendarName& calendar) {
    std::vector<Stretch> all = unavailable_of(event.plan, event.zones, calendar);
    if (calendar.kind == CalendarKind::crew) {
        add_person(event, calendar.id, all);
        return all;
    }
    for (const Busy& busy : busy_of(event.plan, event.calendars, calendar))
        if (!busy.is_optional) all.push_back(busy.time);
    return all;
}

void add(std::vector<FreeTime>& found, const std::vector<CalendarName>& calendars, std::span<const Stretch> gaps,
         time::Duration least) {
    for (const Stretch& gap : gaps) {
        if (gap.until.seconds - gap.from.seconds >= least.seconds) found.push_back({calendars, gap});
    }
}

}  // namespace

std::vector<Stretch> windows_of(const model::Plan& plan, const Zones& zones, const Selection& selection) {
    const auto begin = [&](time::Date day) { return zones.of_event().at({day, plan.event.day_start}).instant; };
    std::vector<Stretch> asked;
    for (const time::Date day : selection.days) asked.push_back({begin(day), begin(day + 1)});
    if (asked.empty()) {
        const time::Instant first = begin(plan.event.start), last = begin(plan.event.end + 1);
        const time::Instant from = selection.from.value_or(selection.to ? std::min(first, *selection.to) : first);
        asked.push_back({from, selection.to.value_or(std::max(last, from))});
    }
    std::ranges::sort(asked, {}, &Stretch::from);
    std::vector<Stretch> windows;
    for (Stretch window : asked) {
        if (selection.from) window.from = std::max(window.from, *selection.from);
        if (selection.to) window.until = std::min(window.until, *selection.to);
        if (window.until <= window.from) continue;
        if (!windows.empty() && window.from <= windows.back().until)
            windows.back().until = std::max(windows.back().until, window.until);
        else
            windows.push_back(window);
    }
    return windows;
}

std::vector<Stretch> gaps(std::span<const Stretch> windows, std::vector<Stretch> taken) {
    std::ranges::sort(taken, {}, &Stretch::from);
    std::vector<Stretch> found;
    for (const Stretch& window : windows) {
        time::Instant at = window.from;
        for (const Stretch& one : taken) {
            if (one.from >= window.until) break;
            if (at < one.from) found.push_back({at, one.from});
            at = std::max(at, one.until);
        }
        if (at < window.until) found.push_back({at, window.until});
    }
    return found;
}

std::vector<FreeTime> free_times(const model::Plan& plan, const Zones& zones, const Selection& selection,
                                 time::Duration least) {
    const std::vector<Stretch> windows = windows_of(plan, zones, selection);
    if (windows.empty()) return {};
    const ResolvedEvent event(plan, days_about(zones, {windows.front().from, windows.back().until}));
    std::vector<FreeTime> found;
    std::vector<Stretch> together;
    for (const CalendarName& calendar : selection.calendars) {
        std::vector<Stretch> own = taken(event, calendar);
        if (selection.match_all)
            together.insert(together.end(), own.begin(), own.end());
        else
            add(found, {calendar}, gaps(windows, std::move(own)), least);
    }
    if (selection.match_all) add(found, selection.calendars, gaps(windows, std::move(together)), least);
    return found;
}

bool is_free(const ResolvedEvent& event, const CalendarName& calendar, Stretch time) {
    return std::ranges::none_of(taken(event, calendar), [&](const Stretch& one) { return meet(one, time); });
}

DayRange days_about(const Zones& zones, Stretch time) {
    const time::Zone zone = zones.of_event();
    return {zone.wall_time(time.from).date - 3, zone.wall_time(time.until).date + 3};
}

}  // namespace backops::schedule
