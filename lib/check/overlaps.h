#pragma once

#include "check/finding.h"
#include "model/record.h"
#include "schedule/resolved_event.h"

namespace backops::check {

/// The overlaps of one calendar as findings of `rule`: `claim` says what is wrong, with `{}` for whose. The later
/// activity is where it stands, the other one its second place. Nothing where two are merely optional, or where the
/// record allows overlaps; of a person not where both book their team, whose matter that is, unless both name the
/// person.
void add_overlaps(const schedule::ResolvedEvent& event, const schedule::CalendarName& calendar, model::Overlap overlap,
                  std::string_view rule, std::string_view claim, Findings& findings);

/// Those of every record's calendar.
template <class R>
Findings overlaps(const schedule::ResolvedEvent& event, const std::vector<R>& records, schedule::CalendarKind kind,
                  std::string_view rule, std::string_view claim) {
    Findings findings;
    for (const R& record : records) add_overlaps(event, {kind, record.id}, record.overlap, rule, claim, findings);
    return findings;
}

}  // namespace backops::check
