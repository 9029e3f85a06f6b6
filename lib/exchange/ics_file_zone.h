#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "exchange/ics_lines.h"
#include "time/zone.h"

namespace backops::exchange {

/// A time zone as a VTIMEZONE of the file says it (RFC 5545, section 3.6.5): offsets from UTC, and when they begin.
class FileZone {
  public:
    /// Nothing where it has no observance that can be read, or more than `budget` days have to be looked at for it.
    static std::optional<FileZone> of(const CalendarComponent& component, std::int64_t& budget);

    /// Seconds east of UTC. A time that is skipped has the offset before the gap, a repeated one is the first.
    std::int32_t offset_at(time::WallTime time) const;
    std::int32_t offset_at(time::Instant instant) const;
    /// Whether its clock changes are those of the other zone between two instants.
    bool agrees_with(const time::Zone& zone, time::Instant from, time::Instant until) const;

  private:
    /// When an offset begins, on the clock before it.
    struct Onset {
        std::int64_t wall = 0;
        std::int32_t from = 0;
        std::int32_t to = 0;
        std::int64_t instant() const { return wall - from; }
    };
    bool add(const CalendarComponent& observance, std::int64_t& budget);

    std::vector<Onset> onsets_;  ///< in order, at least one
};

}  // namespace backops::exchange
