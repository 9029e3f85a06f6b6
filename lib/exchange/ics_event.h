#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "exchange/ics_lines.h"
#include "exchange/ics_values.h"
#include "exchange/ics_zones.h"
#include "model/activity.h"

namespace backops::exchange {

/// A time that an event gives. Without a zone it is on no clock (floating).
struct CalendarTime {
    time::WallTime time;
    bool is_date = false;
    bool is_placeless = false;  ///< in UTC or on another clock of no place
    bool is_converted = false;  ///< to UTC, from a zone that only the file knows
    std::optional<time::Zone> zone;

    /// On another clock; what is on no clock, or a date, stays as it is.
    time::WallTime on(const time::Zone& other) const;
};

/// The day that is meant where a time stands for a whole day: its own date; of a moment in UTC the date on the clock on
/// which it is midnight, that of the series first, else the date at home.
time::Date day_of(const CalendarTime& time, const std::optional<time::Zone>& series, const time::Zone& home);

/// One of RDATE, which may have an end of its own.
struct CalendarDate {
    CalendarTime start;
    std::optional<CalendarTime> end;
    std::optional<Length> length;
};

struct Invited {
    std::string email;
    /// `uninvolved`: for information only, or someone else comes instead.
    enum class Part : std::uint8_t { organizer, required, optional, declined, uninvolved } part = Part::required;
};

/// What one VEVENT says. What it does not say is empty.
struct CalendarEvent {
    const CalendarComponent* component = nullptr;
    std::string uid;
    std::optional<CalendarTime> recurrence;  ///< RECURRENCE-ID
    int sequence = 0;
    std::optional<std::int64_t> modified, stamped;  ///< LAST-MODIFIED, DTSTAMP: seconds, UTC
    bool cancels = false;                           ///< by METHOD: it says only that it is off, perhaps without a start
    std::string name, description, place;
    std::vector<std::string> categories;
    std::optional<model::Status> status;
    std::optional<bool> busy;
    std::optional<model::Visibility> visibility;
    CalendarTime start;
    bool has_start = true;
    std::optional<time::Zone> clock;  ///< on which its whole days were midnights
    std::optional<CalendarTime> end;
    std::optional<Length> length;
    std::vector<const ContentLine*> rules;
    std::vector<CalendarDate> dates;       ///< RDATE
    std::vector<CalendarTime> exceptions;  ///< EXDATE
    std::vector<Invited> people;

    bool is_series() const { return !rules.empty() || !dates.empty(); }
    /// Where a problem with one of its properties stands: there, else where the event begins.
    text::Span span_of(std::string_view property) const;
};

/// What the reader needs to know of the event that a calendar comes into.
struct CalendarHome {
    time::Zone zone;
    std::string own_uids;  ///< how UIDs end that `export ics` gave
};

/// Reads the events of a calendar; what they say of times, places and people is not yet of this event.
class CalendarEventReader {
  public:
    CalendarEventReader(const CalendarFile& calendar, CalendarZones& zones, CalendarHome home, Findings& findings);

    /// Nothing when the event has problems, which are all reported.
    std::optional<CalendarEvent> read(const CalendarComponent& component);
    /// Warns, once for the whole file, of times without a zone or with two, of events without a name, and of each word
    /// that is not known.
    void report_lacks();

  private:
    struct Lack {
        std::size_t count = 0;
        text::Span first;
    };
    class Reading;

    void report_words();

    const CalendarFile& calendar_;
    CalendarZones& zones_;
    CalendarHome home_;
    Findings& findings_;
    std::set<std::string> unknown_zones_;
    Lack floating_, nameless_, contradicted_;
    std::map<std::pair<std::string, std::string>, Lack> unknown_words_;  ///< by property and word
    std::size_t moments_ = 0;                                            ///< of RDATE and EXDATE, so far
};

}  // namespace backops::exchange
