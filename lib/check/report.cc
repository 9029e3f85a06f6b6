#include "check/report.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

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
    const std::size_t at_once = is_worth_threads(event) ? 1 : all.size();
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

/// A spot, or only its record: a pair of activities is one cause wherever in them it shows, in a segment or in the
/// change of a date.
bool is_same(const Spot& a, const Spot& b, bool is_pair) {
    return a.noun == b.noun && a.id == b.id && a.is_key == b.is_key && (is_pair || a.path == b.path);
}

/// Whether two findings are told apart by their days alone; the claim counts where there is no time.
struct HaveOneCause {
    bool operator()(const Finding* a, const Finding* b) const {
        const bool is_pair = a->activities.size() > 1;
        return a->rule == b->rule && is_pair == (b->activities.size() > 1) && is_same(a->spot, b->spot, is_pair) &&
               (a->when.empty() ? b->when.empty() && a->claim == b->claim : !b->when.empty()) &&
               a->resources == b->resources &&
               std::ranges::equal(a->others, b->others, [&](const Other& one, const Other& other) {
                   return is_same(one.spot, other.spot, is_pair);
               });
    }
};

/// Equal for findings of one cause.
struct HashOfCause {
    std::size_t operator()(const Finding* finding) const {
        constexpr std::size_t odd = 31;
        const std::hash<std::string> hash;
        std::size_t all = hash(finding->rule) * odd + hash(finding->spot.id);
        const bool is_pair = finding->activities.size() > 1;
        if (!is_pair)
            for (const yaml::Step& step : finding->spot.path) all = all * odd + std::hash<yaml::Step>()(step);
        if (finding->when.empty()) all = all * odd + hash(finding->claim);
        for (const std::string& id : finding->resources) all = all * odd + hash(id);
        for (const Other& other : finding->others) all = all * odd + hash(other.spot.id);
        return all;
    }
};

/// The first of the gravest of each cause, with the number of its days.
std::vector<Finding*> over_days(Findings& findings) {
    std::vector<Finding*> all;
    std::unordered_map<const Finding*, std::size_t, HashOfCause, HaveOneCause> known(findings.size());
    std::unordered_map<std::size_t, std::set<std::optional<time::Date>>> days;
    for (Finding& finding : findings) {
        const auto [at, is_new] = known.try_emplace(&finding, all.size());
        if (is_new) {
            all.push_back(&finding);
            continue;
        }
        Finding*& worst = all[at->second];
        auto& counted = days[at->second];
        counted.insert({at->first->day, finding.day});
        if (worst->level < finding.level) worst = &finding;
        worst->days = counted.size();
    }
    return all;
}

bool stands_before(const Finding* a, const Finding* b) {
    const auto key = [](const Finding* f) {
        return std::tie(f->spot, f->rule, f->when, f->days, f->claim, f->rest, f->level, f->others, f->resources);
    };
    return key(a) < key(b);
}

bool is_same_for_others(const Finding& a, const Finding& b) {
    const auto key = [](const Finding& f) {
        return std::tie(f.spot, f.rule, f.when, f.days, f.claim, f.rest, f.level, f.others);
    };
    return a.is_shared && b.is_shared && key(a) == key(b);
}

Findings over_resources(std::vector<Finding*> findings) {
    std::ranges::stable_sort(findings, stands_before);
    Findings all;
    all.reserve(findings.size());
    for (Finding* finding : findings) {
        if (!all.empty() && is_same_for_others(all.back(), *finding))
            std::ranges::move(finding->resources, std::back_inserter(all.back().resources));
        else
            all.push_back(std::move(*finding));
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
    std::vector<Findings> all = found([&](std::string_view rule) { return judges_all || is_wanted(rule); }, event);
    std::size_t count = 0;
    for (const Findings& findings : all) count += findings.size();
    report.open.reserve(count);
    for (Findings& findings : all) take(std::move(findings));
    if (judges_all) take(accepting.unused());
    return report;
}

Findings grouped(Findings findings) { return over_resources(over_days(findings)); }

}  // namespace backops::check
