#include <algorithm>
#include <tuple>

#include "render/names.h"
#include "render/person_call_json.h"
#include "render/sheet_json.h"
#include "text/width.h"
#include "time/phrase.h"

namespace backops::render {
namespace {

Json day_time_json(const SheetWords& words, const std::optional<sheet::DayTime>& time) {
    if (!time) return nullptr;
    return {{"time", words.time(*time->occurrence, time->at, time->is_tentative)},
            {"instant", time::to_text(time->at)},
            {"is_tentative", time->is_tentative}};
}

Json labour_json(const SheetWords& words, const sheet::LabourCall& call) {
    const schedule::Occurrence& occurrence = *call.occurrence;
    const bool has_times = !occurrence.activity->all_day, has_out = has_times && occurrence.end.has_value();
    const bool is_maybe = occurrence.status() == model::Status::tentative;
    return {{"count", call.need->count},
            {"role", text::one_line(call.need->role)},
            {"call", has_times ? Json(words.time(occurrence, occurrence.from, is_maybe)) : Json("all day")},
            {"out", has_out ? Json(words.time(occurrence, occurrence.until, is_maybe)) : Json(nullptr)},
            {"report_to", line_or_null(words.place(occurrence))},
            {"id", occurrence.activity->id},
            {"occurrence", occurrence.original ? Json(schedule::name_of(occurrence)) : Json(nullptr)},
            {"name", text::one_line(occurrence.name())}};
}

Json team_json(const SheetWords& words, SheetRows& rows, const sheet::TeamCalls& team) {
    Json json{{"id", team.team ? Json(team.team->id) : Json(nullptr)},
              {"name", team.team ? words.party(team.team->id) : std::string("Nobody's yet")},
              {"phone", team.team ? line_or_null(team.team->phone) : Json(nullptr)},
              {"email", team.team ? line_or_null(team.team->email) : Json(nullptr)},
              {"contact", team.team ? words.contact(team.team->contact) : Json(nullptr)},
              {"first", day_time_json(words, team.times.first)},
              {"last", day_time_json(words, team.times.last)},
              {"people", Json::array()},
              {"labour", Json::array()}};
    if (team.team) words.add_own_keys(json, event::Noun::collaborator, *team.team);
    for (const sheet::PersonCall& call : team.people)
        json["people"].push_back(person_call_json(words, rows, call, false));
    for (const sheet::LabourCall& call : team.labour) json["labour"].push_back(labour_json(words, call));
    return json;
}

std::string when_text(const model::Unavailable& away) {
    const auto& [start, end] = std::tie(away.start, away.end);
    if (start.is_date && end.is_date) return time::days_text(start.time.date, end.time.date);
    if (!start.is_date && !end.is_date) return time::span_text(start.time, end.time);
    const auto said = [](const model::TimeOrDate& time) {
        return time.is_date ? time::long_day(time.time.date) : time::span_text(time.time, std::nullopt);
    };
    return said(start) + " – " + said(end);
}

Json absence_json(const SheetWords& words, const sheet::Absence& absence) {
    const bool is_area = model::find(words.plan().areas, absence.id) != nullptr;
    return {{"id", absence.id},
            {"name", is_area ? area_name(words.plan(), absence.id) : words.party(absence.id)},
            {"when", when_text(*absence.unavailable)},
            {"reason", line_or_null(absence.unavailable->reason)}};
}

/// How many each meal feeds; "at least" where a company that is there has no people here.
Json catering_json(const SheetWords& words, SheetRows& rows, const sheet::CallSheet& sheet) {
    Json all = Json::array();
    for (const sheet::Catering& one : sheet.catering) {
        Json json = rows.of(words, one.meal);
        json["people"] = one.people;
        json["is_at_least"] = one.is_at_least;
        json["people_text"] = (one.is_at_least ? "at least " : "") + std::to_string(one.people);
        all.push_back(std::move(json));
    }
    return all;
}

/// "Acme Audio is booked 19:00–02:00+1": of a person whom nothing takes on a day on which their company works.
Json booked_json(const SheetWords& words, const sheet::CallSheet& sheet) {
    const auto& [first, last] = sheet.booked;
    if (!first) return nullptr;
    std::string text = words.party(sheet.person->collaborator) + " is booked " +
                       words.time(*first->occurrence, first->at, first->is_tentative);
    if (last) text += "–" + words.time(*last->occurrence, last->at, last->is_tentative);
    return text;
}

/// The one whose sheet it is, called or not.
Json own_json(const SheetWords& words, SheetRows& rows, const sheet::CallSheet& sheet) {
    if (!sheet.person) return nullptr;
    const auto* team = model::find(words.plan().collaborators, sheet.person->collaborator);
    Json json = words.person(*sheet.person);
    if (sheet.own)
        json = person_call_json(words, rows, *sheet.own, true);
    else
        json["call"] = json["note"] = nullptr;
    json["next"] = next_day_json(words, sheet.next);
    json["booked"] = booked_json(words, sheet);
    json["team"] = team ? Json(words.party(team->id)) : Json(nullptr);
    const bool has_times = sheet.own && sheet.own->day.has_times();
    const bool asks_other = team && has_times && team->contact != sheet.person->id;
    json["contact"] = asks_other ? words.contact(team->contact) : Json(nullptr);
    return json;
}

/// What the first call of the day is, where it may be named.
Json first_call_json(const SheetWords& words, SheetRows& rows, const std::optional<sheet::DayTime>& first) {
    if (!first) return nullptr;
    const schedule::Occurrence& occurrence = *first->occurrence;
    Json json = rows.of(words, schedule::Entry{&occurrence, {first->at, first->at}, occurrence.day});
    if (!words.may_show(occurrence))
        for (const char* key : {"id", "occurrence", "name", "place"}) json[key] = nullptr;
    json["time"] = words.time(occurrence, first->at, first->is_tentative);
    return json;
}

}  // namespace

Json SheetMaker::call_sheet(const sheet::Request& request) {
    const sheet::CallSheet sheet = sheet::call_sheet(sources_, request);
    const SheetWords words(sources_, request.day, clock_of(sources_, request), own_keys_);
    Json json = sheet_head(words, "backops/call-sheet/1", "Call sheet", request.selection, sources_.audience());
    json["person"] = own_json(words, rows_, sheet);
    add_day_page(json, words, rows_, sheet.page);
    json["first_call"] = first_call_json(words, rows_, sheet.first_call);
    const Json last_out = day_time_json(words, sheet.last_out);
    json["wrap"] = last_out.is_null() ? last_out : last_out["time"];
    json["teams"] = Json::array();
    if (!sheet.person)
        for (const sheet::TeamCalls& team : sheet.teams) json["teams"].push_back(team_json(words, rows_, team));
    json["off"] = Json::array();
    for (const sheet::Absence& absence : sheet.off) json["off"].push_back(absence_json(words, absence));
    json["catering"] = catering_json(words, rows_, sheet);
    return json;
}

}  // namespace backops::render
