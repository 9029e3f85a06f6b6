#include "sheet/day_page.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "schedule/busy.h"
#include "schedule/series.h"

namespace backops::sheet {
namespace {

using schedule::CalendarKind;
using schedule::Entry;
using schedule::Occurrence;
using schedule::PersonDay;
using schedule::Row;
using schedule::Selection;

bool is_personal(const Selection& selection) {
    const auto is_crew = [](const schedule::CalendarName& calendar) { return calendar.kind == CalendarKind::crew; };
    return !selection.calendars.empty() && std::ranges::all_of(selection.calendars, is_crew);
}

/// The selection as sheets take it: of a collaborator with its people's own.
Selection widened(Selection selection, schedule::Audience audience) {
    selection.with_crew = audience != schedule::Audience::everyone;
    return selection;
}

/// Rows of one sheet, each occurrence once, with the reasons of all.
class Rows {
  public:
    void add(std::vector<Row> rows) {
        for (Row& row : rows) {
            const auto [place, is_new] =
                places_.emplace(std::pair(row.occurrence.activity, row.occurrence.original), rows_.size());
            if (is_new) rows_.push_back(std::move(row));
        }
    }

    std::vector<Row> in_order() && {
        schedule::sort(rows_);
        return std::move(rows_);
    }

  private:
    std::vector<Row> rows_;
    std::map<std::pair<const model::Activity*, std::optional<time::Date>>, std::size_t> places_;
};

/// The meals that feed a person, which may be those of their company.
std::vector<Row> meal_rows(const Sources& sources, const model::CrewMember& person, const PersonDay& day,
                           Selection selection) {
    selection.calendars = {{CalendarKind::event, ""}, {CalendarKind::collaborator, person.collaborator}};
    std::vector<const Occurrence*> meals;
    for (const Entry& entry : day.meals)
        if (sources.may_show(*entry.occurrence->activity)) meals.push_back(entry.occurrence);
    std::vector<Row> rows = sources.schedule_of(std::move(selection), day.day, meals).rows;
    for (Row& row : rows) row.reason = schedule::Reason::meal;
    return rows;
}

/// A person's day is more than their own calendar: what their team takes them to, what feeds them and what is the
/// event's is on their sheet.
std::vector<Row> rows_of_people(const Sources& sources, const Request& request, PeopleDays& of_people) {
    Rows rows;
    Selection of_event = request.selection;
    of_event.calendars = {{CalendarKind::event, ""}};
    of_event.with_team = false;
    for (const schedule::CalendarName& calendar : request.selection.calendars) {
        const model::CrewMember* person = model::find(sources.plan().crew, calendar.id);
        if (!person) continue;
        const std::vector<PersonDay>& days = of_people.of(*person);
        rows.add(sources.rows_of({*person, days}, request.selection, request.day));
        if (const PersonDay* day = day_on(days, request.day))
            rows.add(meal_rows(sources, *person, *day, request.selection));
    }
    rows.add(sources.schedule_of(request.selection, request.day).rows);
    rows.add(sources.schedule_of(of_event, request.day).rows);
    return std::move(rows).in_order();
}

/// Each area's own, or the event's, which comes first.
template <class T>
std::vector<Block<T>> blocks(const model::Plan& plan, const std::set<std::string>& areas, T model::Area::*of_area,
                             const T& of_event) {
    std::vector<Block<T>> all;
    bool needs_event = areas.empty();
    for (const model::Area& area : plan.areas) {
        if (!areas.contains(area.id)) continue;
        const T& own = area.*of_area;
        if (own == T{}) {
            needs_event = true;
            continue;
        }
        const auto same = std::ranges::find_if(all, [&](const Block<T>& block) { return *block.what == own; });
        same == all.end() ? all.push_back({{&area}, &own}) : same->areas.push_back(&area);
    }
    if (needs_event && !(of_event == T{})) all.insert(all.begin(), {{}, &of_event});
    return all;
}

/// Which findings a sheet may tell: none of a private activity that is not in its rows, which must outlive this.
class Shown {
  public:
    Shown(const Sources& sources, const std::vector<Row>& rows) : sources_(sources) {
        for (const Row& row : rows) on_sheet_.insert(row.occurrence.activity->id);
    }

