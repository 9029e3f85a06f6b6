#pragma once

#include "schedule/candidates.h"
#include "schedule/resolved_event.h"
#include "schedule/selection.h"

namespace backops::schedule {

/// What the calendars hold that programs subscribe to: a person's is what takes them (backops-export(1)), every other
/// one is the selection's schedule. Points into its plan, which must outlive it.
class Feeds {
  public:
    explicit Feeds(const model::Plan& plan) : event_(plan), candidates_(plan, event_.occurrences) {}

    /// The rows of one feed. A selection for all calendars at once (`match_all`) or for the public has no person's day.
    Schedule of(const Selection& selection) const;

  private:
    ResolvedEvent event_;
    Candidates candidates_;
};

}  // namespace backops::schedule
