// The dates of a series that have something of their own: as a calendar says it, and as it was here before.

#include <fmt/format.h>

#include <algorithm>

#include "exchange/ics_revisions.h"
#include "exchange/ics_series.h"
#include "schedule/timing.h"
#include "text/wording.h"

namespace backops::exchange {
namespace {

using model::Activity;
using time::Date;

model::Change* change_on(Activity& series, Date date) {
    auto& all = series.repeat->changes;
    const auto found = std::find_if(all.begin(), all.end(), [&](const model::Change& one) { return one.date == date; });
    return found == all.end() ? nullptr : &*found;
}

Activity without_change(Activity series, Date date) {
    std::erase_if(series.repeat->changes, [&](const model::Change& change) { return change.date == date; });
    return series;
}

bool same_time(const std::optional<time::WallTime>& a, const std::optional<time::WallTime>& b) {
    return a.has_value() == b.has_value() && (!a || time::linear(*a) == time::linear(*b));
}

bool same_times(const Activity& a, const Activity& b) {
    return time::linear(a.start) == time::linear(b.start) && same_time(a.end, b.end);
}

std::optional<std::int64_t> wall_length(const Activity& one) {
    if (!one.end) return std::nullopt;
    return time::linear(*one.end) - time::linear(one.start);
}

// The date's own value, unless it is the series' or what is there already.
template <class T>
void set_own(std::optional<T>& own, const T& wanted, const T& now, const T& plain) {
    if (wanted == now) return;
    if (wanted == plain)
        own.reset();
    else
        own = wanted;
}

bool same_people(const model::Participants& a, const model::Participants& b) {
    return a.required == b.required && a.optional == b.optional;
}

}  // namespace

bool CalendarActivities::changes_type(const CalendarEvent& change, const Activity& series) {
    return change.has_start && change.start.is_date != series.all_day;
}

Activity CalendarActivities::on_date(const Activity& series, Date date) const {
    const schedule::Occurrence occurrence = schedule::occurrence_of(plan_, zones_, series, date);
    Activity one = series;
    one.repeat.reset();
    one.name = occurrence.name();
    one.location = occurrence.location();
    one.areas = occurrence.areas();
    one.organizers = occurrence.organizers();
    one.participants = occurrence.participants();
    one.status = occurrence.status();
    if (occurrence.change && occurrence.change->description) one.description = *occurrence.change->description;
    one.start = occurrence.start;
    one.end = occurrence.end;
    one.duration.reset();
    // On the clock that the dates are of, whatever areas they have of their own.
    one.timezone = occurrence.zone.name();
    return one;
}

void CalendarActivities::set_change(const Activity& wanted, Date date, Activity& series) const {
    const Activity now = on_date(series, date);
    const Activity plain = on_date(without_change(series, date), date);
    model::Change* there = change_on(series, date);
    if (!there) {
        series.repeat->changes.emplace_back().date = date;
        there = &series.repeat->changes.back();
    }
    model::Change& change = *there;
    set_own(change.name, wanted.name, now.name, plain.name);
    set_own(change.description, wanted.description, now.description, plain.description);
    set_own(change.location, wanted.location, now.location, plain.location);
    set_own(change.status, wanted.status, now.status, plain.status);
    set_own(change.areas, wanted.areas, now.areas, plain.areas);
    set_own(change.organizers, wanted.organizers, now.organizers, plain.organizers);
    if (!same_people(wanted.participants, now.participants)) change.participants = wanted.participants;
    if (same_times(wanted, now)) return;
    change.start.reset();
    change.end.reset();
    change.duration.reset();
    if (same_times(wanted, plain)) return;
    if (time::linear(wanted.start) != time::linear(plain.start)) change.start = wanted.start;
    if (wall_length(wanted) != wall_length(plain)) change.end = wanted.end;
}

void CalendarActivities::change_date(const CalendarEvent& event, bool is_ours, Date date, Activity& series) {
    Activity wanted = on_date(series, date);
    if (event.cancels) {
        wanted.status = model::Status::cancelled;
        return set_change(wanted, date, series);
    }
    words_.apply(event, is_ours, wanted);
    wanted.timezone = zone_of(series).name();
    set_times(event, wanted);
    if (wanted.duration) {
        const time::Zone zone = zone_of(series);
        wanted.end = zone.wall_time({zone.at(wanted.start).instant.seconds + wanted.duration->seconds});
        wanted.duration.reset();
    }
    set_change(wanted, date, series);
}

void CalendarActivities::set_changes(const CalendarSeries& series, const std::vector<CalendarEvent>& changes,
                                     const ImportedActivity* before, ImportedActivity& after,
                                     std::vector<LoneEvent>& alone) {
    Activity& activity = after.activity;
    std::set<Date> said;
    for (const CalendarEvent& event : changes) {
        const Date date = original(*event.recurrence, activity);
        const bool is_out = is_exception(series.master, date, activity);
        if (is_out && exchange::later(series.master, event) > 0) {
            findings_.add(event.span_of("RECURRENCE-ID"), "duplicate-uid",
                          fmt::format("a later revision of {} leaves this date out, so it is not taken",
                                      text::quoted(series.master.name)),
                          {}, text::Severity::warning);
        } else if (changes_type(event, activity)) {
            alone.push_back({event, activity.all_day ? "has a clock time on this date, and its series is all day"
                                                     : "is all day on this date, and its series has clock times"});
        } else if (has_date(activity, date)) {
            said.insert(date);
            change_date(event, series.is_ours, date, activity);
        } else if (date > planned_.last && (!event.has_start || event.start.time.date > planned_.last)) {
            ++later_;
        } else {
            alone.push_back({event, no_such_date});
        }
    }
    set_other_changes(series, before, said, activity);
    // What comes back from a calendar of ours was changed here.
    if (!series.is_ours) after.changed_dates.assign(said.begin(), said.end());
}

// Dates that the file says nothing of are as the series is again where the calendar had changed them. What was changed
// here stays, but for the times. Dates that are none any more go.
void CalendarActivities::set_other_changes(const CalendarSeries& series, const ImportedActivity* before,
                                           const std::set<Date>& said, Activity& activity) {
    const bool has_bound =
        activity.repeat->until || activity.repeat->count || !activity.repeat->every || !activity.repeat->during.empty();
    std::erase_if(activity.repeat->changes, [&](const model::Change& change) {
        return (has_bound || change.date <= planned_.last) && !has_date(activity, change.date);
    });
    const bool is_retyped = before && before->activity.all_day != activity.all_day;
    std::vector<Date> others;
    for (model::Change& change : activity.repeat->changes) {
        if (said.contains(change.date)) continue;
        const bool was_the_calendars = before && std::find(before->changed_dates.begin(), before->changed_dates.end(),
                                                           change.date) != before->changed_dates.end();
        if (was_the_calendars) {
            model::Change plain;
            plain.date = change.date;
            plain.notes = change.notes;
            change = plain;
            continue;
        }
        if (is_retyped) {
            change.start.reset();
            change.end.reset();
            change.duration.reset();
        }
        if (has_date(activity, change.date)) others.push_back(change.date);
    }
    for (const Date date : others) {
        Activity wanted = on_date(activity, date);
        const Activity plain = on_date(without_change(activity, date), date);
        words_.apply(series.master, series.is_ours, wanted);
        wanted.start = plain.start;
        wanted.end = plain.end;
        set_change(wanted, date, activity);
    }
}

// The one that starts then, wherever it was moved; else that of the day.
std::vector<Date> CalendarActivities::date_that_starts(const CalendarEvent& event, const Activity& series) const {
    const schedule::DayRange window{series.start.date - 1, series.start.date + compared_days};
    const std::int64_t start = time::linear(event.start.on(zone_of(series)));
    for (const Date date : schedule::dates_of(plan_, series, window))
        if (time::linear(on_date(series, date).start) == start) return {date};
    const Date date = original(event.start, series);
    return has_date(series, date) ? std::vector{date} : std::vector<Date>{};
}

// Nothing where the file speaks of the whole series.
std::optional<std::vector<Date>> CalendarActivities::dates_of_part(const Activity& before, const CalendarSeries& series,
                                                                   std::vector<CalendarEvent>& changes) {
    if (const auto& of = series.master.recurrence) {
        const Date date = original(*of, before);
        return has_date(before, date) ? std::vector{date} : std::vector<Date>{};
    }
    if (!series.master.is_series()) return date_that_starts(series.master, before);
    Activity probe = before;
    std::vector<LoneEvent> alone;
    set_times(series.master, probe);
    if (!set_repeat(series.master, changes, probe, alone)) return std::vector<Date>{};
    const auto all = starts(before);
    const auto some = starts(probe);
    const bool is_part = some != all && std::includes(all.begin(), all.end(), some.begin(), some.end());
    if (!is_part) return std::nullopt;
    std::vector<Date> dates;
    for (const std::int64_t start : some) dates.push_back(time::from_linear(start - before.start.seconds).date);
    return dates;
}

// A file of ours may hold only some of a series' dates: those of a day, of an area, of a person. It then speaks of
// these, and the series stays. So does another's file that has a date without its series.
std::optional<Activity> CalendarActivities::part_of(const Activity& before, const CalendarSeries& series,
                                                    std::vector<LoneEvent>& alone) {
    std::vector<CalendarEvent> changes = series.changes;
    const auto dates = dates_of_part(before, series, changes);
    if (!dates) return std::nullopt;
    if (dates->empty() && !series.is_part) {
        findings_.add(series.master.component->span, "unknown-date",
                      fmt::format("`{}` is a series, and this is none of its dates; it is left as it is", before.id),
                      {}, text::Severity::warning);
        return before;
    }
    if (dates->empty()) alone.push_back({series.master, no_such_date});
    Activity after = before;
    std::set<Date> said;
    for (const CalendarEvent& event : changes) said.insert(original(*event.recurrence, before));
    const int shift = time::calendar(before.start).date - before.start.date;
    for (const Date date : *dates) {
        if (said.contains(date)) continue;
        CalendarEvent event = series.master;
        if (event.is_series()) {
            const std::int64_t by =
                time::linear({date, before.start.seconds}) - time::linear(event.start.on(zone_of(before)));
            for (CalendarTime* time : {&event.start, event.end ? &*event.end : nullptr})
                if (time) time->time = time::from_linear(time::linear(time->time) + by);
        }
        event.recurrence = CalendarTime{{date + shift, 0}, true, false, false, std::nullopt};
        changes.push_back(std::move(event));
    }
    for (const CalendarEvent& event : changes) {
        const Date date = original(*event.recurrence, before);
        if (!changes_type(event, after) && has_date(after, date))
            change_date(event, series.is_ours, date, after);
        else if (series.is_part)
            leave_alone(event, date, after, alone);
    }
    return after;
}

// The date is taken out of the series.
void CalendarActivities::leave_alone(const CalendarEvent& event, Date date, Activity& series,
                                     std::vector<LoneEvent>& alone) const {
    const bool is_date = has_date(series, date);
    alone.push_back({event, !is_date         ? no_such_date
                            : series.all_day ? "has a clock time on this date, and its series is all day"
                                             : "is all day on this date, and its series has clock times"});
    if (!is_date) return;
    model::Repeat& repeat = *series.repeat;
    if (repeat.every)
        repeat.skip.push_back(date);
    else
        std::erase(repeat.dates, date);
    std::sort(repeat.skip.begin(), repeat.skip.end());
    std::erase_if(repeat.changes, [&](const model::Change& change) { return change.date == date; });
}

}  // namespace backops::exchange
