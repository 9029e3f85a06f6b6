#include <fmt/format.h>

#include <algorithm>

#include "check/rule.h"
#include "schedule/series.h"
#include "time/phrase.h"

namespace backops::check {
namespace {

bool has_start(const model::Activity& activity) {
    const model::Repeat& repeat = *activity.repeat;
    if (repeat.every) return time::starts_in_rule(schedule::rule_of(repeat), activity.start.date);
    return std::ranges::find(repeat.dates, activity.start.date) != repeat.dates.end();
}

/// Where the series can start and be the same: its first date, whether or not that is skipped.
time::Date first_of_rule(const model::Activity& activity) {
    const model::Repeat& repeat = *activity.repeat;
    if (!repeat.every) return std::ranges::min(repeat.dates);
    const time::Rule rule{*repeat.every, repeat.on, repeat.week_start};
    return *time::next_on_or_after(rule, activity.start.date, activity.start.date);
}

std::string addition(const model::Activity& activity) {
    const model::Repeat& repeat = *activity.repeat;
    const time::Date start = activity.start.date;
    if (!repeat.every) return fmt::format("or add {} to `dates`", time::to_text(start));
    if (repeat.every->unit == time::Unit::month)
        return fmt::format("or add `{}` to `on`", time::year_month_day(start).day);
    return fmt::format("or add `{}` to `on`", time::short_name(time::weekday(start)));
}

Finding finding_of(const model::Activity& activity, time::Date first) {
    const time::Date start = activity.start.date;
    const bool same_year = time::year_month_day(start).year == time::year_month_day(first).year;
    const auto day = same_year ? time::short_day : time::long_day;
    const time::WallTime moved{first_of_rule(activity), activity.start.seconds};
    return about("start-left-out", activity,
                 fmt::format("`{}` first happens on {}: its start, {}, is not among {}", activity.id, day(first),
                             day(start), activity.repeat->every ? "the days of `on`" : "its `dates`"),
                 {"start"},
                 {fmt::format("backops activity edit {} --start {}", activity.id,
                              activity.all_day ? time::to_text(moved.date) : time::to_text(moved)),
                  addition(activity)});
}

Findings find(const schedule::ResolvedEvent& event) {
    Findings findings;
    for (const model::Activity& activity : event.plan.activities) {
        if (!activity.repeat || activity.start.date == time::Date{} || has_start(activity)) continue;
        if (const auto first = schedule::first_date(event.plan, activity))
            findings.push_back(finding_of(activity, *first));
    }
    return findings;
}

}  // namespace

constinit const Rule start_left_out{
    "start-left-out", "warning", "a series whose own rule leaves its start out",
    "The `start` of a series is not one of the days that its `repeat` gives (`on`, or plain `dates`), and so is "
    "no occurrence: the series first happens later than its file seems to say. A start that `skip` or `during` "
    "leaves out is meant so, and no finding.\n"
    "Move the start to the first date, or add its day to `on` or `dates`.",
    find};

}  // namespace backops::check
