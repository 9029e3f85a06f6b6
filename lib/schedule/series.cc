#include "schedule/series.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "model/reach.h"
#include "schedule/timing.h"

namespace backops::schedule {

namespace {

constexpr int most_days = 3'000;

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

time::Rule unskipped_rule(const model::Repeat& repeat) {
    return {*repeat.every, repeat.on, repeat.week_start, repeat.until, repeat.count};
}

/// As `bounds_of`, however many dates there are.
DayRange named_bounds(const model::Plan& plan, const model::Activity& activity) {
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

std::optional<time::Date> last_taken_of_rule(const model::Activity& activity, DayRange named, std::size_t most) {
    const model::Repeat& repeat = *activity.repeat;
    const int fewest_days = static_cast<int>(most);
    if (repeat.count ? *repeat.count <= fewest_days : named.last - named.first < fewest_days) return std::nullopt;
    constexpr int step = most_days;  // each costs as much as all dates before it, where months are counted
    const time::Rule rule = unskipped_rule(repeat);
    std::size_t count = 0;
    std::optional<time::Date> last;
    for (time::Date first = named.first; first <= named.last; first = first + step)
        for (const time::Date date :
             time::dates_within(rule, activity.start.date, first, std::min(named.last, first + (step - 1)))) {
            if (count == most) return last;
            last = date;
            ++count;
        }
    return std::nullopt;
}

std::optional<time::Date> last_taken_of_dates(const model::Repeat& repeat, std::size_t most) {
    if (repeat.dates.size() <= most) return std::nullopt;
    const auto dates = in_order(repeat.dates);
    return dates.size() > most ? std::optional(dates[most - 1]) : std::nullopt;
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

std::size_t most_dates(const model::Activity& activity) {
    return static_cast<std::size_t>(most_days / model::days_filled(activity));
}

std::optional<time::Date> last_taken(const model::Plan& plan, const model::Activity& activity) {
    const std::size_t most = most_dates(activity);
    if (!activity.repeat->every) return last_taken_of_dates(*activity.repeat, most);
    return last_taken_of_rule(activity, named_bounds(plan, activity), most);
}

DayRange bounds_of(const model::Plan& plan, const model::Activity& activity) {
    DayRange bounds = named_bounds(plan, activity);
    if (const auto last = last_taken(plan, activity)) bounds.last = *last;
    return bounds;
}

Series::Series(const model::Plan& plan, const model::Activity& activity)
    : activity_(&activity), bounds_(bounds_of(plan, activity)), skip_(in_order(activity.repeat->skip)) {
    const model::Repeat& repeat = *activity.repeat;
    if (repeat.every)
        rule_ = unskipped_rule(repeat);
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
