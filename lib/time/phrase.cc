#include "time/phrase.h"

#include <fmt/format.h>

namespace backops::time {

std::string short_day(Date day) {
    const auto [year, month, number] = year_month_day(day);
    return fmt::format("{} {} {}", short_name(weekday(day)), number, month_name(month));
}

std::string long_day(Date day) { return fmt::format("{} {}", short_day(day), year_month_day(day).year); }

std::string span_text(WallTime start, std::optional<WallTime> end) {
    const bool past_midnight = start.seconds >= day_seconds;
    const std::string begin = long_day(start.date) + ' ' + clock_text(start.seconds);
    const auto in_brackets = [&] {
        const WallTime plain = calendar(start);
        return past_midnight ? fmt::format(" ({} {}", short_day(plain.date), clock_text(plain.seconds)) : std::string{};
    };
    if (!end) return begin + in_brackets() + (past_midnight ? ")" : "");

    const WallTime near = written_on(start.date, *end);
    if (near.date != start.date) {
        const WallTime plain = calendar(*end);
        return fmt::format("{}{}{} – {} {}", begin, in_brackets(), past_midnight ? ")" : "", long_day(plain.date),
                           clock_text(plain.seconds));
    }
    if (!past_midnight) return begin + "–" + clock_on(start.date, near);
    return fmt::format("{}–{}{}–{})", begin, clock_text(near.seconds), in_brackets(),
                       clock_on(calendar(start).date, near));
}

std::string days_text(Date first, Date last) {
    if (first == last) return long_day(first);
    const auto from = year_month_day(first), to = year_month_day(last);
    if (from.year != to.year) return fmt::format("{} – {}", long_day(first), long_day(last));
    if (from.month != to.month) return fmt::format("{} – {}", short_day(first), long_day(last));
    return fmt::format("{} {} – {}", short_name(weekday(first)), from.day, long_day(last));
}

std::optional<std::string> day_number(Date day, Date first, Date last) {
    if (day < first || last < day) return std::nullopt;
    return fmt::format("day {} of {}", day - first + 1, last - first + 1);
}

}  // namespace backops::time
