#include "check/limits.h"

#include <fmt/format.h>

#include <algorithm>

#include "check/wording.h"

namespace backops::check {

bool is_set_anywhere(const model::Plan& plan, std::optional<time::Duration> model::Rules::*limit) {
    const auto sets = [&](const auto& record) { return (record.rules.*limit).has_value(); };
    return sets(plan.event) || std::ranges::any_of(plan.collaborators, sets) || std::ranges::any_of(plan.crew, sets);
}

std::vector<schedule::Stretch> shifts_of(const schedule::PersonDay& day, std::optional<time::Duration> least) {
    std::vector<schedule::Stretch> shifts;
    for (const schedule::Stretch& pair : day.pairs) {
        shifts.push_back(pair);
        const schedule::Stretch* before = nullptr;
        for (const schedule::Stretch& work : day.work) {
            if (work.from < pair.from || pair.until < work.until) continue;
            if (before && least && work.from.seconds - before->until.seconds >= least->seconds) {
                shifts.back().until = before->until;
                shifts.push_back({work.from, pair.until});
            }
            before = &work;
        }
    }
    return shifts;
}

Finding about_day(std::string rule, const model::CrewMember& person, const schedule::PersonDay& day,
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
