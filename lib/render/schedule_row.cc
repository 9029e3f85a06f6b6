#include "render/schedule_row.h"

#include <algorithm>
#include <string_view>

namespace backops::render {

namespace {

using schedule::Occurrence;

/// A need counts as its collaborator's being required (design, section 4), so that `required` and `via` agree.
std::vector<std::string> required_ids(const Occurrence& occurrence) {
    std::vector<std::string> ids = occurrence.participants().required;
    for (const model::Need& need : occurrence.activity->needs) {
        const bool is_new = std::find(ids.begin(), ids.end(), need.collaborator) == ids.end();
        if (is_new && !need.collaborator.empty()) ids.push_back(need.collaborator);
    }
    return ids;
}

}  // namespace

std::string iso(const model::TimeOrDate& time) {
    return time.is_date ? time::to_text(time.time.date) : time::to_text(time::calendar(time.time));
}

Json row_json(const schedule::Row& row) {
    const Occurrence& occurrence = row.occurrence;
    const model::Activity& activity = *occurrence.activity;
    const bool has_end = occurrence.end.has_value();
    constexpr std::size_t keys = 18;
    Json json = Json::object();
    make_room(json, keys);
    json["id"] = activity.id;
    json["occurrence"] = occurrence.original ? Json(name_of(occurrence)) : Json(nullptr);
    json["name"] = occurrence.name();
    json["kind"] = activity.kind;
    json["status"] = word_for(occurrence.status());
    json["day"] = time::to_text(occurrence.day);
    json["start"] = iso({occurrence.start, activity.all_day});
    json["end"] = has_end ? Json(iso({*occurrence.end, activity.all_day})) : Json(nullptr);
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

}  // namespace backops::render
