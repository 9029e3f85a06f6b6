#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schedule/occurrence.h"

namespace backops::schedule {

/// A half-open stretch of an occurrence; equal for a moment.
struct SegmentTime {
    time::Instant from;
    time::Instant until;
};

/// What `via` calls a segment: `segment:CUE`, by its position (from 1) without a cue.
std::string segment_reason(const model::Segment& segment, std::size_t index);

/// When each segment of an occurrence is, in their order: from its hard start, the first such clock time that is not
/// before the occurrence, else from where the one before it ends; for its duration, else until the next hard start or
/// the end of the occurrence.
std::vector<SegmentTime> segment_times(const Occurrence& occurrence);

/// Whether somebody has the occurrence by nothing but its segments.
bool is_by_segments_alone(const std::vector<std::string>& via);

/// Leaves of an occurrence with a clock time what lies from the first to the last of the segments that `via` names.
/// It stays on its show day, unless it lasts for days: then it is on that of the first of these segments.
void narrow_to_segments(const std::vector<std::string>& via, std::int32_t day_start, Occurrence& occurrence);

}  // namespace backops::schedule
