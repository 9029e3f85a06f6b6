#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>

#include "render/agenda.h"
#include "render/safe_json.h"

namespace backops::render {

namespace {

using Json = nlohmann::ordered_json;
using schedule::Occurrence;

Json iso(time::WallTime time, bool is_date) {
    return is_date ? time::to_text(time.date) : time::to_text(time::calendar(time));
}

Json iso(const model::TimeOrDate& time) { return iso(time.time, time.is_date); }

std::string_view word_for(model::Status status) {
    switch (status) {
        case model::Status::confirmed:
            return "confirmed";
        case model::Status::tentative:
            return "tentative";
        case model::Status::cancelled:
            return "cancelled";
    }
    return {};
}

/// A need counts as its collaborator's being required (design, section 4), so that `required` and `via` agree.
std::vector<std::string> required_ids(const Occurrence& occurrence) {
    std::vector<std::string> ids = occurrence.participants().required;
    for (const model::Need& need : occurrence.activity->needs) {
        const bool is_new = std::find(ids.begin(), ids.end(), need.collaborator) == ids.end();
        if (is_new && !need.collaborator.empty()) ids.push_back(need.collaborator);
    }
    return ids;
}

Json row_json(const schedule::Row& row) {
    const Occurrence& occurrence = row.occurrence;
    const model::Activity& activity = *occurrence.activity;
    const bool has_end = occurrence.end.has_value();
    Json json;
    json["id"] = activity.id;
    json["occurrence"] = occurrence.original ? Json(name_of(occurrence)) : Json(nullptr);
    json["name"] = occurrence.name();
    json["kind"] = activity.kind;
    json["status"] = word_for(occurrence.status());
    json["day"] = time::to_text(occurrence.day);
    json["start"] = iso(occurrence.start, activity.all_day);
    json["end"] = has_end ? iso(*occurrence.end, activity.all_day) : Json(nullptr);
    json["timezone"] = occurrence.zone.name();
    json["start_instant"] = time::to_text(occurrence.from);
    json["end_instant"] = has_end ? Json(time::to_text(occurrence.until)) : Json(nullptr);
    json["all_day"] = activity.all_day;
    json["global"] = activity.global;
    json["areas"] = occurrence.areas();
    json["location"] = occurrence.location();
    json["organizers"] = occurrence.organizers();
    json["required"] = required_ids(occurrence);
    json["optional"] = occurrence.participants().optional;
    json["via"] = row.via;
    return json;
}

Json event_json(const model::Event& event) {
    Json json;
    json["name"] = event.name;
    json["timezone"] = event.timezone;
    json["start"] = time::to_text(event.start);
    json["end"] = time::to_text(event.end);
    json["day_start"] = time::clock_text(event.day_start);
    return json;
}

Json timeframe_json(const model::Timeframe& timeframe) {
    Json json;
    json["id"] = timeframe.id;
    json["name"] = timeframe.name;
    json["start"] = iso(timeframe.start);
    json["end"] = iso(timeframe.end);
    return json;
}

}  // namespace

std::string schedule_json(const model::Plan& plan, const schedule::Schedule& schedule) {
    Json json;
    json["schema"] = "backops/schedule/1";
    json["event"] = event_json(plan.event);
    json["rows"] = Json::array();
    for (const schedule::Row& row : schedule.rows) json["rows"].push_back(row_json(row));
    json["timeframes"] = Json::array();
    for (const schedule::Band& band : schedule.bands) json["timeframes"].push_back(timeframe_json(*band.timeframe));
    return safe_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace backops::render
