#include "schedule/in_zone.h"

#include "schedule/timing.h"

namespace backops::schedule {

namespace {

/// What already reads so on this clock stays as it is written, hours past midnight included.
time::WallTime read_on(const time::Zone& zone, time::Instant instant, time::WallTime written) {
    const time::WallTime read = zone.wall_time(instant);
    return linear(read) == linear(written) ? written : read;
}

void put(Occurrence& occurrence, const time::Zone& zone, std::int32_t day_start) {
    if (occurrence.activity->all_day) return;
    occurrence.start = read_on(zone, occurrence.from, occurrence.start);
    if (occurrence.end) {
        const time::WallTime end = read_on(zone, occurrence.until, *occurrence.end);
        occurrence.end = end == *occurrence.end ? end : time::written_on(occurrence.start.date, end);
    }
    occurrence.day = show_day(occurrence.start, day_start);
    occurrence.zone = zone;
}

void put(Band& band, const time::Zone& zone, std::int32_t day_start) {
    if (!band.start.is_date) band.start.time = read_on(zone, band.from, band.start.time);
    if (!band.end.is_date) band.end.time = read_on(zone, band.until, band.end.time);
    const DayRange days = days_of(band.start, band.end, day_start);
    band.first = days.first;
    band.last = days.last;
}

}  // namespace

Schedule in_zone(Schedule schedule, const time::Zone& zone, std::int32_t day_start) {
    for (Row& row : schedule.rows) {
        if (!(row.occurrence.zone == zone)) row.own_clock = row.occurrence.zone;
        put(row.occurrence, zone, day_start);
    }
    for (Band& band : schedule.bands) put(band, zone, day_start);
    schedule.shown_in = zone;
    return schedule;
}

}  // namespace backops::schedule
