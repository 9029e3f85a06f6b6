#include "check/clock_changes.h"

#include <fmt/format.h>

#include <algorithm>

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
    std::vector<std::string> path;
    bool is_own = true;  ///< of this occurrence alone, and of nothing that moves another
};

std::vector<Written> written(const Occurrence& occurrence) {
    const model::Change* change = occurrence.change;
    const bool has_own_start = change && change->start;
    const bool has_own_end = change && change->end;
    const auto path = [&](bool is_own, const char* key) {
        if (!is_own) return std::vector<std::string>{key};
        return std::vector<std::string>{"repeat", "changes", time::to_text(change->date), key};
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
    if (moment.clock == time::Clock::repeated)
        return Finding{"ambiguous-time",
                       fmt::format("{} comes twice in {}, where clocks go back; the first is taken", when, zone.name()),
                       occurrence.activity,
                       written.path,
                       {}};
    return Finding{"nonexistent-time",
                   fmt::format("there is no {} in {}, where clocks go forward", when, zone.name()),
                   occurrence.activity,
                   written.path,
                   {remedy(occurrence, written, zone.wall_time(moment.instant))}};
}

class ClockCheck {
  public:
    explicit ClockCheck(const model::Plan& plan) : plan_(plan), zones_(plan) {}

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
        const int reach = schedule::reach(activity);
        for (const time::ClockChange& change : zones_.of(activity).clock_changes(bounds.first, bounds.last + reach))
            for (const time::Date date :
                 schedule::dates_of(plan_, activity, {change.from.date - reach, change.until.date}))
                if (!has_own_times(activity, date))
                    add_first(schedule::occurrence_of(plan_, zones_, activity, date), change);
        for (const model::Change& change : activity.repeat->changes)
            if (has_own_times(activity, change.date) &&
                !schedule::dates_of(plan_, activity, {change.date, change.date}).empty())
                add_each(schedule::occurrence_of(plan_, zones_, activity, change.date));
    }

    /// Whether a change of that date says when, or where and so on which clock.
    static bool has_own_times(const model::Activity& activity, time::Date date) {
        const auto& changes = activity.repeat->changes;
        const auto change = std::ranges::find(changes, date, &model::Change::date);
        return change != changes.end() && (change->start || change->end || change->duration || change->areas);
    }

    const model::Plan& plan_;
    schedule::Zones zones_;
    Findings findings_;
};

}  // namespace

Findings clock_changes(const model::Plan& plan) { return ClockCheck(plan).findings(); }

}  // namespace backops::check
