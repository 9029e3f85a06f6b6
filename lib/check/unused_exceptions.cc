#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <set>
#include <vector>

#include "check/rule.h"
#include "schedule/series.h"
#include "time/phrase.h"

namespace backops::check {
namespace {

model::Activity without_skips(model::Activity activity) {
    activity.repeat->skip.clear();
    return activity;
}

/// One series with what it would be without its `skip`, so that skips can be judged too.
class Exceptions {
  public:
    Exceptions(const model::Plan& plan, const model::Activity& activity)
        : plan_(plan), activity_(activity), unskipped_(without_skips(activity)), series_(plan, unskipped_) {}

    void judge(Findings& findings) {
        if (!schedule::first_date(plan_, unskipped_)) return;
        findings.reserve(findings.size() + skips().size());
        for (const time::Date date : skips())
            if (!series_.falls_on(date)) findings.push_back(unused("unused-skip", date, "skip"));
        for (const model::Change& change : activity_.repeat->changes)
            if (!series_.falls_on(change.date)) findings.push_back(unused("unused-change", change.date, "change"));
    }

  private:
    const std::vector<time::Date>& skips() const { return activity_.repeat->skip; }

    /// The dates that have neither a skip nor a change, in order: what somebody who wrote another may have meant.
    const std::vector<time::Date>& untaken() {
        if (untaken_) return *untaken_;
        std::set<time::Date> taken(skips().begin(), skips().end());
        for (const model::Change& change : activity_.repeat->changes) taken.insert(change.date);
        untaken_.emplace();
        std::ranges::set_difference(series_.within(schedule::always), taken, std::back_inserter(*untaken_));
        return *untaken_;
    }

    /// The earlier of two that are as near; nothing within a year of it.
    std::optional<time::Date> nearest(time::Date date) {
        const auto& dates = untaken();
        const auto after = std::ranges::lower_bound(dates, date);
        std::optional<time::Date> near;
        if (after != dates.end()) near = *after;
        if (after != dates.begin() && (!near || date - *std::prev(after) <= *near - date)) near = *std::prev(after);
        return near && std::abs(*near - date) <= farthest ? near : std::nullopt;
    }

    Finding unused(const char* rule, time::Date date, std::string_view what) {
        const auto near = nearest(date);
        return about(rule, activity_,
                     fmt::format("`{}` does not happen on {} anyway: this {} does nothing", activity_.id,
                                 time::long_day(date), what),
                     {"repeat", what == "skip" ? "skip" : "changes", time::to_text(date)},
                     {near ? fmt::format("delete it, or write the nearest of its dates, {}", time::to_text(*near))
                           : "delete it"});
    }

    static constexpr int farthest = 366;

    const model::Plan& plan_;
    const model::Activity& activity_;
    model::Activity unskipped_;
    schedule::Series series_;
    std::optional<std::vector<time::Date>> untaken_;
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
