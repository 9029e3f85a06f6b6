#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schedule/selection.h"

namespace backops::schedule {

/// Which occurrences may be on which calendars, cancelled ones too, from one pass over them: what makes the schedules
/// of thousands of people of one event quick. Points into both, which must outlive it.
class Candidates {
  public:
    Candidates(const model::Plan& plan, std::span<const Occurrence> occurrences);

    /// All that a schedule of the selection's calendars can have, each once; no calendar: all.
    std::vector<const Occurrence*> of(const Selection& selection) const;

  private:
    using Occurrences = std::vector<const Occurrence*>;
    using ById = std::unordered_map<std::string_view, Occurrences>;
    static void add(ById& lists, std::string_view id, const Occurrence& occurrence);

    const model::Plan& plan_;
    Occurrences all_, event_;
    ById areas_, parties_;
};

}  // namespace backops::schedule
