#include "exchange/ics_event.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/wording.h"
#include "time/scan.h"

namespace backops::exchange {
namespace {

constexpr std::size_t most_moments = 200'000;
constexpr std::int64_t longest = 400LL * time::day_seconds;
constexpr std::string_view no_name = "Untitled";

bool is_control(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x20 || byte == 0x7F ||
           (byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0);
}

// Without control characters; line ends become `between`, blanks around it go.
std::string plain(const std::string& text, std::string_view between) {
    std::string all;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') {
            while (all.ends_with(' ')) all.pop_back();
            if (!all.empty()) all += between;
        } else if (text[at] == '\t' && between == "\n") {
            all += '\t';
        } else if (is_control(text, at)) {
            if (static_cast<unsigned char>(text[at]) == 0xC2) ++at;
            if (text[at] != '\r') all += ' ';
        } else {
            all += text[at];
        }
    }
    const std::size_t begin = all.find_first_not_of(between == "\n" ? "\n" : " ");
    const std::size_t end = all.find_last_not_of(" \n");
    return begin == std::string::npos || end == std::string::npos ? "" : all.substr(begin, end + 1 - begin);
}

bool is_word(const std::string& value, std::string_view word) { return time::lowered(time::trimmed(value)) == word; }

std::string email_of(std::string_view address) {
    const std::string lower = time::lowered(address);
    return lower.starts_with("mailto:") ? lower.substr(7) : std::string();
}

template <class T, std::size_t N>
std::optional<T> one_of(const std::string& value, const std::pair<std::string_view, T> (&choices)[N]) {
    const std::string word = time::lowered(time::trimmed(value));
    for (const auto& [name, choice] : choices)
        if (word == name) return choice;
    return std::nullopt;
}

constexpr std::pair<std::string_view, model::Status> statuses[] = {{"confirmed", model::Status::confirmed},
                                                                   {"tentative", model::Status::tentative},
                                                                   {"cancelled", model::Status::cancelled},
                                                                   {"canceled", model::Status::cancelled}};
constexpr std::pair<std::string_view, bool> transparencies[] = {{"opaque", true}, {"transparent", false}};
constexpr std::pair<std::string_view, model::Visibility> classes[] = {{"public", model::Visibility::everyone},
                                                                      {"private", model::Visibility::confidential},
                                                                      {"confidential", model::Visibility::crew}};
// True: it says that its events are off.
constexpr std::pair<std::string_view, bool> methods[] = {{"publish", false}, {"request", false},  {"add", false},
                                                         {"cancel", true},   {"cancelled", true}, {"canceled", true}};
constexpr std::pair<std::string_view, Invited::Part> roles[] = {{"chair", Invited::Part::organizer},
                                                                {"req-participant", Invited::Part::required},
                                                                {"opt-participant", Invited::Part::optional},
                                                                {"non-participant", Invited::Part::uninvolved}};
// Nothing: the role decides.
constexpr std::pair<std::string_view, std::optional<Invited::Part>> answers[] = {
    {"needs-action", std::nullopt},
    {"accepted", std::nullopt},
    {"tentative", std::nullopt},
    {"declined", Invited::Part::declined},
    {"delegated", Invited::Part::uninvolved},
    {"completed", std::nullopt},
    {"in-process", std::nullopt}};

constexpr std::int32_t last_minute = time::day_seconds - 60;

}  // namespace

time::WallTime CalendarTime::on(const time::Zone& other) const {
    if (is_date || !zone || *zone == other) return time;
    return other.wall_time(zone->at(time).instant);
}

time::Date day_of(const CalendarTime& time, const std::optional<time::Zone>& series, const time::Zone& home) {
    if (time.is_date || !time.is_placeless || !time.zone) return time.time.date;
    for (const auto& clock : {series, std::optional(home), time.zone})
        if (clock && time.on(*clock).seconds == 0) return time.on(*clock).date;
    return time.on(home).date;
}

text::Span CalendarEvent::span_of(std::string_view property) const {
    const ContentLine* line = component->find(property);
    return line ? line->span : component->span;
}

