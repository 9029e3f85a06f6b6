#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sheet/day_page.h"

namespace backops::sheet {

/// A person's day: their calls, their out, what feeds them, and when they are called next.
struct PersonCall {
    const model::CrewMember* person = nullptr;
    schedule::Workday day;
    std::vector<schedule::Entry> meals;     ///< those between call and out
    std::optional<schedule::Workday> next;  ///< their next show day with a call

    /// From the out to the next call; nothing when that is not known for sure.
    std::optional<time::Duration> rest() const;
};

/// People who are not named yet, called by an activity.
struct LabourCall {
    const model::Need* need = nullptr;
    const schedule::Occurrence* occurrence = nullptr;  ///< of the sheet's rows
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

/// A call sheet as a value (design, section 5, for calls and outs). Points into its own rows and into the sources that
/// it was made from.
struct CallSheet {
    CallSheet() = default;
    CallSheet(CallSheet&&) = default;
    CallSheet(const CallSheet&) = delete;

    DayPage page;
    const model::CrewMember* person = nullptr;  ///< whose alone it is
    std::optional<schedule::Workday> next;      ///< that person's next day with a call
    std::optional<schedule::Entry> first_call;  ///< the earliest of anybody on it, labour too
    std::optional<schedule::Entry> wrap;        ///< whose end is the last out
    std::vector<TeamCalls> teams;               ///< in order of their first calls
    std::vector<Absence> off;
};

/// The sheet of a show day.
CallSheet call_sheet(const Sources& sources, const Request& request);

}  // namespace backops::sheet
