#include "exchange/activity_edits.h"

#include <algorithm>

#include "event/key_path.h"
#include "time/repeat.h"

namespace backops::exchange {
namespace {

using yaml::Value;

Value scalar_of(const std::string& text) { return text.empty() ? Value{} : Value::scalar(text); }

Value prose_of(const std::string& text) { return scalar_of(text.find('\n') == std::string::npos ? text : text + "\n"); }

Value list_of(const std::vector<std::string>& texts) {
    std::vector<Value> items;
    for (const std::string& text : texts) items.push_back(Value::scalar(text));
    return items.empty() ? Value{} : Value::list(std::move(items));
}

Value dates_of(const std::vector<time::Date>& dates) {
    std::vector<Value> items;
    for (const time::Date date : dates) items.push_back(Value::bare_scalar(time::to_text(date)));
    return items.empty() ? Value{} : Value::list(std::move(items));
}

Value date_of(const std::optional<time::Date>& date) {
    return date ? Value::bare_scalar(time::to_text(*date)) : Value{};
}

Value length_of(const std::optional<time::Duration>& length) {
    return length ? Value::scalar(time::to_text(*length)) : Value{};
}

Value people_of(const model::Participants& people) {
    std::vector<std::pair<std::string, Value>> lists;
    if (!people.required.empty()) lists.emplace_back("required", list_of(people.required));
    if (!people.optional.empty()) lists.emplace_back("optional", list_of(people.optional));
    return lists.empty() ? Value{} : Value::map(std::move(lists));
}

// Of a date nobody is not the same as nothing said.
Value own_people_of(const model::Participants& people) {
    Value value = people_of(people);
    return value.empty() ? Value::map({{"required", Value::list({})}}) : value;
}

Value status_of(model::Status status) {
    return status == model::Status::confirmed ? Value{} : Value::scalar(std::string(model::word_for(status)));
}

Value visibility_of(model::Visibility visibility) {
    if (visibility == model::Visibility::crew) return {};
    return Value::scalar(visibility == model::Visibility::everyone ? "public" : "private");
}

Value flag_of(const std::optional<bool>& flag) { return flag ? Value::bare_scalar(*flag ? "true" : "false") : Value{}; }

Value time_of(const model::Activity& activity, const time::WallTime& time) {
    return Value::bare_scalar(activity.all_day ? time::to_text(time.date) : time::to_text(time));
}

Value end_of(const model::Activity& activity, const time::WallTime& start, const std::optional<time::WallTime>& end) {
    return end ? event::end_value({start, activity.all_day}, {*end, activity.all_day}) : Value{};
}

/// The keys of an activity in the order of its file, each with its value; nothing where it has none.
using Keys = std::vector<std::pair<std::string, Value>>;

// Of a change, a clock time is of its date.
Value start_on(const model::Activity& series, const model::Change& change) {
    if (!change.start) return {};
    if (series.all_day || change.start->date != change.date) return time_of(series, *change.start);
    return Value::scalar(time::clock_text(change.start->seconds));
}

Keys keys_of(const model::Activity& series, const model::Change& change) {
    const time::WallTime start = change.start.value_or(time::WallTime{change.date, series.start.seconds});
    return {{"name", change.name ? scalar_of(*change.name) : Value{}},
            {"description", change.description ? prose_of(*change.description) : Value{}},
            {"status", change.status ? Value::scalar(std::string(model::word_for(*change.status))) : Value{}},
            {"start", start_on(series, change)},
            {"end", end_of(series, start, change.end)},
            {"duration", length_of(change.duration)},
            {"areas", change.areas ? list_of(*change.areas) : Value{}},
            {"location", change.location ? scalar_of(*change.location) : Value{}},
            {"organizers", change.organizers ? list_of(*change.organizers) : Value{}},
            {"participants", change.participants ? own_people_of(*change.participants) : Value{}}};
}

Keys keys_of(const model::Repeat& repeat) {
    std::vector<Value> on;
    for (const time::On day : repeat.on)
        on.push_back(day.weekday ? Value::scalar(time::to_text(day)) : Value::bare_scalar(time::to_text(day)));
    const bool has_week = repeat.week_start != time::Weekday::mon;
    return {{"every", repeat.every ? Value::scalar(time::to_text(*repeat.every)) : Value{}},
            {"dates", dates_of(repeat.dates)},
            {"on", on.empty() ? Value{} : Value::list(std::move(on))},
            {"week_start", has_week ? Value::scalar(std::string(time::short_name(repeat.week_start))) : Value{}},
            {"until", date_of(repeat.until)},
            {"count", repeat.count ? Value::bare_scalar(std::to_string(*repeat.count)) : Value{}},
            {"during", scalar_of(repeat.during)},
            {"skip", dates_of(repeat.skip)}};
}

Keys keys_of(const model::Activity& activity) {
    return {{"name", scalar_of(activity.name)},
            {"description", prose_of(activity.description)},
            {"tags", list_of(activity.tags)},
            {"kind", scalar_of(activity.kind)},
            {"status", status_of(activity.status)},
            {"start", time_of(activity, activity.start)},
            {"end", end_of(activity, activity.start, activity.end)},
            {"duration", length_of(activity.duration)},
            {"timezone", scalar_of(activity.timezone)},
            {"areas", list_of(activity.areas)},
            {"location", scalar_of(activity.location)},
            {"organizers", list_of(activity.organizers)},
            {"participants", people_of(activity.participants)},
            {"busy", flag_of(activity.busy)},
            {"visibility", visibility_of(activity.visibility)},
            {"uid", scalar_of(activity.uid)}};
}

// Without those that have no value.
Value map_of(Keys keys) {
    std::erase_if(keys, [](const auto& entry) { return entry.second.empty(); });
    return keys.empty() ? Value{} : Value::map(std::move(keys));
}

Value repeat_of(const model::Activity& activity) {
    if (!activity.repeat) return {};
    Keys keys = keys_of(*activity.repeat);
    Keys changes;
    for (const model::Change& change : activity.repeat->changes)
        if (Value value = map_of(keys_of(activity, change)); !value.empty())
            changes.emplace_back(time::to_text(change.date), std::move(value));
    keys.emplace_back("changes", map_of(std::move(changes)));
    return map_of(std::move(keys));
}

// An end that stands there in full means another length after another start.
void add_differing(Edits& edits, const std::string& path, const Keys& before, Keys after) {
    bool moves = false;
    for (std::size_t i = 0; i < after.size(); ++i) {
        auto& [key, value] = after[i];
        const bool differs = !yaml::same(before[i].second, value);
        moves = moves || (differs && key == "start");
        if (differs || (moves && key == "end" && !value.empty()))
            edits.values.emplace_back(path + key, std::move(value));
    }
}

void add_changes(Edits& edits, const model::Activity& before, const model::Activity& after) {
    for (const model::Change& change : after.repeat->changes) {
        const auto& all = before.repeat->changes;
        const auto same =
            std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.date == change.date; });
        model::Change none;
        none.date = change.date;
        add_differing(edits, "repeat.changes." + time::to_text(change.date) + ".",
                      keys_of(before, same == all.end() ? none : *same), keys_of(after, change));
    }
    for (const model::Change& change : before.repeat->changes) {
        const auto& all = after.repeat->changes;
        if (std::none_of(all.begin(), all.end(), [&](const auto& one) { return one.date == change.date; }))
            edits.values.emplace_back("repeat.changes." + time::to_text(change.date), Value{});
    }
}

}  // namespace

Edits edits(const model::Activity& before, const model::Activity& after) {
    Edits edits;
    add_differing(edits, "", keys_of(before), keys_of(after));
    if (before.repeat && after.repeat) {
        add_differing(edits, "repeat.", keys_of(*before.repeat), keys_of(*after.repeat));
        add_changes(edits, before, after);
    } else if (before.repeat || after.repeat) {
        edits.values.emplace_back("repeat", repeat_of(after));
    }
    return edits;
}

Value record_of(const model::Activity& activity) {
    Keys keys = keys_of(activity);
    keys.emplace_back("repeat", repeat_of(activity));
    const auto order = event::key_order(event::Noun::activity)({});
    const auto place = [&](const auto& entry) { return std::find(order.begin(), order.end(), entry.first); };
    std::stable_sort(keys.begin(), keys.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    return map_of(std::move(keys));
}

}  // namespace backops::exchange
