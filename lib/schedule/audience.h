#pragma once

#include "schedule/selection.h"

namespace backops::schedule {

/// Leaves in the rows what the public may see: name, times, areas, location and description of each activity. The rows
/// then point into `schedule.for_public`.
void strip_for_public(Schedule& schedule);

/// The event as an audience may know it, so that what is made from it cannot show more (design, section 4). For crew
/// without private activities, `notes` of records but time frames, attributes, why people are away, and every phone and
/// e-mail but those of the event's contacts and of collaborators' contacts. For the public without people and time
/// frames, of sites how guests come there, and of activities what strip_for_public leaves.
model::Plan plan_for(model::Plan plan, Audience audience);

}  // namespace backops::schedule
