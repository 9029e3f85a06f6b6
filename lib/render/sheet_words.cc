#include "render/sheet_words.h"

#include <algorithm>
#include <utility>

#include "render/agenda_rows.h"
#include "render/names.h"
#include "text/width.h"

namespace backops::render {
namespace {

/// "New York" of America/New_York.
std::string city(const time::Zone& zone) {
    std::string name = zone.name().substr(zone.name().rfind('/') + 1);
    std::ranges::replace(name, '_', ' ');
    return name;
}

/// Of a reason such as `required:acme-audio` the part behind the colon.
std::string_view subject(std::string_view via) {
    const std::size_t colon = via.find(':');
    return colon == std::string_view::npos ? std::string_view() : via.substr(colon + 1);
}

}  // namespace

SheetWords::SheetWords(const sheet::Sources& sources, time::Date day, const time::Zone& clock, OwnKeys own_keys)
    : sources_(sources),
      plan_(sources.plan()),
      audience_(sources.audience()),
      day_(day),
      clock_(clock),
      own_keys_(std::move(own_keys)) {}

SheetWords SheetWords::on(time::Date day) const {
    SheetWords there = *this;
    there.day_ = day;
    return there;
}

std::string SheetWords::time(time::Instant instant) const { return clock_near(day_, clock_.wall_time(instant)); }

std::string SheetWords::time(const schedule::Occurrence& occurrence, time::Instant instant, bool is_tentative) const {
    std::string shown = time(instant);
    if (is_tentative) shown += '?';
    if (occurrence.zone == clock_) return shown;
    return shown + " (" + clock_near(day_, occurrence.zone.wall_time(instant)) + ' ' + city(occurrence.zone) + ')';
}

std::string SheetWords::own_times(const schedule::Occurrence& occurrence) const {
    if (occurrence.zone == clock_ || occurrence.activity->all_day) return {};
    return zone_times(day_, occurrence, occurrence.zone);
}

std::string SheetWords::parts(const schedule::Occurrence& occurrence, std::span<const schedule::Stretch> parts) const {
    std::vector<std::string> all;
    for (const schedule::Stretch& part : parts) {
        const bool is_first = part.from <= occurrence.from, is_last = occurrence.until <= part.until;
        if (is_first && is_last) continue;
        all.push_back(is_last    ? "from " + time(part.from)
                      : is_first ? "until " + time(part.until)
                                 : time(part.from) + "–" + time(part.until));
    }
    return joined(all, ", ");
}

std::string SheetWords::party(std::string_view id) const { return shown_name(plan_, std::string(id), audience_); }

std::string SheetWords::place(const schedule::Occurrence& occurrence) const {
    std::vector<std::string> names;
    for (const std::string& area : occurrence.areas()) names.push_back(area_name(plan_, area));
    if (!occurrence.location().empty()) names.push_back(text::one_line(occurrence.location()));
    return joined(names, ", ");
}

std::string SheetWords::reason(const std::string& via) const {
    if (via == "event") return "everybody";
    const std::string_view id = subject(via);
    if (via.starts_with("area:")) return area_name(plan_, id);
    if (via.starts_with("segment:")) return "cue " + text::one_line(id);
    if (!model::find(plan_.crew, id)) return "with " + party(id);
    if (via.starts_with("organizer:")) return "organizes";
    return via.starts_with("optional:") ? "optional" : "required";
}

Json SheetWords::person(const model::CrewMember& person) const {
    Json json{{"id", person.id}, {"name", party(person.id)}};
    for (const auto& [key, value] : {std::pair{"role", &person.role},
                                     {"title", &person.title},
                                     {"department", &person.department},
                                     {"radio", &person.radio},
                                     {"phone", &person.phone},
                                     {"email", &person.email}})
        json[key] = line_or_null(*value);
    add_own_keys(json, event::Noun::crew, person);
    return json;
}

Json SheetWords::contact(std::string_view id) const {
    const model::CrewMember* found = model::find(plan_.crew, id);
    return found ? person(*found) : Json(nullptr);
}

Json SheetWords::finding(const check::Finding& finding) const {
    const bool is_error = finding.level == check::Level::error;
    return {{"rule", finding.rule},
            {"severity", is_error ? "error" : "warning"},
            {"message", named(check::without_place(check::message_of(finding), finding.occurrences))},
            {"reason", finding.accept ? line_or_null(finding.accept->reason) : Json(nullptr)},
            {"by", finding.accept ? line_or_null(finding.accept->by) : Json(nullptr)}};
}

std::string SheetWords::named(std::string_view message) const {
    std::string all;
    for (std::size_t at = 0; at < message.size();) {
        const std::size_t open = message.find('`', at);
        const std::size_t close = open == std::string_view::npos ? open : message.find('`', open + 1);
        if (close == std::string_view::npos) return all.append(message.substr(at));
        all.append(message.substr(at, open - at)).append(name(message.substr(open + 1, close - open - 1)));
        at = close + 1;
    }
    return all;
}

std::string SheetWords::name(std::string_view id) const {
    if (model::find(plan_.areas, id)) return area_name(plan_, id);
    if (const auto* activity = model::find(plan_.activities, id.substr(0, id.find('@'))))
        return text::one_line(activity->name);
    return party(id);
}

void SheetWords::add_own_keys(Json& json, event::Noun noun, const model::Record& record) const {
    const bool is_shown =
        audience_ == schedule::Audience::all || (audience_ == schedule::Audience::crew && noun != event::Noun::crew);
    if (own_keys_ && is_shown && record.has_own_keys) set_all(json, own_keys_(noun, record.id));
}

Json line_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text::one_line(text)); }

Json lines_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text::many_lines(text)); }

}  // namespace backops::render
