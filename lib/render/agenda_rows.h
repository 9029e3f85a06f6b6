#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/plan.h"
#include "schedule/selection.h"

namespace backops::render {

/// What the signs before a name say; explained at the foot only when used.
struct Marks {
    bool cancelled = false;
    bool tentative = false;
    bool optional = false;  ///< for every selected person and collaborator that it concerns
    bool fixed = false;
    bool moment = false;
    friend bool operator==(const Marks&, const Marks&) = default;
};

Marks marks_of(const schedule::Row& row);
std::string signs(const Marks& marks);
/// Each sign and what it says, as the foot has it: "◆" and "fixed or a moment".
std::vector<std::pair<std::string, std::string>> meanings(const Marks& marks);

/// One occurrence as words, before any is cut. User text is safe for one line.
struct AgendaRow {
    const schedule::Occurrence* occurrence = nullptr;
    time::Date day;  ///< the show day that it is listed under
    bool all_day = false;
    std::string start;  ///< `14:00`; all day: "all day" or "to sun 14 jun"
    std::string end;    ///< `00:45+1`; empty for a moment
    Marks marks;
    std::string name;
    std::string zone_note;  ///< " · Europe/London" when its clock is not the event's; with its times when not shown
    std::vector<std::string> areas;
    std::string location;
    std::vector<std::string> who;
    std::vector<std::string> via;  ///< only when several calendars are merged
};

/// A person's or collaborator's name. Somebody who was added with an e-mail address alone is named after it; an
/// audience that may not read addresses sees the id.
std::string shown_name(const model::Plan& plan, const std::string& id, schedule::Audience audience);

/// A time as the listing of a day has it: `01:30+1` in the night that follows; what is days away says its weekday,
/// `mon 12:00`, and weeks away its date.
std::string clock_near(time::Date day, time::WallTime time);

/// "08:45–09:15 Europe/London": when something happens on its own clock, as the listing of a day has it.
std::string zone_times(time::Date day, const schedule::Occurrence& occurrence, const time::Zone& own);

/// "? Secret set · Europe/London": the signs, the name, and the zone of its times when they are not the event's.
std::string marked_name(const AgendaRow& row);

/// "23:30–00:45+1", "17:00" for a moment; all day as its start.
std::string times(const AgendaRow& row);

/// The rows by show day, all-day ones first in each, else in the schedule's order. What began before the days or the
/// range that were asked for is listed under the first of them.
std::vector<AgendaRow> agenda_rows(const model::Plan& plan, const schedule::Schedule& schedule,
                                   const schedule::Selection& selection);

/// How many rows one core is given at once.
std::size_t part_of(std::span<const AgendaRow> rows);

/// The row as another show day lists it: its times as that day says them.
AgendaRow on_day(AgendaRow row, time::Date day);

}  // namespace backops::render
