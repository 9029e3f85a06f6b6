#include <fmt/format.h>

#include <algorithm>

#include "check/rule.h"
#include "check/wording.h"

namespace backops::check {
namespace {

using schedule::Occurrence;

bool happens_as(const Occurrence& occurrence, std::string_view kind) {
    return is_of_kind(occurrence, kind) && occurrence.status() != model::Status::cancelled;
}

bool holds_for(const Occurrence& curfew, const Occurrence& show) {
    if (curfew.day != show.day) return false;
    return curfew.areas().empty() || std::ranges::any_of(curfew.areas(), [&](const std::string& area) {
               return std::ranges::find(show.areas(), area) != show.areas().end();
           });
}

Finding finding_of(const Occurrence& show, const Occurrence& curfew) {
    const std::int64_t over = show.until.seconds - curfew.from.seconds;
    Finding finding =
        about("curfew", *show.activity,
              fmt::format("`{}` ends {} after the curfew", show.activity->id, length_text(over)), end_spot(show).path);
    finding.remedy = "end it earlier";
    finding.with = curfew.activity->id;
    finding.when = when_text(show, {show.until, show.until});
    finding.day = show.day;
    finding.others = {{start_spot(curfew), fmt::format("`{}` is at {}", name_of(curfew),
                                                       clock_text(curfew, {curfew.from, curfew.from}, show))}};
    finding.activities = {show.activity, curfew.activity};
    finding.occurrences = {name_of(show), name_of(curfew)};
    finding.resources = show.areas();
    finding.minutes = over / 60;
    return finding;
}

Findings find(const schedule::ResolvedEvent& event) {
    std::vector<const Occurrence*> curfews;
    for (const Occurrence& occurrence : event.occurrences)
        if (happens_as(occurrence, "curfew")) curfews.push_back(&occurrence);
    Findings findings;
    if (curfews.empty()) return findings;
    for (const Occurrence& show : event.occurrences) {
        if (!happens_as(show, "show")) continue;
        for (const Occurrence* curfew : curfews)
            if (holds_for(*curfew, show) && curfew->from < show.until) findings.push_back(finding_of(show, *curfew));
    }
    return findings;
}

}  // namespace

constinit const Rule curfew{
    "curfew", "warning", "a `show` that ends after a `curfew` of its show day",
    "An activity of kind `show` ends later than the start of an activity of kind `curfew` that is on the same "
    "show day and in one of its areas; a curfew without areas holds for all of them. To end at the curfew is in "
    "time.\n"
    "End the show earlier, or accept the finding in it with who allowed it: reason and by.",
    find};

}  // namespace backops::check
