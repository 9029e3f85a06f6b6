#include <fmt/format.h>

#include "check/rule.h"
#include "schedule/series.h"
#include "text/wording.h"
#include "time/phrase.h"

namespace backops::check {
namespace {

/// The key that makes it so long.
yaml::Path bound_of(const model::Repeat& repeat) {
    if (!repeat.every) return {"repeat", "dates"};
    if (repeat.until) return {"repeat", "until"};
    if (repeat.count) return {"repeat", "count"};
    if (!repeat.during.empty()) return {"repeat", "during"};
    return {"repeat"};
}

Findings find(const schedule::ResolvedEvent& event) {
    Findings findings;
    for (const model::Activity& activity : event.plan.activities) {
        if (!activity.repeat || activity.start.date == time::Date{}) continue;
        if (const auto last = schedule::last_taken(event.plan, activity))
            findings.push_back(
                about("long-series", activity,
                      fmt::format("`{}` has more than {}: those after {} are on no schedule", activity.id,
                                  text::counted(schedule::most_dates(activity), "date"), time::long_day(*last)),
                      bound_of(*activity.repeat), {"write the date on which it ends as `until`"}));
    }
    return findings;
}

}  // namespace

constinit const Rule long_series{
    "long-series", "warning", "a series of more than 3,000 dates",
    "A series takes at most 3,000 of the dates that its `repeat` names, skipped ones among them: every day for eight "
    "years; where one of them lasts for days, so many that all together fill at most 3,000 days. Those that come "
    "later are on no schedule and are checked against nothing.\n"
    "It is nearly always a year that was mistyped: correct `until`, `count` or `start`.",
    find};

}  // namespace backops::check
