#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "event/directory.h"
#include "exchange/ics_event.h"
#include "exchange/names.h"
#include "model/plan.h"

namespace backops::exchange {

/// What a calendar's words are in this event: areas of a place, kinds and tags of categories, people of addresses.
class CalendarWords {
  public:
    /// `create`: a place that is no area becomes one.
    CalendarWords(event::Directory& directory, Names& names, bool create, Findings& findings);

    /// Makes `activity` say what the event says in words; what the event does not say stays. `is_ours`: the event's
    /// text was composed by `export ics`.
    void apply(const CalendarEvent& event, bool is_ours, model::Activity& activity);

    /// Who declined joins the list, and who is in the event otherwise leaves it.
    void set_declined(const CalendarEvent& event, std::vector<std::string>& declined);

    std::size_t strangers() const { return strangers_; }
    /// `maya-lindt (Line check)`: who declined, and from what.
    const std::set<std::string>& declined() const { return declined_; }
    /// The same of those who are named for information only, or have delegated.
    const std::set<std::string>& uninvolved() const { return uninvolved_; }

  private:
    void apply_place(const CalendarEvent& event, model::Activity& activity);
    void apply_categories(const CalendarEvent& event, model::Activity& activity);
    void apply_people(const CalendarEvent& event, model::Activity& activity);
    std::vector<std::string> areas(const std::string& names, bool make);
    void warn_of_place(const CalendarEvent& event, const std::string& place);
    const std::set<std::string>& kinds();
    const std::string* party(const std::string& email);

    event::Directory& directory_;
    Names& names_;
    bool create_;
    Findings& findings_;
    std::set<std::string> kinds_, warned_, declined_, uninvolved_;
    std::unordered_map<std::string, std::string> emails_;  ///< lower case; empty for what several have
    bool has_emails_ = false;
    std::size_t strangers_ = 0;
};

}  // namespace backops::exchange
