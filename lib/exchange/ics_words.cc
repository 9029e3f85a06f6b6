#include "exchange/ics_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "event/node_values.h"
#include "text/id.h"
#include "text/width.h"
#include "text/wording.h"
#include "time/scan.h"

namespace backops::exchange {
namespace {

using event::Noun;

constexpr std::string_view dash = " — ";

bool is_in(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

std::string trimmed(std::string_view text) { return std::string(time::trimmed(text)); }

// As a calendar shows a text of ours.
bool shows_as(const std::string& ours, std::string_view theirs) { return trimmed(text::one_line(ours)) == theirs; }

/// What stands in a description before the first block that `export ics` adds: who is there, why it is there, the run
/// of show.
std::string_view own_part(std::string_view text) {
    constexpr std::array<std::string_view, 5> labels = {"Organizer: ", "Required: ", "Optional: ", "Needs: ", "Via: "};
    const auto is_added = [&](std::string_view block) {
        const bool is_run = block.size() > 6 && time::is_digit(block[0]) && time::is_digit(block[1]) &&
                            block[2] == ':' && time::is_digit(block[3]) && time::is_digit(block[4]);
        return is_run ||
               std::any_of(labels.begin(), labels.end(), [&](auto label) { return block.starts_with(label); });
    };
    if (is_added(text)) return {};
    for (std::size_t at = text.find("\n\n"); at != std::string_view::npos; at = text.find("\n\n", at + 1))
        if (is_added(text.substr(at + 2))) return text.substr(0, at);
    return text;
}

bool begins_as(std::string_view text, const std::string& ours) {
    const std::string shown = text::many_lines(ours);
    return text.starts_with(shown) && (text.size() == shown.size() || text.substr(shown.size()).starts_with("\n\n"));
}

void apply_description(std::string_view said, bool is_ours, std::string& description) {
    if (said.empty() || said == text::many_lines(description)) return;
    if (is_ours && !description.empty() && begins_as(said, description)) return;
    if (is_ours) said = own_part(said);
    if (!said.empty()) description = said;
}

}  // namespace

CalendarWords::CalendarWords(event::Directory& directory, Names& names, bool create, Findings& findings)
    : directory_(directory), names_(names), create_(create), findings_(findings) {}

void CalendarWords::apply(const CalendarEvent& event, bool is_ours, model::Activity& activity) {
    if (!shows_as(activity.name, event.name)) activity.name = event.name;
    apply_description(event.description, is_ours, activity.description);
    if (event.status) activity.status = *event.status;
    if (event.visibility) activity.visibility = *event.visibility;
    apply_place(event, activity);
    apply_categories(event, activity);
    apply_people(event, activity);
}

// Nothing unless each is one.
std::vector<std::string> CalendarWords::areas(const std::string& names, bool make) {
    const auto known = [&](const std::string& name) { return names_.known_area(name); };
    if (const auto area = known(names)) return {*area};
    std::vector<std::string> ids;
    std::string_view rest = names;
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(", "), rest.size());
        const auto area = known(trimmed(rest.substr(0, comma)));
        if (!area) return make ? std::vector{names_.area(names).id} : std::vector<std::string>{};
        if (!is_in(ids, *area)) ids.push_back(*area);
        rest.remove_prefix(std::min(comma + 2, rest.size()));
    }
    return ids;
}

void CalendarWords::apply_place(const CalendarEvent& event, model::Activity& activity) {
    if (event.place.empty() || (activity.areas.empty() && shows_as(activity.location, event.place))) return;
    const std::size_t split = event.place.find(dash);
    std::string head = trimmed(event.place.substr(0, split));
    const std::string exact = split == std::string::npos ? "" : trimmed(event.place.substr(split + dash.size()));
    std::vector<std::string> whole = areas(event.place, false);
    const bool is_address = event.place.find("://") != std::string::npos;
    std::vector<std::string> ids = whole.empty() ? areas(head, create_ && !is_address) : whole;
    std::erase(ids, "");
    if (ids.empty()) {
        if (!is_address) warn_of_place(event, head);
        if (!shows_as(activity.location, event.place)) activity.location = event.place;
        return;
    }
    activity.areas = std::move(ids);
    const std::string location = whole.empty() ? exact : "";
    if (!shows_as(activity.location, location)) activity.location = location;
}

