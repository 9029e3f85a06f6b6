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
    bool is_utc = false;
    std::optional<time::Zone> zone;

    /// On another clock; what is on no clock, or a date, stays as it is.
    time::WallTime on(const time::Zone& other) const;
};

/// One of RDATE, which may have an end of its own.
struct CalendarDate {
    CalendarTime start;
    std::optional<CalendarTime> end;
    std::optional<Length> length;
};

struct Invited {
    std::string email;
    enum class Part : std::uint8_t { organizer, required, optional } part = Part::required;
};

/// What one VEVENT says. What it does not say is empty.
struct CalendarEvent {
    const CalendarComponent* component = nullptr;
    std::string uid;
    std::optional<CalendarTime> recurrence;  ///< RECURRENCE-ID
    int sequence = 0;
    std::string name, description, place;
    std::vector<std::string> categories;
    std::optional<model::Status> status;
    std::optional<bool> busy;
    std::optional<model::Visibility> visibility;
    CalendarTime start;
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

/// Reads the events of a calendar; what they say of times, places and people is not yet of this event.
class CalendarEventReader {
  public:
    CalendarEventReader(CalendarZones& zones, Findings& findings) : zones_(zones), findings_(findings) {}

    /// Nothing when the event has problems, which are all reported.
    std::optional<CalendarEvent> read(const CalendarComponent& component);
    /// Warns, once for the whole file, of times without a zone and of events without a name.
    void report_lacks();

  private:
    struct Lack {
        std::size_t count = 0;
        text::Span first;
    };
    class Reading;

    CalendarZones& zones_;
    Findings& findings_;
    std::set<std::string> unknown_zones_;
    Lack floating_, nameless_;
    std::size_t moments_ = 0;  ///< of RDATE and EXDATE, so far
};

}  // namespace backops::exchange
