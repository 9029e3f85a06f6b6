#include "check/report.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <tuple>

#include "check/accepting.h"
#include "files/on_all_cores.h"

namespace backops::check {
namespace {

using Find = Findings (*)(const schedule::ResolvedEvent&);

// Each once, though several rules may have it.
std::vector<Find> finders(const Wanted& is_wanted) {
    std::vector<Find> all;
    for (const Rule* rule : schedule_rules()) {
        if (!rule->find || !is_wanted(rule->name)) continue;
        if (std::ranges::find(all, rule->find) == all.end()) all.push_back(rule->find);
    }
    return all;
}

/// What each of them finds, in their order.
std::vector<Findings> found(const Wanted& is_wanted, const schedule::ResolvedEvent& event) {
    const std::vector<Find> all = finders(is_wanted);
    constexpr std::size_t worth_threads = 1000;
    const std::size_t at_once = event.occurrences.size() < worth_threads ? all.size() : 1;
    return files::made_on_all_cores(std::span<const Find>(all), at_once, [&](Find find) { return find(event); });
}

class Levels {
  public:
    explicit Levels(const model::Rules& rules) {
        for (const auto& [rule, level] : rules.severity)
            set_[rule] = level == "error" ? Level::error : level == "warning" ? Level::warning : Level::off;
    }

    Level of(const Finding& finding) const {
        const auto at = set_.find(finding.rule);
        const Level level = at == set_.end() ? finding.level : at->second;
        if (!finding.is_lowered) return level;
        return level == Level::error ? Level::warning : Level::off;
    }

  private:
    std::map<std::string, Level, std::less<>> set_;
};

/// What tells findings apart, but for the day.
struct Cause {
    Spot spot;
    std::string rule, claim;  ///< the claim of what has no time, where nothing else may tell
    std::vector<std::string> resources;
    std::vector<Spot> others;
    friend auto operator<=>(const Cause&, const Cause&) = default;
};

// A pair of activities is one cause wherever in them it shows: in a segment, or in the change of a date.
Cause cause_of(const Finding& finding) {
    const bool is_pair = finding.activities.size() > 1;
    const auto place = [&](Spot spot) {
        if (is_pair) spot.path.clear();
        return spot;
    };
    Cause cause{place(finding.spot), finding.rule, finding.when.empty() ? finding.claim : "", finding.resources, {}};
    for (const Other& other : finding.others) cause.others.push_back(place(other.spot));
    return cause;
}

// Findings of one cause come in order of time.
Findings over_days(Findings findings) {
    std::map<Cause, std::vector<Finding*>> groups;
    for (Finding& finding : findings) groups[cause_of(finding)].push_back(&finding);
    Findings all;
    all.reserve(groups.size());
    for (const auto& [cause, group] : groups) {
        std::set<std::optional<time::Date>> days;
        for (const Finding* one : group) days.insert(one->day);
        Finding& worst = **std::ranges::max_element(group, {}, &Finding::level);
        worst.days = days.size();
        all.push_back(std::move(worst));
    }
    return all;
}

bool stands_before(const Finding& a, const Finding& b) {
    const auto key = [](const Finding& f) {
        return std::tie(f.spot, f.rule, f.when, f.days, f.claim, f.rest, f.level, f.others, f.resources);
    };
    return key(a) < key(b);
}

bool is_same_for_others(const Finding& a, const Finding& b) {
    const auto key = [](const Finding& f) {
        return std::tie(f.spot, f.rule, f.when, f.days, f.claim, f.rest, f.level, f.others);
    };
    return a.is_shared && b.is_shared && key(a) == key(b);
}

Findings over_resources(Findings findings) {
    std::ranges::sort(findings, stands_before);
    Findings all;
    all.reserve(findings.size());
    for (Finding& finding : findings) {
        if (!all.empty() && is_same_for_others(all.back(), finding))
            std::ranges::move(finding.resources, std::back_inserter(all.back().resources));
        else
            all.push_back(std::move(finding));
    }
    return all;
}

}  // namespace

Report report_of(const schedule::ResolvedEvent& event, time::Date today, const Wanted& is_wanted) {
    Report report;
    const Levels levels(event.plan.event.rules);
    Accepting accepting(event.plan, today);
    const auto take = [&](Findings findings) {
        for (Finding& finding : findings) {
            finding.level = levels.of(finding);
            if (finding.level == Level::off) continue;
            finding.accept = accepting.taking(finding);
            if (is_wanted(finding.rule)) (finding.accept ? report.accepted : report.open).push_back(std::move(finding));
        }
    };
    // Whether an acceptance has any use is known only when its rule has run.
    const bool judges_all = is_wanted(unused_accept.name);
    for (Findings& findings : found([&](std::string_view rule) { return judges_all || is_wanted(rule); }, event))
        take(std::move(findings));
    if (judges_all) take(accepting.unused());
    return report;
}

Findings grouped(Findings findings) { return over_resources(over_days(std::move(findings))); }

}  // namespace backops::check
