#include "sheet/call_sheet.h"

#include <algorithm>
#include <limits>
#include <map>

#include "schedule/busy.h"
#include "schedule/stretches.h"
#include "sheet/catering.h"

namespace backops::sheet {
namespace {

using schedule::CalendarKind;
using schedule::Entry;
using schedule::PersonDay;

constexpr time::Instant end_of_time{std::numeric_limits<std::int64_t>::max()};

bool is_tentative(const schedule::Occurrence& occurrence) { return occurrence.status() == model::Status::tentative; }

/// Takes the earlier of two; of two at one time the confirmed one.
void take_first(std::optional<DayTime>& known, const DayTime& time) {
    const bool is_surer = known && known->at == time.at && known->is_tentative && !time.is_tentative;
    if (!known || time.at < known->at || is_surer) known = time;
}

void take_last(std::optional<DayTime>& known, const DayTime& time) {
    const bool is_surer = known && known->at == time.at && known->is_tentative && !time.is_tentative;
    if (!known || known->at < time.at || is_surer) known = time;
}

bool is_called(const Entry& entry, const std::string& collaborator) {
    const schedule::Occurrence& occurrence = *entry.occurrence;
    if (entry.part != schedule::Part::required || !schedule::counts(entry)) return false;
    return !is_of_kind(occurrence, "meal") || schedule::serves(occurrence, collaborator);
}

CompanyTimes times_of(const Sources& sources, const std::string& collaborator, time::Date day) {
    CompanyTimes times;
    bool has_length = false;
    for (const Entry& entry : sources.event().calendars.of_party(collaborator)) {
        if (entry.day != day || !is_called(entry, collaborator)) continue;
        const bool is_maybe = is_tentative(*entry.occurrence);
        take_first(times.first, {entry.occurrence, entry.time.from, is_maybe});
        take_last(times.last, {entry.occurrence, entry.time.until, is_maybe});
        has_length |= !is_of_kind(*entry.occurrence, "call") || !is_moment(entry.time);
    }
    if (!has_length) times.last.reset();
    return times;
}

class Making {
  public:
    Making(const Sources& sources, const Request& request)
        : sources_(sources),
          days_(sources, request.day),
          page_(day_page(sources, request, days_)),
          scope_(sources, request.selection, page_.rows) {}

    CallSheet made() && {
        add_calls();
        add_person();
        add_first_and_last();
        add_absences();
        sheet_.page = std::move(page_);
        if (!sheet_.person) sheet_.catering = catering_of(sources_, sheet_.page.rows, sheet_.teams);
        return std::move(sheet_);
    }

  private:
    void add_calls() {
        std::map<std::string, TeamCalls> teams;
        for (const model::CrewMember* person : scope_.people())
            if (auto call = call_of(*person); call && is_listed(call->day))
                teams[person->collaborator].people.push_back(std::move(*call));
        for (const schedule::Row& row : page_.rows) add_labour(row.occurrence, teams);
        for (const model::Collaborator& team : sources_.plan().collaborators)
            if (scope_.has_company(team.id))
                if (const CompanyTimes times = times_of(sources_, team.id, page_.day); times.first)
                    teams[team.id].times = times;
        for (auto& [id, team] : teams) {
            if (team.people.empty() && team.labour.empty() && !team.times.first) continue;
            team.team = model::find(sources_.plan().collaborators, id);
            std::ranges::stable_sort(team.people, {}, &Making::begin_of_person);
            sheet_.teams.push_back(std::move(team));
        }
        std::ranges::stable_sort(sheet_.teams, {}, &Making::begin_of);
    }

    /// Whose only entry is covered by their own work of another day is where that day's sheet says.
    static bool is_listed(const PersonDay& day) {
        const auto is_covered = [](const schedule::Lost& lost) { return lost.cause == schedule::Lost::Cause::covered; };
        return !day.entries.empty() || !std::ranges::all_of(day.lost, is_covered);
    }

    std::optional<PersonCall> call_of(const model::CrewMember& person) {
        const std::vector<PersonDay>& days = days_.of(person);
        const PersonDay* day = day_on(days, page_.day);
        if (!day) return std::nullopt;
        PersonCall call{&person, *day, meals_of(*day), next_of(days), std::nullopt, std::nullopt};
        if (!day->has_times()) call.away_until = away_until(person, *day);
        if (!call.next || !day->has_times()) return call;
        const auto rest = schedule::rest_between(schedule::travels_of(days), *day, *call.next);
        if (rest) call.rest = time::Duration{std::max<std::int64_t>(0, *rest)};
        return call;
    }

