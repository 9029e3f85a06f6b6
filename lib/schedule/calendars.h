#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schedule/selection.h"
#include "schedule/stretch.h"

namespace backops::schedule {

/// How much of a participant someone is; a collaborator whose people are needed is required.
enum class Part : std::uint8_t { none, optional, required };

/// What a calendar has of an occurrence. Who is not required at all of it has an entry for each of their segments too;
/// a collaborator that a segment names is required for that segment.
struct Entry {
    const Occurrence* occurrence = nullptr;
    Stretch time;    ///< of the occurrence, or of the segment
    time::Date day;  ///< the show day that it counts to
    bool organizes = false;
    Part part = Part::none;  ///< of areas and the event: required
    bool sends = false;      ///< a collaborator that is required itself, not by `needs` alone: it sends its people
    const model::Segment* segment = nullptr;

    friend bool operator==(const Entry&, const Entry&) = default;
};

/// Every calendar of an event at once, from one pass over its occurrences: what via_of has for a single calendar, and
/// the segments of collaborators. Cancelled occurrences are on none. Points into both, which must outlive it.
class Calendars {
  public:
    Calendars(const model::Plan& plan, std::span<const Occurrence> occurrences);

    /// In the order of the occurrences; a person's without those of their team.
    std::span<const Entry> of(const CalendarName& calendar) const;
    std::span<const Entry> of_event() const { return event_; }
    std::span<const Entry> of_area(std::string_view id) const;
    /// A collaborator or a person: they share one space of ids.
    std::span<const Entry> of_party(std::string_view id) const;

  private:
    using ById = std::unordered_map<std::string_view, std::vector<Entry>>;
    void add_parties(const Occurrence& occurrence);
    void add_segments(const model::Plan& plan, const Occurrence& occurrence);

    std::vector<Entry> event_;
    ById areas_, parties_;
};

}  // namespace backops::schedule
