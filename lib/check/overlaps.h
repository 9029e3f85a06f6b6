#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>
#include <vector>

#include "check/finding.h"
#include "check/rule.h"
#include "files/on_all_cores.h"
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
    constexpr std::size_t few = 8;
    const std::size_t at_once = is_worth_threads(event) ? few : records.size() + 1;
    std::vector<Findings> of_each =
        files::made_on_all_cores(std::span<const R>(records), at_once, [&](const R& record) {
            Findings findings;
            add_overlaps(event, {kind, record.id}, record.overlap, rule, claim, findings);
            return findings;
        });
    std::size_t count = 0;
    for (const Findings& findings : of_each) count += findings.size();
    Findings all;
    all.reserve(count);
    for (Findings& findings : of_each) std::ranges::move(findings, std::back_inserter(all));
    return all;
}

}  // namespace backops::check
