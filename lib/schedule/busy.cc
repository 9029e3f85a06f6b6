#include "schedule/busy.h"

#include <algorithm>
#include <set>

namespace backops::schedule {

namespace {

/// The collaborator whose activities book this person too.
const model::Collaborator* booking_team(const model::Plan& plan, const CalendarName& calendar, bool with_team) {
    if (calendar.kind != CalendarKind::crew) return nullptr;
    const model::CrewMember* person = model::find(plan.crew, calendar.id);
    const model::Collaborator* team = person ? model::find(plan.collaborators, person->collaborator) : nullptr;
    return team && (with_team || books_its_people(*team)) ? team : nullptr;
}

class Bookings {
  public:
    explicit Bookings(const model::Event& event) : event_(event) {}

    void add(const Entry& entry, bool is_own, bool is_teams) {
        const bool takes = entry.part != Part::none && entry.time.from < entry.time.until &&
                           is_busy(event_, *entry.occurrence->activity);
        if (!takes) return;
        // Segments that follow one another are one stretch.
        const bool goes_on = !all_.empty() && all_.back().occurrence == entry.occurrence && all_.back().segment &&
                             entry.segment && all_.back().time.from <= entry.time.from &&
                             entry.time.from <= all_.back().time.until;
        if (goes_on)
            all_.back().time.until = std::max(all_.back().time.until, entry.time.until);
        else
            all_.push_back(
                {entry.occurrence, entry.time, entry.part == Part::optional, is_own, is_teams, entry.segment});
    }

    /// What their team is required at, a person is required at all the time.
    void add_team(std::span<const Entry> entries, std::span<const Entry> own) {
        std::set<const Occurrence*> taken;
        for (const Entry& entry : own)
            if (entry.part != Part::none) taken.insert(entry.occurrence);
        std::set<const Occurrence*> with_team;
        for (const Entry& entry : entries)
            if (entry.part == Part::required) with_team.insert(entry.occurrence);
        std::erase_if(all_, [&](const Busy& busy) { return with_team.contains(busy.occurrence); });
        for (const Entry& entry : entries)
            if (entry.part == Part::required) add(entry, taken.contains(entry.occurrence), true);
    }

    std::vector<Busy> in_order() && {
        std::ranges::stable_sort(all_, {}, [](const Busy& busy) { return busy.time.from; });
        return std::move(all_);
    }

  private:
    const model::Event& event_;
    std::vector<Busy> all_;
};

}  // namespace

std::vector<Busy> busy_of(const model::Plan& plan, const Calendars& calendars, const CalendarName& calendar,
                          bool with_team) {
    Bookings bookings(plan.event);
    for (const Entry& entry : calendars.of(calendar)) bookings.add(entry, true, false);
    if (const model::Collaborator* team = booking_team(plan, calendar, with_team))
        bookings.add_team(calendars.of_party(team->id), calendars.of(calendar));
    return std::move(bookings).in_order();
}

Stretch stretch_of(const model::Unavailable& unavailable, const time::Zone& zone, std::int32_t day_start) {
    const auto instant = [&](const model::TimeOrDate& written, int days) {
        const time::WallTime day{written.time.date + days, day_start};
        return zone.at(written.is_date ? day : written.time).instant;
    };
    return {instant(unavailable.start, 0), instant(unavailable.end, 1)};
}

time::Zone zone_of(const Zones& zones, const CalendarName& calendar) {
    if (calendar.kind != CalendarKind::area) return zones.of_event();
    model::Activity there;
    there.areas = {calendar.id};
    return zones.of(there);
}

std::vector<Stretch> unavailable_of(const model::Plan& plan, const Zones& zones, const CalendarName& calendar) {
    const time::Zone zone = zone_of(zones, calendar);
    std::vector<Stretch> all;
    const auto add = [&](const auto* record) {
        if (!record) return;
        for (const model::Unavailable& one : record->unavailable)
            all.push_back(stretch_of(one, zone, plan.event.day_start));
    };
    if (calendar.kind == CalendarKind::area) add(model::find(plan.areas, calendar.id));
    if (calendar.kind == CalendarKind::collaborator) add(model::find(plan.collaborators, calendar.id));
    if (calendar.kind == CalendarKind::crew) {
        const model::CrewMember* person = model::find(plan.crew, calendar.id);
        add(person);
        if (person) add(model::find(plan.collaborators, person->collaborator));
    }
    return all;
}

}  // namespace backops::schedule
