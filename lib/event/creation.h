#pragma once

#include <array>
#include <string>
#include <vector>

#include "event/directory.h"
#include "files/store.h"

namespace backops::event {

/// What `event new` is told.
struct NewEvent {
    std::string name;
    std::string kind;
    std::string description;
    std::string timezone;
    time::Date start, end;
    std::string day_start = "04:00";
    std::string uid;
    std::string collaborator;  ///< the name of the default collaborator
};

/// The files of a new event: event.yaml and its default collaborator, nothing else.
std::vector<files::Change> new_event(const NewEvent& wanted);

/// The same, with another event's areas, collaborators, crew, views and templates, and what its event.yaml says beside
/// name, identity and dates. What names activities, time frames or days (unavailable) does not come along.
std::vector<files::Change> new_event_like(const NewEvent& wanted, Directory& like);

/// A random version-4 UUID (RFC 4122) from 16 random bytes.
std::string uuid(const std::array<unsigned char, 16>& random);

}  // namespace backops::event
