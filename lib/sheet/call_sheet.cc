#include "sheet/call_sheet.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "schedule/audience.h"
#include "schedule/busy.h"
#include "schedule/series.h"
#include "schedule/timing.h"

namespace backops::sheet {
namespace {

using schedule::CalendarKind;
using schedule::Entry;
using schedule::Occurrence;
using schedule::Workday;

/// Whose calls belong on a sheet.
class Scope {
  public:
    Scope(const schedule::Selection& selection, const std::vector<schedule::Row>& rows) {
        is_all_ = selection.calendars.empty();
        for (const schedule::CalendarName& calendar : selection.calendars) {
            if (calendar.kind == CalendarKind::crew || calendar.kind == CalendarKind::collaborator)
                named_.insert(calendar.id);
            else
                takes_rows_ = true;
        }
        for (const schedule::Row& row : rows) {
            const model::Participants& parts = row.occurrence.participants();
            for (const auto* ids : {&row.occurrence.organizers(), &parts.required, &parts.optional})
                in_rows_.insert(ids->begin(), ids->end());
        }
    }

    bool has(const model::CrewMember& person) const {
        if (is_all_ || named_.contains(person.id) || named_.contains(person.collaborator)) return true;
        return takes_rows_ && (in_rows_.contains(person.id) || in_rows_.contains(person.collaborator));
    }

    bool has_team(const std::string& collaborator) const {
        return is_all_ || takes_rows_ || named_.contains(collaborator);
    }

    bool is_named(const std::string& id) const { return is_all_ || named_.contains(id); }

  private:
    bool is_all_ = false, takes_rows_ = false;
    std::set<std::string> named_, in_rows_;
};

class Making {
  public:
    Making(const Sources& sources, const Request& request) : sources_(sources), plan_(sources.plan()) {
        selection_ = request.selection;
        selection_.days = {request.day};
        // The plan has nothing that the audience may not see.
        selection_.audience = schedule::Audience::all;
        sheet_.day = request.day;
    }

    CallSheet made() && {
        schedule::Schedule schedule = schedule_of(plan_, sources_.event().zones, selection_);
        for (const schedule::Band& band : schedule.bands) sheet_.frames.push_back(band.timeframe);
        add_blocks(schedule.rows);
        const Scope scope(selection_, schedule.rows);
        add_calls(scope, schedule.rows);
        add_absences(scope);
        for (schedule::Row& row : schedule.rows)
            (row.occurrence.activity->kind == "hold" ? sheet_.standby : sheet_.rows).push_back(std::move(row));
        add_days_ahead();
        return std::move(sheet_);
    }

  private:
    void add_calls(const Scope& scope, const std::vector<schedule::Row>& rows) {
        for (const Entry& entry : sources_.event().calendars.of_event())
            if (entry.day == sheet_.day && is_of_kind(*entry.occurrence, "call")) sheet_.general_calls.push_back(entry);
        std::map<std::string, TeamCalls> teams;
        for (const model::CrewMember& person : plan_.crew)
            if (scope.has(person)) add_person(person, teams[person.collaborator]);
        for (const schedule::Row& row : rows)
            if (row.occurrence.status() != model::Status::cancelled) add_labour(scope, row.occurrence, teams);
        for (auto& [id, team] : teams) {
            if (team.people.empty() && team.labour.empty()) continue;
            team.team = model::find(plan_.collaborators, id);
            std::ranges::stable_sort(team.people, {}, [](const PersonCall& call) { return call.day.call(); });
            sheet_.teams.push_back(std::move(team));
        }
        std::ranges::stable_sort(sheet_.teams, {}, &Making::begin_of);
        add_first_and_last();
    }

    void add_person(const model::CrewMember& person, TeamCalls& team) {
        const std::vector<Workday> days = sources_.event().workdays.of(person);
        const auto day = std::ranges::find(days, sheet_.day, &Workday::day);
        if (day == days.end()) return;
        PersonCall call{&person, *day, sources_.event().workdays.meals(person, sheet_.day), std::nullopt};
        if (day + 1 != days.end()) call.next = *(day + 1);
        team.people.push_back(std::move(call));
    }

    static void add_labour(const Scope& scope, const Occurrence& occurrence, std::map<std::string, TeamCalls>& teams) {
        for (const model::Need& need : occurrence.activity->needs)
            if (scope.has_team(need.collaborator)) teams[need.collaborator].labour.push_back({&need, occurrence});
    }

