#include "render/person_call_json.h"

#include <algorithm>

#include "render/names.h"
#include "text/width.h"
#include "time/phrase.h"

namespace backops::render {
namespace {

using schedule::Lost;
using schedule::PersonDay;
using schedule::Taken;

std::string_view word_for(schedule::CallSource source) {
    constexpr std::string_view words[] = {"own", "team", "event", "first"};
    return words[static_cast<std::size_t>(source)];
}

/// Each time once: a day in two parts reads "07:00 / 18:00", and so do several calls of a team.
std::string calls_text(const SheetWords& words, const PersonDay& day) {
    const schedule::Entry& first = *day.first;
    std::vector<std::string> times{words.time(*first.occurrence, first.time.from, day.first_is_tentative)};
    const auto add = [&](time::Instant at) {
        std::string time = words.time(at);
        if (at > day.there() && std::ranges::find(times, time) == times.end()) times.push_back(std::move(time));
    };
    for (const schedule::Stretch& pair : day.pairs) add(pair.from);
    if (!day.is_certain())
        for (const Taken& call : day.calls) add(call.entry.time.from);
    return joined(times, " / ");
}

std::string outs_text(const SheetWords& words, const PersonDay& day) {
    std::vector<std::string> times;
    for (std::size_t i = 0; i + 1 < day.pairs.size(); ++i)
        times.push_back(is_moment(day.pairs[i]) ? "–" : words.time(day.pairs[i].until));
    times.push_back(words.time(*day.last->occurrence, *day.out(), day.last_is_tentative));
    return joined(times, " / ");
}

/// A moment of work is an out; a call alone that is a moment is none.
bool is_work_at(const PersonDay& day, time::Instant at) {
    return std::ranges::any_of(day.entries,
                               [&](const Taken& taken) { return taken.is_work && taken.left().front().from == at; });
}

Json pairs_json(const PersonDay& day) {
    Json all = Json::array();
    for (const schedule::Stretch& pair : day.pairs) {
        const bool has_out = day.last && (!is_moment(pair) || is_work_at(day, pair.from));
        all.push_back({{"call_instant", time::to_text(pair.from)},
                       {"out_instant", has_out ? Json(time::to_text(pair.until)) : Json(nullptr)}});
    }
    return all;
}

/// A sheet for everybody has tens of thousands of these: they are built key by key.
Json entry_json(const Taken& taken) {
    constexpr std::size_t keys = 7;
    const schedule::Occurrence& occurrence = *taken.entry.occurrence;
    Json json = Json::object();
    make_room(json, keys);
    json["id"] = occurrence.activity->id;
    json["occurrence"] = occurrence.original ? Json(schedule::name_of(occurrence)) : Json(nullptr);
    json["reason"] = schedule::word_for(taken.reason);
    json["is_optional"] = taken.entry.part == schedule::Part::optional;
    json["start_instant"] = time::to_text(taken.entry.time.from);
    json["end_instant"] = is_moment(taken.entry.time) ? Json(nullptr) : Json(time::to_text(taken.entry.time.until));
    json["parts"] = parts_json(taken.parts);
    return json;
}

/// What may be named on the sheet.
class Named {
  public:
    Named(const SheetWords& words, bool is_own_sheet) : words_(words), is_own_sheet_(is_own_sheet) {}
    bool operator()(const schedule::Entry& entry) const { return is_own_sheet_ || words_.may_show(*entry.occurrence); }

