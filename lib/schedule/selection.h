#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/plan.h"
#include "schedule/occurrence.h"
#include "schedule/stretch.h"
#include "time/zone.h"

namespace backops::schedule {

enum class CalendarKind : std::uint8_t { event, area, collaborator, crew };

struct CalendarName {
    CalendarKind kind = CalendarKind::event;
    std::string id;  ///< empty for the event's
    friend bool operator==(const CalendarName&, const CalendarName&) = default;
};

enum class Role : std::uint8_t { organizer, required, optional };
enum class Audience : std::uint8_t { everyone, crew, all };  ///< public, crew, private (everything)

/// What is asked for (design, section 4). No calendar: every activity. All ids are full and exist.
struct Selection {
    std::vector<CalendarName> calendars;
    std::vector<CalendarName> without;
    bool with_team = false;  ///< with each person their collaborator's calendar
    bool with_crew = false;  ///< with each collaborator its people's own calendars
    bool match_all = false;

    std::vector<std::string> kinds, tags;
    std::vector<model::Status> statuses;  ///< none: all but cancelled
    std::vector<Role> roles;
    std::vector<std::string>
        words;  ///< each must be in the name, description, location, notes, tags or id (case-folded)
    Audience audience = Audience::all;
    bool tells_cancelled = false;  ///< the public too, as calendars that have it must learn that it is off

    std::vector<time::Date>
        days;  ///< what starts on these show days, and what lasts 24 hours or more and overlaps them
    std::optional<time::Instant> from, to;  ///< half-open; what overlaps. A moment at `from` belongs, at `to` not
    std::optional<time::Instant> at;        ///< what is on then; a moment counts at its time
    std::optional<std::string> during;      ///< a time frame's id, already part of from and to
    std::vector<std::string> views;         ///< what it was made of; all that they select is in the rest
};

/// Why a person's day has something: they are named; they go with their collaborator; a segment names them or it; it is
/// a call that is theirs; it is a meal that feeds them.
enum class Reason : std::uint8_t { own, team, segment, call, meal };

/// As JSON has it.
std::string_view word_for(Reason reason);

/// One row: an occurrence and why it
/// is there ("event", "area:main-stage", "required:northlight", "organizer:maya-lindt", "segment:CUE"), in the order of
/// the selection; empty when everything was asked for. Reason and parts are of rows that are made of a person's day.
struct Row {
    Occurrence occurrence;
    std::vector<std::string> via;
    std::optional<Reason> reason = {};
    std::vector<Stretch> parts = {};           ///< what is left of it for the person, in order; empty: all of it
    std::optional<time::Zone> own_clock = {};  ///< where all times are shown on another
};

/// A time frame that touches what is shown.
struct Band {
    const model::Timeframe* timeframe = nullptr;
    time::Instant from;
    time::Instant until;
    time::Date first;  ///< the first and last show day that it touches, inclusive
    time::Date last;
    model::TimeOrDate start;  ///< as the time frame has it, or on the clock that the schedule is shown in
    model::TimeOrDate end;
};

/// In order of instants, then longer first, then id.
void sort(std::vector<Row>& rows);

/// Rows, sorted, each occurrence once. Points into its plan, which must
/// outlive it.
struct Schedule {
    std::vector<Row> rows;
    std::vector<Band> bands;
    std::optional<time::Zone> shown_in;  ///< the one clock of all times; nothing: each occurrence's own
    /// For the public, what the rows point to in place of the plan's activities: without notes, tags, kind and who has
    /// no public name.
    std::vector<std::shared_ptr<const model::Activity>> for_public;
};

Schedule schedule_of(const model::Plan& plan, const Zones& zones, const Selection& selection);

/// The show days, on any clock, that the selection's days and range can touch (zones differ by up to two dates);
/// nothing: all.
std::optional<DayRange> days_to_expand(const Selection& selection, const Zones& zones);

/// The same when who asks knows which occurrences of the plan can be in it, each once.
Schedule schedule_of(const model::Plan& plan, const Zones& zones, const Selection& selection,
                     std::span<const Occurrence* const> candidates);

/// The interval of a time frame: dates are show days on the event's clock.
Band band_of(const model::Plan& plan, const Zones& zones, const model::Timeframe& timeframe);

}  // namespace backops::schedule
