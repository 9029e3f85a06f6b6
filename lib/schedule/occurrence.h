#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/plan.h"
#include "time/day_range.h"
#include "time/zone.h"

namespace backops::schedule {

/// One happening of an activity, with all that its series' `changes` say applied. Times are wall times in `zone`; the
/// date as written names the show day. Instants are what is compared: half-open, equal for a moment.
struct Occurrence {
    const model::Activity* activity = nullptr;
    std::optional<time::Date> original;  ///< of a series: the date as its rule wrote it; its name is `id@date`
    const model::Change* change = nullptr;
    time::WallTime start;
    std::optional<time::WallTime> end;  ///< nothing: a moment; all day: the last day, inclusive
    time::Date day;                     ///< the show day that it starts on (all day: the date)
    time::Instant from;
    time::Instant until;  ///< all day: the end of the last show day
    time::Zone zone;

    const std::string& name() const;
    const std::string& location() const;
    const std::vector<std::string>& areas() const;
    const std::vector<std::string>& organizers() const;
    const model::Participants& participants() const;
    model::Status status() const;
};

/// `line-check`, `breakfast@2026-06-13`.
std::string name_of(const Occurrence& occurrence);

/// What zones an activity's times are on: its own, else its areas', else the event's (also where areas disagree). Zones
/// are looked up once for each name; one that does not exist is UTC here, since reading the files has reported it.
class Zones {
  public:
    explicit Zones(const model::Plan& plan);
    time::Zone of(const model::Activity& activity) const;
    time::Zone of_event() const { return event_; }

  private:
    using ByName = std::map<std::string, time::Zone, std::less<>>;
    time::Zone event_;
    ByName named_;  ///< zones of the plan's areas and activities, by their IANA names
    ByName areas_;  ///< those of areas that have their own, by area
};

/// Of show days on each occurrence's own clock.
using time::DayRange;

/// Every occurrence whose show days meet `range` (nothing: all), in order of instants, then id. A series is expanded
/// only within it. Cancelled ones are there; the caller filters. Activities without a start are left out.
std::vector<Occurrence> occurrences(const model::Plan& plan, const Zones& zones, std::optional<DayRange> range);

/// Whether it is of a kind that carries meaning (`call`, `meal`, `show`, …); what lasts all day is of none.
bool is_of_kind(const Occurrence& occurrence, std::string_view kind);

/// Whether it can conflict: as written, else true but for all-day activities and the kinds `call` and `hold`.
bool is_busy(const model::Activity& activity);

/// Whether it can conflict with what else is in its areas: not of the event's `windows`, unless its `busy` says so.
bool is_busy_in_area(const model::Event& event, const model::Activity& activity);

}  // namespace backops::schedule
