#include "check/limits.h"

#include <fmt/format.h>

#include <algorithm>

#include "check/wording.h"

namespace backops::check {
namespace {

void take_missing(model::Rules& limits, const model::Rules& farther) {
    if (!limits.minimum_rest) limits.minimum_rest = farther.minimum_rest;
    if (!limits.longest_day) limits.longest_day = farther.longest_day;
    if (!limits.meal_within) limits.meal_within = farther.meal_within;
}

}  // namespace

model::Rules limits_of(const model::Plan& plan, const model::CrewMember& person) {
    model::Rules limits = person.rules;
    if (const auto* team = model::find(plan.collaborators, person.collaborator)) take_missing(limits, team->rules);
    take_missing(limits, plan.event.rules);
    return limits;
}

bool is_set_anywhere(const model::Plan& plan, std::optional<time::Duration> model::Rules::*limit) {
    const auto sets = [&](const auto& record) { return (record.rules.*limit).has_value(); };
    return sets(plan.event) || std::ranges::any_of(plan.collaborators, sets) || std::ranges::any_of(plan.crew, sets);
}

std::vector<schedule::Stretch> shifts_of(const schedule::Workday& day, std::optional<time::Duration> least) {
    std::vector<schedule::Stretch> shifts;
    for (const schedule::Stretch& work : day.work) {
        if (work.until < day.call()) continue;
        const bool is_apart =
            !shifts.empty() && least && work.from.seconds - shifts.back().until.seconds >= least->seconds;
        if (shifts.empty())
            shifts.push_back({day.call(), work.until});
        else if (is_apart)
            shifts.push_back(work);
        else
            shifts.back().until = work.until;
    }
    return shifts;
}

Finding about_day(std::string rule, const model::CrewMember& person, const schedule::Workday& day,
                  const schedule::Entry& at) {
    Finding finding = about(std::move(rule), *at.occurrence->activity, "", start_spot(*at.occurrence).path);
    finding.day = day.day;
    finding.occurrences = {name_of(*at.occurrence)};
    finding.resources = {person.id};
    finding.is_shared = finding.is_of_day = true;
    finding.remedy = "change the call or the out";
    finding.with = person.id;
    return finding;
}

void add_other_end(Finding& finding, const schedule::Occurrence& at, const schedule::Occurrence& other, Spot spot,
                   std::string_view what, time::Instant time) {
    if (&other == &at) return;
    finding.others = {
        {std::move(spot), fmt::format("{} `{}`, {}", what, name_of(other), clock_text(other, {time, time}, at))}};
    if (other.activity != at.activity) finding.activities.push_back(other.activity);
    finding.occurrences.push_back(name_of(other));
}

}  // namespace backops::check
