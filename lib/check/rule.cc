#include "check/rule.h"

#include <algorithm>
#include <array>

namespace backops::check {
namespace {

constexpr std::array of_schedule{
    &person_overlap,   &collaborator_overlap,
    &area_overlap,     &unavailable,
    &short_rest,       &long_day,
    &late_meal,        &curfew,
    &before_call,      &nobody_comes,
    &early_call,       &long_activity,
    &outside_event,    &missing_attribute,
    &nonexistent_time, &ambiguous_time,
    &segments,         &unused_accept,
    &start_left_out,   &empty_series,
    &long_series,      &unused_skip,
    &unused_change,    &unknown_rule,
};

}  // namespace

std::span<const Rule* const> schedule_rules() { return of_schedule; }

const Rule* find_rule(std::string_view name) {
    const auto of_form = std::ranges::find(form_rules(), name, &Rule::name);
    if (of_form != form_rules().end()) return &*of_form;
    const auto at = std::ranges::find(of_schedule, name, [](const Rule* rule) { return rule->name; });
    return at == of_schedule.end() ? nullptr : *at;
}

std::vector<std::string> schedule_rule_names() {
    std::vector<std::string> names;
    for (const Rule* rule : of_schedule) names.emplace_back(rule->name);
    return names;
}

std::vector<std::string> rule_names() {
    std::vector<std::string> names = schedule_rule_names();
    for (const Rule& rule : form_rules()) names.emplace_back(rule.name);
    return names;
}

}  // namespace backops::check
