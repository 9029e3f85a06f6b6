#include "edits/shift.h"

#include <fmt/format.h>

#include <cstdlib>
#include <vector>

#include "edits/occurrence.h"
#include "event/node_values.h"
#include "event/timing.h"
#include "text/failure.h"
#include "time/phrase.h"

namespace backops::edits {
namespace {

using event::Draft;
using event::Intake;

constexpr std::int64_t half_a_day = time::day_seconds / 2;
constexpr std::int64_t written_seconds = 36 * 3600;  // a time is written past midnight up to 35:59:59

std::optional<model::TimeOrDate> start_of(const Draft& draft) {
    return event::time_of(draft.document().root(), "start");
}

model::TimeOrDate shifted(const model::TimeOrDate& start, std::int64_t seconds, std::int32_t day_start) {
    if (start.is_date) return {{start.time.date + static_cast<int>(seconds / time::day_seconds), 0}, true};
    // Whole days move the date, and less than half a day the clock on it.
    const std::int64_t days = (seconds + (seconds < 0 ? -half_a_day : half_a_day)) / time::day_seconds;
    time::WallTime there = start.time;
    there.date = there.date + static_cast<int>(days);
    const time::Date day = time::show_day(there, day_start);
    const std::int64_t rest = seconds - days * time::day_seconds;
    const time::WallTime moved = time::written_on(there.date, time::from_linear(time::linear(there) + rest));
    if (time::show_day(moved, day_start) == day) return {moved, false};
    return {time::written_on(day, moved), false};
}

void start_at(Draft& draft, const model::TimeOrDate& start, Intake& intake) {
    const std::string text = start.is_date ? time::to_text(start.time.date) : time::to_text(start.time);
    event::set_timing(draft, {text, std::nullopt, std::nullopt, start.is_date}, intake);
}

void shift_once(Draft& draft, std::int64_t seconds, Intake& intake) {
    if (const auto start = start_of(draft))
        start_at(draft, shifted(*start, seconds, intake.setting().day_start), intake);
}

/// Dates whose change has a time of its own; all others move with the series.
std::vector<time::Date> dates_with_times(const Draft& series) {
    std::vector<time::Date> dates;
    const yaml::Node* changes = yaml::at(series.document().root(), {"repeat", "changes"});
    for (std::size_t i = 0; changes && i < changes->entries.size(); ++i) {
        const auto& [key, span, value] = changes->entries[i];
        const auto date = time::parse_date(key);
        const bool has_time = value.find("start") || value.find("end") || value.find("duration");
        if (date && has_time) dates.push_back(*date);
    }
    return dates;
}

void shift_series(Draft& series, std::int64_t seconds, Intake& intake) {
    const auto start = start_of(series);
    if (!start) return;
    const std::int64_t clock = start->time.seconds + seconds;
    if (start->is_date || std::abs(seconds) >= half_a_day || clock < 0 || clock >= written_seconds)
        throw text::Failure(
            fmt::format("`{}` would come to lie on other dates than its rule says", series.id()),
            {fmt::format("shift single dates: backops activity shift {}@DATE --by …", series.id()),
             fmt::format("or write the series anew: backops activity edit {} --start TIME --repeat RULE",
                         series.id())});
    std::vector<std::pair<time::Date, Draft>> own;
    for (const time::Date date : dates_with_times(series)) {
        own.emplace_back(date, single(series, date, intake));
        shift_once(own.back().second, seconds, intake);
    }
    start_at(series, {{start->time.date, static_cast<std::int32_t>(clock)}, false}, intake);
    for (const auto& [date, wanted] : own) set_change(series, date, wanted, intake);
}

}  // namespace

std::optional<std::string> reason_to_stay(const Draft& activity, std::int64_t seconds) {
    if (event::flag_of(activity.document().root(), "fixed")) return "fixed";
    const auto start = start_of(activity);
    if (start && start->is_date && seconds % time::day_seconds != 0) return "all day";
    return std::nullopt;
}

void shift(Draft& activity, std::int64_t seconds, Intake& intake) {
    if (activity.document().root().find("repeat")) return shift_series(activity, seconds, intake);
    shift_once(activity, seconds, intake);
}

void shift_date(Draft& series, time::Date date, std::int64_t seconds, Intake& intake) {
    Draft wanted = single(series, date, intake);
    shift_once(wanted, seconds, intake);
    set_change(series, date, wanted, intake);
}

}  // namespace backops::edits
