#pragma once

#include <optional>
#include <vector>

#include "schedule/calendars.h"
#include "schedule/person_days.h"

namespace backops::schedule {

/// A whole event worked out: every occurrence (or those of some show days), every calendar, and people's days. Points
/// into its plan, which must outlive it.
struct ResolvedEvent {
    explicit ResolvedEvent(const model::Plan& of, std::optional<DayRange> range = std::nullopt)
        : plan(of),
          zones(of),
          occurrences(schedule::occurrences(of, zones, range)),
          calendars(of, occurrences),
          days(of, zones, calendars) {}
    ResolvedEvent(const ResolvedEvent&) = delete;
    ResolvedEvent& operator=(const ResolvedEvent&) = delete;

    const model::Plan& plan;
    Zones zones;
    std::vector<Occurrence> occurrences;  ///< in order of instants, cancelled ones too
    Calendars calendars;
    PersonDays days;
};

}  // namespace backops::schedule