    bool may_tell(const check::Finding& finding) const {
        return std::ranges::all_of(finding.occurrences, [&](const std::string& name) {
            const std::string id = name.substr(0, name.find('@'));
            const model::Activity* activity = model::find(sources_.plan().activities, id);
            return !activity || sources_.may_show(*activity) || on_sheet_.contains(id);
        });
    }

  private:
    const Sources& sources_;
    std::set<std::string_view> on_sheet_;
};

class Making {
  public:
    Making(const Sources& sources, const Request& request, PeopleDays& days)
        : sources_(sources), plan_(sources.plan()), request_(request), days_(days) {
        page_.day = request.day;
    }

    DayPage made() && {
        schedule::Schedule schedule = sources_.schedule_of(widened(request_.selection, sources_.audience()), page_.day);
        if (is_personal(request_.selection) && !request_.selection.match_all)
            schedule.rows = rows_of_people(sources_, request_, days_);
        page_.frames = std::move(schedule.bands);
        add_blocks(schedule.rows);
        add_findings(schedule.rows);
        // A person's calls are their own matter, see PersonCall.
        if (!is_personal(request_.selection)) page_.general_calls = general_calls(page_.day);
        for (Row& row : schedule.rows)
            (row.occurrence.activity->kind == "hold" ? page_.standby : page_.rows).push_back(std::move(row));
        add_days_ahead();
        return std::move(page_);
    }

  private:
    std::vector<Entry> general_calls(time::Date day) const {
        std::vector<Entry> calls;
        for (const Entry& entry : sources_.event().calendars.of_event())
            if (entry.day == day && is_of_kind(*entry.occurrence, "call") &&
                sources_.may_show(*entry.occurrence->activity))
                calls.push_back(entry);
        return calls;
    }

    void add_blocks(const std::vector<Row>& rows) {
        std::set<std::string> areas;
        for (const Row& row : rows) areas.insert(row.occurrence.areas().begin(), row.occurrence.areas().end());
        page_.sites = blocks(plan_, areas, &model::Area::site, plan_.event.site);
        page_.safety = blocks(plan_, areas, &model::Area::safety, plan_.event.safety);
    }

    void add_findings(const std::vector<Row>& rows) {
        const Scope scope(sources_, request_.selection, rows);
        const auto& [open, accepted] = sources_.findings_on(page_.day);
        const Shown shown(sources_, rows);
        if (is_personal(request_.selection)) {
            page_.open = own(scope, open);
            page_.accepted = own(scope, accepted);
            for (auto* list : {&page_.open, &page_.accepted})
                std::erase_if(*list, [&](const check::Finding* finding) { return !shown.may_tell(*finding); });
            return;
        }
        std::set<std::string> names, people;
        for (const Row& row : rows) names.insert(name_of(row.occurrence));
        for (const model::CrewMember* person : scope.people()) people.insert(person->id);
        const auto is_person = [&](const std::string& id) { return model::find(plan_.crew, id) != nullptr; };
        const auto is_ours = [&](const std::string& id) { return people.contains(id) || scope.is_named(id); };
        // About whom or what is on the sheet; of its rows all but what is somebody's own matter.
        const auto concerns = [&](const check::Finding* finding) {
            if (!shown.may_tell(*finding)) return false;
            if (std::ranges::any_of(finding->resources, is_ours)) return true;
            if (std::ranges::any_of(finding->resources, is_person)) return false;
            return std::ranges::any_of(finding->occurrences,
                                       [&](const std::string& name) { return names.contains(name); });
        };
        std::ranges::copy_if(open.all, std::back_inserter(page_.open), concerns);
        std::ranges::copy_if(accepted.all, std::back_inserter(page_.accepted), concerns);
    }

    /// Those about somebody whose sheet it is.
    static std::vector<const check::Finding*> own(const Scope& scope, const Sources::Found& found) {
        std::vector<const check::Finding*> kept;
        for (const std::string& id : scope.named())
            if (const auto at = found.about.find(id); at != found.about.end())
                kept.insert(kept.end(), at->second.begin(), at->second.end());
        std::ranges::sort(kept, std::less<>());
        kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
        return kept;
    }