/// One event under reading.
class CalendarEventReader::Reading {
  public:
    Reading(CalendarEventReader& reader, const CalendarComponent& component) : reader_(reader), component_(component) {
        event_.component = &component;
    }

    std::optional<CalendarEvent> event() {
        read_method();
        read_words();
        read_revision();
        read_times();
        read_series();
        read_people();
        return is_good_ ? std::optional(std::move(event_)) : std::nullopt;
    }

  private:
    void wrong(text::Span at, std::string rule, std::string message, std::vector<std::string> hints = {}) {
        is_good_ = false;
        reader_.findings_.add(at, std::move(rule), std::move(message), std::move(hints));
    }

    std::string text_of(std::string_view name) const {
        const ContentLine* line = component_.find(name);
        return line ? unescaped(line->value) : std::string();
    }

    template <class T, std::size_t N>
    std::optional<T> choice(std::string_view name, const std::pair<std::string_view, T> (&choices)[N]) {
        const ContentLine* line = component_.find(name);
        return line ? known_word(*line, name, line->value, choices) : std::nullopt;
    }

    // Nothing for a word that is not known, which is said.
    template <class T, std::size_t N>
    std::optional<T> known_word(const ContentLine& line, std::string_view name, const std::string& value,
                                const std::pair<std::string_view, T> (&choices)[N]) {
        const auto known = one_of(value, choices);
        if (!known) note(reader_.unknown_words_[{std::string(name), std::string(time::trimmed(value))}], line.span);
        return known;
    }

    void read_method() {
        const auto method = reader_.calendar_.methods.find(component_.calendar);
        if (component_.calendar == 0 || method == reader_.calendar_.methods.end()) return;
        const ContentLine& line = method->second;
        event_.cancels = known_word(line, "METHOD", line.value, methods).value_or(false);
    }

    void read_revision() {
        if (const ContentLine* line = component_.find("SEQUENCE"))
            event_.sequence = time::whole_number(time::trimmed(line->value)).value_or(0);
        const auto seconds = [&](std::string_view name) -> std::optional<std::int64_t> {
            const ContentLine* line = component_.find(name);
            const auto stamp = line ? parse_stamp(time::trimmed(line->value)) : std::nullopt;
            return stamp ? std::optional(time::linear(stamp->time)) : std::nullopt;
        };
        event_.modified = seconds("LAST-MODIFIED");
        event_.stamped = seconds("DTSTAMP");
    }

    void read_words() {
        event_.uid = time::trimmed(text_of("UID"));
        event_.name = plain(text_of("SUMMARY"), " ");
        if (event_.name.empty()) {
            if (!event_.cancels) note(reader_.nameless_, component_.span);
            event_.name = no_name;
        }
        event_.description = plain(text_of("DESCRIPTION"), "\n");
        event_.place = plain(text_of("LOCATION"), ", ");
        for (const ContentLine* line : component_.all("CATEGORIES"))
            for (const std::string& value : values_of(line->value))
                if (std::string category = plain(unescaped(value), " "); !category.empty())
                    event_.categories.push_back(std::move(category));
        event_.status = choice("STATUS", statuses);
        event_.busy = choice("TRANSP", transparencies);
        if (event_.cancels) event_.status = model::Status::cancelled;
        event_.visibility = choice("CLASS", classes);
        // RFC 5545, section 3.8.1.3: a word that nobody knows must not make anything seen.
        if (component_.find("CLASS") && !event_.visibility) event_.visibility = model::Visibility::confidential;
    }

    static void note(Lack& lack, text::Span at) {
        if (lack.count++ == 0) lack.first = at;
    }

