#pragma once

#include <string>
#include <string_view>

#include "exchange/feed_series.h"

namespace backops::exchange {

/// What is the same of all events of one file.
struct Publication {
    time::Instant now;
    std::string_view event_uid;
    std::string part = {};  ///< what tells a further part of an occurrence from the first; behind the UID's id
};

/// What a calendar is called, and the zone that its readers may think in.
struct FeedHeading {
    std::string name;
    std::string zone;
};

/// Parts of a calendar file, as their lines: the properties of the calendar itself, without its end; a VEVENT for a
/// series and one for each of its exceptions, all with one UID; a VTIMEZONE with what a zone's clocks do in the years
/// from `from` to `until`.
std::string lines_of(const FeedHeading& heading);
std::string lines_of(const Publication& publication, const model::Activity& activity, const FeedSeries& series);
std::string lines_of(const time::Zone& zone, time::Instant from, time::Instant until);

inline constexpr std::string_view end_of_calendar = "END:VCALENDAR\r\n";

}  // namespace backops::exchange
