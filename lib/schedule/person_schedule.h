#pragma once

#include <span>
#include <vector>

#include "schedule/candidates.h"
#include "schedule/resolved_event.h"

namespace backops::schedule {

/// Whose rows are wanted.
struct WhoseDays {
    const model::CrewMember& person;
    std::span<const PersonDay> days;
};

/// What a person's days say that takes them, as rows in order: their own calendar and what they go to with their team,
/// each with its reason and the part that is left. The selection's filters and range apply, its calendars do not. Of
/// private activities only those that take the person are there, for any audience but the public.
std::vector<Row> rows_of(const ResolvedEvent& event, const Candidates& candidates, const WhoseDays& whose,
                         Selection selection);

/// The same as calendars need it: each row has its parts alone, and cancelled activities of the team are there, so that
/// who has them already learns of it. A second part is a row of its own.
std::vector<Row> feed_rows_of(const ResolvedEvent& event, const Candidates& candidates, const WhoseDays& whose,
                              const Selection& selection);

/// Adds rows of a person to others. Of an occurrence that both have the others' row stays, unless it is the same
/// person's and the new rows have its parts.
void take_rows(std::vector<Row>& rows, std::vector<Row> more);

/// Leaves of an occurrence with a clock time that part; its show day stays.
void narrow(Stretch part, Occurrence& occurrence);

}  // namespace backops::schedule
