#include "render/sheet_rows.h"

#include <algorithm>
#include <utility>

#include "render/agenda_rows.h"
#include "render/names.h"
#include "render/schedule_row.h"
#include "schedule/in_zone.h"
#include "text/width.h"

namespace backops::render {

using schedule::Row;

Json parts_json(std::span<const schedule::Stretch> parts) {
    if (parts.empty()) return nullptr;
    Json all = Json::array();
    for (const schedule::Stretch& part : parts)
        all.push_back({{"from_instant", time::to_text(part.from)}, {"until_instant", time::to_text(part.until)}});
    return all;
}

SheetRows::Key SheetRows::key_of(const SheetWords& words, const schedule::Occurrence& occurrence,
                                 schedule::Stretch time) {
    return {words.day(), words.clock().name(), occurrence.activity, occurrence.original, time.from, time.until};
}

const Json& SheetRows::of(const SheetWords& words, const schedule::Entry& entry) {
    const schedule::Occurrence& occurrence = *entry.occurrence;
    const auto [at, is_new] = entries_.try_emplace(key_of(words, occurrence, entry.time));
    if (is_new)
        at->second = {{"id", occurrence.activity->id},
                      {"occurrence", occurrence.original ? Json(schedule::name_of(occurrence)) : Json(nullptr)},
                      {"name", text::one_line(occurrence.name())},
                      {"time", words.time(occurrence, entry.time.from)},
                      {"time_instant", time::to_text(entry.time.from)},
                      {"place", line_or_null(words.place(occurrence))}};
    return at->second;
}

SheetRows::Made SheetRows::made(const SheetWords& words, const schedule::Occurrence& occurrence) const {
    Made made;
    schedule::Schedule schedule;
    schedule.rows.push_back({occurrence, {}, std::nullopt, {}});
    const schedule::Schedule own = schedule;
    schedule = in_zone(std::move(schedule), words.clock(), words.plan().event.day_start);
    schedule.rows.front().own_clock.reset();
    // What another clock has on another day is still of this sheet's.
    schedule.rows.front().occurrence.day = words.day();
    schedule::Selection selection;
    selection.days = {words.day()};
    selection.audience = words.audience();
    AgendaRow said = agenda_rows(words.plan(), schedule, selection).front();
    said = on_day(std::move(said), words.day());
    const model::Activity& activity = *occurrence.activity;
    const bool is_tentative = occurrence.status() == model::Status::tentative;
    const bool is_open = activity.all_day && is_tentative;
    const std::string own_times = words.own_times(occurrence);
    made.name = own_times.empty() ? said.name : said.name + " (" + own_times + ')';
    constexpr std::size_t keys = 48;
    Json& json = made.json;
    json = row_json(own.rows.front());
    make_room(json, keys);
    json["from"] = is_open ? "TBD" : said.start;
    json["until"] = line_or_null(said.end);
    json["times"] = is_open ? "TBD" : times(said);
    json["own_times"] = line_or_null(own_times);
    for (const char* of_sheet : {"marks", "title", "why", "reason", "parts", "parts_text"}) json[of_sheet] = nullptr;
    json["place"] = line_or_null(words.place(occurrence));
    json["who"] = said.who;
    json["who_text"] = line_or_null(joined(said.who, ", "));
    json["is_key"] = sheet::is_key(occurrence);
    json["is_tentative"] = is_tentative;
    json["is_cancelled"] = occurrence.status() == model::Status::cancelled;
    const model::Change* change = occurrence.change;
    json["description"] = lines_or_null(change && change->description ? *change->description : activity.description);
    json["notes"] = lines_or_null(change && change->notes ? *change->notes : activity.notes);
    words.add_own_keys(json, event::Noun::activity, activity);
    json["hash"] = content_hash(json);
    return made;
}

Json SheetRows::of(const SheetWords& words, std::span<const Row> rows) {
    Json all = Json::array();
    for (const bool is_all_day : {true, false})
        for (const Row& row : rows) {
            const schedule::Occurrence& occurrence = row.occurrence;
            if (occurrence.activity->all_day != is_all_day) continue;
            Made& base = made_[key_of(words, occurrence, {occurrence.from, occurrence.until})];
            if (base.json.is_null()) base = made(words, occurrence);
            const std::string marks = signs(marks_of(row));
            std::vector<std::string> reasons;
            for (const std::string& via : row.via) reasons.push_back(words.reason(via));
            base.json["via"] = row.via;
            base.json["marks"] = line_or_null(marks);
            const std::string part = words.parts(occurrence, row.parts);
            base.json["title"] =
                (marks.empty() ? base.name : marks + ' ' + base.name) + (part.empty() ? part : " (yours " + part + ')');
            base.json["reason"] = row.reason ? Json(word_for(*row.reason)) : Json(nullptr);
            base.json["parts"] = parts_json(row.parts);
            base.json["parts_text"] = line_or_null(part);
            base.json["why"] = line_or_null(joined(reasons, ", "));
            all.push_back(std::exchange(base.json, nullptr));
            lent_.push_back(&base);
        }
    return all;
}

void SheetRows::take_back(Json rows) {
    for (std::size_t i = 0; i < std::min(rows.size(), lent_.size()); ++i) lent_[i]->json = std::move(rows[i]);
    lent_.clear();
}

}  // namespace backops::render
