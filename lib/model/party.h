#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/record.h"

namespace backops::model {

struct Area : Record {
    std::string location;
    std::string timezone;  ///< empty: the event's
    Site site;
    Safety safety;
    Overlap overlap = Overlap::warn;
    std::vector<std::string> collaborators;
    std::string contact;
    std::vector<Unavailable> unavailable;
};

/// What a collaborator (or the person) must supply of one of the event's crew attributes.
struct AttributeRule {
    std::string id;
    bool required = false;
    bool crew_provided = false;
    bool removed = false;  ///< `false` on a crew record: the collaborator's rule does not hold for this person
};

struct Collaborator : Record {
    std::string email, phone;
    std::string contact;
    std::vector<AttributeRule> crew_attributes;
    Visibility visibility = Visibility::crew;
    Overlap overlap = Overlap::allow;
    Rules rules;
    std::vector<Unavailable> unavailable;
};

struct CrewMember : Record {
    std::string collaborator;
    std::string title, role, department, email, phone, radio;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<AttributeRule> crew_attributes;
    Visibility visibility = Visibility::crew;
    Overlap overlap = Overlap::forbid;
    Rules rules;
    std::vector<Unavailable> unavailable;
};

}  // namespace backops::model
