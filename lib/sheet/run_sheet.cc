#include "sheet/run_sheet.h"

#include <algorithm>

namespace backops::sheet {
namespace {

void set_latest(std::vector<RunRow>& rows, time::Instant end) {
    time::Instant deadline = end;
    for (std::size_t i = rows.size(); i > 0; --i) {
        RunRow& row = rows[i - 1];
        const std::int64_t length = row.segment->duration ? row.segment->duration->seconds : 0;
        row.latest = {deadline.seconds - length};
        deadline = row.is_hard ? std::min(row.latest, row.time.from) : row.latest;
    }
}

}  // namespace

const schedule::Occurrence* find_occurrence(const Sources& sources, std::string_view name) {
    const auto& all = sources.event().occurrences;
    const auto at = std::ranges::find_if(all, [&](const auto& occurrence) { return name_of(occurrence) == name; });
    return at == all.end() || !sources.may_show(*at->activity) ? nullptr : &*at;
}

RunSheet run_sheet(const schedule::Occurrence& occurrence) {
    RunSheet sheet;
    sheet.occurrence = &occurrence;
    const std::vector<schedule::SegmentTime> times = segment_times(occurrence);
    time::Instant before = occurrence.from;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const model::Segment& segment = occurrence.activity->segments[i];
        sheet.rows.push_back({&segment,
                              times[i],
                              segment.start.has_value(),
                              times[i].from.seconds - before.seconds,
                              times[i].until.seconds - occurrence.from.seconds,
                              {}});
        before = times[i].until;
    }
    const bool has_slot = occurrence.from < occurrence.until;
    if (has_slot && !sheet.rows.empty()) sheet.over = before.seconds - occurrence.until.seconds;
    set_latest(sheet.rows, has_slot ? occurrence.until : before);
    return sheet;
}

}  // namespace backops::sheet
