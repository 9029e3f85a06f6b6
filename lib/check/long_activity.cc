#include <fmt/format.h>

#include "check/rule.h"
#include "check/wording.h"

namespace backops::check {
namespace {

using schedule::Occurrence;

constexpr std::int64_t longest = 16 * 3600;

bool ends_by_clock(const Occurrence& occurrence) {
    const model::Change* change = occurrence.change;
    if (change && change->duration) return false;
    if (change && change->end) return change->end_is_clock;
    return occurrence.activity->end && occurrence.activity->end_is_clock;
}

bool is_suspicious(const Occurrence& occurrence) {
    if (occurrence.activity->all_day || !ends_by_clock(occurrence)) return false;
    return time::calendar(*occurrence.end).seconds < time::calendar(occurrence.start).seconds &&
           occurrence.until.seconds - occurrence.from.seconds > longest;
}

Finding finding_of(const Occurrence& occurrence) {
    const std::int64_t length = occurrence.until.seconds - occurrence.from.seconds;
    Finding finding =
        about("long-activity", *occurrence.activity,
              fmt::format("`{}` takes {}", occurrence.activity->id, length_text(length)), end_spot(occurrence).path);
    finding.remedy = "correct its end";
    finding.when = when_text(occurrence, {occurrence.from, occurrence.until});
    finding.rest = ": its end is a clock time before its start, and so of the next day";
    finding.day = occurrence.day;
    finding.occurrences = {name_of(occurrence)};
    finding.minutes = length / 60;
    return finding;
}

Findings find(const schedule::ResolvedEvent& event) {
    Findings findings;
    for (const Occurrence& occurrence : event.occurrences)
        if (occurrence.status() != model::Status::cancelled && is_suspicious(occurrence))
            findings.push_back(finding_of(occurrence));
    return findings;
}

}  // namespace

constinit const Rule long_activity{
    "long-activity", "warning", "an activity of more than 16 hours whose end is a clock time before its start",
    "An activity ends at a clock time that is earlier than the one at which it starts, which means the next day, and "
    "so "
    "takes more than 16 hours: `10:15` to `9:30` is 23 hours and 15 minutes, and most often a slip.\n"
    "Correct the end. Where the length is meant, write it: `--for 23h15m`, or an end with its date.",
    find};

}  // namespace backops::check