    static time::Instant begin_of(const TeamCalls& team) {
        time::Instant first{std::numeric_limits<std::int64_t>::max()};
        for (const PersonCall& call : team.people) first = std::min(first, call.day.call());
        for (const LabourCall& call : team.labour) first = std::min(first, call.occurrence.from);
        return first;
    }

    void add_first_and_last() {
        for (const TeamCalls& team : sheet_.teams)
            for (const PersonCall& call : team.people) {
                const Entry& first = call.day.calls.front();
                if (!sheet_.first_call || first.time.from < sheet_.first_call->time.from) sheet_.first_call = first;
                if (!sheet_.wrap || sheet_.wrap->time.until < call.day.out()) sheet_.wrap = call.day.last;
            }
    }

    template <class T>
    static bool is_empty(const T& block) {
        return block == T{};
    }

    /// Of the day's areas that have their own, else the event's.
    template <class T>
    std::vector<Block<T>> blocks(const std::set<std::string>& areas, T model::Area::*of_area, const T& of_event) const {
        std::vector<Block<T>> all;
        for (const model::Area& area : plan_.areas) {
            if (!areas.contains(area.id) || is_empty(area.*of_area)) continue;
            const auto same =
                std::ranges::find_if(all, [&](const Block<T>& block) { return *block.what == area.*of_area; });
            if (same == all.end())
                all.push_back({{&area}, &(area.*of_area)});
            else
                same->areas.push_back(&area);
        }
        if (all.empty() && !is_empty(of_event)) all.push_back({{}, &of_event});
        return all;
    }

    void add_blocks(const std::vector<schedule::Row>& rows) {
        std::set<std::string> areas;
        for (const schedule::Row& row : rows)
            areas.insert(row.occurrence.areas().begin(), row.occurrence.areas().end());
        sheet_.sites = blocks(areas, &model::Area::site, plan_.event.site);
        sheet_.safety = blocks(areas, &model::Area::safety, plan_.event.safety);
    }

    template <class R>
    void add_absences(const std::vector<R>& records, CalendarKind kind, const Scope& scope) {
        const schedule::Zones& zones = sources_.event().zones;
        const std::int32_t day_start = plan_.event.day_start;
        for (const R& record : records) {
            if (record.unavailable.empty()) continue;
            if constexpr (std::is_same_v<R, model::CrewMember>) {
                if (!scope.has(record)) continue;
            } else if (!scope.is_named(record.id)) {
                continue;
            }
            const time::Zone zone = schedule::zone_of(zones, {kind, record.id});
            const schedule::Stretch day{zone.at({sheet_.day, day_start}).instant,
                                        zone.at({sheet_.day + 1, day_start}).instant};
            for (const model::Unavailable& one : record.unavailable)
                if (meet(schedule::stretch_of(one, zone, day_start), day)) sheet_.off.push_back({record.id, &one});
        }
    }

    void add_absences(const Scope& scope) {
        add_absences(plan_.areas, CalendarKind::area, scope);
        add_absences(plan_.collaborators, CalendarKind::collaborator, scope);
        add_absences(plan_.crew, CalendarKind::crew, scope);
    }

    void add_days_ahead() {
        constexpr std::size_t most = 2;
        schedule::Selection selection = selection_;
        const time::Date last = schedule::last_planned_day(plan_);
        for (time::Date day = sheet_.day + 1; day <= last && sheet_.ahead.size() < most; day = day + 1) {
            selection.days = {day};
            const schedule::Schedule schedule = schedule_of(plan_, sources_.event().zones, selection);
            if (schedule.rows.empty()) continue;
            DayAhead ahead{day, {}, {}, schedule.rows.size()};
            for (const schedule::Band& band : schedule.bands) ahead.frames.push_back(band.timeframe);
            for (const Entry& entry : sources_.event().calendars.of_event())
                if (entry.day == day && is_of_kind(*entry.occurrence, "call") && !ahead.general_call)
                    ahead.general_call = entry.occurrence->start;
            sheet_.ahead.push_back(std::move(ahead));
        }
    }

    const Sources& sources_;
    const model::Plan& plan_;
    schedule::Selection selection_;
    CallSheet sheet_;
};

}  // namespace

std::optional<time::Duration> PersonCall::rest() const {
    if (!next || !day.is_certain() || !next->is_certain()) return std::nullopt;
    return time::Duration{std::max<std::int64_t>(0, next->call().seconds - day.out().seconds)};
}

Sources::Sources(const model::Plan& whole, schedule::Audience audience)
    : audience_(audience), plan_(schedule::plan_for(whole, audience)), event_(plan_) {}

CallSheet call_sheet(const Sources& sources, const Request& request) { return Making(sources, request).made(); }

}  // namespace backops::sheet
