#include "schedule/calendars.h"

#include <algorithm>

#include "schedule/segments.h"
#include "schedule/timing.h"

namespace backops::schedule {

namespace {

Entry entry_of(const Occurrence& occurrence, Part part) {
    return {&occurrence, {occurrence.from, occurrence.until}, occurrence.day, false, part, false, nullptr};
}

// Segments are added when all else of an occurrence is there, so the last entry tells.
bool has_whole(const std::vector<Entry>& entries, const Occurrence& occurrence) {
    return !entries.empty() && entries.back().occurrence == &occurrence && !entries.back().segment;
}

/// Neither is who is optional, nor a collaborator that `needs` alone require.
bool is_required(const std::vector<Entry>& entries, const Occurrence& occurrence) {
    return has_whole(entries, occurrence) && entries.back().sends;
}

std::span<const Entry> entries_of(const std::unordered_map<std::string_view, std::vector<Entry>>& calendars,
                                  std::string_view id) {
    const auto at = calendars.find(id);
    return at == calendars.end() ? std::span<const Entry>{} : std::span<const Entry>(at->second);
}

}  // namespace

Calendars::Calendars(const model::Plan& plan, std::span<const Occurrence> occurrences) {
    for (const Occurrence& occurrence : occurrences) {
        if (occurrence.status() == model::Status::cancelled) continue;
        if (occurrence.activity->global) event_.push_back(entry_of(occurrence, Part::required));
        for (const std::string& area : occurrence.areas()) {
            std::vector<Entry>& entries = areas_[area];
            if (!has_whole(entries, occurrence)) entries.push_back(entry_of(occurrence, Part::required));
        }
        add_parties(occurrence);
        add_segments(plan, occurrence);
    }
}

void Calendars::add_parties(const Occurrence& occurrence) {
    const auto entry = [&](std::string_view id) -> Entry& {
        std::vector<Entry>& entries = parties_[id];
        if (!has_whole(entries, occurrence)) entries.push_back(entry_of(occurrence, Part::none));
        return entries.back();
    };
    const auto join = [&](std::string_view id, Part part, bool sends) {
        Entry& joined = entry(id);
        joined.part = std::max(joined.part, part);
        joined.sends |= sends;
    };
    for (const std::string& id : occurrence.organizers()) entry(id).organizes = true;
    for (const std::string& id : occurrence.participants().required) join(id, Part::required, true);
    for (const model::Need& need : occurrence.activity->needs)
        if (!need.collaborator.empty()) join(need.collaborator, Part::required, false);
    for (const std::string& id : occurrence.participants().optional) join(id, Part::optional, false);
}

void Calendars::add_segments(const model::Plan& plan, const Occurrence& occurrence) {
    const std::vector<model::Segment>& segments = occurrence.activity->segments;
    if (segments.empty()) return;
    const std::vector<SegmentTime> times = segment_times(occurrence);
    const std::int32_t day_start = plan.event.day_start;
    // Whether they are required is asked before their first segment is added.
    std::unordered_map<std::string_view, bool> comes_for_segments;
    const auto comes = [&](const std::string& who) {
        const auto [known, is_new] = comes_for_segments.try_emplace(who, false);
        const bool is_party = is_new && (model::find(plan.crew, who) || model::find(plan.collaborators, who));
        if (is_party) known->second = !is_required(parties_[who], occurrence);
        return known->second;
    };
    for (std::size_t i = 0; i < segments.size(); ++i)
        for (const std::string& who : segments[i].who) {
            if (!comes(who)) continue;
            Entry entry = entry_of(occurrence, Part::required);
            entry.sends = true;
            entry.segment = &segments[i];
            if (!occurrence.activity->all_day) entry.time = {times[i].from, times[i].until};
            if (lasts_days(occurrence) && !occurrence.activity->all_day)
                entry.day = show_day(occurrence.zone.wall_time(entry.time.from), day_start);
            parties_[who].push_back(entry);
        }
}

std::span<const Entry> Calendars::of(const CalendarName& calendar) const {
    switch (calendar.kind) {
        case CalendarKind::event:
            return of_event();
        case CalendarKind::area:
            return of_area(calendar.id);
        case CalendarKind::collaborator:
        case CalendarKind::crew:
            break;
    }
    return of_party(calendar.id);
}

std::span<const Entry> Calendars::of_area(std::string_view id) const { return entries_of(areas_, id); }

std::span<const Entry> Calendars::of_party(std::string_view id) const { return entries_of(parties_, id); }

}  // namespace backops::schedule
