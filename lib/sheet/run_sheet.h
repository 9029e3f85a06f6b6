#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schedule/segments.h"
#include "sheet/sources.h"

namespace backops::sheet {

/// Which happening of an activity, of which department only (one of the event's `columns`; empty: all), and on which
/// clock (nothing: its own).
struct RunRequest {
    const schedule::Occurrence* occurrence = nullptr;
    std::string department;
    std::optional<time::Zone> zone = {};
};

/// One segment when it runs.
struct RunRow {
    const model::Segment* segment = nullptr;
    schedule::SegmentTime time;
    bool is_hard = false;  ///< it has a clock time of its own
    /// Seconds from where its predecessor ends to its start: more than 0 is a gap, less an overlap.
    std::int64_t gap = 0;
    /// Seconds from the activity's start to this one's end.
    std::int64_t total = 0;
    /// When it must start at the latest, so that neither a later hard start nor the end is late.
    time::Instant latest;
};

/// The run of show inside one happening of an activity.
struct RunSheet {
    const schedule::Occurrence* occurrence = nullptr;
    std::vector<RunRow> rows;
    /// Seconds by which the segments end after the slot does; less than 0 before. Nothing without a slot or segments.
    std::optional<std::int64_t> over;
};

/// The happening of this name (`opening`, `parade@2026-06-12`); nothing when the audience has none.
const schedule::Occurrence* find_occurrence(const Sources& sources, std::string_view name);

/// Back-times rest on the lengths as planned; a segment without one takes none.
RunSheet run_sheet(const schedule::Occurrence& occurrence);

}  // namespace backops::sheet
