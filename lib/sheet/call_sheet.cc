#include "sheet/call_sheet.h"

#include <algorithm>
#include <limits>
#include <map>

#include "schedule/busy.h"

namespace backops::sheet {
namespace {

using schedule::CalendarKind;
using schedule::Entry;
using schedule::Workday;

class Making {
  public:
    Making(const Sources& sources, const Request& request)
        : sources_(sources), page_(day_page(sources, request)), scope_(sources, request.selection, page_.rows) {}

    CallSheet made() && {
        add_calls();
        add_first_and_last();
        add_absences();
        add_next();
        sheet_.page = std::move(page_);
        return std::move(sheet_);
    }

  private:
    void add_calls() {
        std::map<std::string, TeamCalls> teams;
        for (const model::CrewMember* person : scope_.people()) add_person(*person, teams[person->collaborator]);
        for (const schedule::Row& row : page_.rows) add_labour(row.occurrence, teams);
        for (auto& [id, team] : teams) {
            if (team.people.empty() && team.labour.empty()) continue;
            team.team = model::find(sources_.plan().collaborators, id);
            std::ranges::stable_sort(team.people, {}, [](const PersonCall& call) { return call.day.call(); });
            sheet_.teams.push_back(std::move(team));
        }
        std::ranges::stable_sort(sheet_.teams, {}, &Making::begin_of);
    }

    void add_person(const model::CrewMember& person, TeamCalls& team) {
        const std::vector<Workday> days = sources_.event().workdays.of(person);
        const auto day = std::ranges::find(days, page_.day, &Workday::day);
        if (day == days.end()) return;
        PersonCall call{&person, *day, meals_of(sources_, person, *day), std::nullopt};
        if (day + 1 != days.end()) call.next = *(day + 1);
        team.people.push_back(std::move(call));
    }

    void add_next() {
        sheet_.person = scope_.person();
        if (!sheet_.person) return;
        for (Workday& day : sources_.event().workdays.of(*sheet_.person))
            if (day.day > page_.day && !sheet_.next) sheet_.next = std::move(day);
    }

    void add_labour(const schedule::Occurrence& occurrence, std::map<std::string, TeamCalls>& teams) const {
        if (occurrence.status() == model::Status::cancelled) return;
        for (const model::Need& need : occurrence.activity->needs)
            if (scope_.has_team(need.collaborator)) teams[need.collaborator].labour.push_back({&need, &occurrence});
    }

    static time::Instant begin_of(const TeamCalls& team) {
        time::Instant first{std::numeric_limits<std::int64_t>::max()};
        for (const PersonCall& call : team.people) first = std::min(first, call.day.call());
        for (const LabourCall& call : team.labour) first = std::min(first, call.occurrence->from);
        return first;
    }

    void add_first_and_last() {
        for (const TeamCalls& team : sheet_.teams) {
            for (const PersonCall& call : team.people) widen(call.day.calls.front(), call.day.last);
            for (const LabourCall& call : team.labour) {
                const schedule::Occurrence& occurrence = *call.occurrence;
                const Entry entry{&occurrence, {occurrence.from, occurrence.until}, occurrence.day};
                if (schedule::is_work(occurrence)) widen(entry, entry);
            }
        }
    }

    void widen(const Entry& call, const Entry& last) {
        if (!sheet_.first_call || call.time.from < sheet_.first_call->time.from) sheet_.first_call = call;
        if (!sheet_.wrap || sheet_.wrap->time.until < last.time.until) sheet_.wrap = last;
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
    DayPage page_;
    Scope scope_;
    CallSheet sheet_;
};

}  // namespace

std::optional<time::Duration> PersonCall::rest() const {
    if (!next || !day.is_certain() || !next->is_certain()) return std::nullopt;
    return time::Duration{std::max<std::int64_t>(0, next->call().seconds - day.out().seconds)};
}

CallSheet call_sheet(const Sources& sources, const Request& request) { return Making(sources, request).made(); }

}  // namespace backops::sheet
