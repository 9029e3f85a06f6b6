#include <fmt/format.h>

#include <algorithm>

#include "check/rule.h"
#include "check/wording.h"
#include "schedule/timing.h"
#include "time/phrase.h"

namespace backops::check {
namespace {

/// The days that are planned: the event's, and those of its time frames.
class PlannedDays {
  public:
    explicit PlannedDays(const model::Plan& plan) {
        ranges_.push_back({plan.event.start, plan.event.end});
        for (const model::Timeframe& frame : plan.timeframes)
            ranges_.push_back(schedule::days_of(frame, plan.event.day_start));
    }

    bool has(time::Date day) const {
        return std::ranges::any_of(
            ranges_, [&](const schedule::DayRange& range) { return range.first <= day && day <= range.last; });
    }

  private:
    std::vector<schedule::DayRange> ranges_;
};

Finding finding_of(const schedule::Occurrence& occurrence, time::Date day, bool is_start, const model::Event& event) {
    const model::Activity& activity = *occurrence.activity;
    Finding finding = about(
        "outside-event", activity,
        fmt::format("`{}` {} outside the event and all time frames", activity.id, is_start ? "is" : "lasts to a day"),
        (is_start ? start_spot(occurrence) : end_spot(occurrence)).path,
        {fmt::format("the event is {}: if it is longer, backops event edit --{} {}",
                     time::days_text(event.start, event.end), day < event.start ? "start" : "end", time::to_text(day)),
         fmt::format("or say what that day is: backops timeframe add NAME --start {0} --end {0}", time::to_text(day))});
    finding.when = time::long_day(day);
    finding.day = day;
    finding.occurrences = {name_of(occurrence)};
    return finding;
}

Findings find(const schedule::ResolvedEvent& event) {
    const PlannedDays planned(event.plan);
    const std::int32_t day_start = event.plan.event.day_start;
    Findings findings;
    for (const schedule::Occurrence& occurrence : event.occurrences) {
        if (occurrence.status() == model::Status::cancelled) continue;
        if (!planned.has(occurrence.day)) {
            findings.push_back(finding_of(occurrence, occurrence.day, true, event.plan.event));
            continue;
        }
        const bool is_long = occurrence.activity->all_day || lasts_days(occurrence);
        const time::Date last = is_long ? last_day(occurrence, day_start) : occurrence.day;
        if (!planned.has(last)) findings.push_back(finding_of(occurrence, last, false, event.plan.event));
    }
    return findings;
}

}  // namespace

constinit const Rule outside_event{
    "outside-event", "warning", "what is on a day that is neither the event's nor a time frame's",
    "An activity starts, or one that lasts for days ends, on a show day that is neither one of the event's days nor "
    "one of "
    "a time frame's: most often a slip in the date. Load-in and load-out before and after the event's days are time "
    "frames.\n"
    "Correct the date, make the event longer, or add a time frame that says what these days are.",
    find};

}  // namespace backops::check