    // Nothing for what is no time, or is in a zone that nobody knows.
    std::optional<CalendarTime> time_of(const ContentLine& line, const std::string& value) {
        const auto stamp = parse_stamp(time::trimmed(value));
        if (!stamp) {
            wrong(line.span, "wrong-value", fmt::format("{} is no date or time of {}", text::quoted(value), line.name),
                  {"a time is written `20260612T140000`, a date `20260612`"});
            return std::nullopt;
        }
        const bool is_date = stamp->is_date || (stamp->time.seconds == 0 && is_word(parameter(line, "VALUE"), "date"));
        CalendarTime time{stamp->time, is_date, false, false, std::nullopt};
        if (is_date) return time;
        std::string tzid(time::trimmed(parameter(line, "TZID")));
        // RFC 5545, section 3.2.19: a zone must not be applied to what is in UTC.
        if (stamp->is_utc) {
            note_contradiction(line, tzid, stamp->time);
            tzid = "UTC";
        }
        if (tzid.empty()) {
            if (line.name == "DTSTART") note(reader_.floating_, line.span);
            return time;
        }
        const auto placed = reader_.zones_.place(tzid, stamp->time);
        if (!placed) {
            report_zone(line, tzid);
            return std::nullopt;
        }
        return CalendarTime{placed->time, false, placed->is_placeless, placed->is_converted, placed->zone};
    }

    void note_contradiction(const ContentLine& line, const std::string& tzid, time::WallTime time) {
        if (tzid.empty() || line.name != "DTSTART") return;
        const auto placed = reader_.zones_.place(tzid, time);
        const bool is_same =
            placed && !placed->is_converted && placed->zone.at(placed->time).instant.seconds == time::linear(time);
        if (!is_same) note(reader_.contradicted_, line.span);
    }

    void report_zone(const ContentLine& line, const std::string& tzid) {
        is_good_ = false;
        if (!reader_.unknown_zones_.insert(tzid).second) return;
        wrong(line.span, "unknown-zone", fmt::format("no time zone is called {}", text::quoted(tzid)),
              {fmt::format("say which one it is: --zone {}=Europe/Berlin", text::shell_word(tzid))});
    }

    void read_times() {
        const ContentLine* start = component_.find("DTSTART");
        event_.has_start = start != nullptr;
        if (!start && !event_.cancels) return wrong(component_.span, "missing-key", "this event has no `DTSTART`");
        if (start) {
            const auto read = time_of(*start, start->value);
            if (!read) return;
            event_.start = *read;
        }
        if (const ContentLine* line = component_.find("RECURRENCE-ID")) {
            event_.recurrence = time_of(*line, line->value);
            if (!parameter(*line, "RANGE").empty())
                wrong(line->span, "unsupported-series",
                      "a change of this and all following dates (`RANGE=THISANDFUTURE`) is not understood",
                      {"end the series there, and let another follow it"});
        }
        if (!start) return;
        read_end();
        read_whole_days();
    }

    // Whole days that are given as times: from midnight to midnight on the event's own clock, or as Outlook marks them.
    // What `export ics` wrote is what it says.
    void read_whole_days() {
        const bool is_marked = is_flag("X-MICROSOFT-CDO-ALLDAYEVENT") || is_flag("X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT");
        const bool is_ours = reader_.calendar_.is_ours || event_.uid.ends_with(reader_.home_.own_uids);
        if (event_.start.is_date || (is_ours && !is_marked)) return;
        const auto first = midnight(event_.start, is_marked);
        auto after = first;
        if (first && event_.end) after = midnight(*event_.end, is_marked);
        if (first && event_.length) after = *first + static_cast<int>(event_.length->days);
        if (first && event_.length && event_.length->seconds % time::day_seconds != 0) after.reset();
        if (after && event_.length) after = *after + static_cast<int>(event_.length->seconds / time::day_seconds);
        if (!first || !after) {
            if (is_marked)
                reader_.findings_.add(event_.span_of("DTSTART"), "unclear-day",
                                      "this event is marked as all day, and its times are not midnights: it keeps them",
                                      {}, text::Severity::warning);
            return;
        }
        if (*after == *first && !is_marked) return;
        event_.clock = event_.start.zone;
        event_.start = CalendarTime{{*first, 0}, true, false, false, std::nullopt};
        event_.end = CalendarTime{{std::max(*after, *first + 1), 0}, true, false, false, std::nullopt};
        event_.length.reset();
    }

