#pragma once

#include "time/entry.h"

/// The event that the entry tests and backops-times(7) speak of: wed 10 to sun 14 jun 2026, days from 04:00, seen on
/// thu 11 jun at 15:00; load-in mon 8 08:00 to tue 9, doors fri 12 at 18:00, after-party fri 12 at 25:30.
inline backops::time::Setting summer_sound() {
    using namespace backops::time;
    Setting setting;
    setting.first = *parse_date("2026-06-10");
    setting.last = *parse_date("2026-06-14");
    setting.timeframes = [] {
        return std::vector<Days>{{"Load-in", *parse_date("2026-06-08"), *parse_date("2026-06-09")}};
    };
    setting.start_of = [](std::string_view id) -> std::optional<WallTime> {
        if (id == "load-in") return *parse_wall_time("2026-06-08T08:00");
        if (id == "doors") return *parse_wall_time("2026-06-12T18:00");
        if (id == "after-party") return *parse_wall_time("2026-06-12T25:30");
        return std::nullopt;
    };
    setting.names = [] { return std::vector<std::string>{"load-in", "doors", "after-party"}; };
    setting.now = [] { return *parse_wall_time("2026-06-11T15:00"); };
    return setting;
}

/// `2026-06-12T14:00`, `2026-06-12` for a day, `14:00` without one, else the message.
inline std::string read_as(const backops::text::Parsed<backops::time::Entered>& read) {
    using namespace backops::time;
    if (!read) return read.error;
    if (!read->has_date) return clock_text(read->time.seconds);
    return read->is_date ? to_text(read->time.date) : to_text(read->time);
}
