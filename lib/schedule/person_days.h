#pragma once

#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schedule/person_day.h"

namespace backops::schedule {

/// Makes the days of people, with what they share read once. Points into plan, zones and calendars, which must outlive
/// it.
class PersonDays {
  public:
    PersonDays(const model::Plan& plan, const Zones& zones, const Calendars& calendars);

    /// In order of days: each on which something takes the person or their team.
    std::vector<PersonDay> of(const model::CrewMember& person) const;

    /// What sends a collaborator's people: all that requires it, but for meals that feed them and calls that name some
    /// of them. In the order of the occurrences.
    struct Sent {
        Entry entry;
        bool is_call = false;
        bool names_some = false;  ///< of its people, as required
    };
    const std::vector<Sent>& sent(std::string_view collaborator) const;

  private:
    class Person;
    using ByDay = std::map<time::Date, std::vector<Entry>>;
    struct Team {
        const model::Collaborator* collaborator = nullptr;
        std::vector<Sent> sent;
        ByDay meals;
        std::vector<Stretch> away;
    };
    /// Whether participants name some of a team: all dates of a series have the same.
    using Known = std::unordered_map<const model::Participants*, bool>;
    void add(const Entry& entry, Team& team, Known& names_some) const;
    const Team& team_of(const model::CrewMember& person) const;

    const model::Plan& plan_;
    const Zones& zones_;
    const Calendars& calendars_;
    ByDay event_calls_, event_meals_;
    std::unordered_map<std::string_view, Team> teams_;
};

/// The limits of working time that hold for a person: of each the nearest value, their own, their collaborator's or the
/// event's.
model::Rules limits_of(const model::Plan& plan, const model::CrewMember& person);

/// Whether calls and work of this kind count: not all-day activities, `hold`, `travel`, and what lasts 24 hours or
/// more.
bool counts(const Entry& entry);

/// Whether a collaborator serves a meal: it organizes and is required, so that the meal is work for its people.
bool serves(const Occurrence& meal, std::string_view collaborator);

}  // namespace backops::schedule
