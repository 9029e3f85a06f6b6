#include <fmt/format.h>

#include "check/limits.h"
#include "check/rule.h"
#include "check/wording.h"

namespace backops::check {
namespace {

using schedule::Workday;

std::int64_t length_of(const Workday& day, std::optional<time::Duration> rest) {
    std::int64_t seconds = 0;
    for (const schedule::Stretch& shift : shifts_of(day, rest)) seconds += shift.until.seconds - shift.from.seconds;
    return seconds;
}

// Between the times of the message lie rests that are no part of its length.
std::string rests_text(const Workday& day, std::int64_t length, std::optional<time::Duration> rest) {
    if (length == day.out().seconds - day.call().seconds) return "";
    return fmt::format(", without rests of {} and more", length_text(rest->seconds));
}

Finding finding_of(const model::CrewMember& person, const Workday& day, std::int64_t length,
                   const model::Rules& limits) {
    const schedule::Entry& call = day.calls.front();
    const schedule::Occurrence& out = *day.last.occurrence;
    Finding finding = about_day("long-day", person, day, call);
    finding.claim = fmt::format("a day of {} for {{}}", length_text(length));
    finding.when = when_text(*call.occurrence, {day.call(), day.out()});
    finding.rest = fmt::format("{}; {} is the longest", rests_text(day, length, limits.minimum_rest),
                               length_text(limits.longest_day->seconds));
    add_other_end(finding, *call.occurrence, out, end_spot(out), "out of", day.out());
    finding.minutes = length / 60;
    return finding;
}

Findings find(const schedule::ResolvedEvent& event) {
    Findings findings;
    if (!is_set_anywhere(event.plan, &model::Rules::longest_day)) return findings;
    for (const model::CrewMember& person : event.plan.crew) {
        const model::Rules limits = limits_of(event.plan, person);
        if (!limits.longest_day) continue;
        for (const Workday& day : event.workdays.of(person)) {
            const std::int64_t length = length_of(day, limits.minimum_rest);
            if (day.is_certain() && length > limits.longest_day->seconds)
                findings.push_back(finding_of(person, day, length, limits));
        }
    }
    return findings;
}

}  // namespace

constinit const Rule long_day{
    "long-day", "warning, where `longest_day` is set", "a day from call to out that is longer than `longest_day`",
    "From a person's call to their out of a show day it is longer than `longest_day`, in elapsed time; gaps of at "
    "least `minimum_rest` are not counted, where that is set. `rules.longest_day` stands on the person, their "
    "collaborator or the event; the nearest one holds, and without any the rule is off. What calls and outs are "
    "is said at short-rest.\n"
    "Begin later, end earlier, or send somebody else to one of the two.",
    find};

}  // namespace backops::check
