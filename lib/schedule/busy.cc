#include "schedule/busy.h"

#include <algorithm>
#include <set>
#include <utility>

namespace backops::schedule {

namespace {

class Bookings {
  public:
    explicit Bookings(bool (*is_busy)(const model::Event&, const model::Activity&), const model::Event& event)
        : is_busy_(is_busy), event_(event) {}

    void add(const Entry& entry) { add(entry, entry.time, true, false); }

    /// What the person is named at and their team is required at too.
    void mark_shared(std::span<const Entry> of_team) {
        std::set<const Occurrence*> shared;
        for (const Entry& entry : of_team)
            if (entry.part == Part::required) shared.insert(entry.occurrence);
        for (Busy& busy : all_) busy.is_teams = shared.contains(busy.occurrence);
    }

    /// What their team is required at, a person is required at all the time.
    void add_team(const std::vector<std::pair<const Entry*, Stretch>>& parts, std::span<const Entry> own) {
        std::set<const Occurrence*> named;
        for (const Entry& entry : own)
            if (entry.part != Part::none) named.insert(entry.occurrence);
        std::set<const Occurrence*> with_team;
        for (const auto& [entry, time] : parts) with_team.insert(entry->occurrence);
        std::erase_if(all_, [&](const Busy& busy) { return with_team.contains(busy.occurrence); });
        for (const auto& [entry, time] : parts) add(*entry, time, named.contains(entry->occurrence), true);
    }

    std::vector<Busy> in_order() && {
        std::ranges::stable_sort(all_, {}, [](const Busy& busy) { return busy.time.from; });
        return std::move(all_);
    }

  private:
    void add(const Entry& entry, Stretch time, bool is_own, bool is_teams) {
        if (entry.part == Part::none || is_moment(time) || !is_busy_(event_, *entry.occurrence->activity)) return;
        // Segments that follow one another are one stretch.
        const bool goes_on = !all_.empty() && all_.back().occurrence == entry.occurrence && all_.back().segment &&
                             entry.segment && all_.back().time.from <= time.from && time.from <= all_.back().time.until;
        if (goes_on)
            all_.back().time.until = std::max(all_.back().time.until, time.until);
        else
            all_.push_back({entry.occurrence, time, entry.part == Part::optional, is_own, is_teams, entry.segment});
    }

    bool (*is_busy_)(const model::Event&, const model::Activity&);
    const model::Event& event_;
    std::vector<Busy> all_;
};

bool is_busy_anywhere(const model::Event&, const model::Activity& activity) { return is_busy(activity); }

Bookings own_bookings(const model::Plan& plan, const Calendars& calendars, const CalendarName& calendar) {
    Bookings bookings(calendar.kind == CalendarKind::area ? is_busy_in_area : is_busy_anywhere, plan.event);
    for (const Entry& entry : calendars.of(calendar)) bookings.add(entry);
    return bookings;
}

}  // namespace

std::vector<Busy> busy_of(const model::Plan& plan, const Calendars& calendars, const CalendarName& calendar) {
    return own_bookings(plan, calendars, calendar).in_order();
}

std::vector<Busy> busy_with_team(const model::Plan& plan, const Calendars& calendars, const model::CrewMember& person,
                                 std::span<const PersonDay> days) {
    const CalendarName calendar{CalendarKind::crew, person.id};
    Bookings bookings = own_bookings(plan, calendars, calendar);
    bookings.mark_shared(calendars.of_party(person.collaborator));
    std::vector<std::pair<const Entry*, Stretch>> parts;
    for (const PersonDay& day : days)
        for (const Taken& taken : day.entries)
            if (taken.is_team && taken.entry.day == day.day)
                for (const Stretch& part : taken.left()) parts.emplace_back(&taken.entry, part);
    bookings.add_team(parts, calendars.of(calendar));
    return std::move(bookings).in_order();
}

std::vector<Busy> busy_with_whole_team(const model::Plan& plan, const Calendars& calendars,
                                       const model::CrewMember& person) {
    const CalendarName calendar{CalendarKind::crew, person.id};
    Bookings bookings = own_bookings(plan, calendars, calendar);
    std::vector<std::pair<const Entry*, Stretch>> parts;
    const auto own = calendars.of_party(person.id);
    // Who is merely optional at it is not sent to it.
    const auto is_optional = [&](const Occurrence* occurrence) {
        return std::ranges::any_of(
            own, [&](const Entry& entry) { return entry.occurrence == occurrence && entry.part == Part::optional; });
    };
    for (const Entry& entry : calendars.of_party(person.collaborator))
        if (entry.sends && !is_optional(entry.occurrence)) parts.emplace_back(&entry, entry.time);
    bookings.add_team(parts, calendars.of(calendar));
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
