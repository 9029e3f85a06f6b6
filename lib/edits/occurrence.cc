#include "edits/occurrence.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "edits/named.h"
#include "edits/series_dates.h"
#include "event/node_values.h"
#include "event/read.h"
#include "event/timing.h"
#include "text/failure.h"

namespace backops::edits {
namespace {

using event::Draft;
using event::Intake;
using event::Noun;
using yaml::Value;

std::string iso(const model::TimeOrDate& time) {
    return time.is_date ? time::to_text(time.time.date) : time::to_text(time.time);
}

void move_to(Draft& draft, const model::TimeOrDate& start, Intake& intake) {
    event::set_timing(draft, {iso(start), std::nullopt, std::nullopt, start.is_date}, intake);
}

std::optional<model::TimeOrDate> start_of(const Draft& draft) {
    return event::time_of(draft.document().root(), "start");
}

/// As the rule writes it on that date, without any change.
Draft plain_single(const Draft& series, time::Date date, Intake& intake) {
    Draft draft = Draft::fresh(Noun::activity, series.id(), series.document().text());
    draft.document().remove({"repeat"});
    if (auto start = start_of(draft)) {
        start->time.date = date;
        move_to(draft, *start, intake);
    }
    return draft;
}

yaml::Path change_path(time::Date date) { return {"repeat", "changes", time::to_text(date)}; }

yaml::Path change_path(time::Date date, std::string_view key) {
    yaml::Path path = change_path(date);
    path.emplace_back(std::string(key));
    return path;
}

bool is_timing(std::string_view key) { return key == "start" || key == "end" || key == "duration"; }

/// `start` first, so that an end that is written with it is not moved by it.
void apply(const yaml::Node& change, time::Date date, Draft& draft, Intake& intake) {
    if (change.find("start"))
        if (const auto start = event::time_on(date, event::text_of(change, "start"))) move_to(draft, *start, intake);
    for (const yaml::Entry& entry : change.entries) {
        if (entry.key == "start" || entry.value.kind == yaml::Kind::nothing) continue;
        draft.document().set({entry.key}, yaml::value_of(entry.value));
        if (entry.key == "end") draft.document().remove({"duration"});
        if (entry.key == "duration") draft.document().remove({"end"});
    }
}

/// What a key says; one that is not there says its default, so that a date can go back to it.
Value value_at(const Draft& draft, std::string_view key) {
    const yaml::Node* node = draft.document().root().find(key);
    if (!node) return key == "status" ? Value::scalar("confirmed") : Value{};
    return yaml::value_of(*node);
}

std::set<std::string> keys_that_differ(const Draft& before, const Draft& after) {
    std::set<std::string> keys;
    for (const Draft* draft : {&before, &after})
        for (const yaml::Entry& entry : draft->document().root().entries)
            if (!yaml::same(value_at(before, entry.key), value_at(after, entry.key))) keys.insert(entry.key);
    return keys;
}

[[noreturn]] void cannot_differ(const std::string& id, time::Date date, const std::string& key) {
    throw text::Failure(
        fmt::format("`{}` of `{}` is the same on all its dates", key, id),
        {fmt::format("for all dates, {}edit {}; from this date on, edit {}", key == "repeat" ? "" : "add --series or ",
                     id, to_text(Named{id, date, true})),
         fmt::format("for an activity of its own: backops activity copy {0}, then backops activity skip {0}",
                     to_text(Named{id, date}))});
}

[[noreturn]] void cannot_be_empty(const std::string& id, time::Date date, const std::string& key) {
    throw text::Failure(
        fmt::format("`{}` of `{}` can be another on one date, but not be missing", key, id),
        {fmt::format("for an activity of its own: backops activity copy {0}, then backops activity skip {0}",
                     to_text(Named{id, date}))});
}

/// Whether `repeat.changes` can hold the key.
bool can_differ(const std::string& key) {
    const event::Field& changes =
        *event::find_field(event::find_field(event::fields_of(Noun::activity), "repeat")->fields, "changes");
    return event::find_field(changes.element->fields, key) != nullptr;
}

void check_changeable(const Draft& plain, time::Date date, const std::string& key, const Draft& wanted) {
    const std::string& id = plain.id();
    if (!can_differ(key)) cannot_differ(id, date, key);
    const bool is_emptied = value_at(wanted, key).empty() && !value_at(plain, key).empty();
    if (!is_timing(key) && is_emptied) cannot_be_empty(id, date, key);
}

/// Seconds on the clock from start to end; nothing when it is not given by an `end`, or is a moment by it.
std::optional<std::int64_t> clock_length(const Draft& draft) {
    const auto start = start_of(draft);
    const std::string end = event::text_of(draft.document().root(), "end");
    const auto until = start && !end.empty() ? event::end_after(*start, end) : std::nullopt;
    const std::int64_t length = until ? time::linear(*until) - time::linear(start->time) : 0;
    return length == 0 ? std::nullopt : std::optional(length);
}

std::optional<time::Duration> duration_of(const Draft& draft) {
    return event::duration_of(draft.document().root(), "duration");
}

/// What one date says of one key: nothing when it is as the series has it.
void put(Draft& series, time::Date date, std::string_view key, const Value& value) {
    if (value.empty()) return series.document().remove(change_path(date, key));
    series.put(fmt::format("repeat.changes.{}.{}", time::to_text(date), key), value);
}

/// The same moment of the same show day: 28:30 is not 04:30 of the next date.
bool same_start(const model::TimeOrDate& a, const model::TimeOrDate& b, std::int32_t day_start) {
    if (a.is_date != b.is_date || time::linear(a.time) != time::linear(b.time)) return false;
    return a.is_date || time::show_day(a.time, day_start) == time::show_day(b.time, day_start);
}

void put_start(Draft& series, time::Date date, const Draft& plain, const Draft& wanted, Intake& intake) {
    const auto usual = start_of(plain);
    const auto start = start_of(wanted);
    if (!start || !usual || same_start(*start, *usual, intake.setting().day_start))
        return put(series, date, "start", {});
    const bool as_clock = !start->is_date && start->time.date == date;
    put(series, date, "start",
        as_clock ? Value::scalar(time::clock_text(start->time.seconds)) : Value::bare_scalar(iso(*start)));
}

void put_length(Draft& series, time::Date date, const Draft& plain, const Draft& wanted) {
    const bool is_usual = clock_length(plain) == clock_length(wanted) && duration_of(plain) == duration_of(wanted);
    Value end = is_usual ? Value{} : value_at(wanted, "end");
    const Value duration = is_usual ? Value{} : value_at(wanted, "duration");
    // Only the clock of the start itself says that this date is a moment.
    const auto start = start_of(wanted);
    if (!is_usual && end.empty() && duration.empty() && start && !start->is_date)
        end = event::end_value(*start, *start);
    if (!is_usual && end.empty() && duration.empty()) cannot_be_empty(series.id(), date, "end");
    // What is written first, so that a change that had only the other is not empty in between.
    for (const auto& [key, value] : {std::pair{"end", end}, std::pair{"duration", duration}})
        if (!value.empty()) put(series, date, key, value);
    for (const auto& [key, value] : {std::pair{"end", end}, std::pair{"duration", duration}})
        if (value.empty()) put(series, date, key, value);
}

}  // namespace

Draft single(const Draft& series, time::Date date, Intake& intake) {
    Draft draft = plain_single(series, date, intake);
    if (const yaml::Node* change = yaml::at(series.document().root(), change_path(date)))
        apply(*change, date, draft, intake);
    return draft;
}

std::optional<time::WallTime> start_of_date(Intake& intake, std::string_view name) {
    event::Directory& directory = intake.directory();
    if (!directory.exists(Noun::activity, name.substr(0, name.find('@')))) return std::nullopt;
    const Named date = named(intake, name);
    const Draft series = Draft::of(directory, Noun::activity, date.id);
    SeriesDates(directory, series).require(date);
    const auto start = start_of(single(series, *date.date, intake));
    if (!start) return std::nullopt;
    return start->is_date ? time::WallTime{start->time.date, directory.event().day_start} : start->time;
}

void set_change(Draft& series, time::Date date, const Draft& wanted, Intake& intake) {
    const Draft plain = plain_single(series, date, intake);
    const std::set<std::string> keys = keys_that_differ(single(series, date, intake), wanted);
    for (const std::string& key : keys) check_changeable(plain, date, key, wanted);
    if (std::ranges::any_of(keys, is_timing)) {
        put_start(series, date, plain, wanted, intake);
        put_length(series, date, plain, wanted);
    }
    for (const std::string& key : keys) {
        if (is_timing(key)) continue;
        const Value value = value_at(wanted, key);
        put(series, date, key, yaml::same(value, value_at(plain, key)) ? Value{} : value);
    }
}

std::vector<std::string> shared_keys(const Draft& series, time::Date date, const Draft& wanted, Intake& intake) {
    std::vector<std::string> shared;
    for (const std::string& key : keys_that_differ(single(series, date, intake), wanted))
        if (key != "repeat" && !can_differ(key)) shared.push_back(key);
    return shared;
}

void put_shared(Draft& series, const Draft& wanted, const std::vector<std::string>& keys) {
    for (const std::string& key : keys) {
        const yaml::Node* value = wanted.document().root().find(key);
        if (value)
            series.document().set({key}, yaml::value_of(*value));
        else
            series.document().remove({key});
    }
}

}  // namespace backops::edits
