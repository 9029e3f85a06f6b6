#include "event/node_values.h"
#include "event/read.h"
#include "event/read_guarded.h"
#include "event/values.h"
#include "model/reach.h"

namespace backops::event {
namespace {

using yaml::Node;

model::Participants participants_of(const Node& map) {
    const Node* node = map.find("participants");
    if (!node) return {};
    return {texts_of(*node, "required"), texts_of(*node, "optional")};
}

std::optional<std::string> text_if(const Node& map, std::string_view key) {
    return map.find(key) ? std::optional(prose_of(map, key)) : std::nullopt;
}

std::optional<std::vector<std::string>> texts_if(const Node& map, std::string_view key) {
    return map.find(key) ? std::optional(texts_of(map, key)) : std::nullopt;
}

/// Whether an end says neither its date nor, by hours past midnight, its day.
bool is_plain_clock(std::string_view end) {
    return time::parse_clock(end).value_or(time::day_seconds) < time::day_seconds;
}

/// What lasts too long is reported, and would be on too many days to be worked with.
std::optional<time::WallTime> taken_end(const model::TimeOrDate& start, std::string_view text) {
    const auto end = end_after(start, text);
    return end && time::linear(*end) - time::linear(start.time) <= model::longest_activity ? end : std::nullopt;
}

model::Change change_of(const RecordFile& file, time::Date date, const Node& map, const model::TimeOrDate& series) {
    model::Change change;
    change.date = date;
    change.name = text_if(map, "name");
    change.location = text_if(map, "location");
    change.description = text_if(map, "description");
    change.notes = text_if(map, "notes");
    const auto start = map.find("start") ? time_on(date, text_of(map, "start")) : std::nullopt;
    if (start) change.start = start->time;
    if (map.find("end"))
        change.end = taken_end(start.value_or(model::TimeOrDate{{date, series.time.seconds}, series.is_date}),
                               text_of(map, "end"));
    change.end_is_clock = is_plain_clock(text_of(map, "end"));
    change.duration = duration_of(map, "duration");
    change.areas = texts_if(map, "areas");
    change.organizers = texts_if(map, "organizers");
    if (map.find("participants")) change.participants = participants_of(map);
    change.status = status_in(file, map);
    return change;
}

model::Repeat repeat_of(const RecordFile& file, const Node& map, const model::TimeOrDate& series) {
    model::Repeat repeat;
    if (map.find("every")) repeat.every = time::parse_every(text_of(map, "every")).value;
    repeat.dates = dates_of(map, "dates");
    for (const std::string& word : texts_of(map, "on"))
        if (const auto on = time::parse_on(word)) repeat.on.push_back(*on);
    repeat.week_start = time::parse_weekday(text_of(map, "week_start")).value_or(time::Weekday::mon);
    repeat.until = date_of(map, "until");
    repeat.count = number(text_of(map, "count"));
    repeat.during = text_of(map, "during");
    repeat.skip = dates_of(map, "skip");
    if (const Node* changes = map.find("changes"))
        for (const yaml::Entry& entry : changes->entries)
            if (const auto date = time::parse_date(entry.key))
                repeat.changes.push_back(change_of(file, *date, entry.value, series));
    return repeat;
}

std::vector<model::Segment> segments_of(const Node& root) {
    std::vector<model::Segment> segments;
    for (const Node* node : records_of(root, "segments")) {
        model::Segment segment;
        segment.name = text_of(*node, "name");
        segment.duration = duration_of(*node, "duration");
        segment.start = time::parse_clock(text_of(*node, "start"));
        segment.cue = text_of(*node, "cue");
        segment.type = text_of(*node, "type");
        segment.location = text_of(*node, "location");
        segment.color = text_of(*node, "color");
        segment.notes = prose_of(*node, "notes");
        segment.who = texts_of(*node, "who");
        segment.columns = pairs_of(*node, "columns");
        segments.push_back(std::move(segment));
    }
    return segments;
}

void read_times(const Node& root, model::Activity& activity) {
    const auto start = time_of(root, "start");
    if (!start) return;
    activity.start = start->time;
    activity.all_day = start->is_date;
    activity.duration = duration_of(root, "duration");
    const std::string end = text_of(root, "end");
    if (end.empty()) return;
    const auto read = taken_end(*start, end);
    const bool is_moment = read && !start->is_date && time::linear(*read) == time::linear(start->time);
    if (!is_moment) activity.end = read;
    activity.end_is_clock = activity.end && is_plain_clock(end);
}

}  // namespace

std::optional<time::WallTime> end_after(const model::TimeOrDate& start, std::string_view end) {
    if (start.is_date) {
        const auto date = time::parse_date(end);
        return date ? std::optional(time::WallTime{*date, 0}) : std::nullopt;
    }
    if (const auto clock = time::parse_clock(end)) {
        time::WallTime time{start.time.date, *clock};
        while (time::linear(time) < time::linear(start.time))
            time = time::from_linear(time::linear(time) + time::day_seconds);
        return time::written_on(start.time.date, time);
    }
    return time::parse_wall_time(end).value;
}

std::optional<model::TimeOrDate> time_on(time::Date date, std::string_view start) {
    if (const auto clock = time::parse_clock(start)) return model::TimeOrDate{{date, *clock}, false};
    return time_or_date(start);
}

model::Activity read_activity(const RecordFile& file) {
    model::Activity activity;
    read_common(file, activity);
    activity.visibility = visibility_of(file);
    if (!file.tree) return activity;
    const Node& root = *file.tree;
    activity.kind = text_of(root, "kind");
    activity.status = status_in(file, root).value_or(model::Status::confirmed);
    read_times(root, activity);
    activity.timezone = text_of(root, "timezone");
    activity.global = flag_of(root, "global");
    activity.areas = texts_of(root, "areas");
    activity.location = text_of(root, "location");
    activity.organizers = texts_of(root, "organizers");
    activity.participants = participants_of(root);
    for (const Node* need : records_of(root, "needs"))
        activity.needs.push_back(
            {number(text_of(*need, "count")).value_or(1), text_of(*need, "role"), text_of(*need, "collaborator")});
    if (const Node* repeat = root.find("repeat")) {
        activity.repeat = repeat_of(file, *repeat, {activity.start, activity.all_day});
        if (!is_read_whole(file, "repeat")) make_unsure(activity);
    }
    activity.segments = segments_of(root);
    if (root.find("busy")) activity.busy = flag_of(root, "busy");
    activity.fixed = flag_of(root, "fixed");
    for (const Node* accept : records_of(root, "accept"))
        activity.accept.push_back({text_of(*accept, "rule"), text_of(*accept, "with"), text_of(*accept, "reason"),
                                   text_of(*accept, "by"), date_of(*accept, "until")});
    activity.uid = text_of(root, "uid");
    activity.continues = text_of(root, "continues");
    return activity;
}

}  // namespace backops::event
