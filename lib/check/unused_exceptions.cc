#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "check/rule.h"
#include "schedule/series.h"
#include "time/phrase.h"

namespace backops::check {
namespace {

/// One series with what it would be without its `skip`, so that skips can be judged too.
class Exceptions {
  public:
    Exceptions(const model::Plan& plan, const model::Activity& activity)
        : plan_(plan), activity_(activity), unskipped_(activity), taken_(skips().begin(), skips().end()) {
        unskipped_.repeat->skip.clear();
        for (const model::Change& change : activity.repeat->changes) taken_.insert(change.date);
    }

    void judge(Findings& findings) const {
        if (!schedule::first_date(plan_, unskipped_)) return;
        for (const time::Date date : skips())
            if (!is_in_series(date)) findings.push_back(unused("unused-skip", date, "skip"));
        for (const model::Change& change : activity_.repeat->changes)
            if (!is_in_series(change.date)) findings.push_back(unused("unused-change", change.date, "change"));
    }

  private:
    const std::vector<time::Date>& skips() const { return activity_.repeat->skip; }

    bool is_in_series(time::Date date) const { return !schedule::dates_of(plan_, unskipped_, {date, date}).empty(); }

    std::optional<time::Date> nearest(time::Date date) const {
        auto dates = schedule::dates_of(plan_, unskipped_, {date - 366, date + 366});
        std::erase_if(dates, [&](time::Date other) { return taken_.contains(other); });
        const auto at = std::ranges::min_element(dates, {}, [&](time::Date other) { return std::abs(other - date); });
        return at == dates.end() ? std::nullopt : std::optional(*at);
    }

    Finding unused(const char* rule, time::Date date, std::string_view what) const {
        const auto near = nearest(date);
        return about(rule, activity_,
                     fmt::format("`{}` does not happen on {} anyway: this {} does nothing", activity_.id,
                                 time::long_day(date), what),
                     {"repeat", what == "skip" ? "skip" : "changes", time::to_text(date)},
                     {near ? fmt::format("delete it, or write the nearest of its dates, {}", time::to_text(*near))
                           : "delete it"});
    }

    const model::Plan& plan_;
    const model::Activity& activity_;
    model::Activity unskipped_;
    std::set<time::Date> taken_;
};

Findings find(const schedule::ResolvedEvent& event) {
    Findings findings;
    for (const model::Activity& activity : event.plan.activities) {
        if (!activity.repeat || activity.start.date == time::Date{}) continue;
        if (activity.repeat->skip.empty() && activity.repeat->changes.empty()) continue;
        Exceptions(event.plan, activity).judge(findings);
    }
    return findings;
}

}  // namespace

constinit const Rule unused_skip{
    "unused-skip", "warning", "a skipped date on which the series does not happen anyway",
    "A date of `skip` is none of the series' dates, and so does nothing: most often a slip, and the date that was "
    "meant still happens.\n"
    "Delete it, or write the date that was meant; the message names the nearest.",
    find};

constinit const Rule unused_change{
    "unused-change", "warning", "a change of a date on which the series does not happen",
    "A date of `changes` is none of the series' dates, and so does nothing: most often a slip, or the series was "
    "moved to other days.\n"
    "Delete it, or write the date that was meant; the message names the nearest.",
    find};

}  // namespace backops::check
