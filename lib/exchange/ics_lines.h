#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/source.h"

namespace backops::exchange {

/// Limits of a calendar file, each with a message of its own.
inline constexpr std::size_t most_events = 20'000;
inline constexpr std::size_t longest_line = 1024 * 1024;
inline constexpr std::size_t longest_head = 64 * 1024;
inline constexpr std::size_t deepest_component = 32;

/// One property as RFC 5545, section 3.1 has it, unfolded: `name;parameters:value`.
struct ContentLine {
    std::string name;   ///< in capitals
    std::string head;   ///< the name with its parameters
    std::string value;  ///< as it stands
    text::Span span;    ///< of the first of the file's lines that it is folded into
};

/// A component with the properties that an import reads.
struct CalendarComponent {
    text::Span span;           ///< of its BEGIN line
    std::size_t calendar = 0;  ///< which VCALENDAR of the file it is in, from 1
    std::vector<ContentLine> lines;
    std::vector<CalendarComponent> observances;  ///< STANDARD and DAYLIGHT of a zone

    /// The first property of the name; null when there is none.
    const ContentLine* find(std::string_view name) const;
    std::vector<const ContentLine*> all(std::string_view name) const;
};

/// The events and zones of a calendar file, in its order. Neither libical nor another parser says where things stand;
/// so this finds the places, and libical the meaning.
struct CalendarFile {
    Source source;
    std::vector<CalendarComponent> events, zones;
    std::map<std::size_t, ContentLine> methods;  ///< METHOD, by VCALENDAR
    std::size_t others = 0;                      ///< to-dos, journals, free-busy times
    bool is_ours = false;                        ///< by its PRODID, `export ics` wrote it
};

/// Reads `calendar.source`. Every line that is none, and every BEGIN and END that do not match, is a problem; so is a
/// file without an event. Line ends of any kind (CR CR LF too), blanks after BEGIN, and events without a calendar
/// around them are taken. Lines before and after the calendar are passed over with a warning, what is inside alarms and
/// the like without. False when what follows could not be read at all.
bool read_calendar(CalendarFile& calendar, Findings& findings);

}  // namespace backops::exchange
