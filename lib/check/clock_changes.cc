#include <fmt/format.h>

#include <algorithm>

#include "check/rule.h"
#include "model/reach.h"
#include "schedule/series.h"
#include "schedule/timing.h"
#include "time/phrase.h"

namespace backops::check {
namespace {

using schedule::Occurrence;

/// A start or end that somebody wrote, with where.
struct Written {
    std::string_view key;
    time::WallTime time;
    yaml::Path path;
    bool is_own = true;  ///< of this occurrence alone, and of nothing that moves another
};

std::vector<Written> written(const Occurrence& occurrence) {
    const model::Change* change = occurrence.change;
    const bool has_own_start = change && change->start;
    const bool has_own_end = change && change->end;
    const auto path = [&](bool is_own, const char* key) {
        if (!is_own) return yaml::Path{key};
        return yaml::Path{"repeat", "changes", time::to_text(change->date), key};
    };
    const bool is_single = !occurrence.original;
    std::vector<Written> times{{"start", occurrence.start, path(has_own_start, "start"), is_single || has_own_start}};
    const bool end_is_written = has_own_end || (!(change && change->duration) && occurrence.activity->end);
    if (end_is_written)
        times.push_back({"end", *occurrence.end,
                         has_own_end || !has_own_start ? path(has_own_end, "end") : path(true, "start"),
                         is_single || has_own_end});
    return times;
}

std::string remedy(const Occurrence& occurrence, const Written& written, time::WallTime shown) {
    if (written.is_own) return fmt::format("write the time that clocks show then: {}", time::to_text(shown));
    const time::Date date = *occurrence.original;
    return fmt::format("give that date its own under `changes`: `{}: {{{}: \"{}\"}}`", time::to_text(date), written.key,
                       time::clock_text(time::written_on(date, shown).seconds));
}

std::optional<Finding> finding_of(const Occurrence& occurrence, const Written& written) {
    const time::Zone& zone = occurrence.zone;
    const time::Moment moment = zone.at(written.time);
    if (moment.clock == time::Clock::plain) return std::nullopt;
    const time::WallTime clock = time::calendar(written.time);
    const std::string when = fmt::format("{} on {}", time::clock_text(clock.seconds), time::long_day(clock.date));
    Finding finding;
    if (moment.clock == time::Clock::repeated)
        finding =
            about("ambiguous-time", *occurrence.activity,
                  fmt::format("{} comes twice in {}, where clocks go back; the first is taken", when, zone.name()),
                  written.path);
    else
        finding = about("nonexistent-time", *occurrence.activity,
                        fmt::format("there is no {} in {}, where clocks go forward", when, zone.name()), written.path,
                        {remedy(occurrence, written, zone.wall_time(moment.instant))});
    finding.occurrences = {name_of(occurrence)};
    return finding;
}

class ClockCheck {
  public:
    explicit ClockCheck(const schedule::ResolvedEvent& event) : plan_(event.plan), zones_(event.zones) {}

    Findings findings() && {
        for (const model::Activity& activity : plan_.activities) {
            if (activity.all_day || activity.start.date == time::Date{}) continue;
            if (activity.repeat)
                add_series(activity);
            else
                add_each(schedule::occurrence_of(plan_, zones_, activity));
        }
        return std::move(findings_);
    }

  private:
    void add_each(const Occurrence& occurrence) {
        for (const Written& one : written(occurrence))
            if (auto finding = finding_of(occurrence, one)) findings_.push_back(std::move(*finding));
    }

    void add_first(const Occurrence& occurrence, const time::ClockChange& change) {
        for (const Written& one : written(occurrence)) {
            const std::int64_t time = linear(one.time);
            if (time < linear(change.from) || linear(change.until) <= time) continue;
            if (auto finding = finding_of(occurrence, one)) {
                findings_.push_back(std::move(*finding));
                return;
            }
        }
    }

    void add_series(const model::Activity& activity) {
        const schedule::DayRange bounds = schedule::bounds_of(plan_, activity);
        const int reach = model::reach(activity);
        const schedule::Series series(plan_, activity);
        for (const time::ClockChange& change : zones_.of(activity).clock_changes(bounds.first, bounds.last + reach))
            for (const time::Date date : series.within({change.from.date - reach, change.until.date}))
                if (!has_own_times(series.change_on(date)))
                    add_first(schedule::occurrence_of(plan_, zones_, series, date), change);
        for (const model::Change& change : activity.repeat->changes)
            if (has_own_times(series.change_on(change.date)) && series.falls_on(change.date))
                add_each(schedule::occurrence_of(plan_, zones_, series, change.date));
    }

    /// Whether a change of a date says when, or where and so on which clock.
    static bool has_own_times(const model::Change* change) {
        return change && (change->start || change->end || change->duration || change->areas);
    }

    const model::Plan& plan_;
    const schedule::Zones& zones_;
    Findings findings_;
};

Findings find(const schedule::ResolvedEvent& event) { return ClockCheck(event).findings(); }

}  // namespace

constinit const Rule nonexistent_time{
    "nonexistent-time", "warning", "a time that no clock shows, since clocks go forward then",
    "A start or end lies in the hour that a clock change skips in its zone. It is read with the offset from "
    "before the change (RFC 5545, section 3.3.5), so 02:30 happens when clocks show 03:30. A series is told of "
    "once for each clock change that it meets.\n"
    "Write the time that clocks show then; in a series give that date its own time under `changes`.",
    find};

constinit const Rule ambiguous_time{
    "ambiguous-time", "warning", "a time that clocks show twice, since they go back then",
    "A start or end lies in the hour that a clock change repeats in its zone, and the first of the two is taken. "
    "A series is told of once for each clock change that it meets.\n"
    "If the second is meant, give the activity a `timezone` without the change, such as `UTC`, and the time "
    "there; if it does not matter, set `rules.severity.ambiguous-time` to `off`, or accept the finding.",
    find};

}  // namespace backops::check
