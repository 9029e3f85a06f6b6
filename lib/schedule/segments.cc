#include "schedule/segments.h"

#include <algorithm>

#include "schedule/timing.h"

namespace backops::schedule {

namespace {

time::Instant hard_start(const Occurrence& occurrence, std::int32_t clock) {
    time::WallTime wall{calendar(occurrence.start).date, clock};
    if (linear(wall) < linear(occurrence.start)) wall.date = wall.date + 1;
    return occurrence.zone.at(wall).instant;
}

}  // namespace

std::string segment_reason(const model::Segment& segment, std::size_t index) {
    return "segment:" + (segment.cue.empty() ? std::to_string(index + 1) : segment.cue);
}

std::vector<SegmentTime> segment_times(const Occurrence& occurrence) {
    std::vector<SegmentTime> times;
    time::Instant next = occurrence.from;
    for (const model::Segment& segment : occurrence.activity->segments) {
        const time::Instant from = segment.start ? hard_start(occurrence, *segment.start) : next;
        next.seconds = from.seconds + (segment.duration ? segment.duration->seconds : 0);
        times.push_back({from, next});
    }
    time::Instant end = occurrence.until;
    for (std::size_t i = times.size(); i-- > 0;) {
        const model::Segment& segment = occurrence.activity->segments[i];
        if (!segment.duration) times[i].until = std::max(times[i].from, end);
        if (segment.start) end = times[i].from;
    }
    return times;
}

bool is_by_segments_alone(const std::vector<std::string>& via) {
    const auto is_segment = [](const std::string& reason) { return reason.starts_with("segment:"); };
    return !via.empty() && std::ranges::all_of(via, is_segment);
}

void narrow_to_segments(const std::vector<std::string>& via, std::int32_t day_start, Occurrence& occurrence) {
    if (occurrence.activity->all_day) return;
    const std::vector<SegmentTime> times = segment_times(occurrence);
    std::vector<SegmentTime> named;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const std::string reason = segment_reason(occurrence.activity->segments[i], i);
        if (std::ranges::find(via, reason) != via.end()) named.push_back(times[i]);
    }
    if (named.empty()) return;
    const bool is_moved = lasts_days(occurrence);
    occurrence.from = std::ranges::min(named, {}, &SegmentTime::from).from;
    occurrence.until = std::ranges::max(named, {}, &SegmentTime::until).until;
    const time::WallTime start = occurrence.zone.wall_time(occurrence.from);
    if (is_moved) occurrence.day = show_day(start, day_start);
    occurrence.start = time::written_on(occurrence.day, start);
    occurrence.end.reset();
    if (occurrence.from < occurrence.until)
        occurrence.end = time::written_on(occurrence.day, occurrence.zone.wall_time(occurrence.until));
}

}  // namespace backops::schedule
