#include "schedule/workday.h"

#include <algorithm>
#include <set>

#include "schedule/busy.h"
#include "schedule/timing.h"

namespace backops::schedule {

namespace {

using ByDay = std::map<time::Date, std::vector<Entry>>;

std::vector<Entry> on(const ByDay& days, time::Date day) {
    const auto at = days.find(day);
    return at == days.end() ? std::vector<Entry>{} : at->second;
}

void sort_by_time(std::vector<Entry>& entries) {
    std::ranges::stable_sort(entries, {}, [](const Entry& entry) { return entry.time.from; });
}

std::vector<Stretch> merged(const std::vector<Entry>& entries) {
    std::vector<Stretch> all;
    for (const Entry& entry : entries) {
        if (!all.empty() && entry.time.from <= all.back().until)
            all.back().until = std::max(all.back().until, entry.time.until);
        else
            all.push_back(entry.time);
    }
    return all;
}

Workday workday(time::Date day, CallSource source, std::vector<Entry> calls, std::vector<Entry> own) {
    sort_by_time(calls);
    for (const Entry& call : calls)
        if (std::ranges::find(own, call) == own.end()) own.push_back(call);
    sort_by_time(own);
    const Entry last = std::ranges::max(own, {}, [](const Entry& entry) { return entry.time.until; });
    std::vector<Stretch> work = merged(own);
    return {day, source, std::move(calls), std::move(own), last, std::move(work)};
}

}  // namespace

bool is_work(const Occurrence& occurrence) {
    const model::Activity& activity = *occurrence.activity;
    return !activity.all_day && activity.kind != "hold" && activity.kind != "travel" && !lasts_days(occurrence);
}

Workdays::Workdays(const model::Plan& plan, const Calendars& calendars)
    : calendars_(calendars), event_(shared(calendars.of_event())) {
    for (const model::Collaborator& team : plan.collaborators) {
        Shared& of_team = teams_.emplace(team.id, shared(calendars.of_party(team.id))).first->second;
        if (!books_its_people(team)) continue;
        // Their team's calls stay their team's.
        for (const Entry& entry : calendars.of_party(team.id))
            if (entry.part == Part::required && is_work(*entry.occurrence) && !is_of_kind(*entry.occurrence, "call"))
                of_team.bookings[entry.day].push_back(entry);
    }
}

Workdays::Shared Workdays::shared(std::span<const Entry> entries) {
    Shared shared;
    std::set<time::Date> days;
    for (const Entry& entry : entries) {
        if (is_of_kind(*entry.occurrence, "meal")) shared.meals[entry.day].push_back(entry);
        if (!is_work(*entry.occurrence)) continue;
        if (is_of_kind(*entry.occurrence, "call")) shared.calls[entry.day].push_back(entry);
        days.insert(entry.day);
    }
    shared.days.assign(days.begin(), days.end());
    return shared;
}

const Workdays::Shared& Workdays::team_of(const model::CrewMember& person) const {
    static const Shared nobody;
    const auto at = teams_.find(person.collaborator);
    return at == teams_.end() ? nobody : at->second;
}

std::vector<Workday> Workdays::of(const model::CrewMember& person) const {
    const Shared& team = team_of(person);
    ByDay own, calls;
    std::set<time::Date> days(team.days.begin(), team.days.end());
    for (const Entry& entry : calendars_.of_party(person.id)) {
        if (!is_work(*entry.occurrence)) continue;
        own[entry.day].push_back(entry);
        if (is_of_kind(*entry.occurrence, "call")) calls[entry.day].push_back(entry);
        days.insert(entry.day);
    }
    std::vector<Workday> all;
    for (const time::Date day : days) {
        std::vector<Entry> activities = on(own, day);
        for (const Entry& entry : on(team.bookings, day)) activities.push_back(entry);
        if (auto mine = on(calls, day); !mine.empty())
            all.push_back(workday(day, CallSource::own, std::move(mine), std::move(activities)));
        else if (auto teams = on(team.calls, day); !teams.empty())
            all.push_back(workday(day, CallSource::team, std::move(teams), std::move(activities)));
        else if (auto everybodys = on(event_.calls, day); !everybodys.empty())
            all.push_back(workday(day, CallSource::event, std::move(everybodys), std::move(activities)));
        else if (!activities.empty()) {
            sort_by_time(activities);
            all.push_back(workday(day, CallSource::first, {activities.front()}, activities));
        }
    }
    return all;
}

std::vector<Entry> Workdays::meals(const model::CrewMember& person, time::Date day) const {
    std::vector<Entry> all = on(team_of(person).meals, day);
    for (const Entry& entry : on(event_.meals, day)) all.push_back(entry);
    for (const Entry& entry : calendars_.of_party(person.id))
        if (entry.day == day && is_of_kind(*entry.occurrence, "meal")) all.push_back(entry);
    sort_by_time(all);
    std::vector<Entry> once;
    for (const Entry& entry : all)
        if (std::ranges::find(once, entry.occurrence, &Entry::occurrence) == once.end()) once.push_back(entry);
    return once;
}

}  // namespace backops::schedule
