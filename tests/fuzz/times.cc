#include <algorithm>

#include "fuzzed.h"
#include "time/duration.h"
#include "time/entry.h"
#include "time/summer_sound.h"
#include "time/zone.h"

using namespace backops;
using namespace backops::time;

namespace {

/// What was read is printed as a text that means the same.
template <class Value, class Parse>
void hold_round_trip(const Value& value, Parse parse, std::string_view typed) {
    const auto again = parse(to_text(value));
    fuzz::hold(again && *again == value, "what is printed is read back", typed);
}

template <class T>
void hold_reason(const text::Parsed<T>& read, std::string_view typed) {
    fuzz::hold(read || (!read.error.empty() && read.error.find('\n') == std::string::npos),
               "what is not read has a reason of one line", typed);
}

void read_alone(std::string_view typed) {
    if (const auto read = parse_wall_time(typed)) hold_round_trip(*read, parse_wall_time, typed);
    if (const auto read = parse_date(typed)) hold_round_trip(*read, parse_date, typed);
    if (const auto read = parse_instant(typed)) hold_round_trip(*read, parse_instant, typed);
    const auto duration = parse_duration(typed);
    hold_reason(duration, typed);
    if (duration) hold_round_trip(*duration, parse_duration, typed);
    if (const auto clock = parse_clock(typed)) {
        fuzz::hold(*clock >= 0 && *clock < 36 * 3600, "a clock has 36 hours", typed);
        fuzz::hold(parse_clock(clock_text(*clock)) == *clock, "a clock is read back", typed);
    }
    hold_reason(parse_shift(typed), typed);
    parse_weekday(typed);
}

void hold_entry(const text::Parsed<Entered>& read, std::string_view typed) {
    hold_reason(read, typed);
    if (!read || !read->has_date) return;
    const WallTime time = read->time;
    fuzz::hold(time.seconds >= 0 && time.seconds < 36 * 3600, "a time is within 36 hours of its date", typed);
    if (read->is_date) return hold_round_trip(time.date, parse_date, typed);
    hold_round_trip(time, parse_wall_time, typed);
    fuzz::hold(linear(calendar(time)) == linear(time), "the same moment on the calendar", typed);
}

}  // namespace

/// A line typed as a start and one typed as an end, or any other time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* begin, std::size_t size) {
    const std::string_view input = fuzz::bytes(begin, size);
    const std::size_t line = std::min(input.find('\n'), size);
    const std::string_view first = input.substr(0, line);
    const std::string_view second = input.substr(std::min(line + 1, size));
    static const Setting setting = summer_sound();
    read_alone(first);
    hold_entry(parse_entry(first, setting), first);
    const auto day = parse_day(first, setting);
    hold_reason(day, first);
    if (day) hold_round_trip(*day, parse_date, first);
    const auto start = parse_start(first, setting);
    hold_entry(start, first);
    if (!start) return 0;
    const auto end = parse_end(second, *start, setting);
    hold_entry(end, second);
    if (!end) return 0;
    fuzz::hold(end->has_date && end->is_date == start->is_date, "an end is of the start's kind", second);
    fuzz::hold(start->is_date ? end->time.date >= start->time.date : linear(end->time) >= linear(start->time),
               "an end is not before its start", second);
    return 0;
}
