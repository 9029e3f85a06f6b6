#include "cmd/describing.h"

#include <fmt/format.h>

#include "event/node_values.h"
#include "event/read.h"
#include "text/wording.h"
#include "time/duration.h"
#include "time/phrase.h"
#include "time/repeat.h"
#include "time/zone.h"

namespace backops::cmd {
namespace {

std::string day_in_brackets(const model::Event& event, time::Date day) {
    if (day < event.start || event.end < day) return "";
    return fmt::format(" (day {})", day - event.start + 1);
}

std::string repeats(const model::Repeat& repeat) {
    if (!repeat.every) return fmt::format(", on {}", text::counted(repeat.dates.size(), "date"));
    time::RuleText rule;
    rule.every = time::to_text(*repeat.every);
    for (const time::On& on : repeat.on) rule.on.push_back(time::to_text(on));
    if (repeat.until) rule.until = time::to_text(*repeat.until);
    if (repeat.count) rule.count = std::to_string(*repeat.count);
    rule.during = repeat.during;
    return ", every " + time::to_text(rule);
}

// A time after midnight as schedules print it: on its show day's evening, `01:30+1`.
std::string clock_words(time::WallTime start, std::optional<time::WallTime> end, std::int32_t day_start) {
    if (start.seconds < time::day_seconds) return time::span_text(start, end);
    const time::Date day = time::show_day(start, day_start);
    const std::string words = fmt::format("{} {}", time::long_day(day), time::clock_on(day, start));
    return end ? fmt::format("{}–{}", words, time::clock_on(day, *end)) : words;
}

std::string activity_when(event::Directory& directory, const event::RecordFile& record) {
    const model::Activity activity = event::read_activity(record);
    const model::Event& event = directory.event();
    std::string words;
    if (activity.all_day) {
        words = time::days_text(activity.start.date, activity.end ? activity.end->date : activity.start.date) +
                day_in_brackets(event, activity.start.date);
    } else {
        std::optional<time::WallTime> end = activity.end;
        // Elapsed time meets a clock change only through the zone; without one near, adding it to the clock is the
        // same.
        if (activity.duration)
            if (const auto zone = time::find_zone(activity.timezone.empty() ? event.timezone : activity.timezone))
                end = time::written_on(activity.start.date, zone->wall_time({zone->at(activity.start).instant.seconds +
                                                                             activity.duration->seconds}));
        words = clock_words(activity.start, end, event.day_start) +
                day_in_brackets(event, time::show_day(activity.start, event.day_start));
    }
    return words + (activity.repeat ? repeats(*activity.repeat) : "");
}

std::string timeframe_when(const event::RecordFile& record) {
    const model::Timeframe frame = event::read_timeframe(record);
    if (frame.start.is_date && frame.end.is_date) return time::days_text(frame.start.time.date, frame.end.time.date);
    return time::span_text(frame.start.time, frame.end.time);
}

void name_all(event::Directory& directory, const std::vector<std::string>& ids, std::string_view mark,
              std::vector<std::string>& parts) {
    for (const std::string& id : ids) {
        const auto noun = directory.party(id);
        parts.push_back((noun ? directory.name(*noun, id) : id) + std::string(mark));
    }
}

std::vector<std::string> parts_of(event::Directory& directory, const event::RecordFile& record) {
    std::vector<std::string> parts;
    const yaml::Node& root = *record.tree;
    for (const std::string& area : event::texts_of(root, "areas"))
        parts.push_back(directory.name(event::Noun::area, area));
    if (const yaml::Node* participants = root.find("participants");
        participants && record.noun == event::Noun::activity) {
        name_all(directory, event::texts_of(*participants, "required"), "", parts);
        name_all(directory, event::texts_of(*participants, "optional"), " (opt)", parts);
    }
    for (const yaml::Node* need : event::records_of(root, "needs"))
        parts.push_back(fmt::format("{} × {}", event::text_of(*need, "count"), event::text_of(*need, "role")));
    if (record.noun == event::Noun::crew)
        parts.push_back(directory.name(event::Noun::collaborator, event::text_of(root, "collaborator")));
    return parts;
}

}  // namespace

std::string when(event::Directory& directory, const event::RecordFile& record) {
    if (!record.tree || !record.tree->find("start")) return "";
    if (record.noun == event::Noun::activity) return activity_when(directory, record);
    return record.noun == event::Noun::timeframe ? timeframe_when(record) : "";
}

std::string described(event::Directory& directory, const event::RecordFile& record) {
    if (!record.tree) return record.id;
    std::string line = when(directory, record);
    if (record.noun == event::Noun::event) {
        const model::Event event = event::read_event(record);
        return fmt::format("{}, {}", event.name, time::days_text(event.start, event.end));
    }
    if (line.empty()) line = event::text_of(*record.tree, "name");
    if (const std::string status = event::text_of(*record.tree, "status"); !status.empty() && status != "confirmed")
        line += ", " + status;
    std::vector<std::string> parts = parts_of(directory, record);
    constexpr std::size_t most = 6;
    for (std::size_t i = 0; i < parts.size() && i < most; ++i) line += ", " + parts[i];
    if (parts.size() > most) line += fmt::format(", {} more", parts.size() - most);
    return line;
}

}  // namespace backops::cmd
