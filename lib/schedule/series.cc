#include "schedule/series.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "schedule/timing.h"

namespace backops::schedule {

namespace {

DayRange both(DayRange a, DayRange b) { return {std::max(a.first, b.first), std::min(a.last, b.last)}; }

std::vector<time::Date> in_order(std::vector<time::Date> dates) {
    std::ranges::sort(dates);
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    return dates;
}

/// Of dates in order those of the window.
std::span<const time::Date> part_of(const std::vector<time::Date>& dates, DayRange window) {
    const auto first = std::ranges::lower_bound(dates, window.first);
    return {first, std::upper_bound(first, dates.end(), window.last)};
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

Series::Series(const model::Plan& plan, const model::Activity& activity)
    : activity_(&activity), bounds_(bounds_of(plan, activity)), skip_(in_order(activity.repeat->skip)) {
    const model::Repeat& repeat = *activity.repeat;
    if (repeat.every)
        rule_ = {*repeat.every, repeat.on, repeat.week_start, repeat.until, repeat.count};
    else
        dates_ = in_order(repeat.dates);
    for (const model::Change& change : repeat.changes) changes_.emplace_back(change.date, &change);
    std::ranges::stable_sort(changes_, {}, &Changed::first);
}

std::vector<time::Date> Series::within(DayRange window) const {
    window = both(window, bounds_);
    if (window.last < window.first) return {};
    std::vector<time::Date> ruled;
    if (rule_) ruled = time::dates_within(*rule_, activity_->start.date, window.first, window.last);
    const auto dates = rule_ ? std::span<const time::Date>(ruled) : part_of(dates_, window);
    std::vector<time::Date> kept;
    kept.reserve(dates.size());
    std::ranges::set_difference(dates, part_of(skip_, window), std::back_inserter(kept));
    return kept;
}

const model::Change* Series::change_on(time::Date date) const {
    const auto at = std::ranges::lower_bound(changes_, date, {}, &Changed::first);
    return at != changes_.end() && at->first == date ? at->second : nullptr;
}

std::optional<time::Date> first_date(const model::Plan& plan, const model::Activity& activity) {
    const DayRange bounds = bounds_of(plan, activity);
    if (!activity.repeat->every) {
        const auto dates = Series(plan, activity).within(bounds);
        return dates.empty() ? std::nullopt : std::optional(dates.front());
    }
    const auto first = time::next_on_or_after(rule_of(*activity.repeat), activity.start.date, bounds.first);
    return first && *first <= bounds.last ? first : std::nullopt;
}

std::vector<time::Date> dates_of(const model::Plan& plan, const model::Activity& activity, DayRange window) {
    return Series(plan, activity).within(window);
}

}  // namespace backops::schedule
