#pragma once

#include <string_view>

#include "exchange/feed_series.h"
#include "exchange/ical_library.h"

namespace backops::exchange {

/// What is the same of all events of one file.
struct Publication {
    time::Instant now;
    std::string_view event_uid;
};

/// Adds a property with a text, whatever is in it.
void add_text(icalcomponent* to, icalproperty_kind kind, std::string_view text);

/// The same for a property that libical has no name for, or that holds several words; `text` is one line.
void add_words(icalcomponent* to, std::string_view name, std::string_view text);

/// Adds a VEVENT for a series, and one for each of its exceptions; all have one UID.
void add_series(icalcomponent* to, const Publication& publication, const model::Activity& activity,
                const FeedSeries& series);

/// Adds a VTIMEZONE with what a zone's clocks do in the years from `from` to `until`.
void add_zone(icalcomponent* to, const time::Zone& zone, time::Instant from, time::Instant until);

}  // namespace backops::exchange
