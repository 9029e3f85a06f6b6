#pragma once

#include "schedule/selection.h"

namespace backops::schedule {

/// Whether the audience may read the name of a collaborator or person: the public only of those whose own `visibility`
/// is public. Ids that are neither are nobody's.
bool is_named_to(const model::Plan& plan, std::string_view id, Audience audience);

/// Whether the selection's audience may know of it at all: the public of what is public and confirmed; where the
/// selection tells what is cancelled, of that too unless it was only tentative.
bool is_shown_to(const Occurrence& occurrence, const Selection& selection);

/// Leaves in the rows what the public may see: name, times, areas, location and description of each activity, and those
/// who are named to the public. The rows then point into `schedule.for_public`.
void strip_for_public(const model::Plan& plan, Schedule& schedule);

/// The event as an audience may know it, so that what is made from it cannot show more (backops-schedule(1)). For crew
/// without `notes` of records but time frames, attributes, why people are away, and every phone and e-mail but those of
/// the event's contacts and of collaborators' contacts that are not private; private activities are in it, since
/// people's times rest on them: who shows activities asks `Filter`. For the public without time frames, of people and
/// collaborators the names that it may read, of sites how guests come there, and of activities what strip_for_public
/// leaves, on their confirmed dates.
model::Plan plan_for(model::Plan plan, Audience audience);

}  // namespace backops::schedule
