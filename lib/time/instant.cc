#include "time/scan.h"
#include "time/zone.h"

namespace backops::time {

namespace {

/// `Z` or `+02:00`, in seconds east of UTC.
std::optional<int> read_offset(Scanner& scanner) {
    if (scanner.take('Z')) return 0;
    const int sign = scanner.take('+') ? 1 : scanner.take('-') ? -1 : 0;
    if (sign == 0) return std::nullopt;
    const auto hours = scanner.digits(2, 2);
    if (!hours || *hours > 23 || !scanner.take(':')) return std::nullopt;
    const auto minutes = scanner.digits(2, 2);
    if (!minutes || *minutes > 59) return std::nullopt;
    return sign * (*hours * 3600 + *minutes * 60);
}

}  // namespace

std::string to_text(Instant instant) {
    constexpr std::size_t length = 20;
    const WallTime utc = from_linear(instant.seconds);
    std::string text = to_text(utc.date);
    text.reserve(length);
    text.append(1, 'T').append(clock_text(utc.seconds));
    if (utc.seconds % 60 == 0) text += ":00";
    return text += 'Z';
}

std::optional<Instant> parse_instant(std::string_view text) {
    if (text.size() < 17 || text[10] != 'T') return std::nullopt;
    const auto date = parse_date(text.substr(0, 10));
    const std::size_t clock_length = text[16] == ':' ? 8 : 5;
    if (!date || text.size() < 11 + clock_length) return std::nullopt;
    const auto clock = parse_clock(text.substr(11, clock_length));
    if (!clock || *clock >= day_seconds) return std::nullopt;
    Scanner scanner(text.substr(11 + clock_length));
    const auto offset = read_offset(scanner);
    if (!offset || !scanner.done()) return std::nullopt;
    return Instant{linear({*date, *clock}) - *offset};
}

}  // namespace backops::time
