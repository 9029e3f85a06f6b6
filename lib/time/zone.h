#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "time/wall_time.h"

namespace backops::time {

/// A moment on the one time line: seconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t seconds = 0;
    friend auto operator<=>(const Instant&, const Instant&) = default;
};

/// `2026-06-12T05:00:00Z`.
std::string to_text(Instant instant);
/// `2026-06-12T05:00:00Z` or with an offset `+02:00`; seconds may be missing.
std::optional<Instant> parse_instant(std::string_view text);

/// How a wall time meets its zone's clock changes.
enum class Clock : std::uint8_t { plain, skipped, repeated };

struct Moment {
    Instant instant;
    Clock clock = Clock::plain;
};

/// The wall times that one clock change skips or repeats, half-open.
struct ClockChange {
    WallTime from;
    WallTime until;
};

/// A stretch of instants in which a zone keeps one offset (seconds east of UTC) and one name for it.
struct Observance {
    Instant begin;  ///< far in the past where there was no other before
    std::int32_t offset_before = 0;
    std::int32_t offset = 0;
    bool is_daylight = false;
    std::string abbreviation;  ///< "CEST"
};

/// An IANA zone; cheap to copy. The zone database is first touched by `find_zone`.
class Zone {
  public:
    const std::string& name() const;
    /// RFC 5545 section 3.3.5: a skipped time is read with the offset before the gap, a repeated one is the first.
    Moment at(WallTime time) const;
    WallTime wall_time(Instant instant) const;
    /// Those whose wall times may lie on the dates from `first` to `last`, in order. The cost follows their number.
    std::vector<ClockChange> clock_changes(Date first, Date last) const;
    /// Those that hold at some time from `from` on and before `until`, in order.
    std::vector<Observance> observances(Instant from, Instant until) const;
    friend bool operator==(const Zone& a, const Zone& b) { return a.zone_ == b.zone_; }

  private:
    friend std::optional<Zone> find_zone(std::string_view name);
    explicit Zone(const void* zone) : zone_(zone) {}
    const void* zone_;
};

/// By its exact IANA name (links such as `Europe/Zagreb` included); nothing when there is none. Thread-safe.
std::optional<Zone> find_zone(std::string_view name);
/// All names, sorted, for suggestions.
std::vector<std::string> zone_names();

}  // namespace backops::time
