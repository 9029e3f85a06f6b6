#include <fmt/format.h>

#include <algorithm>

#include "check/days.h"
#include "check/rule.h"
#include "check/wording.h"

namespace backops::check {
namespace {

using schedule::PersonDay;

Finding finding_of(const model::CrewMember& person, const PersonDay& before, const PersonDay& next, std::int64_t rest,
                   time::Duration least) {
    const schedule::Occurrence& call = *next.first->occurrence;
    const schedule::Occurrence& out = *before.last->occurrence;
    Finding finding = about_day("short-rest", person, next, *next.first);
    finding.claim = rest > 0 ? fmt::format("only {} of rest for {{}} before the call", length_text(rest))
                             : "no rest for {} before the call";
    finding.when = when_text(call, {next.there(), next.there()});
    finding.rest = fmt::format("; {} is the least", length_text(least.seconds));
    add_other_end(finding, call, out, end_spot(out), "out of", *before.out());
    finding.minutes = std::max<std::int64_t>(rest, 0) / 60;
    return finding;
}

}  // namespace

void add_short_rests(const PersonAsked& asked, Findings& findings) {
    if (!asked.limits.minimum_rest) return;
    const auto travels = schedule::travels_of(asked.days);
    DayFindings found(asked, "short-rest", findings);
    const PersonDay* before = nullptr;
    for (const PersonDay& day : asked.days) {
        if (!day.has_times()) continue;
        const auto rest = before ? rest_between(travels, *before, day) : std::nullopt;
        if (rest && *rest < asked.limits.minimum_rest->seconds)
            found.add([&] { return finding_of(asked.person, *before, day, *rest, *asked.limits.minimum_rest); });
        before = &day;
    }
}

constinit const Rule short_rest{
    "short-rest", "warning, where `minimum_rest` is set",
    "less than `minimum_rest` between a person's out and their next call",
    "Between a person's out of one show day and the time at which they must be there on the next lies less than "
    "`minimum_rest`, in elapsed time, so that a night in which clocks go forward is an hour shorter. Travel is taken "
    "off the rest. The limit is `rules.minimum_rest` of the person, their collaborator or the event: the nearest one "
    "holds, and without any the rule is off.\n"
    "A person must be there at the first of their calls or of their work, whichever is earlier, and is out at the last "
    "end of both. Their calls are the activities of kind `call` that name them; without any those that require their "
    "collaborator and name none of it; without any the event's last one within `rules.general_call` of their first "
    "work. What their collaborator is required at is their work too, unless it names others of it. Where a "
    "collaborator has several calls a day nobody knows whose is whose, and the day is not checked. "
    "backops-schedule(1) says it in full.",
    find_in_days};

}  // namespace backops::check
