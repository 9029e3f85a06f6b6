#pragma once

#include <vector>

#include "schedule/calendars.h"
#include "schedule/workday.h"

namespace backops::schedule {

/// A whole event worked out: every occurrence, every calendar, and what makes people's days. Points into its plan,
/// which must outlive it.
struct ResolvedEvent {
    explicit ResolvedEvent(const model::Plan& of)
        : plan(of),
          zones(of),
          occurrences(schedule::occurrences(of, zones, std::nullopt)),
          calendars(of, occurrences),
          workdays(of, calendars) {}
    ResolvedEvent(const ResolvedEvent&) = delete;
    ResolvedEvent& operator=(const ResolvedEvent&) = delete;

    const model::Plan& plan;
    Zones zones;
    std::vector<Occurrence> occurrences;  ///< in order of instants, cancelled ones too
    Calendars calendars;
    Workdays workdays;
};

}  // namespace backops::schedule