    bool is_flag(std::string_view name) const {
        const ContentLine* line = component_.find(name);
        return line && (is_word(line->value, "true") || is_word(line->value, "1"));
    }

    // The day that begins then, or nothing. Of a marked moment in UTC the nearest: it was midnight where it was made.
    std::optional<time::Date> midnight(const CalendarTime& time, bool is_marked) const {
        if (time.is_date) return std::nullopt;
        if (!time.is_placeless && time.time.seconds == 0) return time.time.date;
        const time::WallTime here = time.on(reader_.home_.zone);
        if ((time.is_placeless || is_marked) && here.seconds == 0) return here.date;
        if (!is_marked) return std::nullopt;
        if (time.is_placeless) return time.time.date + (time.time.seconds < time::day_seconds / 2 ? 0 : 1);
        if (time.time.seconds >= last_minute) return time.time.date + 1;
        return std::nullopt;
    }

    void read_end() {
        const ContentLine* end = component_.find("DTEND");
        const ContentLine* length = component_.find("DURATION");
        if (end && length)
            return wrong(length->span, "wrong-value", "`DTEND` and `DURATION` are both given", {"keep one of them"});
        if (end) {
            event_.end = time_of(*end, end->value);
            if (event_.end) check_end(*end);
        }
        if (!length) return;
        event_.length = parse_length(time::trimmed(length->value));
        if (!event_.length)
            wrong(length->span, "wrong-value", fmt::format("{} is no length of an event", text::quoted(length->value)),
                  {"one and a half hours are written `PT1H30M`; it may be 400 days at most"});
    }

    void check_end(const ContentLine& line) {
        const CalendarTime& end = *event_.end;
        if (end.is_date != event_.start.is_date)
            return wrong(line.span, "wrong-value",
                         end.is_date ? "`DTSTART` has a clock time, so `DTEND` needs one too"
                                     : "`DTSTART` is a whole day, so `DTEND` must be a date too");
        const time::WallTime there = event_.start.zone ? end.on(*event_.start.zone) : end.time;
        const std::int64_t elapsed =
            event_.start.zone && end.zone
                ? end.zone->at(end.time).instant.seconds - event_.start.zone->at(event_.start.time).instant.seconds
                : time::linear(there) - time::linear(event_.start.time);
        if (elapsed < 0) {
            is_good_ = false;
            const text::Place begin = reader_.findings_.place(event_.span_of("DTSTART"));
            reader_.findings_.add(line.span, "end-before-start", "this event ends before it starts")
                .others.push_back({begin, "it starts here"});
        }
        if (elapsed > longest) wrong(line.span, "wrong-value", "this event lasts more than 400 days");
    }

    bool counts(const ContentLine& line) {
        if (++reader_.moments_ <= most_moments) return true;
        if (reader_.moments_ == most_moments + 1)
            wrong(line.span, "limit", "there are more than 200,000 dates in the lists of this file");
        is_good_ = false;
        return false;
    }

    void read_series() {
        if (const ContentLine* line = component_.find("EXRULE"))
            wrong(line->span, "unsupported-series", "a rule of exceptions (`EXRULE`) is not understood",
                  {"list the dates that it leaves out as `EXDATE`"});
        event_.rules = component_.all("RRULE");
        if (event_.rules.empty() && !component_.find("RDATE") && !component_.find("EXDATE")) return;
        if (event_.start.is_converted) report_zone(*component_.find("DTSTART"), zone_name("DTSTART"));
        for (const ContentLine* line : component_.all("EXDATE"))
            for (const std::string& value : values_of(line->value)) {
                if (!counts(*line)) return;
                if (const auto time = time_of(*line, value)) event_.exceptions.push_back(as_day(*time));
            }
        for (const ContentLine* line : component_.all("RDATE"))
            for (const std::string& value : values_of(line->value)) {
                if (!counts(*line)) return;
                read_date(*line, value);
            }
    }

