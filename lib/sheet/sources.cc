#include "sheet/sources.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

#include "schedule/audience.h"
#include "schedule/timing.h"

namespace backops::sheet {
namespace {

using schedule::Occurrence;

/// The crew's plan is stripped of what people must supply.
check::Report report_for(const schedule::ResolvedEvent& event, schedule::Audience audience, time::Date today) {
    if (audience == schedule::Audience::everyone) return {};
    return check::report_of(event, today, [](std::string_view rule) {
        return rule != check::missing_attribute.name && rule != check::unused_accept.name;
    });
}

/// What the public may see of a selection, found in the plan as it is.
std::set<std::string> names_of_public(const model::Plan& whole, schedule::Selection selection) {
    selection.audience = schedule::Audience::everyone;
    std::set<std::string> names;
    for (const schedule::Row& row : schedule::schedule_of(whole, schedule::Zones(whole), selection).rows)
        names.insert(name_of(row.occurrence));
    return names;
}

void add(Sources::Found& found, const check::Finding& finding) {
    found.all.push_back(&finding);
    for (const std::string& id : finding.resources) found.about[id].push_back(&finding);
}

}  // namespace

Sources::Sources(const model::Plan& whole, schedule::Audience audience, time::Date today)
    : whole_(whole),
      audience_(audience),
      plan_(schedule::plan_for(whole, audience)),
      event_(plan_),
      report_(report_for(event_, audience, today)),
      candidates_(plan_, event_.occurrences) {
    for (const check::Finding& finding : report_.open)
        if (finding.day) add(findings_[*finding.day].open, finding);
    for (const check::Finding& finding : report_.accepted)
        if (finding.day) add(findings_[*finding.day].accepted, finding);
    for (const model::CrewMember& person : plan_.crew) people_[person.collaborator].push_back(&person);
}

schedule::Schedule Sources::schedule_of(schedule::Selection selection, time::Date day) const {
    std::vector<const Occurrence*> candidates = candidates_.of(selection);
    std::erase_if(candidates, [&](const Occurrence* one) { return one->day != day && !lasts_days(*one); });
    return schedule_of(std::move(selection), day, candidates);
}

schedule::Schedule Sources::schedule_of(schedule::Selection selection, time::Date day,
                                        std::span<const Occurrence* const> candidates) const {
    selection.days = {day};
    selection.audience = audience_;
    if (audience_ != schedule::Audience::everyone)
        return schedule::schedule_of(plan_, event_.zones, selection, candidates);
    // The public's plan has nothing that it may not see, and its activities are without what they may be selected by.
    selection.audience = schedule::Audience::all;
    if (selection.kinds.empty() && selection.tags.empty() && selection.roles.empty())
        return schedule::schedule_of(plan_, event_.zones, selection, candidates);
    const std::set<std::string> wanted = names_of_public(whole_, selection);
    for (auto* words : {&selection.kinds, &selection.tags}) words->clear();
    selection.roles.clear();
    schedule::Schedule schedule = schedule::schedule_of(plan_, event_.zones, selection, candidates);
    std::erase_if(schedule.rows, [&](const schedule::Row& row) { return !wanted.contains(name_of(row.occurrence)); });
    return schedule;
}

std::vector<schedule::Row> Sources::rows_of(const schedule::WhoseDays& whose, schedule::Selection selection,
                                            time::Date day) const {
    selection.days = {day};
    selection.audience = audience_;
    return schedule::rows_of(event_, candidates_, whose, std::move(selection));
}

const Sources::DayFindings& Sources::findings_on(time::Date day) const {
    static const DayFindings none;
    const auto at = findings_.find(day);
    return at == findings_.end() ? none : at->second;
}

const std::vector<schedule::PersonDay>& PeopleDays::of(const model::CrewMember& person) {
    const auto [at, is_new] = made_.try_emplace(&person);
    if (!is_new) return at->second;
    std::vector<schedule::PersonDay> all = days_.of(person);
    const auto first = std::ranges::lower_bound(all, day_ - 1, {}, &schedule::PersonDay::day);
    const auto is_next = [&](const schedule::PersonDay& day) { return day.day > day_ && day.has_times(); };
    const auto next = std::find_if(first, all.end(), is_next);
    at->second.assign(std::make_move_iterator(first),
                      std::make_move_iterator(next == all.end() ? next : std::next(next)));
    return at->second;
}

const std::vector<const model::CrewMember*>& Sources::people_of(std::string_view collaborator) const {
    static const std::vector<const model::CrewMember*> nobody;
    const auto at = people_.find(collaborator);
    return at == people_.end() ? nobody : at->second;
}

}  // namespace backops::sheet
