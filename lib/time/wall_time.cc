#include "time/wall_time.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include "time/scan.h"

namespace backops::time {

namespace {

constexpr std::int32_t written_seconds = 36 * 3600;

}  // namespace

std::int64_t linear(WallTime time) { return std::int64_t{time.date.days} * day_seconds + time.seconds; }

WallTime calendar(WallTime time) { return from_linear(linear(time)); }

WallTime from_linear(std::int64_t seconds) {
    std::int64_t days = seconds / day_seconds;
    std::int64_t rest = seconds % day_seconds;
    if (rest < 0) {
        rest += day_seconds;
        --days;
    }
    return {Date{static_cast<std::int32_t>(days)}, static_cast<std::int32_t>(rest)};
}

WallTime written_on(Date date, WallTime time) {
    const std::int64_t seconds = linear(time) - linear({date, 0});
    if (seconds >= 0 && seconds < written_seconds) return {date, static_cast<std::int32_t>(seconds)};
    return calendar(time);
}

std::string to_text(WallTime time) { return to_text(time.date) + 'T' + clock_text(time.seconds); }

std::optional<std::int32_t> parse_clock(std::string_view text) {
    Scanner scanner(text);
    const auto hour = scanner.digits(1, 2);
    if (!hour || *hour > 35 || !scanner.take(':')) return std::nullopt;
    const auto minute = scanner.digits(2, 2);
    if (!minute || *minute > 59) return std::nullopt;
    std::optional<int> second = 0;
    if (scanner.take(':')) second = scanner.digits(2, 2);
    if (!second || *second > 59 || !scanner.done()) return std::nullopt;
    return *hour * 3600 + *minute * 60 + *second;
}

std::string clock_text(std::int32_t seconds) {
    const int hour = seconds / 3600, minute = seconds / 60 % 60, second = seconds % 60;
    if (second == 0) return fmt::format(FMT_COMPILE("{:02}:{:02}"), hour, minute);
    return fmt::format("{:02}:{:02}:{:02}", hour, minute, second);
}

Date show_day(WallTime time, std::int32_t day_start) {
    if (time.seconds >= day_seconds) return time.date;
    return time.seconds < day_start ? time.date - 1 : time.date;
}

std::string clock_on(Date day, WallTime time) {
    const WallTime plain = calendar(time);
    const int apart = plain.date - day;
    return apart == 0 ? clock_text(plain.seconds) : fmt::format("{}{:+}", clock_text(plain.seconds), apart);
}

}  // namespace backops::time
