#include <fmt/format.h>

#include <algorithm>
#include <map>

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

/// An occurrence that starts or ends on a day that nobody has planned.
struct Stray {
    const schedule::Occurrence* occurrence = nullptr;
    time::Date day;
    bool is_start = true;
};

/// From the first to the last of the days that an activity strays to on one side of the event, so that one remedy
/// holds for all of them.
class StrayDays {
  public:
    StrayDays(const std::vector<Stray>& strays, const model::Event& event) : event_(event) {
        for (const Stray& stray : strays) {
            auto& days = days_.try_emplace(key(stray), schedule::DayRange{stray.day, stray.day}).first->second;
            days = {std::min(days.first, stray.day), std::max(days.last, stray.day)};
        }
    }

    schedule::DayRange around(const Stray& stray) const { return days_.at(key(stray)); }

  private:
    using Key = std::pair<const model::Activity*, bool>;
    Key key(const Stray& stray) const { return {stray.occurrence->activity, stray.day < event_.start}; }

    const model::Event& event_;
    std::map<Key, schedule::DayRange> days_;
};

// What is months away is a slip in the date, most often in its year.
bool is_far(const model::Event& event, schedule::DayRange days) {
    constexpr int most = 60;
    return days.first < event.start - most || event.end + most < days.last;
}

std::vector<std::string> hints(const model::Event& event, schedule::DayRange days) {
    const std::string dates = time::days_text(event.start, event.end);
    if (is_far(event, days)) return {fmt::format("correct its date: the event is {}", dates)};
    return {
        fmt::format("correct its date, or make the event, {}, longer: backops event edit --start {} --end {}", dates,
                    time::to_text(std::min(event.start, days.first)), time::to_text(std::max(event.end, days.last))),
        fmt::format("or say what {} is: backops timeframe add NAME --start {} --end {}",
                    days.first == days.last ? "that day" : "that time", time::to_text(days.first),
                    time::to_text(days.last))};
}

Finding finding_of(const Stray& stray, std::vector<std::string> hints) {
    const auto& [occurrence, day, is_start] = stray;
    const model::Activity& activity = *occurrence->activity;
    Finding finding =
        about("outside-event", activity,
              fmt::format("`{}` {} outside the event and all time frames", activity.id, is_start ? "is" : "ends"),
              (is_start ? start_spot(*occurrence) : end_spot(*occurrence)).path, std::move(hints));
    finding.when = time::long_day(day);
    finding.day = day;
    finding.occurrences = {name_of(*occurrence)};
    return finding;
}

std::vector<Stray> strays(const schedule::ResolvedEvent& event) {
    const PlannedDays planned(event.plan);
    std::vector<Stray> all;
    for (const schedule::Occurrence& occurrence : event.occurrences) {
        if (occurrence.status() == model::Status::cancelled) continue;
        if (!planned.has(occurrence.day)) {
            all.push_back({&occurrence, occurrence.day, true});
            continue;
        }
        const bool is_long = occurrence.activity->all_day || lasts_days(occurrence);
        const time::Date last = is_long ? last_day(occurrence, event.plan.event.day_start) : occurrence.day;
        if (!planned.has(last)) all.push_back({&occurrence, last, false});
    }
    return all;
}

Findings find(const schedule::ResolvedEvent& event) {
    const std::vector<Stray> all = strays(event);
    const StrayDays days(all, event.plan.event);
    Findings findings;
    for (const Stray& stray : all) findings.push_back(finding_of(stray, hints(event.plan.event, days.around(stray))));
    return findings;
}

}  // namespace

constinit const Rule outside_event{
    "outside-event", "warning", "what is on a day that is neither the event's nor a time frame's",
    "An activity starts, or one that lasts for days ends, on a show day that is neither one of the event's days "
    "nor one of a time frame's: most often a slip in the date. Load-in and load-out before and after the event's "
    "days are time frames.\n"
    "Correct the date, make the event longer, or add a time frame that says what these days are.",
    find};

}  // namespace backops::check
