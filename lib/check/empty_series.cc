#include <fmt/format.h>

#include "check/rule.h"
#include "schedule/series.h"
#include "time/phrase.h"

namespace backops::check {
namespace {

/// Why it never happens, the key that says so, and what would help.
struct Reason {
    std::string words;
    yaml::Path path;
    std::vector<std::string> hints;
};

Reason over_before(const model::Repeat& repeat, time::Date first) {
    if (repeat.until)
        return {fmt::format("`until` comes before its first date, {}", time::long_day(first)),
                {"repeat", "until"},
                {fmt::format("write `until: {}` or later", time::to_text(first))}};
    if (!repeat.during.empty())
        return {fmt::format("no day of `{}` is one of its dates", repeat.during), {"repeat", "during"}, {}};
    return {fmt::format("its first date, {}, comes after the event and its time frames", time::long_day(first)),
            {"repeat"},
            {fmt::format("say how long it goes on, as in `until: {}`", time::to_text(first))}};
}

Reason reason_of(const model::Plan& plan, const model::Activity& activity) {
    model::Activity unskipped = activity;
    unskipped.repeat->skip.clear();
    if (schedule::first_date(plan, unskipped))
        return {"all of its dates are skipped", {"repeat", "skip"}, {"take a date out of `skip`"}};
    const model::Repeat& repeat = *activity.repeat;
    const time::Rule rule{*repeat.every, repeat.on, repeat.week_start};
    if (const auto first = time::next_on_or_after(rule, activity.start.date, activity.start.date))
        return over_before(repeat, *first);
    return {fmt::format("every {} from {} never comes to a day of `on`", time::to_text(*repeat.every),
                        time::long_day(activity.start.date)),
            {"repeat", "on"},
            {}};
}

Findings find(const schedule::ResolvedEvent& event) {
    const model::Plan& plan = event.plan;
    Findings findings;
    for (const model::Activity& activity : plan.activities) {
        if (!activity.repeat || activity.start.date == time::Date{}) continue;
        const bool has_rule = activity.repeat->every || !activity.repeat->dates.empty();
        if (!has_rule || schedule::first_date(plan, activity)) continue;
        Reason reason = reason_of(plan, activity);
        findings.push_back(about("empty-series", activity,
                                 fmt::format("`{}` never happens: {}", activity.id, reason.words),
                                 std::move(reason.path), std::move(reason.hints)));
    }
    return findings;
}

}  // namespace

constinit const Rule empty_series{
    "empty-series", "warning", "a series that never happens",
    "A `repeat` has no dates at all, and so its activity is on no schedule: `every` never comes to a day of `on`, "
    "it is over before its first date, no day of its time frame is one of its dates, or all of them are skipped. "
    "The message says which.\n"
    "Correct the key that it points to, or remove the activity.",
    find};

}  // namespace backops::check
