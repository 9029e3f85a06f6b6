#include "check/accepting.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "check/rule.h"
#include "time/phrase.h"

namespace backops::check {
namespace {

bool names(const Finding& finding, const model::Activity& own, const std::string& with) {
    if (with.empty() || std::ranges::find(finding.resources, with) != finding.resources.end()) return true;
    const auto is_other = [&](const model::Activity* activity) { return activity != &own && activity->id == with; };
    if (std::ranges::any_of(finding.activities, is_other)) return true;
    if (std::ranges::find(finding.occurrences, with) != finding.occurrences.end() && with != own.id) return true;
    // Dates of one series that overlap each other.
    return with == own.id && finding.activities.size() == 2 && finding.activities[0] == finding.activities[1];
}

}  // namespace

Accepting::Accepting(const model::Plan& plan, time::Date today) {
    for (const model::Activity& activity : plan.activities)
        for (std::size_t i = 0; i < activity.accept.size(); ++i) {
            const model::Accept& accept = activity.accept[i];
            all_.push_back({&activity, &accept, i, accept.until && *accept.until < today, false});
        }
    by_rule_.resize(all_.size());
    std::iota(by_rule_.begin(), by_rule_.end(), std::size_t{0});
    std::ranges::stable_sort(by_rule_, {}, [&](std::size_t place) { return key_of(place); });
}

Accepting::Key Accepting::key_of(std::size_t place) const {
    return {all_[place].activity->id, all_[place].accept->rule};
}

const model::Accept* Accepting::taking(const Finding& finding) {
    const model::Accept* taken = nullptr;
    for (const model::Activity* activity : finding.activities) {
        if (activity->accept.empty()) continue;
        const Key key{activity->id, finding.rule};
        auto place = std::ranges::lower_bound(by_rule_, key, {}, [&](std::size_t one) { return key_of(one); });
        for (; place != by_rule_.end() && key_of(*place) == key; ++place) {
            Used& one = all_[*place];
            if (one.is_over || !names(finding, *activity, one.accept->with)) continue;
            one.is_used = true;
            if (!taken) taken = one.accept;
        }
    }
    return taken;
}

Findings Accepting::unused() const {
    Findings findings;
    for (const Used& one : all_)
        if (!one.is_used && find_rule(one.accept->rule)) findings.push_back(finding_of(one));
    return findings;
}

Finding Accepting::finding_of(const Used& one) {
    const auto& [activity, accept, index, is_over, is_used] = one;
    Finding finding = about("unused-accept", *activity, "", {"accept", index, "rule"});
    const std::string what =
        accept->with.empty() ? accept->rule : fmt::format("{} with `{}`", accept->rule, accept->with);
    if (is_over) {
        finding.claim =
            fmt::format("`{}` accepts {} until {}, which is over", activity->id, what, time::long_day(*accept->until));
        finding.spot.path = {"accept", index, "until"};
        finding.hints = {"delete it, or write a later date"};
    } else {
        finding.claim = fmt::format("`{}` has no {} to accept", activity->id, what);
        finding.hints = {activity->accept.size() == 1
                             ? fmt::format("delete it: backops activity edit {} --unset accept", activity->id)
                             : "delete it"};
    }
    finding.activities.clear();
    return finding;
}

constinit const Rule unused_accept{
    "unused-accept", "warning", "an `accept` that matches nothing any more, or whose `until` has passed",
    "An activity accepts a finding that there is not: the conflict was solved, `rule` or `with` is not what is "
    "found, the rule is off, or the acceptance was good `until` a day that is over (then the finding is told "
    "again). An acceptance that stays behind would hide the next conflict of its kind.\n"
    "Delete it, or give it a later `until`."};

}  // namespace backops::check
