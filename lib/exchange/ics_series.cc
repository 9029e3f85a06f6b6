#include "exchange/ics_series.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "exchange/ics_rule.h"
#include "schedule/timing.h"
#include "text/wording.h"

namespace backops::exchange {
namespace {

using model::Activity;
using time::Date;

// So many days are looked at for all rules of a file that no `repeat` says.
constexpr std::int64_t most_days = 4'000'000;
// Two series are the same that have the same dates for so long.
constexpr int compared_days = 3660;

schedule::DayRange planned_days(const model::Plan& plan) {
    Date first = plan.event.start;
    for (const model::Timeframe& timeframe : plan.timeframes)
        first = std::min(first, schedule::days_of(timeframe, plan.event.day_start).first);
    return {first, schedule::last_planned_day(plan)};
}

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

CalendarActivities::CalendarActivities(const model::Plan& plan, CalendarWords& words, Findings& findings)
    : plan_(plan), zones_(plan), words_(words), findings_(findings), planned_(planned_days(plan)), budget_(most_days) {}

std::optional<Activity> CalendarActivities::of(const Activity* before, const CalendarSeries& series,
                                               std::vector<CalendarEvent>& alone) {
    if (before && before->repeat && series.is_ours) {
        if (auto part = part_of(*before, series)) return part;
    }
    Activity after = before ? *before : Activity{};
    words_.apply(series.master, series.is_ours, after);
    set_zone(series.master, after);
    set_times(series.master, after);
    std::vector<CalendarEvent> changes = series.changes;
    if (series.master.is_series()) {
        if (!set_repeat(series.master, changes, after)) return std::nullopt;
        if (before && before->repeat) keep_rule(*before, after);
        warn_of_list(series.master, before, after);
        set_changes(series, changes, after, alone);
    } else {
        after.repeat.reset();
        alone.insert(alone.end(), changes.begin(), changes.end());
    }
    set_busy(series.master, series.is_ours, after);
    return after;
}

time::Zone CalendarActivities::zone_of(const Activity& activity) const { return zones_.of(activity); }

// A single time in UTC is a moment, to be told on the activity's own clock; a series has the clock that it repeats on.
void CalendarActivities::set_zone(const CalendarEvent& event, Activity& activity) const {
    const auto& zone = event.start.zone;
    if (event.start.is_date || !zone || (event.start.is_utc && !event.is_series()) || zone_of(activity) == *zone)
        return;
    activity.timezone.clear();
    if (!(zone_of(activity) == *zone)) activity.timezone = zone->name();
}

void CalendarActivities::set_times(const CalendarEvent& event, Activity& activity) const {
    const time::WallTime start = event.start.on(zone_of(activity));
    const bool stays = activity.all_day == event.start.is_date && time::linear(activity.start) == time::linear(start);
    if (!stays) {
        const time::WallTime before = activity.start;
        activity.start = start;
        // The old end is of another start.
        if (activity.all_day != event.start.is_date || !activity.duration) activity.duration.reset();
        if (before.date == Date{}) activity.end.reset();
        activity.all_day = event.start.is_date;
    }
    set_end(event, activity);
}

void CalendarActivities::set_end(const CalendarEvent& event, Activity& activity) const {
    const time::Zone zone = zone_of(activity);
    if (activity.all_day) {
        Date last = activity.start.date;
        if (event.end) last = event.end->time.date - 1;
        if (event.length) last = activity.start.date + static_cast<int>(event.length->days) - 1;
        last = std::max(last, activity.start.date);
        activity.duration.reset();
        if (activity.end.value_or(activity.start).date == last) return;
        activity.end.reset();
        if (last > activity.start.date) activity.end = time::WallTime{last, 0};
        return;
    }
    const std::int64_t from = zone.at(activity.start).instant.seconds;
    std::optional<time::WallTime> end;
    std::int64_t until = from;
    if (event.end) {
        end = event.end->on(zone);
        until = event.end->zone ? event.end->zone->at(event.end->time).instant.seconds : zone.at(*end).instant.seconds;
    } else if (event.length && event.length->days > 0) {
        end = time::from_linear(time::linear(activity.start) + event.length->days * time::day_seconds +
                                event.length->seconds);
        until = zone.at(*end).instant.seconds;
    } else if (event.length) {
        until = from + event.length->seconds;
    }
    std::int64_t now = from;
    if (activity.duration) now = from + activity.duration->seconds;
    if (activity.end) now = zone.at(*activity.end).instant.seconds;
    if (until == now) return;
    const bool keeps_length = activity.duration && !activity.end;
    activity.end.reset();
    activity.duration.reset();
    if (until <= from) return;
    const bool is_on_clock = end && time::linear(*end) > time::linear(activity.start);
    if (is_on_clock && !keeps_length)
        activity.end = end;
    else
        activity.duration = time::Duration{until - from};
}

// Moments and what is cancelled take no time whatever they say; in a file of ours it depends on whom it is for.
void CalendarActivities::set_busy(const CalendarEvent& event, bool is_ours, Activity& activity) const {
    const bool takes_none = !activity.all_day && !activity.end && !activity.duration;
    if (!event.busy || is_ours || takes_none || activity.status == model::Status::cancelled) return;
    if (schedule::is_busy(plan_.event, activity) != *event.busy) activity.busy = event.busy;
}

bool CalendarActivities::set_repeat(const CalendarEvent& event, std::vector<CalendarEvent>& changes,
                                    Activity& activity) {
    std::vector<model::Change> kept;
    if (activity.repeat) kept = activity.repeat->changes;
    activity.repeat = model::Repeat{};
    activity.repeat->changes = std::move(kept);
    std::vector<Date> dates;
    if (!add_rules(event, activity, dates)) return false;
    if (!activity.repeat->every && !list_dates(event, std::move(dates), changes, activity)) return false;
    set_skip(event, activity);
    if (!schedule::dates_of(plan_, activity, {activity.start.date, activity.start.date + compared_days}).empty())
        return true;
    findings_.add(event.component->span, "empty-series",
                  fmt::format("{} has no date within the event's days and time frames, so it is left out",
                              text::quoted(event.name)),
                  {}, text::Severity::warning);
    return false;
}

// As a rule where one says it, else as its dates within the event.
bool CalendarActivities::add_rules(const CalendarEvent& event, Activity& activity, std::vector<Date>& dates) {
    const time::Zone zone = zone_of(activity);
    // The start may be written past midnight, and the rule's days are those of the calendar.
    const Date start = time::calendar(activity.start).date;
    const int shift = start - activity.start.date;
    for (const ContentLine* line : event.rules) {
        const auto text = rule_text(line->value);
        const auto rule = text ? parse_calendar_rule(*text, time::calendar(activity.start), zone) : std::nullopt;
        if (!rule) {
            findings_.add(line->span, "unsupported-series",
                          fmt::format("the rule {} is not understood", text::quoted(line->value)),
                          {"list its dates as `RDATE`, or leave this event out of the file"});
            return false;
        }
        const bool is_only = event.rules.size() == 1 && event.dates.empty() && shift == 0;
        if (const auto same = is_only ? as_rule(*rule, start) : std::nullopt) {
            model::Repeat& repeat = *activity.repeat;
            repeat.every = same->every;
            repeat.on = same->on;
            repeat.week_start = same->week_start;
            repeat.until = same->until;
            if (!same->until) repeat.count = same->count;
            return true;
        }
        for (const Date date : dates_within(*rule, start, planned_.first, planned_.last, budget_))
            dates.push_back(date - shift);
        if (budget_ >= 0) continue;
        findings_.add(line->span, "limit", "the rules of this file take too long to follow from where they start",
                      {"let the series begin nearer to the event"});
        return false;
    }
    return true;
}

bool CalendarActivities::list_dates(const CalendarEvent& event, std::vector<Date> dates,
                                    std::vector<CalendarEvent>& changes, Activity& activity) {
    const time::Zone zone = zone_of(activity);
    if (event.rules.empty()) dates.push_back(activity.start.date);
    std::set<Date> all(dates.begin(), dates.end());
    for (const CalendarDate& extra : event.dates) {
        const Date date = original(extra.start, activity);
        const bool is_new = all.insert(date).second;
        const time::WallTime wall = extra.start.on(zone);
        const bool is_plain =
            !extra.end && !extra.length &&
            (extra.start.is_date || time::linear(wall) - time::linear({date, 0}) == activity.start.seconds);
        if (is_plain) continue;
        if (!is_new) {
            findings_.add(event.span_of("RDATE"), "unsupported-series",
                          fmt::format("{} happens twice on {}, and a series has one date a day",
                                      text::quoted(event.name), time::to_text(date)),
                          {"make the second an event of its own"});
            return false;
        }
        CalendarEvent other = event;
        other.recurrence = other.start = extra.start;
        other.end = extra.end;
        other.length = extra.length;
        if (!extra.end && !extra.length && activity.duration) other.length = Length{0, activity.duration->seconds};
        if (!extra.end && !extra.length && activity.end)
            other.length = Length{0, time::linear(*activity.end) - time::linear(activity.start)};
        changes.push_back(std::move(other));
    }
    activity.repeat->dates.assign(all.begin(), all.end());
    if (!all.empty() && !all.contains(activity.start.date)) {
        const int by = *all.begin() - activity.start.date;
        activity.start.date = activity.start.date + by;
        if (activity.end) activity.end->date = activity.end->date + by;
    }
    return true;
}

Date CalendarActivities::original(const CalendarTime& time, const Activity& series) const {
    if (time.is_date) return time.time.date;
    const time::WallTime wall = time.on(zone_of(series));
    const int shift = time::calendar(series.start).date - series.start.date;
    return wall.date - shift;
}

bool CalendarActivities::has_date(const Activity& series, Date date) const {
    return !schedule::dates_of(plan_, series, {date, date}).empty();
}

// Only what takes a date away: another program may list more.
void CalendarActivities::set_skip(const CalendarEvent& event, Activity& activity) const {
    std::set<Date> gone;
    for (const CalendarTime& exception : event.exceptions) {
        const Date date = original(exception, activity);
        const std::int64_t clock = time::linear(exception.on(zone_of(activity))) - time::linear({date, 0});
        if ((exception.is_date || clock == activity.start.seconds) && has_date(activity, date)) gone.insert(date);
    }
    if (activity.repeat->every) {
        activity.repeat->skip.assign(gone.begin(), gone.end());
        return;
    }
    std::erase_if(activity.repeat->dates, [&](Date date) { return gone.contains(date); });
}

std::vector<std::int64_t> CalendarActivities::starts(const Activity& series) const {
    std::vector<std::int64_t> starts;
    const Date first = series.start.date;
    for (const Date date : schedule::dates_of(plan_, series, {first - 1, first + compared_days}))
        starts.push_back(time::linear({date, series.start.seconds}));
    return starts;
}

// A rule that gives the same dates is the same, whatever its words.
void CalendarActivities::keep_rule(const Activity& before, Activity& activity) const {
    if (starts(before) == starts(activity)) activity.repeat = before.repeat;
}

void CalendarActivities::warn_of_list(const CalendarEvent& event, const Activity* before, const Activity& after) {
    const bool is_kept = before && before->repeat && before->repeat->dates == after.repeat->dates;
    if (event.rules.empty() || after.repeat->every || is_kept) return;
    findings_.add(event.rules.front()->span, "listed-dates",
                  fmt::format("`repeat` has no words for this rule of {}: its dates within the event are listed",
                              text::quoted(event.name)),
                  {}, text::Severity::warning);
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
                                     Activity& activity, std::vector<CalendarEvent>& alone) {
    std::set<Date> said;
    for (const CalendarEvent& event : changes) {
        const Date date = original(*event.recurrence, activity);
        if (event.start.is_date == activity.all_day && has_date(activity, date)) {
            said.insert(date);
            change_date(event, series.is_ours, date, activity);
        } else if (date > planned_.last) {
            ++later_;
        } else {
            alone.push_back(event);
        }
    }
    std::vector<Date> others;
    for (const model::Change& change : activity.repeat->changes)
        if (!said.contains(change.date) && has_date(activity, change.date)) others.push_back(change.date);
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

// A file of ours may hold only some of a series' dates: those of a day, of an area, of a person. It then speaks of
// these, and the series stays.
std::optional<Activity> CalendarActivities::part_of(const Activity& before, const CalendarSeries& series) {
    Activity probe = before;
    std::vector<CalendarEvent> changes = series.changes;
    std::vector<Date> dates;
    if (const auto& of = series.master.recurrence) {
        if (const Date date = original(*of, before); has_date(before, date)) dates = {date};
    } else if (!series.master.is_series()) {
        dates = date_that_starts(series.master, before);
    } else {
        set_times(series.master, probe);
        if (!set_repeat(series.master, changes, probe)) return before;
        const auto all = starts(before);
        const auto some = starts(probe);
        const bool is_part = some != all && std::includes(all.begin(), all.end(), some.begin(), some.end());
        if (!is_part) return std::nullopt;
        for (const std::int64_t start : some) dates.push_back(time::from_linear(start - before.start.seconds).date);
    }
    if (dates.empty()) {
        findings_.add(series.master.component->span, "unknown-date",
                      fmt::format("`{}` is a series, and this is none of its dates; it is left as it is", before.id),
                      {}, text::Severity::warning);
        return before;
    }
    Activity after = before;
    std::set<Date> said;
    for (const CalendarEvent& event : changes) said.insert(original(*event.recurrence, before));
    for (const Date date : dates) {
        if (said.contains(date)) continue;
        CalendarEvent event = series.master;
        if (event.is_series()) {
            const std::int64_t by =
                time::linear({date, before.start.seconds}) - time::linear(event.start.on(zone_of(before)));
            for (CalendarTime* time : {&event.start, event.end ? &*event.end : nullptr})
                if (time) time->time = time::from_linear(time::linear(time->time) + by);
        }
        event.recurrence = CalendarTime{{date, 0}, true, false, std::nullopt};
        changes.push_back(std::move(event));
    }
    for (const CalendarEvent& event : changes) {
        const Date date = original(*event.recurrence, before);
        if (event.start.is_date == after.all_day && has_date(after, date)) change_date(event, true, date, after);
    }
    return after;
}

}  // namespace backops::exchange
