#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "check/finding.h"
#include "model/plan.h"
#include "time/date.h"

namespace backops::check {

/// What `accept` says of an event's findings. One that names no date, or whose `until` is not before `today`, takes
/// those of its rule that its activity is part of; with a `with` those that name that activity, occurrence, person,
/// collaborator or area.
class Accepting {
  public:
    Accepting(const model::Plan& plan, time::Date today);

    /// The first of those that take the finding, which are then used; null when none does.
    const model::Accept* taking(const Finding& finding);

    /// unused-accept: those that took nothing, and those that are over. One of no rule is unknown-rule's matter.
    Findings unused() const;

  private:
    struct Used {
        const model::Activity* activity = nullptr;
        const model::Accept* accept = nullptr;
        std::size_t index = 0;
        bool is_over = false;
        bool is_used = false;
    };
    using Key = std::pair<std::string_view, std::string_view>;  ///< activity's id and rule
    Key key_of(std::size_t place) const;
    static Finding finding_of(const Used& one);

    std::vector<Used> all_;             ///< by activity, in the plan's order
    std::vector<std::size_t> by_rule_;  ///< places in it, by activity and rule: an activity may accept thousands
};

}  // namespace backops::check
