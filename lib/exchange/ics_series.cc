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

schedule::DayRange planned_days(const model::Plan& plan) {
    Date first = plan.event.start;
    for (const model::Timeframe& timeframe : plan.timeframes)
        first = std::min(first, schedule::days_of(timeframe, plan.event.day_start).first);
    return {first, schedule::last_planned_day(plan)};
}

}  // namespace

CalendarActivities::CalendarActivities(const model::Plan& plan, CalendarWords& words, Findings& findings)
    : plan_(plan), zones_(plan), words_(words), findings_(findings), planned_(planned_days(plan)), budget_(most_days) {}

std::optional<ImportedActivity> CalendarActivities::of(const ImportedActivity* before, const CalendarSeries& series,
                                                       std::vector<LoneEvent>& alone) {
    const CalendarEvent& master = series.master;
    const Activity* known = before ? &before->activity : nullptr;
    ImportedActivity after = before ? *before : ImportedActivity{};
    clock_ = master.clock;
    if (known && known->repeat && (series.is_ours || series.is_part)) {
        if (auto part = part_of(*known, series, alone)) {
            after.activity = std::move(*part);
            return after;
        }
    }
    Activity& activity = after.activity;
    words_.apply(master, series.is_ours, activity);
    words_.set_declined(master, after.declined);
    set_zone(master, series.is_ours, activity);
    set_times(master, activity);
    std::vector<CalendarEvent> changes = series.changes;
    if (master.is_series()) {
        if (!set_repeat(master, changes, activity, alone)) return std::nullopt;
        const bool is_some = has_dates(master, known != nullptr, activity);
        if (is_some && known && known->repeat) keep_rule(*known, activity);
        if (is_some) warn_of_list(master, known, activity);
        set_changes(series, changes, before, after, alone);
        if (!is_some && !known) return std::nullopt;
    } else {
        activity.repeat.reset();
        after.changed_dates.clear();
        for (CalendarEvent& change : changes) alone.push_back({std::move(change), no_such_date});
    }
    set_busy(master, series.is_ours, activity);
    return after;
}

time::Zone CalendarActivities::zone_of(const Activity& activity) const { return zones_.of(activity); }

// A single time in UTC is a moment, to be told on the activity's own clock; so is a series in UTC while no clock change
// lies in it. Else it has the clock that it repeats on.
void CalendarActivities::set_zone(const CalendarEvent& event, bool is_ours, Activity& activity) {
    const auto& zone = event.start.zone;
    const bool is_moment = event.start.is_placeless;
    if (event.start.is_date || !zone || (is_moment && !event.is_series())) return;
    if (is_moment && !is_ours) {
        Activity here = activity;
        if (here.timezone == zone->name()) here.timezone.clear();
        if (is_steady(event, zone_of(here))) {
            activity.timezone = here.timezone;
            return;
        }
    }
    if (zone_of(activity) == *zone) return;
    activity.timezone.clear();
    if (!(zone_of(activity) == *zone)) activity.timezone = zone->name();
}

// Whether a series keeps its distance from this clock: no clock changes from its first date to its last.
bool CalendarActivities::is_steady(const CalendarEvent& event, const time::Zone& here) {
    const time::Zone& zone = *event.start.zone;
    const Date start = event.start.time.date;
    Date last = start;
    std::int64_t budget = most_days;
    for (const ContentLine* line : event.rules) {
        const auto text = rule_text(line->value);
        const auto rule = text ? parse_calendar_rule(*text, event.start.time, zone) : std::nullopt;
        if (!rule) continue;
        Date end = std::max(planned_.last, start);
        if (rule->until) end = *rule->until;
        if (rule->count) {
            const auto dates = dates_within(*rule, start, start, rule->until.value_or(start + compared_days), budget);
            end = dates.empty() ? start : dates.back();
        }
        last = std::max(last, end);
    }
    for (const CalendarDate& extra : event.dates) last = std::max(last, extra.start.on(zone).date);
    std::int64_t length = event.length ? event.length->days * time::day_seconds + event.length->seconds : 0;
    if (event.end) length = time::linear(event.end->on(zone)) - time::linear(event.start.time);
    const time::Instant from = zone.at(event.start.time).instant;
    const time::Instant until{zone.at({last, event.start.time.seconds}).instant.seconds + length + 1};
    return here.observances(from, until).size() <= 1 && zone.observances(from, until).size() <= 1;
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
    if (schedule::is_busy(activity) != *event.busy) activity.busy = event.busy;
}

bool CalendarActivities::set_repeat(const CalendarEvent& event, std::vector<CalendarEvent>& changes, Activity& activity,
                                    std::vector<LoneEvent>& alone) {
    std::vector<model::Change> kept;
    if (activity.repeat) kept = activity.repeat->changes;
    activity.repeat = model::Repeat{};
    activity.repeat->changes = std::move(kept);
    std::vector<Date> dates;
    if (!add_rules(event, activity, dates)) return false;
    if (!activity.repeat->every) list_dates(event, std::move(dates), changes, activity, alone);
    set_skip(event, changes, activity);
    return true;
}

