#pragma once

#include <string>
#include <string_view>

#include "model/plan.h"
#include "schedule/selection.h"

namespace backops::exchange {

struct FeedOptions {
    time::Instant now;            ///< when it is published
    bool with_attendees = false;  ///< with everybody's address: for private audiences only
};

/// A selection that a feed is to be made of: where no status is asked for, cancelled activities are in it, as calendars
/// that have them already must learn of that.
schedule::Selection with_cancelled(schedule::Selection selection);

/// The rows of a selection as iCalendar (RFC 5545): one VEVENT a series, with its rule, the dates left out and the
/// changed ones; a VTIMEZONE for each zone. Lines end in CRLF and are at most 75 octets long. Times are of each
/// occurrence's own zone. text::Failure when libical is not installed.
std::string calendar_feed(const model::Plan& plan, const schedule::Zones& zones, const schedule::Schedule& schedule,
                          const schedule::Selection& selection, const FeedOptions& options);

/// Whether two feeds say the same: when they were published does not count.
bool is_same_feed(std::string_view a, std::string_view b);

}  // namespace backops::exchange
