#include "schedule/series.h"

#include <algorithm>

#include "schedule/timing.h"

namespace backops::schedule {

namespace {

DayRange both(DayRange a, DayRange b) { return {std::max(a.first, b.first), std::min(a.last, b.last)}; }

std::vector<time::Date> listed_dates(const model::Repeat& repeat, DayRange window) {
    std::vector<time::Date> dates = repeat.dates;
    std::ranges::sort(dates);
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    std::erase_if(dates, [&](time::Date date) {
        const bool is_skipped = std::ranges::find(repeat.skip, date) != repeat.skip.end();
        return is_skipped || date < window.first || window.last < date;
    });
    return dates;
}

}  // namespace

time::Date last_planned_day(const model::Plan& plan) {
    time::Date last = plan.event.end;
    for (const model::Timeframe& timeframe : plan.timeframes) {
        last = std::max(last, days_of(timeframe, plan.event.day_start).last);
    }
    return last;
}

time::Rule rule_of(const model::Repeat& repeat) {
    return {*repeat.every, repeat.on, repeat.week_start, repeat.until, repeat.count, repeat.skip};
}

DayRange bounds_of(const model::Plan& plan, const model::Activity& activity) {
    const model::Repeat& repeat = *activity.repeat;
    if (!repeat.every && repeat.dates.empty()) return {activity.start.date, activity.start.date - 1};
    if (!repeat.every) {
        const auto [first, last] = std::ranges::minmax(repeat.dates);
        return {first, last};
    }
    const DayRange open{activity.start.date, always.last};
    if (repeat.until) return both(open, {open.first, *repeat.until});
    if (repeat.count) return open;
    if (const model::Timeframe* timeframe = model::find(plan.timeframes, repeat.during))
        return both(open, days_of(*timeframe, plan.event.day_start));
    return both(open, {open.first, last_planned_day(plan)});
}

std::optional<time::Date> first_date(const model::Plan& plan, const model::Activity& activity) {
    const DayRange bounds = bounds_of(plan, activity);
    if (!activity.repeat->every) {
        const auto dates = listed_dates(*activity.repeat, bounds);
        return dates.empty() ? std::nullopt : std::optional(dates.front());
    }
    const auto first = time::next_on_or_after(rule_of(*activity.repeat), activity.start.date, bounds.first);
    return first && *first <= bounds.last ? first : std::nullopt;
}

std::vector<time::Date> dates_of(const model::Plan& plan, const model::Activity& activity, DayRange window) {
    window = both(window, bounds_of(plan, activity));
    if (window.last < window.first) return {};
    if (!activity.repeat->every) return listed_dates(*activity.repeat, window);
    return time::dates_within(rule_of(*activity.repeat), activity.start.date, window.first, window.last);
}

}  // namespace backops::schedule
