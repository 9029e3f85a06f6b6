#include "sheet/catering.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace backops::sheet {
namespace {

using schedule::Entry;
using schedule::Stretch;

Stretch time_of(const LabourCall& call) { return {call.occurrence->from, call.occurrence->until}; }

/// Hands of one company and role: as many as work at the time, or between two of their works as many as the larger.
std::size_t hands_at(const std::vector<const LabourCall*>& calls, Stretch meal) {
    std::size_t then = 0, before = 0, after = 0;
    for (const LabourCall* call : calls) {
        const auto count = static_cast<std::size_t>(std::max(0, call->need->count));
        const Stretch time = time_of(*call);
        if (meet(time, meal)) then += count;
        if (time.until <= meal.from) before = std::max(before, count);
        if (meal.until <= time.from) after = std::max(after, count);
    }
    if (then > 0) return then;
    return before > 0 && after > 0 ? std::max(before, after) : 0;
}

bool feeds(const schedule::Occurrence& meal, const model::Collaborator* team) {
    if (team && schedule::serves(meal, team->id)) return false;
    const std::vector<std::string>& required = meal.participants().required;
    return meal.activity->global || (team && std::ranges::find(required, team->id) != required.end());
}

void add_labour(const TeamCalls& team, Catering& catering) {
    std::map<std::string_view, std::vector<const LabourCall*>> by_role;
    for (const LabourCall& call : team.labour) by_role[call.need->role].push_back(&call);
    for (const auto& [role, calls] : by_role) catering.people += hands_at(calls, catering.meal.time);
}

/// A company that is there and of which neither people nor hands are known.
bool is_unknown(const TeamCalls& team, Stretch meal) {
    if (!team.team || !team.people.empty() || !team.labour.empty() || !team.times.first) return false;
    const time::Instant last = team.times.last ? team.times.last->at : team.times.first->at;
    return meet({team.times.first->at, last}, meal);
}

}  // namespace

std::vector<Catering> catering_of(const Sources& sources, const std::vector<schedule::Row>& rows,
                                  const std::vector<TeamCalls>& teams) {
    std::vector<Catering> all;
    const auto of = [&](const Entry& meal) -> Catering& {
        const auto at = std::ranges::find_if(all, [&](const Catering& one) {
            return one.meal.occurrence->activity == meal.occurrence->activity &&
                   one.meal.occurrence->original == meal.occurrence->original;
        });
        return at != all.end() ? *at : all.emplace_back(Catering{meal, 0, false});
    };
    for (const TeamCalls& team : teams)
        for (const PersonCall& call : team.people)
            for (const Entry& meal : call.meals)
                if (sources.may_show(*meal.occurrence->activity)) ++of(meal).people;
    for (const schedule::Row& row : rows)
        if (is_of_kind(row.occurrence, "meal") && row.occurrence.status() != model::Status::cancelled)
            of(Entry{&row.occurrence, {row.occurrence.from, row.occurrence.until}, row.occurrence.day});
    std::ranges::stable_sort(all, {}, [](const Catering& one) { return one.meal.time.from; });
    for (Catering& one : all)
        for (const TeamCalls& team : teams) {
            if (!feeds(*one.meal.occurrence, team.team)) continue;
            add_labour(team, one);
            one.is_at_least |= is_unknown(team, one.meal.time);
        }
    std::erase_if(all, [](const Catering& one) { return one.people == 0 && !one.is_at_least; });
    return all;
}

}  // namespace backops::sheet
