#include "check/taken_away.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "check/wording.h"
#include "schedule/resolved_event.h"

namespace backops::check {
namespace {

using schedule::Lost;
using schedule::PersonDay;

/// A person and what their own call took from them.
using Taking = std::pair<std::string, std::string>;

bool has_call(const model::Plan& plan, std::span<const event::RecordName> changed) {
    return std::ranges::any_of(changed, [&](const event::RecordName& name) {
        const auto* activity =
            name.first == event::Noun::activity ? model::find(plan.activities, name.second) : nullptr;
        return activity && activity->kind == "call";
    });
}

/// Calls `tell` with each person, day and thing that their own call took; without it no call of the team is told.
template <class Tell>
void for_taken(const model::Plan& plan, Tell tell) {
    const schedule::ResolvedEvent event(plan);
    for (const model::CrewMember& person : plan.crew)
        for (const PersonDay& day : event.days.of(person))
            for (const Lost& lost : day.lost)
                if (lost.cause == Lost::Cause::call && !is_of_kind(*lost.entry.occurrence, "call"))
                    tell(person, day, lost.entry);
}

std::string line_of(const model::CrewMember& person, const PersonDay& day, const schedule::Entry& entry) {
    const schedule::Occurrence& occurrence = *entry.occurrence;
    std::string line = fmt::format("`{}` no longer goes to `{}` on {}", person.id, occurrence.activity->id,
                                   when_text(occurrence, entry.time));
    if (day.calls.empty()) return line;
    const schedule::Entry& call = day.calls.front().entry;
    return line + fmt::format(": their own call is at {}",
                              clock_text(*call.occurrence, {call.time.from, call.time.from}, occurrence));
}

}  // namespace

std::vector<std::string> newly_taken_away(const Touched& part, std::span<const event::RecordName> changed) {
    if (!has_call(part.after, changed)) return {};
    std::set<Taking> known;
    for_taken(part.before, [&](const auto& person, const auto&, const schedule::Entry& entry) {
        known.emplace(person.id, name_of(*entry.occurrence));
    });
    std::vector<std::string> lines;
    for_taken(part.after, [&](const auto& person, const auto& day, const schedule::Entry& entry) {
        if (!known.contains({person.id, name_of(*entry.occurrence)})) lines.push_back(line_of(person, day, entry));
    });
    return lines;
}

}  // namespace backops::check
