#include "exchange/ics_revisions.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "text/id.h"

namespace backops::exchange {
namespace {

// Stamps of one export may follow its clock.
constexpr std::int64_t one_export = 60;

std::optional<std::int64_t> stamp_difference(const CalendarEvent& a, const CalendarEvent& b) {
    if (a.modified && b.modified) return *a.modified - *b.modified;
    if (a.stamped && b.stamped) return *a.stamped - *b.stamped;
    return std::nullopt;
}

bool tells_no_time(const CalendarEvent& a, const CalendarEvent& b) {
    const auto difference = stamp_difference(a, b);
    return !difference || std::llabs(*difference) < one_export;
}

std::string identity(const CalendarEvent& event) { return event.name + '\n' + instant_text(event.start); }

// Of equals the later in the file holds.
void take(Revisions& known, const CalendarEvent& event) {
    known.all.push_back(&event);
    if (!known.last || later(event, *known.last) >= 0) known.last = &event;
}

// Each name and start once.
std::vector<Revisions> different(const std::vector<const CalendarEvent*>& events) {
    std::vector<Revisions> all;
    std::map<std::string, std::size_t> places;
    for (const CalendarEvent* event : events) {
        const auto [known, is_first] = places.emplace(identity(*event), all.size());
        if (is_first) all.emplace_back();
        take(all[known->second], *event);
    }
    return all;
}

bool share_a_uid(const std::vector<Revisions>& events) {
    std::map<int, std::vector<const CalendarEvent*>> by_sequence;
    std::set<std::string> names, starts;
    for (const Revisions& one : events) {
        by_sequence[one.last->sequence].push_back(one.last);
        names.insert(one.last->name);
        starts.insert(instant_text(one.last->start));
    }
    if (events.size() > 2 && names.size() == events.size() && starts.size() == events.size()) return true;
    return std::any_of(by_sequence.begin(), by_sequence.end(), [](const auto& entry) {
        const auto& same = entry.second;
        if (same.size() < 2) return false;
        const bool differ =
            same[0]->name != same[1]->name && instant_text(same[0]->start) != instant_text(same[1]->start);
        return same.size() > 2 || differ || tells_no_time(*same[0], *same[1]);
    });
}

// A cancellation may say no more than the UID; with a start it means the event that starts then.
void cancel(std::vector<Revisions>& events, const CalendarEvent& cancellation) {
    const bool means_all = events.size() == 1 || !cancellation.has_start;
    for (Revisions& one : events) {
        if (!means_all && instant_text(one.last->start) != instant_text(cancellation.start)) continue;
        if (later(cancellation, *one.last) >= 0)
            one.cancelled_by = &cancellation;
        else
            one.late.push_back(&cancellation);
    }
}

std::string compact(std::string text) {
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

}  // namespace

int later(const CalendarEvent& a, const CalendarEvent& b) {
    if (a.sequence != b.sequence) return a.sequence > b.sequence ? 1 : -1;
    const std::int64_t difference = stamp_difference(a, b).value_or(0);
    return difference == 0 ? 0 : difference > 0 ? 1 : -1;
}

std::vector<Revisions> told_apart(const std::vector<const CalendarEvent*>& events) {
    std::vector<const CalendarEvent*> cancellations, others;
    for (const CalendarEvent* event : events) (event->cancels ? cancellations : others).push_back(event);
    if (others.empty()) others.swap(cancellations);
    std::vector<Revisions> all = different(others);
    if (all.size() > 1 && !share_a_uid(all)) {
        Revisions one;
        for (const CalendarEvent* event : others) take(one, *event);
        all = {one};
    }
    for (const CalendarEvent* cancellation : cancellations) cancel(all, *cancellation);
    return all;
}

std::string stamp_text(const CalendarTime& time) {
    return compact(time.is_date ? time::to_text(time.time.date) : time::to_text(time.time));
}

std::string instant_text(const CalendarTime& time) {
    if (time.is_date || !time.zone) return stamp_text(time);
    return compact(time::to_text(time.zone->at(time.time).instant));
}

std::string shared_uid_start(const std::string& uid) { return uid + "#start-"; }

std::vector<std::string> shared_uids(const std::string& uid, const std::vector<Revisions>& events) {
    std::map<std::string, std::size_t> starts;
    for (const Revisions& one : events) ++starts[instant_text(one.last->start)];
    std::vector<std::string> uids;
    std::set<std::string> taken;
    for (const Revisions& one : events) {
        const std::string start = instant_text(one.last->start);
        std::string own = shared_uid_start(uid) + start;
        if (starts[start] > 1) own += "-" + text::id_from(one.last->name);
        const std::string first = own;
        for (std::size_t number = 2; !taken.insert(own).second; ++number) own = first + "-" + std::to_string(number);
        uids.push_back(std::move(own));
    }
    return uids;
}

}  // namespace backops::exchange