    void add_days_ahead() {
        constexpr std::size_t most = 2;
        const time::Date last = schedule::last_planned_day(plan_);
        for (time::Date day = page_.day + 1; day <= last && page_.ahead.size() < most; day = day + 1) {
            schedule::Schedule schedule = sources_.schedule_of(request_.selection, day);
            if (schedule.rows.empty()) continue;
            DayAhead ahead{day, {}, {}, {}, schedule.rows.size()};
            for (const schedule::Band& band : schedule.bands) ahead.frames.push_back(band.timeframe);
            if (const auto calls = general_calls(day); !calls.empty()) ahead.general_call = calls.front();
            std::ranges::copy_if(schedule.rows, std::back_inserter(ahead.key), [](const Row& row) {
                return is_key(row.occurrence) && !is_of_kind(row.occurrence, "meal") &&
                       !is_of_kind(row.occurrence, "curfew") && !is_of_kind(row.occurrence, "call");
            });
            const bool says_nothing = ahead.frames.empty() && !ahead.general_call && ahead.key.empty();
            if (!says_nothing) page_.ahead.push_back(std::move(ahead));
        }
    }

    const Sources& sources_;
    const model::Plan& plan_;
    const Request& request_;
    PeopleDays& days_;
    DayPage page_;
};

}  // namespace

bool is_key(const Occurrence& occurrence) {
    if (is_of_kind(occurrence, "show") || is_of_kind(occurrence, "curfew")) return true;
    const model::Activity& activity = *occurrence.activity;
    if (!activity.global || activity.all_day) return false;
    return is_of_kind(occurrence, "call") || is_of_kind(occurrence, "meal") || activity.fixed || !occurrence.end;
}

Scope::Scope(const Sources& sources, const Selection& selection, const std::vector<Row>& rows) {
    is_all_ = selection.calendars.empty();
    for (const schedule::CalendarName& calendar : selection.calendars) {
        const bool is_party = calendar.kind == CalendarKind::crew || calendar.kind == CalendarKind::collaborator;
        if (is_party) parties_.insert(calendar.id);
        takes_rows_ |= !is_party;
        if (!calendar.id.empty()) named_.push_back(calendar.id);
    }
    if (takes_rows_)
        for (const Row& row : rows) {
            const model::Participants& parts = row.occurrence.participants();
            for (const auto* ids : {&row.occurrence.organizers(), &parts.required, &parts.optional})
                parties_.insert(ids->begin(), ids->end());
            for (const model::Need& need : row.occurrence.activity->needs) needed_.insert(need.collaborator);
        }
    if (is_all_) {
        for (const model::CrewMember& person : sources.plan().crew) people_.push_back(&person);
        return;
    }
    for (const std::string& id : parties_) {
        const auto& team = sources.people_of(id);
        people_.insert(people_.end(), team.begin(), team.end());
        if (const model::CrewMember* person = model::find(sources.plan().crew, id)) people_.push_back(person);
    }
    std::ranges::sort(people_, {}, &model::CrewMember::id);
    people_.erase(std::unique(people_.begin(), people_.end()), people_.end());
    if (is_personal(selection) && people_.size() == 1) person_ = people_.front();
}

bool Scope::has_team(const std::string& collaborator) const { return is_all_ || takes_rows_ || is_named(collaborator); }

bool Scope::has_company(const std::string& collaborator) const {
    return is_all_ || parties_.contains(collaborator) || needed_.contains(collaborator);
}

bool Scope::is_named(const std::string& id) const { return is_all_ || std::ranges::find(named_, id) != named_.end(); }

std::vector<Entry> meals_of(const PersonDay& day) {
    std::vector<Entry> meals;
    std::ranges::copy_if(day.meals, std::back_inserter(meals),
                         [&](const Entry& meal) { return is_there(day, meal.time); });
    return meals;
}

const PersonDay* day_on(const std::vector<PersonDay>& days, time::Date day) {
    const auto at = std::ranges::lower_bound(days, day, {}, &PersonDay::day);
    return at != days.end() && at->day == day ? &*at : nullptr;
}

time::Zone clock_of(const Sources& sources, const Request& request) {
    if (request.zone) return *request.zone;
    const auto& calendars = request.selection.calendars;
    const auto is_area = [](const schedule::CalendarName& calendar) { return calendar.kind == CalendarKind::area; };
    const time::Zone of_event = sources.event().zones.of_event();
    if (calendars.empty() || !std::ranges::all_of(calendars, is_area)) return of_event;
    model::Activity there;
    for (const schedule::CalendarName& calendar : calendars) there.areas.push_back(calendar.id);
    return sources.event().zones.of(there);
}

DayPage day_page(const Sources& sources, const Request& request, PeopleDays& days) {
    return Making(sources, request, days).made();
}

}  // namespace backops::sheet