void CalendarWords::warn_of_place(const CalendarEvent& event, const std::string& place) {
    if (!warned_.insert(place).second) return;
    const Answer& answer = names_.area(place);
    findings_.add(event.span_of("LOCATION"), answer.rule.empty() ? "unknown-reference" : answer.rule,
                  answer.message + ", so it is kept as the exact place", answer.hints, text::Severity::warning);
}

const std::set<std::string>& CalendarWords::kinds() {
    if (!kinds_.empty()) return kinds_;
    kinds_ = {"call", "meal", "travel", "show", "hold", "curfew"};
    kinds_.insert(directory_.event().windows.begin(), directory_.event().windows.end());
    for (const std::string& id : directory_.ids(Noun::activity))
        if (const auto& file = directory_.file(Noun::activity, id); file.tree)
            if (std::string kind = event::text_of(*file.tree, "kind"); !kind.empty()) kinds_.insert(std::move(kind));
    return kinds_;
}

void CalendarWords::apply_categories(const CalendarEvent& event, model::Activity& activity) {
    bool has_kind = false;
    for (const std::string& category : event.categories) {
        const std::string id = text::id_from(category);
        if (id.empty() || is_in(activity.tags, id)) continue;
        if (!has_kind && kinds().contains(id)) {
            activity.kind = id;
            has_kind = true;
        } else {
            activity.tags.push_back(id);
        }
    }
}

const std::string* CalendarWords::party(const std::string& email) {
    if (!has_emails_) {
        has_emails_ = true;
        for (const Noun noun : {Noun::collaborator, Noun::crew})
            for (const std::string& id : directory_.ids(noun)) {
                const auto& file = directory_.file(noun, id);
                const std::string address = file.tree ? time::lowered(event::text_of(*file.tree, "email")) : "";
                if (address.empty()) continue;
                const auto [known, is_first] = emails_.emplace(address, id);
                if (!is_first) known->second.clear();
            }
    }
    const auto found = emails_.find(email);
    return found == emails_.end() || found->second.empty() ? nullptr : &found->second;
}

void CalendarWords::set_declined(const CalendarEvent& event, std::vector<std::string>& declined) {
    for (const Invited& invited : event.people) {
        const std::string* id = invited.part == Invited::Part::organizer ? nullptr : party(invited.email);
        if (!id) continue;
        if (invited.part != Invited::Part::declined)
            std::erase(declined, *id);
        else if (!is_in(declined, *id))
            declined.push_back(*id);
    }
}

// Who is not in the file may only have no address that it could give.
void CalendarWords::apply_people(const CalendarEvent& event, model::Activity& activity) {
    using Part = Invited::Part;
    for (const Invited& invited : event.people) {
        const std::string* id = party(invited.email);
        if (!id) {
            ++strangers_;
            continue;
        }
        const bool is_off = invited.part == Part::declined || invited.part == Part::uninvolved;
        if (is_off) {
            std::erase(activity.participants.required, *id);
            std::erase(activity.participants.optional, *id);
            auto& off = invited.part == Part::declined ? declined_ : uninvolved_;
            off.insert(fmt::format("{} ({})", *id, event.name));
            continue;
        }
        if (invited.part == Part::organizer) {
            if (!is_in(activity.organizers, *id)) activity.organizers.push_back(*id);
            continue;
        }
        auto& there = invited.part == Part::required ? activity.participants.required : activity.participants.optional;
        auto& other = invited.part == Part::required ? activity.participants.optional : activity.participants.required;
        if (!is_in(there, *id)) there.push_back(*id);
        std::erase(other, *id);
    }
}

}  // namespace backops::exchange
