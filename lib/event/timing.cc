#include "event/timing.h"

#include <fmt/format.h>

#include "event/node_values.h"
#include "event/read.h"
#include "text/failure.h"
#include "time/duration.h"

namespace backops::event {
namespace {

using yaml::Value;

std::string file_text(const model::TimeOrDate& time) {
    return time.is_date ? time::to_text(time.time.date) : time::to_text(time.time);
}

std::optional<model::TimeOrDate> start_of(const Draft& draft) { return time_of(draft.document().root(), "start"); }

// A clock time where it can only be read as this end: the first such after the start.
Value end_value(Noun noun, const model::TimeOrDate& start, const model::TimeOrDate& end) {
    if (noun != Noun::activity || end.is_date || start.is_date) return Value::bare_scalar(file_text(end));
    const std::int64_t length = time::linear(end.time) - time::linear(start.time);
    const std::int32_t clock = time::calendar(end.time).seconds;
    if (length > 0 && length <= time::day_seconds) return Value::scalar(time::clock_text(clock));
    return Value::bare_scalar(file_text(end));
}

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
    return model::TimeOrDate{time::written_on(after.time.date, time::from_linear(time::linear(old_end) + by)), false};
}

void move_start(Draft& draft, const std::string& typed, bool end_follows, Intake& intake) {
    const time::Entered entered = intake.start(typed);
    const model::TimeOrDate after{entered.time, entered.is_date};
    const auto before = start_of(draft);
    std::optional<model::TimeOrDate> end;
    const bool changes_form = before && before->is_date != after.is_date && draft.noun() == Noun::activity;
    if (before && end_follows) end = moved_end(draft, *before, after);
    draft.document().set({"start"}, Value::bare_scalar(file_text(after)));
    if (end) draft.document().set({"end"}, end_value(draft.noun(), after, *end));
    if (!changes_form) return;
    draft.document().remove({"end"});
    draft.document().remove({"duration"});
}

}  // namespace

void set_timing(Draft& draft, const Timing& timing, Intake& intake) {
    if (timing.end && timing.length)
        throw text::Failure("`--end` and `--for` are both given", {"keep one of them"}, text::wrong_usage);
    if (timing.start) move_start(draft, *timing.start, !timing.end && !timing.length, intake);
    if (!timing.end && !timing.length) return;
    const auto start = start_of(draft);
    if (!start) throw text::Failure(fmt::format("`{}` has no start", draft.id()), {"give one with --start"});
    if (timing.length) {
        if (start->is_date)
            throw text::Failure("what lasts all day has no length",
                                {"give --start a clock time too, or the last day with --end"});
        const auto length = time::parse_duration(*timing.length);
        if (!length) throw text::Failure(length.error, length.hints);
        if (length->seconds == 0)
            throw text::Failure("a length must be more than nothing",
                                {"for a moment, such as doors: --unset duration"});
        draft.document().remove({"end"});
        draft.document().set({"duration"}, Value::scalar(time::to_text(*length)));
        return;
    }
    const time::Entered end = intake.end(*timing.end, {start->time, start->is_date, true});
    draft.document().remove({"duration"});
    draft.document().set({"end"}, end_value(draft.noun(), *start, {end.time, end.is_date}));
}

}  // namespace backops::event
