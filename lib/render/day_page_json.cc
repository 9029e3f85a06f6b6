#include "render/day_page_json.h"

#include <algorithm>

#include "render/agenda_days.h"
#include "render/agenda_rows.h"
#include "render/names.h"
#include "render/schedule_row.h"
#include "render/sheet_json.h"
#include "text/width.h"
#include "time/phrase.h"

namespace backops::render {
namespace {

using schedule::Audience;
using schedule::Row;

std::string_view word_for(Audience audience) {
    return audience == Audience::everyone ? "public" : audience == Audience::crew ? "crew" : "private";
}

std::string_view word_for(schedule::CalendarKind kind) {
    constexpr std::string_view words[] = {"event", "area", "collab", "crew"};
    return words[static_cast<std::size_t>(kind)];
}

std::string name_of(const SheetWords& words, const schedule::CalendarName& calendar) {
    if (calendar.kind == schedule::CalendarKind::event) return "event calendar";
    return calendar.kind == schedule::CalendarKind::area ? area_name(words.plan(), calendar.id)
                                                         : words.party(calendar.id);
}

Json event_json(const SheetWords& words) {
    const model::Event& event = words.plan().event;
    Json json{{"name", text::one_line(event.name)},
              {"kind", line_or_null(event.kind)},
              {"description", lines_or_null(event.description)},
              {"organizer",
               event.default_collaborator.empty() ? Json(nullptr) : Json(words.party(event.default_collaborator))},
              {"timezone", event.timezone},
              {"start", time::to_text(event.start)},
              {"end", time::to_text(event.end)},
              {"day_start", time::clock_text(event.day_start)}};
    words.add_own_keys(json, event::Noun::event, event);
    return json;
}

Json day_json(const model::Event& event, time::Date day) {
    const auto number = time::day_number(day, event.start, event.end);
    return {{"date", time::to_text(day)},
            {"text", time::long_day(day)},
            {"short", time::short_day(day)},
            {"number", number ? Json(*number) : Json(nullptr)}};
}

Json frames_json(const SheetWords& words, const sheet::DayPage& page) {
    Json all = Json::array();
    for (const schedule::Band& band : page.frames) {
        const model::Timeframe& frame = *band.timeframe;
        Json json{{"id", frame.id},
                  {"name", text::one_line(frame.name)},
                  {"phrase", joined(band_phrases(std::span(&band, 1), page.day), "")},
                  {"start", iso(band.start)},
                  {"end", iso(band.end)},
                  {"description", lines_or_null(frame.description)},
                  {"notes", lines_or_null(frame.notes)},
                  {"color", line_or_null(frame.color)}};
        words.add_own_keys(json, event::Noun::timeframe, frame);
        all.push_back(std::move(json));
    }
    return all;
}

template <class T>
Json block_json(const SheetWords& words, const sheet::Block<T>& block,
                std::initializer_list<std::pair<const char*, std::string T::*>> keys) {
    std::vector<std::string> areas;
    for (const model::Area* area : block.areas) areas.push_back(area_name(words.plan(), area->id));
    Json json{{"areas", areas}, {"areas_text", line_or_null(joined(areas, ", "))}};
    for (const auto& [key, member] : keys) json[key] = lines_or_null(block.what->*member);
    return json;
}

Json sites_json(const SheetWords& words, const sheet::DayPage& page) {
    using model::Site;
    Json all = Json::array();
    for (const auto& block : page.sites)
        all.push_back(block_json<Site>(words, block,
                                       {{"venue", &Site::venue},
                                        {"address", &Site::address},
                                        {"map", &Site::map},
                                        {"entrance", &Site::entrance},
                                        {"parking", &Site::parking},
                                        {"transport", &Site::transport}}));
    return all;
}

Json safety_json(const SheetWords& words, const sheet::DayPage& page) {
    using model::Safety;
    Json all = Json::array();
    for (const auto& block : page.safety)
        all.push_back(block_json<Safety>(words, block,
                                         {{"emergency", &Safety::emergency},
                                          {"hospital", &Safety::hospital},
                                          {"medic", &Safety::medic},
                                          {"muster_point", &Safety::muster_point},
                                          {"notes", &Safety::notes}}));
    return all;
}

Json comms_json(const model::Event& event) {
    if (event.radio.empty() && event.wifi.empty()) return nullptr;
    Json radio = Json::array();
    for (const auto& [channel, use] : event.radio)
        radio.push_back({{"channel", text::one_line(channel)}, {"use", text::one_line(use)}});
    return {{"radio", std::move(radio)}, {"wifi", line_or_null(event.wifi)}};
}

Json contacts_json(const SheetWords& words) {
    Json all = Json::array();
    for (const model::Contact& contact : words.plan().event.contacts) {
        Json json{{"function", text::one_line(contact.role)}};
        if (Json person = words.contact(contact.crew); !person.is_null()) set_all(json, std::move(person));
        all.push_back(std::move(json));
    }
    return all;
}

Json items_json(std::span<const IndexItem> items) {
    Json all = Json::array();
    for (const auto& [id, name, file, note] : items)
        all.push_back({{"id", id}, {"name", name}, {"file", file}, {"note", note}});
    return all;
}

/// The moments that a day hangs on, such as doors, and its curfews.
void add_key_times(Json& json) {
    json["key_times"] = Json::array();
    std::vector<std::string> said;
    for (const Json& row : json["rows"]) {
        if (row["is_key"] != true || (!row["until"].is_null() && row["kind"] != "curfew")) continue;
        const auto time = row["from"].get<std::string>(), name = text::one_line(row["name"].get<std::string>());
        json["key_times"].push_back({{"time", time}, {"name", name}, {"id", row["id"]}});
        said.push_back(time + ' ' + name);
    }
    json["key_times_text"] = line_or_null(joined(said, " · "));
}

Json ahead_json(const SheetWords& words, SheetRows& rows, const sheet::DayAhead& ahead) {
    const SheetWords there = words.on(ahead.day);
    Json json = day_json(words.plan().event, ahead.day);
    std::vector<std::string> frames, key;
    for (const model::Timeframe* frame : ahead.frames) frames.push_back(text::one_line(frame->name));
    for (const Row& row : ahead.key)
        key.push_back(there.time(row.occurrence, row.occurrence.from) + ' ' + text::one_line(row.occurrence.name()));
    json["timeframes"] = frames;
    json["timeframes_text"] = line_or_null(joined(frames, " · "));
    json["general_call"] = ahead.general_call ? rows.of(there, *ahead.general_call) : Json(nullptr);
    json["key"] = key;
    json["key_text"] = line_or_null(joined(key, " · "));
    json["activities"] = ahead.activities;
    return json;
}

}  // namespace

Json sheet_head(const SheetWords& words, std::string_view schema, std::string_view title,
                const schedule::Selection& selection, Audience audience) {
    Json whose = Json::array();
    std::vector<std::string> names;
    for (const schedule::CalendarName& calendar : selection.calendars) {
        names.push_back(name_of(words, calendar));
        whose.push_back({{"kind", word_for(calendar.kind)}, {"id", calendar.id}, {"name", names.back()}});
    }
    constexpr std::size_t keys = 32;
    Json json = Json::object();
    make_room(json, keys);
    json["schema"] = schema;
    json["title"] = title;
    json["issue"] = nullptr;
    json["hash"] = nullptr;
    json["audience"] = word_for(audience);
    json["event"] = event_json(words);
    json["timezone"] = words.clock().name();
    json["day"] = day_json(words.plan().event, words.day());
    json["for"] = std::move(whose);
    json["for_text"] = line_or_null(joined(names, " + "));
    return json;
}

void add_day_page(Json& json, const SheetWords& words, SheetRows& rows, const sheet::DayPage& page) {
    rows.begin();
    Json& day = json["day"];
    day["timeframes"] = frames_json(words, page);
    day["timeframes_text"] = line_or_null(joined(band_phrases(page.frames, page.day), " · "));
    json["general_calls"] = Json::array();
    for (const schedule::Entry& entry : page.general_calls) json["general_calls"].push_back(rows.of(words, entry));
    json["contacts"] = contacts_json(words);
    json["sites"] = sites_json(words, page);
    json["safety"] = safety_json(words, page);
    json["comms"] = comms_json(words.plan().event);
    json["rows"] = rows.of(words, page.rows);
    add_key_times(json);
    json["standby"] = rows.of(words, page.standby);
    const auto findings = [&](const std::vector<const check::Finding*>& all) {
        Json list = Json::array();
        for (const check::Finding* finding : all) list.push_back(words.finding(*finding));
        return list;
    };
    json["warnings"] = findings(page.open);
    json["accepted"] = findings(page.accepted);
    json["ahead"] = Json::array();
    for (const sheet::DayAhead& ahead : page.ahead) json["ahead"].push_back(ahead_json(words, rows, ahead));
}

Json SheetMaker::day_sheet(const sheet::Request& request) {
    const SheetWords words(sources_, request.day, clock_of(sources_, request), own_keys_);
    sheet::PeopleDays days(sources_, request.day);
    Json json = sheet_head(words, "backops/day-sheet/1", "Day sheet", request.selection, sources_.audience());
    add_day_page(json, words, rows_, day_page(sources_, request, days));
    return json;
}

void SheetMaker::take_back(Json sheet) {
    Json rows = std::move(sheet["rows"]);
    for (Json& row : sheet["standby"]) rows.push_back(std::move(row));
    rows_.take_back(std::move(rows));
}

Json SheetMaker::index(const sheet::Request& request, std::string_view title, std::span<const IndexItem> items) const {
    const SheetWords words(sources_, request.day, clock_of(sources_, request), own_keys_);
    Json json = sheet_head(words, "backops/index/1", title, request.selection, sources_.audience());
    json["items"] = items_json(items);
    return json;
}

Json index_json(const model::Event& event, std::string_view title, std::span<const IndexItem> items) {
    return {{"schema", "backops/index/1"},
            {"title", title},
            {"issue", nullptr},
            {"hash", nullptr},
            {"day", nullptr},
            {"for", Json::array()},
            {"for_text", nullptr},
            {"event", {{"name", text::one_line(event.name)}, {"organizer", nullptr}}},
            {"items", items_json(items)}};
}

void stamp(Json& sheet, std::string_view issue) {
    sheet["hash"] = content_hash(sheet);
    sheet["issue"] = line_or_null(issue);
}

}  // namespace backops::render
