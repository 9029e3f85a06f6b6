#include <fmt/format.h>

#include <algorithm>

#include "check/limits.h"
#include "check/rule.h"
#include "check/wording.h"

namespace backops::check {
namespace {

using schedule::Workday;

Finding finding_of(const model::CrewMember& person, const Workday& before, const Workday& next, std::int64_t rest,
                   time::Duration least) {
    const schedule::Occurrence& call = *next.calls.front().occurrence;
    const schedule::Occurrence& out = *before.last.occurrence;
    Finding finding = about_day("short-rest", person, next, next.calls.front());
    finding.claim = rest > 0 ? fmt::format("only {} of rest for {{}} before the call", length_text(rest))
                             : "no rest for {} before the call";
    finding.when = when_text(call, {next.call(), next.call()});
    finding.rest = fmt::format("; {} is the least", length_text(least.seconds));
    add_other_end(finding, call, out, end_spot(out), "out of", before.out());
    finding.minutes = std::max<std::int64_t>(rest, 0) / 60;
    return finding;
}

void add(const std::vector<Workday>& days, const model::CrewMember& person, time::Duration least, Findings& findings) {
    const Workday* before = nullptr;
    for (const Workday& day : days) {
        if (before && before->is_certain() && day.is_certain()) {
            const std::int64_t rest = day.call().seconds - before->out().seconds;
            if (rest < least.seconds) findings.push_back(finding_of(person, *before, day, rest, least));
        }
        before = &day;
    }
}

Findings find(const schedule::ResolvedEvent& event) {
    Findings findings;
    if (!is_set_anywhere(event.plan, &model::Rules::minimum_rest)) return findings;
    for (const model::CrewMember& person : event.plan.crew)
        if (const auto least = limits_of(event.plan, person).minimum_rest)
            add(event.workdays.of(person), person, *least, findings);
    return findings;
}

}  // namespace

constinit const Rule short_rest{
    "short-rest", "warning, where `minimum_rest` is set",
    "less than `minimum_rest` between a person's out and their next call",
    "Between a person's out of one show day and their call of the next lies less than `minimum_rest`, in elapsed "
    "time, so that a night in which clocks go forward is an hour shorter. `rules.minimum_rest` stands on the "
    "person, their collaborator or the event; the nearest one holds, and without any the rule is off.\n"
    "A person's calls of a show day are the activities of kind `call` on their own calendar; without any those of "
    "their collaborator; without any the event's, for those who have anything that day; else their first activity "
    "is their call. Their out is the last end of what is on their own calendar and of these calls. What a band is "
    "required at (a collaborator whose `overlap` is not `allow`) is its people's own. All-day activities, `hold`, "
    "`travel` and what lasts 24 hours or more are not work. Where a collaborator or the event has several calls a "
    "day nobody knows which one is whose, and the day is not checked.",
    find};

}  // namespace backops::check