    std::optional<PersonDay> next_of(const std::vector<PersonDay>& days) const {
        const auto next =
            std::ranges::find_if(days, [&](const PersonDay& day) { return day.day > page_.day && day.has_times(); });
        return next == days.end() ? std::nullopt : std::optional(*next);
    }

    /// The end of what keeps them from the first of what they lost to being away.
    std::optional<time::Instant> away_until(const model::CrewMember& person, const PersonDay& day) const {
        const auto lost = std::ranges::find(day.lost, schedule::Lost::Cause::away, &schedule::Lost::cause);
        if (lost == day.lost.end()) return std::nullopt;
        for (const schedule::Stretch& away :
             schedule::merged(unavailable_of(sources_.plan(), sources_.event().zones, {CalendarKind::crew, person.id})))
            if (meet(away, lost->entry.time)) return away.until;
        return std::nullopt;
    }

    void add_person() {
        sheet_.person = scope_.person();
        if (!sheet_.person) return;
        sheet_.own = call_of(*sheet_.person);
        sheet_.next = next_of(days_.of(*sheet_.person));
        if (!sheet_.own || !sheet_.own->day.has_times())
            sheet_.booked = times_of(sources_, sheet_.person->collaborator, page_.day);
    }

    void add_labour(const schedule::Occurrence& occurrence, std::map<std::string, TeamCalls>& teams) const {
        if (occurrence.status() == model::Status::cancelled) return;
        for (const model::Need& need : occurrence.activity->needs)
            if (scope_.has_team(need.collaborator)) teams[need.collaborator].labour.push_back({&need, &occurrence});
    }

    static time::Instant begin_of_person(const PersonCall& call) {
        return call.day.has_times() ? call.day.there() : end_of_time;
    }

    static time::Instant begin_of(const TeamCalls& team) {
        time::Instant first = team.times.first ? team.times.first->at : end_of_time;
        for (const PersonCall& call : team.people) first = std::min(first, begin_of_person(call));
        for (const LabourCall& call : team.labour) first = std::min(first, call.occurrence->from);
        return first;
    }

    void add_first_and_last() {
        for (const TeamCalls& team : sheet_.teams) {
            widen(team.times);
            for (const PersonCall& call : team.people) {
                const PersonDay& day = call.day;
                if (day.first)
                    take_first(sheet_.first_call, {day.first->occurrence, day.there(), day.first_is_tentative});
                if (day.last) take_last(sheet_.last_out, {day.last->occurrence, *day.out(), day.last_is_tentative});
            }
            for (const LabourCall& call : team.labour) {
                const schedule::Occurrence& occurrence = *call.occurrence;
                const Entry entry{&occurrence, {occurrence.from, occurrence.until}, occurrence.day};
                const bool is_maybe = is_tentative(occurrence);
                if (schedule::counts(entry))
                    widen({DayTime{&occurrence, occurrence.from, is_maybe},
                           DayTime{&occurrence, occurrence.until, is_maybe}});
            }
        }
    }

    void widen(const CompanyTimes& times) {
        if (times.first) take_first(sheet_.first_call, *times.first);
        if (times.last) take_last(sheet_.last_out, *times.last);
    }

    template <class R>
    void add_absence(const R& record, CalendarKind kind) {
        if (record.unavailable.empty()) return;
        const std::int32_t day_start = sources_.plan().event.day_start;
        const time::Zone zone = schedule::zone_of(sources_.event().zones, {kind, record.id});
        const schedule::Stretch day{zone.at({page_.day, day_start}).instant,
                                    zone.at({page_.day + 1, day_start}).instant};
        for (const model::Unavailable& one : record.unavailable)
            if (meet(schedule::stretch_of(one, zone, day_start), day)) sheet_.off.push_back({record.id, &one});
    }

    void add_absences() {
        for (const model::Area& area : sources_.plan().areas)
            if (scope_.is_named(area.id)) add_absence(area, CalendarKind::area);
        for (const model::Collaborator& team : sources_.plan().collaborators)
            if (scope_.is_named(team.id)) add_absence(team, CalendarKind::collaborator);
        for (const model::CrewMember* person : scope_.people()) add_absence(*person, CalendarKind::crew);
    }

    const Sources& sources_;
    PeopleDays days_;
    DayPage page_;
    Scope scope_;
    CallSheet sheet_;
};

}  // namespace

CallSheet call_sheet(const Sources& sources, const Request& request) { return Making(sources, request).made(); }

}  // namespace backops::sheet
