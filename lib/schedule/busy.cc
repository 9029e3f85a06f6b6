#include "schedule/busy.h"

#include <algorithm>
#include <array>

#include "schedule/segments.h"

namespace backops::schedule {

namespace {

enum class Part : std::uint8_t { none, optional, required };

bool has(const std::vector<std::string>& ids, const std::string& id) { return std::ranges::find(ids, id) != ids.end(); }

Part part_of(const Occurrence& occurrence, const std::string& id) {
    const auto& needs = occurrence.activity->needs;
    const bool is_needed = std::ranges::find(needs, id, &model::Need::collaborator) != needs.end();
    if (is_needed || has(occurrence.participants().required, id)) return Part::required;
    return has(occurrence.participants().optional, id) ? Part::optional : Part::none;
}

/// Asks of each occurrence what it takes of one calendar.
class Bookings {
  public:
    Bookings(const model::Plan& plan, const CalendarName& calendar, bool with_team) : calendar_(calendar) {
        if (calendar.kind != CalendarKind::crew) return;
        const model::CrewMember* person = model::find(plan.crew, calendar.id);
        const model::Collaborator* team = person ? model::find(plan.collaborators, person->collaborator) : nullptr;
        if (team && (with_team || team->overlap != model::Overlap::allow)) team_ = team->id;
    }

    void add(const Occurrence& occurrence) {
        const Stretch whole{occurrence.from, occurrence.until};
        switch (calendar_.kind) {
            case CalendarKind::event:
                if (occurrence.activity->global) take(occurrence, whole, Part::required);
                break;
            case CalendarKind::area:
                if (has(occurrence.areas(), calendar_.id)) take(occurrence, whole, Part::required);
                break;
            case CalendarKind::collaborator:
                take(occurrence, whole, part_of(occurrence, calendar_.id));
                break;
            case CalendarKind::crew:
                add_person(occurrence, whole);
                break;
        }
    }

    std::vector<Busy> all() && { return std::move(all_); }

  private:
    void add_person(const Occurrence& occurrence, Stretch whole) {
        const Part own = part_of(occurrence, calendar_.id);
        const bool is_with_team = !team_.empty() && part_of(occurrence, team_) == Part::required;
        if (own != Part::none || is_with_team) return take(occurrence, whole, is_with_team ? Part::required : own);
        const std::vector<SegmentTime> times = segment_times(occurrence);
        for (std::size_t i = 0; i < times.size(); ++i) {
            const bool is_theirs = has(occurrence.activity->segments[i].who, calendar_.id);
            if (is_theirs) take(occurrence, {times[i].from, times[i].until}, Part::required);
        }
    }

    void take(const Occurrence& occurrence, Stretch time, Part part) {
        if (part == Part::none || time.until <= time.from) return;
        all_.push_back({&occurrence, time, part == Part::optional || occurrence.status() == model::Status::tentative});
    }

    const CalendarName& calendar_;
    std::string team_;  ///< whose activities book the person too; empty for none
    std::vector<Busy> all_;
};

class Absences {
  public:
    Absences(time::Zone zone, std::int32_t day_start) : zone_(zone), day_start_(day_start) {}

    template <class R>
    void add(const R* record) {
        if (!record) return;
        for (const model::Unavailable& one : record->unavailable)
            all_.push_back({instant(one.start, 0), instant(one.end, 1)});
    }

    std::vector<Stretch> all() && { return std::move(all_); }

  private:
    time::Instant instant(const model::TimeOrDate& written, int days) const {
        const time::WallTime wall =
            written.is_date ? time::WallTime{written.time.date + days, day_start_} : written.time;
        return zone_.at(wall).instant;
    }

    time::Zone zone_;
    std::int32_t day_start_;
    std::vector<Stretch> all_;
};

time::Zone zone_of(const Zones& zones, const CalendarName& calendar) {
    if (calendar.kind != CalendarKind::area) return zones.of_event();
    model::Activity there;
    there.areas = {calendar.id};
    return zones.of(there);
}

}  // namespace

std::vector<Busy> busy_of(const model::Plan& plan, std::span<const Occurrence> occurrences,
                          const CalendarName& calendar, bool with_team) {
    Bookings bookings(plan, calendar, with_team);
    for (const Occurrence& occurrence : occurrences) {
        const bool counts =
            occurrence.status() != model::Status::cancelled && is_busy(plan.event, *occurrence.activity);
        if (counts) bookings.add(occurrence);
    }
    return std::move(bookings).all();
}

std::vector<Stretch> unavailable_of(const model::Plan& plan, const Zones& zones, const CalendarName& calendar) {
    Absences absences(zone_of(zones, calendar), plan.event.day_start);
    if (calendar.kind == CalendarKind::area) absences.add(model::find(plan.areas, calendar.id));
    if (calendar.kind == CalendarKind::collaborator) absences.add(model::find(plan.collaborators, calendar.id));
    if (calendar.kind == CalendarKind::crew) {
        const model::CrewMember* person = model::find(plan.crew, calendar.id);
        absences.add(person);
        if (person) absences.add(model::find(plan.collaborators, person->collaborator));
    }
    return std::move(absences).all();
}

}  // namespace backops::schedule
