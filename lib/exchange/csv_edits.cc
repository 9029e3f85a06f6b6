#include "exchange/csv_edits.h"

#include <fmt/format.h>

#include <algorithm>

#include "event/node_values.h"
#include "event/read.h"
#include "text/utf8.h"

namespace backops::exchange {
namespace {

using event::text_of;
using event::texts_of;
using model::TimeOrDate;
using yaml::Node;
using yaml::Value;

std::vector<std::string> participants_of(const Node& activity, std::string_view key) {
    const Node* participants = activity.find("participants");
    return participants ? texts_of(*participants, key) : std::vector<std::string>{};
}

std::string time_text(const time::Entered& time) {
    return time.is_date ? time::to_text(time.time.date) : time::to_text(time.time);
}

// What a cell can say of a text: the blanks around it are not told.
std::string cell_text(const Node& activity, std::string_view key) {
    const std::string text = text_of(activity, key);
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

std::string prose(const std::string& text) { return text.find('\n') == std::string::npos ? text : text + "\n"; }

Value list_of(const std::vector<std::string>& ids) {
    std::vector<Value> items;
    for (const std::string& id : ids) items.push_back(Value::scalar(id));
    return ids.empty() ? Value{} : Value::list(std::move(items));
}

Value scalar_of(std::string text) { return text.empty() ? Value{} : Value::scalar(std::move(text)); }

std::string written_status(const std::string& status) { return status == "confirmed" ? "" : status; }

// Seconds on the wall clock; nothing for a moment.
std::optional<std::int64_t> end_of(const Node& activity) {
    const auto start = event::time_of(activity, "start");
    if (!start) return std::nullopt;
    if (const std::string end = text_of(activity, "end"); !end.empty()) {
        const auto read = event::end_after(*start, end);
        const bool is_moment = read && !start->is_date && time::linear(*read) == time::linear(start->time);
        return read && !is_moment ? std::optional(time::linear(*read)) : std::nullopt;
    }
    const auto duration = event::duration_of(activity, "duration");
    return duration && !start->is_date ? std::optional(time::linear(start->time) + duration->seconds) : std::nullopt;
}

void set_times(Edits& edits, const Node& activity, const RowActivity& row, const Columns& columns,
               event::Intake& intake) {
    const auto before = event::time_of(activity, "start");
    const bool moves = row.start && (!before || *before != TimeOrDate{row.start->time, row.start->is_date});
    if (moves) edits.timing.start = time_text(*row.start);
    edits.timing.all_day = true;
    std::optional<time::Entered> end = row.end;
    if (!end && !row.end_typed.empty() && before)
        end = intake.end(row.end_typed, {before->time, before->is_date, true});
    // A moment is written without an end, and a cell that says so changes nothing in one.
    const auto start = row.start ? std::optional(row.start->time) : before ? std::optional(before->time) : std::nullopt;
    const bool is_moment = end && start && !end->is_date && time::linear(end->time) == time::linear(*start);
    if ((!end && !row.duration) || is_moment) {
        if (!end_of(activity)) return;
        for (const auto& [column, key] : {std::pair{Column::end, "end"}, std::pair{Column::duration, "duration"}})
            if ((columns.has(column) || is_moment) && activity.find(key)) edits.values.push_back({key, {}});
        return;
    }
    if (end) {
        if (moves || end_of(activity) != time::linear(end->time)) edits.timing.end = time_text(*end);
        return;
    }
    const auto old_end = end_of(activity);
    const bool is_same = old_end && before && *old_end - time::linear(before->time) == row.duration->seconds;
    if (!is_same) edits.timing.length = time::to_text(*row.duration);
}

// Who becomes required is no longer optional, and the reverse, where the spreadsheet has only one of the two columns.
void set_participants(Edits& edits, const Node& activity, const RowActivity& row, const Columns& columns) {
    const auto set = [&](const char* key, const std::vector<std::string>& ids) {
        if (ids != participants_of(activity, key))
            edits.values.push_back({std::string("participants.") + key, list_of(ids)});
    };
    const auto without = [&](const char* key, const std::vector<std::string>& gone) {
        std::vector<std::string> ids = participants_of(activity, key);
        std::erase_if(ids,
                      [&](const std::string& id) { return std::find(gone.begin(), gone.end(), id) != gone.end(); });
        set(key, ids);
    };
    const bool has_required = columns.has(Column::required);
    const bool has_optional = columns.has(Column::optional);
    if (has_required) set("required", row.required);
    if (has_required && !has_optional) without("optional", row.required);
    if (has_optional) set("optional", row.optional);
    if (has_optional && !has_required) without("required", row.optional);
}

std::string joined(std::vector<std::string> ids, bool in_order) {
    if (!in_order) std::sort(ids.begin(), ids.end());
    std::string all;
    for (const std::string& id : ids) all += id + ';';
    return all;
}

std::string start_key(std::int64_t seconds, bool is_date) { return fmt::format("{}{}", seconds, is_date ? "d" : ""); }

// Parts that no text holds one of.
constexpr char between = '\x1f';

}  // namespace

Edits edits(const Node& activity, const RowActivity& row, const Columns& columns, event::Intake& intake) {
    Edits edits;
    const auto set = [&](Column column, const char* key, const std::string& before, const std::string& wanted) {
        if (columns.has(column) && before != wanted) edits.values.push_back({key, scalar_of(wanted)});
    };
    const auto set_list = [&](Column column, const char* key, const std::vector<std::string>& wanted) {
        if (columns.has(column) && texts_of(activity, key) != wanted) edits.values.push_back({key, list_of(wanted)});
    };
    set(Column::name, "name", cell_text(activity, "name"), row.name);
    if (columns.has(Column::description) && cell_text(activity, "description") != row.description)
        edits.values.push_back({"description", scalar_of(prose(row.description))});
    set(Column::kind, "kind", cell_text(activity, "kind"), row.kind);
    if (columns.has(Column::status) && written_status(cell_text(activity, "status")) != written_status(row.status))
        edits.values.push_back({"status", scalar_of(row.status)});
    set_list(Column::areas, "areas", row.areas);
    set(Column::location, "location", cell_text(activity, "location"), row.location);
    set_list(Column::organizers, "organizers", row.organizers);
    set_participants(edits, activity, row, columns);
    set_times(edits, activity, row, columns, intake);
    return edits;
}

std::string signature(const RowActivity& row, const Columns& columns) {
    std::string end = row.end_typed;
    const bool is_moment =
        row.end && row.start && !row.end->is_date && time::linear(row.end->time) == time::linear(row.start->time);
    if (row.end) end = is_moment ? "" : std::to_string(time::linear(row.end->time));
    if (row.duration)
        end = row.start ? std::to_string(time::linear(row.start->time) + row.duration->seconds)
                        : time::to_text(*row.duration);
    std::string all = row.name;
    for (const std::string& part :
         {row.start ? start_key(time::linear(row.start->time), row.start->is_date) : "", end, joined(row.areas, true),
          joined(row.organizers, true), joined(row.required, true), joined(row.optional, true), row.kind,
          columns.has(Column::status) ? written_status(row.status) : "", row.location, row.description})
        all += between + part;
    return all;
}

std::string signature(const Node& activity, const Columns& columns) {
    const auto text = [&](Column column, const char* key) {
        return columns.has(column) ? cell_text(activity, key) : "";
    };
    const auto ids = [&](Column column, const std::vector<std::string>& all) {
        return columns.has(column) ? joined(all, true) : "";
    };
    const auto start = event::time_of(activity, "start");
    const auto end = end_of(activity);
    const bool has_end = columns.has(Column::end) || columns.has(Column::duration);
    std::string all = text(Column::name, "name");
    for (const std::string& part :
         {columns.has(Column::start) && start ? start_key(time::linear(start->time), start->is_date) : "",
          has_end && end ? std::to_string(*end) : "", ids(Column::areas, texts_of(activity, "areas")),
          ids(Column::organizers, texts_of(activity, "organizers")),
          ids(Column::required, participants_of(activity, "required")),
          ids(Column::optional, participants_of(activity, "optional")), text(Column::kind, "kind"),
          written_status(text(Column::status, "status")), text(Column::location, "location"),
          text(Column::description, "description")})
        all += between + part;
    return all;
}

Value new_activity(const RowActivity& row) {
    std::vector<std::pair<std::string, Value>> entries;
    const auto add = [&](const char* key, Value value) {
        if (!value.empty()) entries.emplace_back(key, std::move(value));
    };
    add("name", scalar_of(row.name));
    add("description", scalar_of(prose(row.description)));
    add("kind", scalar_of(row.kind));
    add("status", scalar_of(written_status(row.status)));
    add("start", Value::bare_scalar(time_text(*row.start)));
    const bool is_moment = row.end && !row.end->is_date && time::linear(row.end->time) == time::linear(row.start->time);
    if (row.end && !is_moment)
        add("end", event::end_value({row.start->time, row.start->is_date}, {row.end->time, row.end->is_date}));
    if (row.duration) add("duration", Value::scalar(time::to_text(*row.duration)));
    add("areas", list_of(row.areas));
    add("location", scalar_of(row.location));
    add("organizers", list_of(row.organizers));
    std::vector<std::pair<std::string, Value>> participants;
    if (!row.required.empty()) participants.emplace_back("required", list_of(row.required));
    if (!row.optional.empty()) participants.emplace_back("optional", list_of(row.optional));
    if (!participants.empty()) add("participants", Value::map(std::move(participants)));
    return Value::map(std::move(entries));
}

std::string match_key(const RowActivity& row, const Columns& columns) {
    std::string key = text::case_folded(row.name) + between;
    if (columns.has(Column::start) && row.start) key += start_key(time::linear(row.start->time), row.start->is_date);
    return key + between + (columns.has(Column::areas) ? joined(row.areas, false) : "");
}

std::string match_key(const Node& activity, const Columns& columns) {
    std::string key = text::case_folded(cell_text(activity, "name")) + between;
    const auto start = event::time_of(activity, "start");
    if (columns.has(Column::start) && start) key += start_key(time::linear(start->time), start->is_date);
    return key + between + (columns.has(Column::areas) ? joined(texts_of(activity, "areas"), false) : "");
}

}  // namespace backops::exchange
