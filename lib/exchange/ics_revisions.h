#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exchange/ics_event.h"

namespace backops::exchange {

/// Above zero when `a` is a later revision than `b`, below when it is an earlier one: by SEQUENCE, else by when they
/// were changed. Zero where nothing tells.
int later(const CalendarEvent& a, const CalendarEvent& b);

/// One event of a file in all its revisions there.
struct Revisions {
    std::vector<const CalendarEvent*> all;        ///< in the file's order
    const CalendarEvent* last = nullptr;          ///< the one that holds
    const CalendarEvent* cancelled_by = nullptr;  ///< a METHOD:CANCEL that is not earlier; it is not among `all`
    std::vector<const CalendarEvent*> late;       ///< a METHOD:CANCEL that an event of `all` came after
};

/// The different events among those that have one UID and no RECURRENCE-ID, in the file's order.
///
/// The same name and start are the same event. Otherwise a UID means one event, of which these are revisions, as RFC
/// 5545 has it; but exporters exist that give one UID to all that they write, and then each is an event of its own.
/// That is so when two have the same SEQUENCE and nothing says which is later or both name and start differ; when three
/// have the same SEQUENCE; and when of three or more no two have the same name or the same start.
std::vector<Revisions> told_apart(const std::vector<const CalendarEvent*>& events);

/// `20260612T140000`, `20260612`: on the time's own clock.
std::string stamp_text(const CalendarTime& time);
/// The same of the moment, in UTC: `20260612T120000Z`; a date, or a time in no zone, as it is.
std::string instant_text(const CalendarTime& time);

/// What tells events apart that share a UID: `<uid>#start-20260612T120000Z`, of several then with the name. What comes
/// before the stamp begins the UIDs of all of them.
std::string shared_uid_start(const std::string& uid);
std::vector<std::string> shared_uids(const std::string& uid, const std::vector<Revisions>& events);

}  // namespace backops::exchange
