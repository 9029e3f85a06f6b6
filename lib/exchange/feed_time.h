#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "schedule/occurrence.h"
#include "time/zone.h"

namespace backops::exchange {

/// A time as a calendar file writes it: a date alone, a clock time of a zone, or an instant in UTC.
struct FeedTime {
    enum class Form : std::uint8_t { date, zoned, utc };
    Form form = Form::utc;
    time::WallTime wall;             ///< hours below 24
    std::optional<time::Zone> zone;  ///< of a zoned one
    friend bool operator==(const FeedTime&, const FeedTime&) = default;
};

/// `20260612`, `20260612T140000`, `20260612T120000Z`.
std::string to_text(const FeedTime& time);

FeedTime feed_date(time::Date date);
FeedTime feed_time(time::WallTime wall, const time::Zone& zone);
FeedTime feed_time(time::Instant instant);

/// From when until when; at most one of `end` (all day: the day after the last) and `seconds`. Neither: a moment.
struct FeedTimes {
    FeedTime start;
    std::optional<FeedTime> end;
    std::optional<std::int64_t> seconds;  ///< of elapsed time
};

/// Whether clocks and elapsed time agree from `start` on for so long, and both ends are plain times: then every reader
/// takes them for the same instants. Of skipped and repeated times they do not.
bool is_plain(const time::Zone& zone, time::WallTime start, std::int64_t seconds);

/// Those of an occurrence by itself: in its zone where every reader understands them alike, else in UTC.
FeedTimes times_of(const schedule::Occurrence& occurrence);

}  // namespace backops::exchange
