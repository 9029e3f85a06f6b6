#pragma once

#include <vector>

#include "schedule/calendars.h"

namespace backops::schedule {

/// A whole event worked out: every occurrence, and every calendar. Points into its plan, which must outlive it.
struct ResolvedEvent {
    explicit ResolvedEvent(const model::Plan& of)
        : plan(of),
          zones(of),
          occurrences(schedule::occurrences(of, zones, std::nullopt)),
          calendars(of, occurrences) {}
    ResolvedEvent(const ResolvedEvent&) = delete;
    ResolvedEvent& operator=(const ResolvedEvent&) = delete;

    const model::Plan& plan;
    Zones zones;
    std::vector<Occurrence> occurrences;  ///< in order of instants, cancelled ones too
    Calendars calendars;
};

}  // namespace backops::schedule
