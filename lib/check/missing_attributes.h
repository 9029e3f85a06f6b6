#pragma once

#include <string>
#include <vector>

#include "model/plan.h"

namespace backops::check {

/// An attribute that a person must supply and has no value of.
struct MissingAttribute {
    const model::CrewMember* person = nullptr;
    std::string attribute;  ///< its id
    std::string name;       ///< as the event names it
    bool crew_provided = false;
};

/// What the rules of each person's collaborator demand, with the person's own rules in their place; by collaborator,
/// then person, then attribute (design, section 2.1 and rule missing-attribute).
std::vector<MissingAttribute> missing_attributes(const model::Plan& plan);

}  // namespace backops::check
