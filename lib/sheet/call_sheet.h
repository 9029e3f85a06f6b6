#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/plan.h"
#include "schedule/resolved_event.h"
#include "schedule/selection.h"
#include "schedule/workday.h"

namespace backops::sheet {

/// What a call sheet is asked for: a show day, and whose it is (no calendar: everybody's).
struct Request {
    time::Date day;
    schedule::Selection selection;  ///< calendars and filters; its days and audience are the sheet's
};

/// A person's day: their calls, their out, what feeds them, and when they are called next.
struct PersonCall {
    const model::CrewMember* person = nullptr;
    schedule::Workday day;
    std::vector<schedule::Entry> meals;
    std::optional<schedule::Workday> next;  ///< their next show day with a call

    /// From the out to the next call; nothing when that is not known for sure.
    std::optional<time::Duration> rest() const;
};

/// People who are not named yet, called by an activity.
struct LabourCall {
    const model::Need* need = nullptr;
    schedule::Occurrence occurrence;
};

/// The calls of one collaborator's people, in order of time; a labour call without a collaborator stands under none.
struct TeamCalls {
    const model::Collaborator* team = nullptr;
    std::vector<PersonCall> people;
    std::vector<LabourCall> labour;
};

/// Somebody or something that cannot be had that day.
struct Absence {
    std::string id;  ///< of an area, a collaborator or a person
    const model::Unavailable* unavailable = nullptr;
};

/// A site or safety block, and the areas that have it; of the event itself without areas.
template <class T>
struct Block {
    std::vector<const model::Area*> areas;
    const T* what = nullptr;
};

/// A day to come.
struct DayAhead {
    time::Date day;
    std::vector<const model::Timeframe*> frames;
    std::optional<time::WallTime> general_call;  ///< of the event's calls
    std::size_t activities = 0;
};

/// A call sheet as a value, before anything is drawn (design, section 5, for calls and outs). Points into the
/// sources that it was made from.
struct CallSheet {
    time::Date day;
    std::vector<const model::Timeframe*> frames;  ///< in force, in order of their starts
    std::vector<schedule::Entry> general_calls;   ///< the event's
    std::optional<schedule::Entry> first_call;    ///< the earliest of anybody
    std::optional<schedule::Entry> wrap;          ///< whose end is the last out
    std::vector<Block<model::Site>> sites;
    std::vector<Block<model::Safety>> safety;
    std::vector<TeamCalls> teams;
    std::vector<schedule::Row> rows;     ///< the schedule of the day, but for holds
    std::vector<schedule::Row> standby;  ///< `hold`
    std::vector<Absence> off;
    std::vector<DayAhead> ahead;
};

/// All that an audience may know of an event, worked out. What it may not see is not in it, and so in no sheet.
class Sources {
  public:
    Sources(const model::Plan& whole, schedule::Audience audience);
    Sources(const Sources&) = delete;
    Sources& operator=(const Sources&) = delete;

    const model::Plan& plan() const { return plan_; }
    const schedule::ResolvedEvent& event() const { return event_; }
    schedule::Audience audience() const { return audience_; }

  private:
    schedule::Audience audience_;
    model::Plan plan_;
    schedule::ResolvedEvent event_;
};

/// The sheet of a show day. Points into the sources.
CallSheet call_sheet(const Sources& sources, const Request& request);

}  // namespace backops::sheet
