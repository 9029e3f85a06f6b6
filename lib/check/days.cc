#include "check/days.h"

#include <fmt/format.h>

#include <iterator>
#include <map>

#include "check/rule.h"
#include "files/on_all_cores.h"

namespace backops::check {
namespace {

using Team = std::pair<std::string_view, std::vector<const model::CrewMember*>>;

std::vector<Team> teams_of(const model::Plan& plan) {
    std::map<std::string_view, std::vector<const model::CrewMember*>> teams;
    for (const model::CrewMember& person : plan.crew) teams[person.collaborator].push_back(&person);
    return {std::make_move_iterator(teams.begin()), std::make_move_iterator(teams.end())};
}

Findings found_in(const schedule::ResolvedEvent& event, const Team& team) {
    Findings findings;
    TeamAsked asked{team.first, event.days.sent(team.first), {}};
    for (const model::CrewMember* person : team.second) {
        asked.days.push_back(event.days.of(*person));
        const PersonAsked one{*person, schedule::limits_of(event.plan, *person), asked.days.back()};
        add_short_rests(one, findings);
        add_long_days(one, findings);
        add_late_meals(one, findings);
        add_before_calls(one, findings);
    }
    add_nobody_comes(asked, findings);
    return findings;
}

}  // namespace

void DayFindings::add_too_many() {
    Finding finding = about(rule_, Spot{event::Noun::crew, asked_.person.id, {"name"}},
                            fmt::format("{{}} has more such days than the {} that are told", most_told));
    finding.resources = {asked_.person.id};
    all_.push_back(std::move(finding));
}

Findings find_in_days(const schedule::ResolvedEvent& event) {
    const std::vector<Team> teams = teams_of(event.plan);
    constexpr std::size_t few = 4;
    const std::size_t at_once = is_worth_threads(event) ? few : teams.size() + 1;
    std::vector<Findings> of_each = files::made_on_all_cores(std::span<const Team>(teams), at_once,
                                                             [&](const Team& team) { return found_in(event, team); });
    Findings all;
    std::size_t count = 0;
    for (const Findings& findings : of_each) count += findings.size();
    all.reserve(count);
    for (Findings& findings : of_each) std::ranges::move(findings, std::back_inserter(all));
    return all;
}

}  // namespace backops::check
