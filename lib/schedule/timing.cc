#include "schedule/timing.h"

#include <algorithm>

#include "schedule/series.h"

namespace backops::schedule {

namespace {

/// When something happens, before its zone is asked.
struct Timing {
    time::WallTime start;
    std::optional<time::WallTime> end;
    std::optional<time::Duration> duration;
};

time::WallTime moved(time::WallTime time, std::int64_t seconds, time::Date written) {
    return time::written_on(written, time::from_linear(linear(time) + seconds));
}

Timing written(const model::Activity& activity, std::optional<time::Date> original) {
    Timing timing{activity.start, activity.end, activity.duration};
    if (!original) return timing;
    const int days = *original - activity.start.date;
    timing.start.date = *original;
    if (timing.end) timing.end->date = timing.end->date + days;
    return timing;
}

void apply(const model::Change& change, bool all_day, Timing& timing) {
    if (change.start) {
        const std::int64_t by = linear(*change.start) - linear(timing.start);
        if (timing.end) timing.end = moved(*timing.end, by, change.start->date);
        timing.start = *change.start;
    }
    if (change.end) {
        timing.end = change.end;
        timing.duration.reset();
        // A clock time is the first such time after the start, or the start itself.
        if (!all_day && change.end->date == change.date && linear(*timing.end) < linear(timing.start)) {
            timing.end->date = timing.end->date + 1;
        }
    }
    if (change.duration) {
        timing.duration = change.duration;
        timing.end.reset();
    }
}

const model::Change* change_on(const model::Activity& activity, std::optional<time::Date> original) {
    if (!original || !activity.repeat) return nullptr;
    const auto& changes = activity.repeat->changes;
    const auto at = std::ranges::find(changes, *original, &model::Change::date);
    return at == changes.end() ? nullptr : &*at;
}

time::Date last_date(const Timing& timing) {
    if (timing.end) return std::max(calendar(*timing.end).date, timing.start.date);
    if (!timing.duration) return timing.start.date;
    const std::int64_t days = (timing.duration->seconds + time::day_seconds - 1) / time::day_seconds;
    return timing.start.date + std::max(0, static_cast<int>(days) - 1);
}

void settle_all_day(Occurrence& occurrence, const Timing& timing, std::int32_t day_start) {
    const time::Date last = last_date(timing);
    occurrence.start.seconds = 0;
    occurrence.end = time::WallTime{last, 0};
    occurrence.day = timing.start.date;
    occurrence.from = occurrence.zone.at({timing.start.date, day_start}).instant;
    occurrence.until = occurrence.zone.at({last + 1, day_start}).instant;
}

void settle(Occurrence& occurrence, const Timing& timing, std::int32_t day_start) {
    const time::Zone& zone = occurrence.zone;
    occurrence.day = show_day(timing.start, day_start);
    occurrence.from = zone.at(timing.start).instant;
    occurrence.until = occurrence.from;
    if (timing.end && linear(*timing.end) == linear(timing.start)) return;
    if (timing.end) {
        occurrence.end = timing.end;
        occurrence.until = std::max(occurrence.from, zone.at(*timing.end).instant);
    } else if (timing.duration) {
        occurrence.until.seconds += timing.duration->seconds;
        occurrence.end = time::written_on(timing.start.date, zone.wall_time(occurrence.until));
    }
}

time::Zone zone_of(const Zones& zones, const model::Activity& activity, const model::Change* change) {
    if (!change || !change->areas || !activity.timezone.empty()) return zones.of(activity);
    model::Activity elsewhere;
    elsewhere.areas = *change->areas;
    return zones.of(elsewhere);
}

Occurrence occurrence_with(const model::Plan& plan, const Zones& zones, const model::Activity& activity,
                           std::optional<time::Date> original, const model::Change* change) {
    Timing timing = written(activity, original);
    if (change) apply(*change, activity.all_day, timing);
    const time::Zone zone = zone_of(zones, activity, change);
    Occurrence made{&activity, original, change, timing.start, std::nullopt, {}, {}, {}, zone};
    if (activity.all_day) {
        settle_all_day(made, timing, plan.event.day_start);
    } else {
        settle(made, timing, plan.event.day_start);
    }
    return made;
}

}  // namespace

Occurrence occurrence_of(const model::Plan& plan, const Zones& zones, const model::Activity& activity,
                         std::optional<time::Date> original) {
    return occurrence_with(plan, zones, activity, original, change_on(activity, original));
}

Occurrence occurrence_of(const model::Plan& plan, const Zones& zones, const Series& series, time::Date original) {
    return occurrence_with(plan, zones, series.activity(), original, series.change_on(original));
}

time::Date day_before_end(time::WallTime end, std::int32_t day_start) {
    const time::WallTime last =
        end.seconds > 0 ? time::WallTime{end.date, end.seconds - 1} : time::from_linear(linear(end) - 1);
    return show_day(last, day_start);
}

bool lasts_days(const Occurrence& occurrence) {
    return occurrence.until.seconds - occurrence.from.seconds >= time::day_seconds;
}

time::Date last_day(const Occurrence& occurrence, std::int32_t day_start) {
    if (occurrence.activity->all_day) return occurrence.end->date;
    if (occurrence.until <= occurrence.from || !occurrence.end) return occurrence.day;
    // An end within 36 hours is written on the start's date, which is its day only where it is a night's end.
    const time::WallTime end = lasts_days(occurrence) ? calendar(*occurrence.end) : *occurrence.end;
    return std::max(occurrence.day, day_before_end(end, day_start));
}

DayRange days_of(const model::Timeframe& timeframe, std::int32_t day_start) {
    return days_of(timeframe.start, timeframe.end, day_start);
}

DayRange days_of(const model::TimeOrDate& start, const model::TimeOrDate& end, std::int32_t day_start) {
    const time::Date first = start.is_date ? start.time.date : show_day(start.time, day_start);
    const time::Date last = end.is_date ? end.time.date : day_before_end(end.time, day_start);
    return {first, std::max(first, last)};
}

}  // namespace backops::schedule
