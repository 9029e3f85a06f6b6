#include <algorithm>
#include <tuple>

#include "render/names.h"
#include "render/sheet_json.h"
#include "text/width.h"
#include "time/phrase.h"

namespace backops::render {
namespace {

using schedule::Workday;

std::string_view word_for(schedule::CallSource source) {
    constexpr std::string_view words[] = {"own", "team", "event", "first"};
    return words[static_cast<std::size_t>(source)];
}

/// Each time once: who has several calls of their team reads "06:00 / 14:00".
std::string calls_text(const SheetWords& words, const Workday& day) {
    std::vector<std::string> times;
    for (const schedule::Entry& entry : day.calls) {
        std::string time = words.clock(*entry.occurrence, entry.time.from);
        if (std::ranges::find(times, time) == times.end()) times.push_back(std::move(time));
    }
    if (day.source == schedule::CallSource::own) times.resize(1);
    return joined(times, " / ");
}

Json next_json(const SheetWords& words, const std::optional<Workday>& next) {
    if (!next) return nullptr;
    return {{"date", time::to_text(next->day)},
            {"text", time::short_day(next->day)},
            {"call", calls_text(words.on(next->day), *next)}};
}

Json person_json(const SheetWords& words, SheetRows& rows, const sheet::PersonCall& call) {
    constexpr std::size_t keys = 32;
    Json json = words.person(*call.person);
    make_room(json, keys);
    json["source"] = word_for(call.day.source);
    json["call"] = calls_text(words, call.day);
    json["call_instant"] = time::to_text(call.day.call());
    json["out"] = words.clock(*call.day.last.occurrence, call.day.out());
    json["out_instant"] = time::to_text(call.day.out());
    json["calls"] = Json::array();
    for (const schedule::Entry& entry : call.day.calls) json["calls"].push_back(rows.of(words, entry));
    json["report_to"] = json["calls"][0]["place"];
    json["meals"] = Json::array();
    std::vector<std::string> meals;
    for (const schedule::Entry& entry : call.meals) {
        json["meals"].push_back(rows.of(words, entry));
        meals.push_back(words.clock(*entry.occurrence, entry.time.from));
    }
    json["meals_text"] = line_or_null(joined(meals, " "));
    json["next"] = next_json(words, call.next);
    const auto rest = call.rest();
    json["rest"] = rest ? Json(time::to_text(*rest)) : Json(nullptr);
    return json;
}

Json labour_json(const SheetWords& words, const sheet::LabourCall& call) {
    const schedule::Occurrence& occurrence = *call.occurrence;
    const bool has_times = !occurrence.activity->all_day;
    return {{"count", call.need->count},
            {"role", text::one_line(call.need->role)},
            {"call", has_times ? Json(words.clock(occurrence, occurrence.from)) : Json("all day")},
            {"out", has_times && occurrence.end ? Json(words.clock(occurrence, occurrence.until)) : Json(nullptr)},
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
              {"people", Json::array()},
              {"labour", Json::array()}};
    if (team.team) words.add_own_keys(json, event::Noun::collaborator, *team.team);
    for (const sheet::PersonCall& call : team.people) json["people"].push_back(person_json(words, rows, call));
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

/// How many of the sheet's people each meal feeds.
Json catering_json(const SheetWords& words, SheetRows& rows, const sheet::CallSheet& sheet) {
    std::vector<std::pair<schedule::Entry, int>> meals;
    for (const sheet::TeamCalls& team : sheet.teams)
        for (const sheet::PersonCall& call : team.people)
            for (const schedule::Entry& entry : call.meals) {
                const auto at = std::ranges::find(meals, entry.occurrence,
                                                  [](const auto& counted) { return counted.first.occurrence; });
                at == meals.end() ? void(meals.emplace_back(entry, 1)) : void(++at->second);
            }
    std::ranges::stable_sort(meals, {}, [](const auto& counted) { return counted.first.time.from; });
    Json all = Json::array();
    for (const auto& [entry, people] : meals) {
        Json json = rows.of(words, entry);
        json["people"] = people;
        all.push_back(std::move(json));
    }
    return all;
}

/// The one whose sheet it is, called or not.
Json own_json(const SheetWords& words, SheetRows& rows, const sheet::CallSheet& sheet) {
    if (!sheet.person) return nullptr;
    for (const sheet::TeamCalls& team : sheet.teams)
        for (const sheet::PersonCall& call : team.people) {
            if (call.person != sheet.person) continue;
            Json json = person_json(words, rows, call);
            json["team"] = team.team ? Json(words.party(team.team->id)) : Json(nullptr);
            const bool is_own_contact = !team.team || team.team->contact == sheet.person->id;
            json["contact"] = is_own_contact ? Json(nullptr) : words.contact(team.team->contact);
            return json;
        }
    Json json = words.person(*sheet.person);
    json["call"] = nullptr;
    json["next"] = next_json(words, sheet.next);
    return json;
}

}  // namespace

Json SheetMaker::call_sheet(const sheet::Request& request) {
    const sheet::CallSheet sheet = sheet::call_sheet(sources_, request);
    const SheetWords words(sources_, request.day, own_keys_);
    Json json = sheet_head(words, "backops/call-sheet/1", "Call sheet", request.selection, sources_.audience());
    json["person"] = own_json(words, rows_, sheet);
    add_day_page(json, words, rows_, sheet.page);
    json["first_call"] = sheet.first_call ? rows_.of(words, *sheet.first_call) : Json(nullptr);
    json["wrap"] = sheet.wrap ? Json(words.clock(*sheet.wrap->occurrence, sheet.wrap->time.until)) : Json(nullptr);
    json["teams"] = Json::array();
    if (!sheet.person)
        for (const sheet::TeamCalls& team : sheet.teams) json["teams"].push_back(team_json(words, rows_, team));
    json["off"] = Json::array();
    for (const sheet::Absence& absence : sheet.off) json["off"].push_back(absence_json(words, absence));
    json["catering"] = sheet.person ? Json::array() : catering_json(words, rows_, sheet);
    return json;
}

}  // namespace backops::render