    std::string zone_name(std::string_view property) const {
        return std::string(time::trimmed(parameter(*component_.find(property), "TZID")));
    }

    // A series of whole days has days.
    CalendarTime as_day(const CalendarTime& time) const {
        if (!event_.start.is_date || time.is_date) return time;
        return {{day_of(time, event_.clock, reader_.home_.zone), 0}, true, false, false, std::nullopt};
    }

    // A time, or a period: `start/end`, `start/length`.
    void read_date(const ContentLine& line, const std::string& value) {
        const std::size_t slash = value.find('/');
        const auto start = time_of(line, value.substr(0, slash));
        if (!start) return;
        CalendarDate date{*start, {}, {}};
        if (slash != std::string::npos) {
            const std::string rest = value.substr(slash + 1);
            if (rest.starts_with('P'))
                date.length = parse_length(rest);
            else
                date.end = time_of(line, rest);
            if (!date.length && !date.end)
                return wrong(line.span, "wrong-value", fmt::format("{} is no period", text::quoted(value)));
        }
        if (event_.start.is_date && !date.start.is_date) date = {as_day(date.start), {}, {}};
        event_.dates.push_back(date);
    }

    void read_people() {
        for (const ContentLine* line : component_.all("ORGANIZER"))
            event_.people.push_back({email_of(line->value), Invited::Part::organizer});
        for (const ContentLine* line : component_.all("ATTENDEE")) {
            const std::string role = parameter(*line, "ROLE");
            const std::string answer = parameter(*line, "PARTSTAT");
            Invited invited{email_of(line->value), Invited::Part::required};
            if (!role.empty()) invited.part = known_word(*line, "ROLE", role, roles).value_or(invited.part);
            const auto said = answer.empty() ? std::nullopt : known_word(*line, "PARTSTAT", answer, answers);
            if (said && *said) invited.part = **said;
            event_.people.push_back(std::move(invited));
        }
    }

    CalendarEventReader& reader_;
    const CalendarComponent& component_;
    CalendarEvent event_;
    bool is_good_ = true;
};

std::optional<CalendarEvent> CalendarEventReader::read(const CalendarComponent& component) {
    return Reading(*this, component).event();
}

CalendarEventReader::CalendarEventReader(const CalendarFile& calendar, CalendarZones& zones, CalendarHome home,
                                         Findings& findings)
    : calendar_(calendar), zones_(zones), home_(std::move(home)), findings_(findings) {}

void CalendarEventReader::report_lacks() {
    const auto warn = [&](const Lack& lack, std::string rule, std::string_view one, std::string_view several) {
        if (lack.count == 0) return;
        findings_.add(lack.first, std::move(rule),
                      lack.count == 1
                          ? std::string(one)
                          : fmt::format("{} {}, this one first", text::counted(lack.count, "event"), several),
                      {}, text::Severity::warning);
    };
    warn(floating_, "floating-time", "this time is in no zone, and is taken to be of the event's clock",
         "have times in no zone, which are taken to be of the event's clock");
    warn(nameless_, "missing-key", "this event has no name, and is called `Untitled`",
         "have no name, and are called `Untitled`");
    warn(contradicted_, "two-zones",
         "this time is in UTC by its `Z` and in another zone by its `TZID`: the `Z` is taken",
         "have a start that is in UTC by its `Z` and in another zone by its `TZID`: the `Z` is taken");
    report_words();
}

void CalendarEventReader::report_words() {
    for (const auto& [word, lack] : unknown_words_) {
        const auto& [name, value] = word;
        const std::string_view then = name == "CLASS"  ? "so it is read as private"
                                      : name == "ROLE" ? "so it is read as a required participant"
                                                       : "and is passed over";
        findings_.add(lack.first, "unknown-word",
                      fmt::format("{} is not a {} that is understood, {}{}", text::quoted(value), name, then,
                                  lack.count == 1 ? "" : fmt::format(" ({} times)", lack.count)),
                      {}, text::Severity::warning);
    }
}

}  // namespace backops::exchange
