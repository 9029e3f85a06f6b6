#include "schedule/calendars.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "check/random_event.h"
#include "schedule/association.h"
#include "schedule/resolved_event.h"

using namespace backops;
using namespace backops::tests;

namespace {

std::vector<schedule::CalendarName> calendars_of(const model::Plan& plan) {
    std::vector<schedule::CalendarName> all{whole_event()};
    for (const auto& one : plan.areas) all.push_back(area(one.id));
    for (const auto& one : plan.collaborators) all.push_back(collab(one.id));
    for (const auto& one : plan.crew) all.push_back(crew(one.id));
    return all;
}

bool has(const Texts& via, const std::string& reason) { return std::ranges::find(via, reason) != via.end(); }

}  // namespace

TEST_CASE("all calendars at once have what each has by itself, in the same roles") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        RandomEvent random(seed);
        const schedule::ResolvedEvent event(random.plan());
        for (const schedule::CalendarName& calendar : calendars_of(random.plan())) {
            CAPTURE(calendar.id);
            const auto entries = event.calendars.of(calendar);
            for (const schedule::Occurrence& occurrence : event.occurrences) {
                CAPTURE(name_of(occurrence));
                const Texts via = via_of(event.plan, occurrence, calendar);
                const auto is_its = [&](const schedule::Entry& entry) { return entry.occurrence == &occurrence; };
                const auto entry = std::ranges::find_if(entries, is_its);
                const bool is_cancelled = occurrence.status() == model::Status::cancelled;
                REQUIRE((entry != entries.end()) == (!via.empty() && !is_cancelled));
                if (entry == entries.end() || calendar.kind == schedule::CalendarKind::event) continue;
                CHECK(entry->organizes == has(via, "organizer:" + calendar.id));
                if (has(via, "required:" + calendar.id)) CHECK(entry->part == schedule::Part::required);
                if (has(via, "optional:" + calendar.id)) CHECK(entry->part == schedule::Part::optional);
            }
        }
    }
}
