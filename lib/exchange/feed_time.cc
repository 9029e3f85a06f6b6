#include "exchange/feed_time.h"

#include <fmt/format.h>

namespace backops::exchange {

std::string to_text(const FeedTime& time) {
    const auto [year, month, day] = time::year_month_day(time.wall.date);
    const std::string date = fmt::format("{:04}{:02}{:02}", year, month, day);
    if (time.form == FeedTime::Form::date) return date;
    const std::int32_t seconds = time.wall.seconds;
    return fmt::format("{}T{:02}{:02}{:02}{}", date, seconds / 3600, seconds / 60 % 60, seconds % 60,
                       time.form == FeedTime::Form::utc ? "Z" : "");
}

FeedTime feed_date(time::Date date) { return {FeedTime::Form::date, {date, 0}, std::nullopt}; }

FeedTime feed_time(time::WallTime wall, const time::Zone& zone) {
    return {FeedTime::Form::zoned, time::calendar(wall), zone};
}

FeedTime feed_time(time::Instant instant) {
    return {FeedTime::Form::utc, time::from_linear(instant.seconds), std::nullopt};
}

bool is_plain(const time::Zone& zone, time::WallTime start, std::int64_t seconds) {
    const time::Moment from = zone.at(start);
    const time::Moment until = zone.at(time::from_linear(time::linear(start) + seconds));
    return from.clock == time::Clock::plain && until.clock == time::Clock::plain &&
           until.instant.seconds - from.instant.seconds == seconds;
}

FeedTimes times_of(const schedule::Occurrence& occurrence) {
    if (occurrence.activity->all_day)
        return {feed_date(occurrence.start.date), feed_date(occurrence.end->date + 1), std::nullopt};
    const time::Zone& zone = occurrence.zone;
    const time::WallTime start = zone.wall_time(occurrence.from), end = zone.wall_time(occurrence.until);
    const bool has_end = occurrence.from < occurrence.until;
    const auto is_clear = [&](time::WallTime wall) { return zone.at(wall).clock == time::Clock::plain; };
    FeedTimes times;
    if (is_clear(start) && is_clear(end)) {
        times.start = feed_time(start, zone);
        if (has_end) times.end = feed_time(end, zone);
    } else {
        times.start = feed_time(occurrence.from);
        if (has_end) times.end = feed_time(occurrence.until);
    }
    return times;
}

}  // namespace backops::exchange
