#include "schedule/feeds.h"

#include "schedule/person_schedule.h"

namespace backops::schedule {

Schedule Feeds::of(const Selection& selection) const {
    Schedule schedule = schedule_of(event_.plan, event_.zones, selection, candidates_.of(selection));
    if (selection.match_all || selection.audience == Audience::everyone) return schedule;
    for (const CalendarName& calendar : selection.calendars)
        if (const model::CrewMember* person = model::find(event_.plan.crew, calendar.id))
            take_rows(schedule.rows, feed_rows_of(event_, candidates_, {*person, event_.days.of(*person)}, selection));
    return schedule;
}

}  // namespace backops::schedule
