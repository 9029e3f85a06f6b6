#include "event/timing.h"

#include <fmt/format.h>

#include "event/node_values.h"
#include "event/read.h"
#include "text/failure.h"
#include "time/duration.h"
#include "time/numeric.h"

namespace backops::event {
namespace {

using yaml::Value;

std::string file_text(const model::TimeOrDate& time) {
    return time.is_date ? time::to_text(time.time.date) : time::to_text(time.time);
}

std::optional<model::TimeOrDate> start_of(const Draft& draft) { return time_of(draft.document().root(), "start"); }

// Where the end goes when only the start moves: as far as the start went.
std::optional<model::TimeOrDate> moved_end(const Draft& draft, const model::TimeOrDate& before,
                                           const model::TimeOrDate& after) {
    const std::string end = text_of(draft.document().root(), "end");
    if (end.empty() || before.is_date != after.is_date) return std::nullopt;
    const auto old = draft.noun() == Noun::activity ? end_after(before, end) : std::optional<time::WallTime>();
    const auto other = time_of(draft.document().root(), "end");
    const bool is_date = time::parse_date(end).has_value();
    if (!old && !other) return std::nullopt;
    const time::WallTime old_end = old ? *old : other->time;
    if (is_date) return model::TimeOrDate{{old_end.date + (after.time.date - before.time.date), 0}, true};
    const std::int64_t by = time::linear(after.time) - time::linear(before.time);
    const time::WallTime moved = time::from_linear(time::linear(old_end) + by);
    // Past midnight only where it was written so.
    const bool late = old_end.seconds >= time::day_seconds;
    return model::TimeOrDate{late ? time::written_on(after.time.date, moved) : moved, false};
}

bool same_moment(const model::TimeOrDate& a, const model::TimeOrDate& b) {
    return a.is_date == b.is_date && time::linear(a.time) == time::linear(b.time);
}

// Leaves an end alone that says the same in another way.
void put_end(Draft& draft, const model::TimeOrDate& start, const model::TimeOrDate& end) {
    const std::string text = text_of(draft.document().root(), "end");
    const auto now = draft.noun() == Noun::activity && !start.is_date ? end_after(start, text) : std::nullopt;
    const auto other = time_of(draft.document().root(), "end");
    if (now && !end.is_date && same_moment({*now, false}, end)) return;
    if (!now && other && same_moment(*other, end)) return;
    draft.put("end", draft.noun() == Noun::activity ? end_value(start, end) : Value::bare_scalar(file_text(end)));
}

// Seconds since the midnight of the show day that a time belongs to.
std::int32_t clock_of_show_day(const model::TimeOrDate& time, Intake& intake) {
    const time::Date day = time::show_day(time.time, intake.setting().day_start);
    return static_cast<std::int32_t>(time::linear(time.time) - time::linear({day, 0}));
}

// A clock time alone with an offset from UTC is refused with what it is on the day that the record is on.
void refuse_offset(const std::string& typed, const model::TimeOrDate& before, Intake& intake) {
    const auto clock = time::read_clock(typed);
    if (!clock || !clock->elsewhere) return;
    time::Setting there = intake.setting();
    there.first = before.is_date ? before.time.date : time::show_day(before.time, there.day_start);
    there.last = there.first;
    const auto refused = time::parse_start(typed, there);
    throw text::Failure(refused.error, refused.hints);
}

// A clock time alone is one of the show day that the record is on already, and a day alone keeps the clock time.
model::TimeOrDate new_start(const Timing& timing, const std::optional<model::TimeOrDate>& before, Intake& intake) {
    const std::string& typed = *timing.start;
    if (const auto typed_clock = before ? intake.clock(typed) : std::nullopt) {
        const std::int32_t day_start = intake.setting().day_start;
        std::int32_t clock = *time::parse_clock(*typed_clock);
        if (clock < day_start) clock += time::day_seconds;
        const time::Date day = before->is_date ? before->time.date : time::show_day(before->time, day_start);
        return {{day, clock}, false};
    }
    if (before) refuse_offset(typed, *before, intake);
    const time::Entered entered = intake.start(typed);
    const bool keeps_clock = before && !before->is_date && entered.is_date && !timing.all_day;
    if (keeps_clock)
        return {time::written_on(entered.time.date, {entered.time.date, clock_of_show_day(*before, intake)}), false};
    return {entered.time, entered.is_date};
}

void move_start(Draft& draft, const Timing& timing, Intake& intake) {
    const auto before = start_of(draft);
    const model::TimeOrDate after = new_start(timing, before, intake);
    const bool end_follows = !timing.end && !timing.length;
    std::optional<model::TimeOrDate> end;
    const bool changes_form = before && before->is_date != after.is_date && draft.noun() == Noun::activity;
    if (before && end_follows) end = moved_end(draft, *before, after);
    draft.put("start", Value::bare_scalar(file_text(after)));
    if (end) put_end(draft, after, *end);
    if (!changes_form) return;
    draft.document().remove({"end"});
    draft.document().remove({"duration"});
}

time::Duration length_of(const std::string& typed) {
    const auto length = time::parse_duration(typed);
    const bool is_nothing = length ? length->seconds == 0 : typed == "0";
    if (is_nothing)
        throw text::Failure("a length must be more than nothing",
                            {"a moment, such as doors, has no length; `--unset duration` takes one away"});
    if (!length) throw text::Failure(length.error, length.hints);
    return *length;
}

void put_length(Draft& draft, const model::TimeOrDate& start, const std::string& typed) {
    if (start.is_date)
        throw text::Failure("what lasts all day has no length",
                            {"give --start a clock time too, or the last day with --end"});
    const time::Duration length = length_of(typed);
    if (draft.noun() != Noun::activity) {
        return put_end(draft, start, {time::from_linear(time::linear(start.time) + length.seconds), false});
    }
    draft.put("duration", Value::scalar(time::to_text(length)));
    draft.document().remove({"end"});
}

}  // namespace

Value end_value(const model::TimeOrDate& start, const model::TimeOrDate& end) {
    const std::int64_t length = time::linear(end.time) - time::linear(start.time);
    const bool is_clock = !end.is_date && !start.is_date && length >= 0 && length < time::day_seconds;
    return is_clock ? Value::scalar(time::clock_text(time::calendar(end.time).seconds))
                    : Value::bare_scalar(file_text(end));
}

void set_timing(Draft& draft, const Timing& timing, Intake& intake) {
    if (timing.end && timing.length)
        throw text::Failure("`--end` and `--for` are both given", {"keep one of them"}, text::wrong_usage);
    if (timing.start) move_start(draft, timing, intake);
    if (!timing.end && !timing.length) return;
    const auto start = start_of(draft);
    if (!start) throw text::Failure(fmt::format("`{}` has no start", draft.id()), {"give one with --start"});
    if (timing.length) return put_length(draft, *start, *timing.length);
    const time::Entered end = intake.end(*timing.end, {start->time, start->is_date, true});
    // An activity that ends when it starts is a moment, which is written without an end.
    const bool is_moment = !end.is_date && time::linear(end.time) == time::linear(start->time);
    if (is_moment && draft.noun() == Noun::activity)
        draft.document().remove({"end"});
    else
        put_end(draft, *start, {end.time, end.is_date});
    draft.document().remove({"duration"});
}

}  // namespace backops::event
