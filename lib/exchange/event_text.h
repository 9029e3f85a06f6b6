#pragma once

#include <string>
#include <vector>

#include "model/plan.h"
#include "schedule/selection.h"

namespace backops::exchange {

/// Somebody who takes part, with an address that mail reaches.
struct Attendee {
    std::string name;
    std::string email;
    schedule::Role role = schedule::Role::required;
    bool is_group = false;  ///< a collaborator
    friend bool operator==(const Attendee&, const Attendee&) = default;
};

/// What a calendar file says of one happening beside its times. Texts hold nothing that acts on a terminal; only the
/// description has several lines.
struct EventText {
    std::string summary;
    std::string location;     ///< "Main Stage — stage left"
    std::string description;  ///< what it is, who takes part, why it is there, the run of show
    std::vector<std::string> categories;
    model::Status status = model::Status::confirmed;
    model::Visibility visibility = model::Visibility::crew;
    bool is_transparent = false;  ///< takes no time of whoever the selection is for
    std::vector<Attendee> attendees;
    friend bool operator==(const EventText&, const EventText&) = default;
};

/// Makes them for the rows of one selection.
class EventTexts {
  public:
    EventTexts(const model::Plan& plan, const schedule::Zones& zones, const schedule::Selection& selection,
               bool with_attendees);
    EventText of(const schedule::Row& row) const;

  private:
    std::string name(const std::string& id) const;
    std::string location(const schedule::Occurrence& occurrence) const;
    std::string description(const schedule::Row& row) const;
    /// Everybody whom the row names, whatever they are there for.
    std::string names(const schedule::Occurrence& occurrence) const;
    std::vector<std::string> people(const schedule::Occurrence& occurrence) const;
    std::string via(const schedule::Row& row) const;
    std::string run_of_show(const schedule::Row& row) const;
    bool concerns(const model::Segment& segment) const;
    std::vector<Attendee> attendees(const schedule::Occurrence& occurrence) const;
    void add_attendees(const std::vector<std::string>& ids, schedule::Role role, std::vector<Attendee>& all) const;

    const model::Plan& plan_;
    const schedule::Zones& zones_;
    const schedule::Selection& selection_;
    bool with_attendees_;
    std::vector<std::string> parties_;  ///< the selected people and collaborators
};

}  // namespace backops::exchange