  private:
    const SheetWords& words_;
    bool is_own_sheet_;
};

std::string entry_words(const SheetWords& words, const Taken& taken) {
    const schedule::Occurrence& occurrence = *taken.entry.occurrence;
    const std::string& kind = occurrence.activity->kind;
    const std::string what = kind == "hold"                       ? "stand-by"
                             : kind == "travel" || kind == "meal" ? kind
                                                                  : text::one_line(occurrence.name());
    if (occurrence.activity->all_day) return what + ", all day";
    return what + ' ' + words.time(occurrence, taken.left().front().from) +
           (taken.entry.part == schedule::Part::optional ? " (opt)" : "");
}

/// Of who has neither calls nor work: "stand-by 18:00", "away until sat 12:00", "at other work".
Json note_json(const SheetWords& words, const sheet::PersonCall& call, const Named& may_name) {
    for (const Taken& taken : call.day.entries)
        if (may_name(taken.entry)) return entry_words(words, taken);
    if (call.away_until) return "away until " + words.time(*call.away_until);
    const auto is_covered = [](const Lost& lost) { return lost.cause == Lost::Cause::covered; };
    return std::ranges::any_of(call.day.lost, is_covered) ? Json("at other work") : Json(nullptr);
}

/// What their own call took from them.
Json lost_json(const SheetWords& words, const PersonDay& day) {
    Json all = Json::array();
    for (const Lost& lost : day.lost) {
        const schedule::Occurrence& occurrence = *lost.entry.occurrence;
        if (lost.cause != Lost::Cause::call || !words.may_show(occurrence)) continue;
        std::string times = words.time(occurrence, lost.entry.time.from);
        if (!is_moment(lost.entry.time)) times += "–" + words.time(lost.entry.time.until);
        all.push_back({{"id", occurrence.activity->id},
                       {"occurrence", occurrence.original ? Json(schedule::name_of(occurrence)) : Json(nullptr)},
                       {"name", text::one_line(occurrence.name())},
                       {"times", times},
                       {"place", line_or_null(words.place(occurrence))}});
    }
    return all;
}

/// Where they must be first; a call without a place sends them to where their work begins.
std::string place_of(const SheetWords& words, const PersonDay& day) {
    std::string place = words.place(*day.first->occurrence);
    for (const Taken& taken : day.entries)
        if (place.empty() && taken.is_work && words.may_show(*taken.entry.occurrence))
            place = words.place(*taken.entry.occurrence);
    return place;
}

void add_times(const SheetWords& words, const PersonDay& day, bool may_name_first, Json& json) {
    json["source"] = word_for(day.source);
    json["call"] = calls_text(words, day);
    json["call_instant"] = time::to_text(day.there());
    json["call_is_tentative"] = day.first_is_tentative;
    json["out"] = day.last ? Json(outs_text(words, day)) : Json(nullptr);
    json["out_instant"] = day.last ? Json(time::to_text(*day.out())) : Json(nullptr);
    json["out_is_tentative"] = day.last_is_tentative;
    json["pairs"] = pairs_json(day);
    json["report_to"] = may_name_first ? line_or_null(place_of(words, day)) : Json(nullptr);
}

}  // namespace

Json next_day_json(const SheetWords& words, const std::optional<PersonDay>& next) {
    if (!next) return nullptr;
    return {{"date", time::to_text(next->day)},
            {"text", time::short_day(next->day)},
            {"call", calls_text(words.on(next->day), *next)}};
}

Json person_call_json(const SheetWords& words, SheetRows& rows, const sheet::PersonCall& call, bool is_own_sheet) {
    constexpr std::size_t keys = 40;
    const PersonDay& day = call.day;
    const Named may_name(words, is_own_sheet);
    Json json = words.person(*call.person);
    make_room(json, keys);
    json["call"] = json["out"] = json["note"] = json["report_to"] = nullptr;
    if (day.has_times())
        add_times(words, day, may_name(*day.first), json);
    else
        json["note"] = note_json(words, call, may_name);
    for (const char* list : {"calls", "entries", "meals"}) json[list] = Json::array();
    for (const Taken& taken : day.calls)
        if (may_name(taken.entry)) json["calls"].push_back(rows.of(words, taken.entry));
    for (const Taken& taken : day.entries)
        if (may_name(taken.entry)) json["entries"].push_back(entry_json(taken));
    std::vector<std::string> meals;
    for (const schedule::Entry& entry : call.meals) {
        if (!may_name(entry)) continue;
        json["meals"].push_back(rows.of(words, entry));
        meals.push_back(words.time(*entry.occurrence, entry.time.from));
    }
    json["meals_text"] = line_or_null(joined(meals, " "));
    json["not_yours"] = is_own_sheet ? lost_json(words, day) : Json::array();
    json["next"] = next_day_json(words, call.next);
    json["rest"] = call.rest ? Json(time::to_text(*call.rest)) : Json(nullptr);
    return json;
}

}  // namespace backops::render
