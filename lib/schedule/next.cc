#include "schedule/next.h"

#include <algorithm>
#include <iterator>

#include "schedule/bands.h"

namespace backops::schedule {

namespace {

constexpr time::Instant end_of_time{32'503'680'000};  // 3000-01-01

void append(Schedule& all, Schedule part, time::Instant from) {
    std::erase_if(part.rows, [&](const Row& row) { return row.occurrence.from < from; });
    std::ranges::move(part.rows, std::back_inserter(all.rows));
    std::ranges::move(part.for_public, std::back_inserter(all.for_public));
}

}  // namespace

Schedule next_of(const model::Plan& plan, const Zones& zones, Selection selection, time::Instant now,
                 std::size_t count) {
    const time::Instant begin = std::max(selection.from.value_or(now), now);
    const time::Instant end = selection.to.value_or(end_of_time);
    Schedule all;
    std::int64_t length = time::day_seconds;
    for (time::Instant from = begin; from < end && all.rows.size() < count; length *= 2) {
        const time::Instant to = std::min(time::Instant{from.seconds + length}, end);
        selection.from = from;
        selection.to = to;
        append(all, schedule_of(plan, zones, selection), from);
        from = to;
    }
    if (all.rows.size() > count) all.rows.erase(all.rows.begin() + static_cast<std::ptrdiff_t>(count), all.rows.end());
    if (all.rows.empty() || selection.audience == Audience::everyone) return all;
    selection.from = begin;
    selection.to = time::Instant{all.rows.back().occurrence.from.seconds + 1};
    all.bands = bands_of(plan, zones, selection);
    return all;
}

}  // namespace backops::schedule
