#include <fmt/format.h>

#include <algorithm>

#include "check/days.h"
#include "check/rule.h"
#include "check/wording.h"

namespace backops::check {
namespace {

using schedule::Entry;
using schedule::PersonDay;
using schedule::Stretch;

/// A stretch of work without a meal that is too long.
struct Hunger {
    Stretch time;
    const Entry* since = nullptr;  ///< the meal before; none: the call
    const Entry* until = nullptr;  ///< the meal after; none: the out
};

std::vector<Hunger> hungers(const Stretch& shift, const std::vector<Entry>& meals, time::Duration within) {
    std::vector<Hunger> found;
    time::Instant since = shift.from;
    const Entry* last = nullptr;
    const auto reach = [&](time::Instant until, const Entry* next) {
        if (until.seconds - since.seconds > within.seconds) found.push_back({{since, until}, last, next});
    };
    for (const Entry& meal : meals) {
        if (meal.time.from >= shift.until) break;
        if (meal.time.until < since) continue;
        if (meal.time.from >= since) reach(meal.time.from, &meal);
        since = std::max(since, meal.time.until);
        last = &meal;
    }
    reach(shift.until, nullptr);
    return found;
}

Finding finding_of(const model::CrewMember& person, const PersonDay& day, const Hunger& hunger, time::Duration within) {
    const Entry& at = hunger.since ? *hunger.since : *day.first;
    Finding finding = about_day("late-meal", person, day, at);
    finding.remedy = "add a meal";
    if (hunger.since) finding.spot = end_spot(*at.occurrence);
    finding.claim =
        fmt::format("{} without a meal for {{}}", length_text(hunger.time.until.seconds - hunger.time.from.seconds));
    finding.when = when_text(*at.occurrence, hunger.time);
    finding.rest = fmt::format("; one is due within {}", length_text(within.seconds));
    const schedule::Occurrence& end = *(hunger.until ? *hunger.until : *day.last).occurrence;
    add_other_end(finding, *at.occurrence, end, hunger.until ? start_spot(end) : end_spot(end),
                  hunger.until ? "the next is" : "out of", hunger.time.until);
    finding.minutes = (hunger.time.until.seconds - hunger.time.from.seconds) / 60;
    return finding;
}

}  // namespace

void add_late_meals(const PersonAsked& asked, Findings& findings) {
    const auto& within = asked.limits.meal_within;
    if (!within) return;
    DayFindings found(asked, "late-meal", findings);
    for (const PersonDay& day : asked.days) {
        if (!day.last || !day.is_certain()) continue;
        for (const Stretch& shift : shifts_of(day, asked.limits.minimum_rest))
            for (const Hunger& hunger : hungers(shift, day.meals, *within))
                found.add([&] { return finding_of(asked.person, day, hunger, *within); });
    }
}

constinit const Rule late_meal{
    "late-meal", "warning, where `meal_within` is set", "no meal within `meal_within` of a call or of the last meal",
    "A person works for longer than `meal_within` from the time at which they must be there, or from the end of their "
    "last meal, without an activity of kind `meal` that feeds them. A meal feeds whom it names, the people of the "
    "companies that it requires and, if it is global, everybody; who serves it (a company that both organizes it and "
    "is required) it does not feed. A gap between work of at least `minimum_rest` begins the count anew, where that is "
    "set. The limit is `rules.meal_within` of the person, their collaborator or the event: the nearest one holds, and "
    "without any the rule is off.\n"
    "Add a meal, such as: backops activity add \"Crew lunch\" --kind meal --start \"fri 13:00\" --for 1h --global",
    find_in_days};

}  // namespace backops::check
