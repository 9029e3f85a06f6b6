#include "schedule/series.h"

#include <algorithm>

#include "schedule/timing.h"
#include "time/recurrence.h"

namespace backops::schedule {

namespace {

bool has_bound(const model::Repeat& repeat) { return repeat.until || repeat.count || !repeat.during.empty(); }

DayRange bounded(const model::Plan& plan, const model::Repeat& repeat, DayRange window) {
    if (!repeat.during.empty()) {
        const model::Timeframe* timeframe = model::find(plan.timeframes, repeat.during);
        const DayRange days =
            timeframe ? days_of(*timeframe, plan.event.day_start) : DayRange{window.first, last_planned_day(plan)};
        return {std::max(window.first, days.first), std::min(window.last, days.last)};
    }
    if (!has_bound(repeat)) window.last = std::min(window.last, last_planned_day(plan));
    return window;
}

time::Rule rule_of(const model::Repeat& repeat) {
    return {*repeat.every, repeat.on, repeat.week_start, repeat.until, repeat.count, repeat.skip};
}

std::vector<time::Date> listed_dates(const model::Repeat& repeat, DayRange window) {
    std::vector<time::Date> dates = repeat.dates;
    std::ranges::sort(dates);
    const auto repeated = std::ranges::unique(dates);
    dates.erase(repeated.begin(), repeated.end());
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

std::vector<time::Date> dates_of(const model::Plan& plan, const model::Activity& activity, DayRange window) {
    const model::Repeat& repeat = *activity.repeat;
    if (!repeat.every) return listed_dates(repeat, window);
    window = bounded(plan, repeat, window);
    if (window.last < window.first) return {};
    return time::dates_within(rule_of(repeat), activity.start.date, window.first, window.last);
}

}  // namespace backops::schedule
