#pragma once

#include "../schedule/plan_builder.h"
#include "exchange/calendar_feed.h"

namespace backops::tests {

inline std::string feed(const PlanBuilder& builder, const schedule::Selection& selection = {},
                        bool with_attendees = false) {
    const schedule::Zones zones(builder.plan());
    const auto rows = schedule::schedule_of(builder.plan(), zones, exchange::with_cancelled(selection));
    return exchange::calendar_feed(builder.plan(), zones, rows, selection,
                                   {instant("2026-03-27T11:00:00Z"), with_attendees});
}

/// The lines of a calendar file as they are meant: unfolded, without their ends.
inline Texts lines_of(const std::string& text) {
    Texts lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find("\r\n", at);
        const std::string line = text.substr(at, end - at);
        if (line.starts_with(' '))
            lines.back() += line.substr(1);
        else
            lines.push_back(line);
        at = end + 2;
    }
    return lines;
}

/// The lines of these properties of its events, in order.
inline Texts properties(const std::string& text, std::initializer_list<std::string_view> names) {
    Texts found;
    bool in_event = false;
    for (const std::string& line : lines_of(text)) {
        if (line == "BEGIN:VEVENT" || line == "END:VEVENT") in_event = line.starts_with("BEGIN");
        const std::string name = line.substr(0, line.find_first_of(":;"));
        if (in_event && std::ranges::find(names, name) != names.end()) found.push_back(line);
    }
    return found;
}

/// When its events are.
inline Texts times(const std::string& text) {
    return properties(text, {"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"});
}

}  // namespace backops::tests
