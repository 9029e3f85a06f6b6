#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sheet/day_page.h"

namespace backops::sheet {

/// A person's day as a call sheet has it: what feeds them, and their next day with times.
struct PersonCall {
    const model::CrewMember* person = nullptr;
    schedule::PersonDay day;
    std::vector<schedule::Entry> meals;       ///< those between being there and being out
    std::optional<schedule::PersonDay> next;  ///< their next show day with calls or work
    /// Whose day has no times because they are away: until when.
    std::optional<time::Instant> away_until;
    std::optional<time::Duration> rest;  ///< until then; nothing when that is not known for sure
};

/// People who are not named yet, called by an activity.
struct LabourCall {
    const model::Need* need = nullptr;
    const schedule::Occurrence* occurrence = nullptr;  ///< of the sheet's rows
};

/// A first or last time of the day, and what it rests on.
struct DayTime {
    const schedule::Occurrence* occurrence = nullptr;
    time::Instant at;
    bool is_tentative = false;
};

/// From the first start to the last end of calls and work that require a collaborator, its `needs` included; no last
/// one where calls that are moments are all.
struct CompanyTimes {
    std::optional<DayTime> first, last;
};

/// The day of one collaborator and its people, in order of time; a labour call without a collaborator is under none.
struct TeamCalls {
    const model::Collaborator* team = nullptr;
    CompanyTimes times;
    std::vector<PersonCall> people;  ///< those without times last
    std::vector<LabourCall> labour;
};

/// How many people a meal feeds: those who are there, hands who have no name yet, and companies of which nobody knows
/// how many they are.
struct Catering {
    schedule::Entry meal;
    std::size_t people = 0;
    bool is_at_least = false;
};

/// Somebody or something that cannot be had that day.
struct Absence {
    std::string id;  ///< of an area, a collaborator or a person
    const model::Unavailable* unavailable = nullptr;
};

/// A call sheet as a value. Points into its own rows and into the sources that it was made from.
struct CallSheet {
    CallSheet() = default;
    CallSheet(CallSheet&&) = default;
    CallSheet(const CallSheet&) = delete;

    DayPage page;
    const model::CrewMember* person = nullptr;  ///< whose alone it is
    std::optional<PersonCall> own;              ///< that person's day; nothing where nothing takes them
    std::optional<schedule::PersonDay> next;    ///< that person's next day with times
    CompanyTimes booked;                        ///< that person's company, where the person has no times
    std::optional<DayTime> first_call;          ///< the earliest of anybody and any company on it
    std::optional<DayTime> last_out;
    std::vector<TeamCalls> teams;  ///< in order of their first times
    std::vector<Catering> catering;
    std::vector<Absence> off;
};

/// The sheet of a show day.
CallSheet call_sheet(const Sources& sources, const Request& request);

}  // namespace backops::sheet
