#include "check/overlaps.h"
#include "check/rule.h"

namespace backops::check {
namespace {

Findings find(const schedule::ResolvedEvent& event) {
    const auto booked = [&](const model::Area& record) {
        const schedule::CalendarName calendar{schedule::CalendarKind::area, record.id};
        return Booked{calendar, record.overlap, busy_of(event.plan, event.calendars, calendar)};
    };
    return overlaps(event, event.plan.areas, booked, "area-overlap", "{} has two activities");
}

}  // namespace

constinit const Rule area_overlap{
    "area-overlap", "by the area's `overlap`: a warning unless that is `forbid` or `allow`",
    "two activities at once in one area",
    "Two activities are in one area at one time. An area's `overlap` says how grave that is: `warn` unless its "
    "file says `forbid`, or `allow` for one in which several things may happen, such as a warehouse. The kinds that "
    "share "
    "their area by their nature (load-in, load-out, changeover: the event's `windows`) do not count, unless they say "
    "`busy: true`. Nor do moments, calls and holds, all-day and cancelled activities and those with `busy: false`. A "
    "tentative activity makes it one level lower.\n"
    "Move one, or accept the finding in one of the two activities.",
    find};

}  // namespace backops::check
