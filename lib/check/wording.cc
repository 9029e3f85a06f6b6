#include "check/wording.h"

#include <fmt/format.h>

#include "time/duration.h"
#include "time/phrase.h"

namespace backops::check {
namespace {

Spot spot_of(const schedule::Occurrence& occurrence, bool is_own, const char* key) {
    Spot spot{event::Noun::activity, occurrence.activity->id, {}};
    if (is_own) spot.path = {"repeat", "changes", time::to_text(occurrence.change->date)};
    spot.path.emplace_back(key);
    return spot;
}

}  // namespace

std::string clock_text(const schedule::Occurrence& occurrence, schedule::Stretch time) {
    const std::string from = time::clock_on(occurrence.day, occurrence.zone.wall_time(time.from));
    if (time.until <= time.from) return from;
    return fmt::format("{}–{}", from, time::clock_on(occurrence.day, occurrence.zone.wall_time(time.until)));
}

std::string clock_text(const schedule::Occurrence& occurrence, schedule::Stretch time,
                       const schedule::Occurrence& beside) {
    const std::string& zone = occurrence.zone.name();
    return fmt::format("{}{}{}", occurrence.day == beside.day ? "" : time::short_day(occurrence.day) + ", ",
                       clock_text(occurrence, time), zone == beside.zone.name() ? "" : " in " + zone);
}

std::string when_text(const schedule::Occurrence& occurrence, schedule::Stretch time) {
    return fmt::format("{}, {}", time::short_day(occurrence.day), clock_text(occurrence, time));
}

std::string length_text(std::int64_t seconds) { return time::to_text(time::Duration{seconds / 60 * 60}); }

Spot start_spot(const schedule::Occurrence& occurrence) {
    return spot_of(occurrence, occurrence.change && occurrence.change->start, "start");
}

Spot start_spot(const schedule::Busy& busy) {
    if (!busy.segment) return start_spot(*busy.occurrence);
    const model::Activity& activity = *busy.occurrence->activity;
    const auto index = static_cast<std::size_t>(busy.segment - activity.segments.data());
    return {event::Noun::activity, activity.id, {"segments", index, busy.segment->start ? "start" : "name"}};
}

Spot end_spot(const schedule::Occurrence& occurrence) {
    const model::Change* change = occurrence.change;
    if (change && change->end) return spot_of(occurrence, true, "end");
    if (change && change->duration) return spot_of(occurrence, true, "duration");
    if (occurrence.activity->end) return spot_of(occurrence, false, "end");
    if (occurrence.activity->duration) return spot_of(occurrence, false, "duration");
    return start_spot(occurrence);
}

}  // namespace backops::check
