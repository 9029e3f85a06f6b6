#include <fmt/format.h>

#include "check/rule.h"
#include "check/wording.h"
#include "time/phrase.h"

namespace backops::check {
namespace {

using schedule::Occurrence;

constexpr std::int64_t reach = 2 * 3600;

/// How long before the next show day it begins, on its own clock; nothing when that is not within reach.
bool is_early(const Occurrence& occurrence, std::int32_t day_start) {
    const std::int64_t next = time::linear({occurrence.day + 1, day_start});
    const std::int64_t before = next - time::linear(occurrence.start);
    return 0 < before && before <= reach;
}

Finding finding_of(const Occurrence& call) {
    Finding finding =
        about("early-call", *call.activity,
              fmt::format("`{}` is a call just before the show day ends", call.activity->id), start_spot(call).path);
    finding.remedy = "move it, or begin show days earlier (`day_start`)";
    finding.when = when_text(call, {call.from, call.from});
    finding.rest = fmt::format(": it is on the call sheet of {}", time::short_day(call.day));
    finding.day = call.day;
    finding.occurrences = {name_of(call)};
    return finding;
}

Findings find(const schedule::ResolvedEvent& event) {
    Findings findings;
    for (const Occurrence& occurrence : event.occurrences)
        if (is_of_kind(occurrence, "call") && occurrence.status() != model::Status::cancelled &&
            is_early(occurrence, event.plan.event.day_start))
            findings.push_back(finding_of(occurrence));
    return findings;
}

}  // namespace

constinit const Rule early_call{
    "early-call", "warning", "a call in the last two hours of a show day",
    "A `call` begins within two hours before `day_start`, so that it is on the call sheet of the day that ends then: a "
    "call at 03:00 on saturday is on friday's sheet, where who begins saturday does not look.\n"
    "Set the event's `day_start` to an hour at which nobody works, or accept the finding where a night is meant.",
    find};

}  // namespace backops::check
