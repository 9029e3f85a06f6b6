#include "cmd/describing.h"

#include <fmt/format.h>

#include <functional>

#include "event/node_values.h"
#include "event/read.h"
#include "schedule/timing.h"
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

// What is needed to know when an activity runs: its zone may be its areas'. A series is described by its first date.
model::Plan plan_of(event::Directory& directory, const event::RecordFile& record) {
    model::Plan plan;
    plan.event = directory.event();
    plan.activities = {event::read_activity(record)};
    plan.activities[0].repeat.reset();
    for (const std::string& id : plan.activities[0].areas)
        if (directory.exists(event::Noun::area, id))
            plan.areas.push_back(event::read_area(directory.file(event::Noun::area, id)));
    return plan;
}

// A time as it is written; one that a clock change skips also as what it means: "02:30, which clocks skip: 03:30".
std::string with_meaning(std::string written, const time::Zone& zone, time::WallTime time,
                         const std::function<std::string(time::WallTime)>& shown) {
    const time::Moment moment = zone.at(time);
    if (moment.clock != time::Clock::skipped) return written;
    return fmt::format("{}, which clocks skip: {}", written, shown(zone.wall_time(moment.instant)));
}

// A time after midnight as schedules print it: on its show day's evening, `01:30+1`.
std::string clock_words(const schedule::Occurrence& occurrence, std::int32_t day_start) {
    const time::WallTime start = occurrence.start;
    const time::Zone& zone = occurrence.zone;
    const bool is_late = start.seconds >= time::day_seconds;
    const time::Date day = is_late ? time::show_day(start, day_start) : start.date;
    const auto clock = [&](time::WallTime time) { return time::clock_on(day, time); };
    std::string words = with_meaning(fmt::format("{} {}", time::long_day(day), clock(start)), zone, start, clock);
    if (!occurrence.end) return words;
    const time::WallTime end = *occurrence.end;
    const bool is_near = time::written_on(day, end).date == day;
    if (is_near) return words + "–" + with_meaning(clock(end), zone, end, clock);
    const time::WallTime plain = time::calendar(end);
    return fmt::format("{} – {} {}", words, time::long_day(plain.date), time::clock_text(plain.seconds));
}

// An end that a slip of the pen made the next day's is seen by its length.
std::string length_words(const schedule::Occurrence& occurrence) {
    constexpr std::int64_t long_time = 16 * 3600;
    const std::int64_t length = occurrence.until.seconds - occurrence.from.seconds;
    return length > long_time ? ", " + time::to_text(time::Duration{length}) : "";
}

std::string activity_when(event::Directory& directory, const event::RecordFile& record) {
    const model::Activity activity = event::read_activity(record);
    const model::Event& event = directory.event();
    std::string words;
    if (activity.all_day) {
        words = time::days_text(activity.start.date, activity.end ? activity.end->date : activity.start.date) +
                day_in_brackets(event, activity.start.date);
    } else {
        // The schedule's own reckoning, so that it says the same later.
        const model::Plan plan = plan_of(directory, record);
        const schedule::Zones zones(plan);
        const schedule::Occurrence occurrence = schedule::occurrence_of(plan, zones, plan.activities[0]);
        words = clock_words(occurrence, event.day_start) + day_in_brackets(event, occurrence.day) +
                length_words(occurrence);
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
