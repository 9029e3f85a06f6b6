#include "render/selection_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/agenda.h"
#include "render/names.h"
#include "text/width.h"
#include "text/wording.h"
#include "time/phrase.h"
#include "time/zone.h"

namespace backops::render {

namespace {

using schedule::CalendarKind;
using schedule::CalendarName;
using schedule::Selection;
using Words = std::vector<std::string>;

std::string name_of(const model::Plan& plan, const CalendarName& calendar, bool with_team) {
    switch (calendar.kind) {
        case CalendarKind::event:
            return "event calendar";
        case CalendarKind::area:
            return area_name(plan, calendar.id);
        case CalendarKind::collaborator:
            break;
        case CalendarKind::crew:
            return party_name(plan, calendar.id) + (with_team ? " with team" : "");
    }
    return party_name(plan, calendar.id);
}

Words names_of(const model::Plan& plan, const std::vector<CalendarName>& calendars, bool with_team) {
    Words names;
    for (const CalendarName& calendar : calendars) names.push_back(name_of(plan, calendar, with_team));
    return names;
}

std::string_view word_for(schedule::Role role) {
    switch (role) {
        case schedule::Role::organizer:
            return "organizer";
        case schedule::Role::required:
            return "required";
        case schedule::Role::optional:
            return "optional";
    }
    return {};
}

template <class T>
std::string alternatives(const std::vector<T>& values) {
    Words words;
    for (const T& value : values) words.emplace_back(word_for(value));
    return joined(words, " or ");
}

std::string safe(const Words& words, std::string_view between) { return text::one_line(joined(words, between)); }

Words filter_words(const Selection& selection) {
    Words parts;
    if (selection.audience == schedule::Audience::everyone) {
        // Kinds, tags and roles are words of the office.
        if (!selection.words.empty()) parts.push_back("“" + safe(selection.words, " ") + "”");
        parts.emplace_back("public");
        return parts;
    }
    if (!selection.kinds.empty()) parts.push_back("kind " + safe(selection.kinds, " or "));
    if (!selection.tags.empty()) parts.push_back("tag " + safe(selection.tags, " or "));
    if (!selection.statuses.empty()) parts.push_back(alternatives(selection.statuses));
    if (!selection.roles.empty()) parts.push_back("as " + alternatives(selection.roles));
    if (!selection.words.empty()) parts.push_back("“" + safe(selection.words, " ") + "”");
    if (selection.audience == schedule::Audience::crew) parts.emplace_back("for crew");
    return parts;
}

std::string days_words(const Selection& selection) {
    std::vector<time::Date> days = selection.days;
    std::ranges::sort(days);
    constexpr std::size_t most_days = 4;
    Words words;
    for (const time::Date day : days) words.push_back(time::long_day(day));
    return " on " + text::listed(words, most_days);
}

std::string range_words(const model::Plan& plan, const Selection& selection) {
    if (selection.during && selection.audience != schedule::Audience::everyone) {
        const model::Timeframe* timeframe = model::find(plan.timeframes, *selection.during);
        return " during " + text::one_line(timeframe ? timeframe->name : *selection.during);
    }
    const auto zone = time::find_zone(plan.event.timezone);
    const auto words = [&](time::Instant instant) {
        return zone ? time::span_text(zone->wall_time(instant), std::nullopt) : time::to_text(instant);
    };
    if (selection.at) return " at " + words(*selection.at);
    std::string range;
    if (selection.from) range += " from " + words(*selection.from);
    if (selection.to) range += " to " + words(*selection.to);
    return range;
}

}  // namespace

std::string selection_title(const model::Plan& plan, const Selection& selection) {
    const Words names = names_of(plan, selection.calendars, selection.with_team);
    std::string title = names.empty() ? "all activities" : joined(names, selection.match_all ? " & " : " + ");
    if (!selection.without.empty()) title += " without " + joined(names_of(plan, selection.without, false), ", ");
    for (const std::string& part : filter_words(selection)) title += " · " + part;
    return title;
}

std::string nothing_found(const model::Plan& plan, const Selection& selection, int width) {
    std::string lines;
    const auto add = [&](std::string_view sentence) {
        for (const std::string& line : text::wrapped(sentence, width)) lines += line + '\n';
    };
    if (plan.activities.empty()) {
        add("nothing is scheduled yet");
        add(fmt::format("hint: backops activity add \"Line check\" --start {}T09:00 --for 1h",
                        time::to_text(plan.event.start)));
        return lines;
    }
    const bool is_filtered = !filter_words(selection).empty() || !selection.without.empty();
    std::string sentence = is_filtered ? "nothing that matches is scheduled" : "nothing is scheduled";
    Words names = names_of(plan, selection.calendars, selection.with_team);
    for (std::string& name : names) {
        if (name == "event calendar") name = "the event calendar";
    }
    if (!names.empty()) sentence += " for " + joined(names, selection.match_all ? " and " : " or ");
    if (!selection.days.empty()) sentence += days_words(selection);
    add(sentence + range_words(plan, selection));
    return lines;
}

}  // namespace backops::render
