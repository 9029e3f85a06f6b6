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
#include "schedule/busy.h"
#include "schedule/resolved_event.h"

namespace backops::check {

/// Whose overlaps are looked for, and what takes them, in order of time.
struct Booked {
    schedule::CalendarName calendar;
    model::Overlap overlap = model::Overlap::allow;
    std::vector<schedule::Busy> bookings;
    bool team_is_checked = false;  ///< of a person: what both book their team is told of the team
};

/// Their overlaps as findings of `rule`: `claim` says what is wrong, with `{}` for whose. The later activity is where
/// it stands, the other one its second place. Nothing where two are merely optional, or where overlaps are allowed; of
/// a person not where both book a team that is checked itself, unless both name the person.
void add_overlaps(const Booked& booked, std::string_view rule, std::string_view claim, Findings& findings);

/// Those of every record, as `booked_of` says it is booked.
template <class R, class BookedOf>
Findings overlaps(const schedule::ResolvedEvent& event, const std::vector<R>& records, const BookedOf& booked_of,
                  std::string_view rule, std::string_view claim) {
    constexpr std::size_t few = 8;
    const std::size_t at_once = is_worth_threads(event) ? few : records.size() + 1;
    std::vector<Findings> of_each =
        files::made_on_all_cores(std::span<const R>(records), at_once, [&](const R& record) {
            Findings findings;
            if (record.overlap != model::Overlap::allow) add_overlaps(booked_of(record), rule, claim, findings);
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