bool CalendarActivities::has_dates(const CalendarEvent& event, bool is_known, const Activity& activity) {
    const Date start = activity.start.date;
    if (!schedule::dates_of(plan_, activity, {start, start + compared_days}).empty()) return true;
    findings_.add(event.component->span, "empty-series",
                  fmt::format("{} has no date {}within the event's days and time frames{}", text::quoted(event.name),
                              is_known ? "any more " : "", is_known ? "" : ", so it is left out"),
                  {}, text::Severity::warning);
    return false;
}

// As a rule where one says it, else as its dates within the event.
bool CalendarActivities::add_rules(const CalendarEvent& event, Activity& activity, std::vector<Date>& dates) {
    // A rule's days are those of the calendar, on the clock of its start; the activity's start may be on another clock,
    // or be written past midnight.
    const time::Zone zone = event.clock ? *event.clock : event.start.zone.value_or(zone_of(activity));
    const Date start = event.start.time.date;
    const int shift = start - activity.start.date;
    for (const ContentLine* line : event.rules) {
        const auto text = rule_text(line->value);
        const auto rule = text ? parse_calendar_rule(*text, event.start.time, zone) : std::nullopt;
        if (!rule) {
            findings_.add(line->span, "unsupported-series",
                          fmt::format("the rule {} is not understood", text::quoted(line->value)),
                          {"list its dates as `RDATE`, or leave this event out of the file"});
            return false;
        }
        const bool is_only = event.rules.size() == 1 && event.dates.empty();
        const auto here = is_only ? moved(*rule, shift) : std::nullopt;
        if (const auto same = here ? as_rule(*here, activity.start.date) : std::nullopt) {
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

void CalendarActivities::list_dates(const CalendarEvent& event, std::vector<Date> dates,
                                    std::vector<CalendarEvent>& changes, Activity& activity,
                                    std::vector<LoneEvent>& alone) const {
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
        CalendarEvent other = event;
        other.rules.clear();
        other.dates.clear();
        other.exceptions.clear();
        other.recurrence = other.start = extra.start;
        other.end = extra.end;
        other.length = extra.length;
        if (!extra.end && !extra.length && activity.duration) other.length = Length{0, activity.duration->seconds};
        if (!extra.end && !extra.length && activity.end)
            other.length = Length{0, time::linear(*activity.end) - time::linear(activity.start)};
        if (is_new)
            changes.push_back(std::move(other));
        else
            alone.push_back({std::move(other),
                             fmt::format("happens twice on {}, and a series has one date a day", time::to_text(date))});
    }
    activity.repeat->dates.assign(all.begin(), all.end());
    if (!all.empty() && !all.contains(activity.start.date)) {
        const int by = *all.begin() - activity.start.date;
        activity.start.date = activity.start.date + by;
        if (activity.end) activity.end->date = activity.end->date + by;
    }
}

Date CalendarActivities::original(const CalendarTime& time, const Activity& series) const {
    if (series.all_day) return day_of(time, clock_, zone_of(series));
    const int shift = time::calendar(series.start).date - series.start.date;
    return time.on(zone_of(series)).date - shift;
}

bool CalendarActivities::has_date(const Activity& series, Date date) const {
    return !schedule::dates_of(plan_, series, {date, date}).empty();
}

bool CalendarActivities::is_exception(const CalendarEvent& event, Date date, const Activity& series) const {
    return std::any_of(event.exceptions.begin(), event.exceptions.end(), [&](const CalendarTime& exception) {
        if (original(exception, series) != date) return false;
        const std::int64_t clock = time::linear(exception.on(zone_of(series))) - time::linear({date, 0});
        return exception.is_date || series.all_day || clock == series.start.seconds;
    });
}

// Only what takes a date away: another program may list more. A date that is of another type than its series is an
// activity by itself.
void CalendarActivities::set_skip(const CalendarEvent& event, const std::vector<CalendarEvent>& changes,
                                  Activity& activity) const {
    std::set<Date> gone;
    const auto take_out = [&](Date date) {
        if (has_date(activity, date)) gone.insert(date);
    };
    for (const CalendarTime& exception : event.exceptions) {
        const Date date = original(exception, activity);
        const std::int64_t clock = time::linear(exception.on(zone_of(activity))) - time::linear({date, 0});
        if (exception.is_date || activity.all_day || clock == activity.start.seconds) take_out(date);
    }
    for (const CalendarEvent& change : changes)
        if (changes_type(change, activity)) take_out(original(*change.recurrence, activity));
    if (activity.repeat->every) {
        activity.repeat->skip.assign(gone.begin(), gone.end());
        return;
    }
    // A list cannot be empty.
    const auto is_gone = [&](Date date) { return gone.contains(date); };
    auto& dates = activity.repeat->dates;
    if (std::all_of(dates.begin(), dates.end(), is_gone))
        activity.repeat->skip.assign(gone.begin(), gone.end());
    else
        std::erase_if(dates, is_gone);
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

}  // namespace backops::exchange
