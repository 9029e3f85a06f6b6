#include "render/agenda.h"
#include "render/safe_json.h"
#include "render/schedule_row.h"

namespace backops::render {

namespace {

Json event_json(const model::Event& event) {
    Json json;
    json["name"] = event.name;
    json["timezone"] = event.timezone;
    json["start"] = time::to_text(event.start);
    json["end"] = time::to_text(event.end);
    json["day_start"] = time::clock_text(event.day_start);
    return json;
}

Json timeframe_json(const schedule::Band& band) {
    Json json;
    json["id"] = band.timeframe->id;
    json["name"] = band.timeframe->name;
    json["start"] = iso(band.start);
    json["end"] = iso(band.end);
    return json;
}

}  // namespace

std::string schedule_ndjson(const schedule::Schedule& schedule) {
    std::string lines;
    for (const schedule::Row& row : schedule.rows)
        lines += safe_json(row_json(row).dump(-1, ' ', false, Json::error_handler_t::replace)) + '\n';
    return lines;
}

std::string schedule_json(const model::Plan& plan, const schedule::Schedule& schedule) {
    Json json;
    json["schema"] = "backops/schedule/1";
    json["event"] = event_json(plan.event);
    json["shown_in"] = schedule.shown_in ? Json(schedule.shown_in->name()) : Json(nullptr);
    json["rows"] = Json::array();
    for (const schedule::Row& row : schedule.rows) json["rows"].push_back(row_json(row));
    json["timeframes"] = Json::array();
    for (const schedule::Band& band : schedule.bands) json["timeframes"].push_back(timeframe_json(band));
    return dumped(json);
}

}  // namespace backops::render
