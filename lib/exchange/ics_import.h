#pragma once

#include <string>
#include <utility>
#include <vector>

#include "event/directory.h"
#include "event/intake.h"
#include "event/referrers.h"
#include "exchange/import_report.h"

namespace backops::exchange {

struct CalendarOptions {
    std::vector<std::pair<std::string, std::string>> zones;  ///< a TZID of the file, and the IANA zone that it is
    bool create = false;                                     ///< places that are no areas make them
};

/// Reads activities from an iCalendar file (RFC 5545) and leaves all edits in `drafts`; every problem of every line is
/// reported in one run.
///
/// An event is the activity whose `uid` is its UID, or that `export ics` gave this UID; one without a UID the activity
/// without a `uid` of the same name and start; else a new one. What the file does not say stays as it is: only the
/// times of an event are always all that it says. So a second import of the same file changes nothing.
ImportReport import_ics(event::Directory& directory, event::Intake& intake, event::Drafts& drafts, std::string file,
                        std::string text, const CalendarOptions& options);

}  // namespace backops::exchange
