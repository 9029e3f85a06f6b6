#include "exchange/event_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "render/agenda_rows.h"
#include "render/names.h"
#include "schedule/segments.h"
#include "schedule/timing.h"
#include "text/width.h"

namespace backops::exchange {

namespace {

using schedule::CalendarKind;
using schedule::CalendarName;
using schedule::Occurrence;
using schedule::Role;
using Words = std::vector<std::string>;

void add_line(std::string& text, std::string_view line) {
    if (line.empty()) return;
    if (!text.empty()) text += '\n';
    text += line;
}

std::string_view before_colon(const std::string& reason) {
    return std::string_view(reason).substr(0, reason.find(':'));
}

std::string behind_colon(const std::string& reason) {
    const std::size_t colon = reason.find(':');
    return colon == std::string::npos ? std::string() : reason.substr(colon + 1);
}

/// Whether it takes no time of those whom the rows are for: what they may leave out, or only answer for.
bool is_optional(const Words& via) {
    return !via.empty() && std::ranges::all_of(via, [](const std::string& reason) {
        return before_colon(reason) == "optional" || before_colon(reason) == "organizer";
    });
}

/// An address that mail programs take as it stands.
bool is_address(std::string_view email) {
    return email.find('@') != std::string_view::npos &&
           std::ranges::all_of(email, [](char c) { return c > ' ' && c < '\x7F' && c != '"' && c != '<' && c != '>'; });
}

Words parties_of(const model::Plan& plan, const schedule::Selection& selection) {
    Words parties;
    for (const CalendarName& calendar : selection.calendars) {
        if (calendar.kind != CalendarKind::collaborator && calendar.kind != CalendarKind::crew) continue;
        parties.push_back(calendar.id);
        const model::CrewMember* person = selection.with_team ? model::find(plan.crew, calendar.id) : nullptr;
        if (person) parties.push_back(person->collaborator);
    }
    return parties;
}

}  // namespace

EventTexts::EventTexts(const model::Plan& plan, const schedule::Zones& zones, const schedule::Selection& selection,
                       bool with_attendees)
    : plan_(plan),
      zones_(zones),
      selection_(selection),
      with_attendees_(with_attendees),
      parties_(parties_of(plan, selection)) {}

EventText EventTexts::of(const schedule::Row& row) const {
    const Occurrence& occurrence = row.occurrence;
    const model::Activity& activity = *occurrence.activity;
    EventText text;
    text.summary = text::one_line(occurrence.name());
    text.location = location(occurrence);
    text.description = description(row);
    if (!activity.kind.empty()) text.categories.push_back(text::one_line(activity.kind));
    for (const std::string& tag : activity.tags) text.categories.push_back(text::one_line(tag));
    text.status = occurrence.status();
    text.visibility = activity.visibility;
    text.is_transparent = !occurrence.end || text.status == model::Status::cancelled || !schedule::is_busy(activity) ||
                          is_optional(row.via);
    if (with_attendees_) text.attendees = attendees(occurrence);
    return text;
}

std::string EventTexts::name(const std::string& id) const { return render::shown_name(plan_, id, selection_.audience); }

std::string EventTexts::location(const Occurrence& occurrence) const {
    Words names;
    for (const std::string& area : occurrence.areas()) names.push_back(render::area_name(plan_, area));
    const std::string areas = render::joined(names, ", "), exact = text::one_line(occurrence.location());
    return areas.empty() || exact.empty() ? areas + exact : areas + " — " + exact;
}

std::string EventTexts::description(const schedule::Row& row) const {
    const Occurrence& occurrence = row.occurrence;
    const bool has_own = occurrence.change && occurrence.change->description;
    const std::string what =
        text::many_lines(has_own ? *occurrence.change->description : occurrence.activity->description);
    std::string facts;
    if (selection_.audience == schedule::Audience::everyone)
        add_line(facts, names(occurrence));
    else
        for (const std::string& line : people(occurrence)) add_line(facts, line);
    // All that is on the one calendar of an area or the event is there for the same reason.
    if (selection_.calendars.size() > 1 || !parties_.empty()) add_line(facts, via(row));
    std::string all;
    for (const std::string& block : {what, facts, run_of_show(row)})
        if (!block.empty()) all += (all.empty() ? "" : "\n\n") + block;
    return all;
}

std::string EventTexts::names(const Occurrence& occurrence) const {
    Words all;
    const auto& [required, optional] = occurrence.participants();
    for (const Words* ids : {&occurrence.organizers(), &required, &optional})
        for (const std::string& id : *ids)
            if (std::string one = name(id); std::ranges::find(all, one) == all.end()) all.push_back(std::move(one));
    return all.empty() ? std::string() : "With: " + render::joined(all, ", ");
}

Words EventTexts::people(const Occurrence& occurrence) const {
    const auto named = [&](std::string_view role, const Words& ids) {
        Words names;
        for (const std::string& id : ids) names.push_back(name(id));
        return names.empty() ? std::string() : fmt::format("{}: {}", role, render::joined(names, ", "));
    };
    Words lines{named("Organizer", occurrence.organizers()), named("Required", occurrence.participants().required),
                named("Optional", occurrence.participants().optional)};
    Words needs;
    for (const model::Need& need : occurrence.activity->needs) {
        const std::string of =
            need.collaborator.empty() ? std::string() : fmt::format(" ({})", name(need.collaborator));
        needs.push_back(fmt::format("{} × {}{}", need.count, text::one_line(need.role), of));
    }
    if (!needs.empty()) lines.push_back("Needs: " + render::joined(needs, ", "));
    return lines;
}

std::string EventTexts::via(const schedule::Row& row) const {
    Words words;
    for (const std::string& reason : row.via) {
        const std::string_view kind = before_colon(reason);
        const std::string id = behind_colon(reason);
        if (kind == "event")
            words.emplace_back("event calendar");
        else if (kind == "area")
            words.push_back(render::area_name(plan_, id));
        else if (kind == "segment")
            words.push_back("segment " + text::one_line(id));
        else if (row.reason && model::find(plan_.collaborators, id))
            words.push_back("with " + name(id));
        else
            words.push_back(fmt::format("{} ({})", name(id), kind));
    }
    return words.empty() ? std::string() : "Via: " + render::joined(words, ", ");
}

bool EventTexts::concerns(const model::Segment& segment) const {
    return parties_.empty() || std::ranges::any_of(segment.who, [&](const std::string& who) {
               return std::ranges::find(parties_, who) != parties_.end();
           });
}

std::string EventTexts::run_of_show(const schedule::Row& row) const {
    const model::Activity& activity = *row.occurrence.activity;
    if (activity.segments.empty()) return {};
    // A row may be of some segments alone; these are timed from the beginning of the whole.
    const Occurrence whole = schedule::occurrence_of(plan_, zones_, activity, row.occurrence.original);
    const std::vector<schedule::SegmentTime> times = schedule::segment_times(whole);
    std::string lines;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const model::Segment& segment = activity.segments[i];
        if (!concerns(segment)) continue;
        const std::string clock = time::clock_on(whole.day, whole.zone.wall_time(times[i].from));
        const std::string cue = segment.cue.empty() ? std::string() : text::one_line(segment.cue) + " ";
        const std::string where = segment.location.empty() ? std::string() : ", " + text::one_line(segment.location);
        add_line(lines, fmt::format("{} {}{}{}", clock, cue, text::one_line(segment.name), where));
    }
    return lines;
}

void EventTexts::add_attendees(const Words& ids, Role role, std::vector<Attendee>& all) const {
    for (const std::string& id : ids) {
        const model::Collaborator* collaborator = model::find(plan_.collaborators, id);
        const model::CrewMember* person = model::find(plan_.crew, id);
        const std::string email = collaborator ? collaborator->email : person ? person->email : std::string();
        const bool is_there = std::ranges::find(all, email, &Attendee::email) != all.end();
        if (is_address(email) && !is_there) all.push_back({name(id), email, role, collaborator != nullptr});
    }
}

std::vector<Attendee> EventTexts::attendees(const Occurrence& occurrence) const {
    std::vector<Attendee> all;
    add_attendees(occurrence.organizers(), Role::organizer, all);
    add_attendees(occurrence.participants().required, Role::required, all);
    add_attendees(occurrence.participants().optional, Role::optional, all);
    return all;
}

}  // namespace backops::exchange
