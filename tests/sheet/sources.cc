#include "sheet/sources.h"

#include <doctest/doctest.h>

#include <set>

#include "check/random_event.h"
#include "schedule/candidates.h"

using namespace backops;
using namespace backops::tests;

namespace {

using schedule::CalendarKind;
using schedule::CalendarName;

std::vector<CalendarName> calendars_of(const model::Plan& plan) {
    std::vector<CalendarName> all{{}};
    for (const auto& area : plan.areas) all.push_back({CalendarKind::area, area.id});
    for (const auto& collaborator : plan.collaborators) all.push_back({CalendarKind::collaborator, collaborator.id});
    for (const auto& person : plan.crew) all.push_back({CalendarKind::crew, person.id});
    return all;
}

/// Names, times and reasons.
std::string told(const schedule::Schedule& schedule) {
    std::string all;
    for (const schedule::Row& row : schedule.rows) {
        all += name_of(row.occurrence) + ' ' + time::to_text(row.occurrence.from) + ' ' +
               time::to_text(row.occurrence.until);
        for (const std::string& via : row.via) all += ' ' + via;
        all += '\n';
    }
    return all;
}

}  // namespace

TEST_CASE("a schedule of candidates is that of all occurrences, for every calendar of random events") {
    std::size_t rows = 0;
    for (unsigned seed = 0; seed < 40; ++seed) {
        RandomEvent random(seed);
        const model::Plan& plan = random.plan();
        const schedule::Zones zones(plan);
        const auto all = schedule::occurrences(plan, zones, std::nullopt);
        const schedule::Candidates candidates(plan, all);
        for (const CalendarName& calendar : calendars_of(plan))
            for (const bool is_more : {false, true}) {
                schedule::Selection selection;
                selection.calendars = {calendar};
                selection.with_team = is_more && calendar.kind == CalendarKind::crew;
                selection.with_crew = is_more && calendar.kind == CalendarKind::collaborator;
                if (is_more)
                    selection.statuses = {model::Status::confirmed, model::Status::tentative, model::Status::cancelled};
                const auto whole = schedule_of(plan, zones, selection);
                rows += whole.rows.size();
                CHECK(told(schedule_of(plan, zones, selection, candidates.of(selection))) == told(whole));
            }
    }
    CHECK(rows > 5000);
}

TEST_CASE("the sources' schedule of a day is the event's, for every calendar and day of random events") {
    std::size_t rows = 0;
    for (unsigned seed = 0; seed < 20; ++seed) {
        RandomEvent random(seed);
        const sheet::Sources sources(random.plan(), schedule::Audience::all, random.plan().event.start);
        for (const CalendarName& calendar : calendars_of(random.plan()))
            for (int day = -1; day < 4; ++day) {
                schedule::Selection selection;
                selection.calendars = {calendar};
                selection.days = {random.plan().event.start + day};
                const auto whole = schedule_of(sources.plan(), sources.event().zones, selection);
                rows += whole.rows.size();
                CHECK(told(sources.schedule_of(selection, selection.days.front())) == told(whole));
            }
    }
    CHECK(rows > 1000);
}

TEST_CASE("findings are those of their day, and none are the public's") {
    PlanBuilder builder;
    builder.person("jo", "Jo", "acme");
    builder.collab("acme", "Acme");
    for (const char* id : {"one", "two"}) {
        auto& activity = builder.activity(id, id, "2026-06-12T10:00", "2026-06-12T11:00");
        activity.participants.required = {"jo"};
        activity.visibility = model::Visibility::everyone;
    }
    const sheet::Sources crew(builder.plan(), schedule::Audience::crew, date("2026-06-12"));
    CHECK(crew.findings_on(date("2026-06-12")).open.all.size() == 1);
    CHECK(crew.findings_on(date("2026-06-13")).open.all.empty());
    const sheet::Sources everyone(builder.plan(), schedule::Audience::everyone, date("2026-06-12"));
    CHECK(everyone.findings_on(date("2026-06-12")).open.all.empty());
}
