#include "check/newly_broken.h"

#include <algorithm>
#include <map>
#include <utility>

#include "check/report.h"
#include "check/rule.h"
#include "check/taken_away.h"
#include "check/touched.h"

namespace backops::check {
namespace {

/// What makes two findings the same before and after a change, whatever times and lengths they name.
struct Identity {
    std::string rule;
    std::vector<std::string> resources, occurrences;
    std::optional<time::Date> day;
    Spot spot;
    std::string claim;
    friend auto operator<=>(const Identity&, const Identity&) = default;
};

/// The name of an occurrence under the series that it was first a date of.
std::string first_name(const model::Plan& plan, const std::string& occurrence) {
    const std::size_t at = std::min(occurrence.find('@'), occurrence.size());
    std::string id = occurrence.substr(0, at);
    std::vector<std::string> seen;
    for (const model::Activity* activity = model::find(plan.activities, id); activity && !activity->continues.empty();
         activity = model::find(plan.activities, id)) {
        if (std::ranges::find(seen, id) != seen.end()) break;
        seen.push_back(id);
        id = activity->continues;
    }
    return id + occurrence.substr(at);
}

Identity identity_of(const model::Plan& plan, const Finding& finding) {
    Identity identity{finding.rule, finding.resources, {}, {}, {}, ""};
    // A person's day is the same one, whatever it begins and ends with.
    if (finding.is_of_day) {
        identity.day = finding.day;
        return identity;
    }
    for (const std::string& name : finding.occurrences) identity.occurrences.push_back(first_name(plan, name));
    std::ranges::sort(identity.occurrences);
    if (finding.resources.empty()) identity.spot = finding.spot;
    if (finding.when.empty()) identity.claim = finding.claim;
    return identity;
}

Findings open_findings(const model::Plan& plan, time::Date today) {
    const schedule::ResolvedEvent event(plan);
    return report_of(event, today, [](std::string_view) { return true; }).open;
}

bool is_changed(const Finding& finding, std::span<const event::RecordName> changed) {
    return std::ranges::find(changed, event::RecordName{finding.spot.noun, finding.spot.id}) != changed.end();
}

Findings newly_broken(const Touched& part, std::span<const event::RecordName> changed, time::Date today) {
    std::map<Identity, Level> known;
    for (const Finding& finding : open_findings(part.before, today)) {
        Level& level = known[identity_of(part.before, finding)];
        level = std::max(level, finding.level);
    }
    Findings fresh;
    for (Finding& finding : open_findings(part.after, today)) {
        if (finding.rule == unused_accept.name && !is_changed(finding, changed)) continue;
        const auto at = known.find(identity_of(part.after, finding));
        if (at != known.end() && at->second >= finding.level) continue;
        finding.activities.clear();
        fresh.push_back(std::move(finding));
    }
    return grouped(std::move(fresh));
}

}  // namespace

Findings newly_broken(const model::Plan& before, const model::Plan& after, std::span<const event::RecordName> changed,
                      time::Date today) {
    return newly_broken(touched(before, after, changed), changed, today);
}

Consequences consequences_of(event::ChangedPlan& changed, time::Date today) {
    const Touched part = touched(changed);
    return {newly_broken(part, changed.records(), today), newly_taken_away(part, changed.records())};
}

}  // namespace backops::check
