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
                                                                   {"cancelled", model::Status::cancelled}};
constexpr std::pair<std::string_view, bool> transparencies[] = {{"opaque", true}, {"transparent", false}};
constexpr std::pair<std::string_view, model::Visibility> classes[] = {{"public", model::Visibility::everyone},
                                                                      {"private", model::Visibility::confidential},
                                                                      {"confidential", model::Visibility::crew}};

}  // namespace

time::WallTime CalendarTime::on(const time::Zone& other) const {
    if (is_date || !zone || *zone == other) return time;
    return other.wall_time(zone->at(time).instant);
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
        read_words();
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
        return line ? one_of(line->value, choices) : std::nullopt;
    }

    void read_words() {
        event_.uid = time::trimmed(text_of("UID"));
        event_.name = plain(text_of("SUMMARY"), " ");
        if (event_.name.empty()) {
            note(reader_.nameless_, component_.span);
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
        event_.visibility = choice("CLASS", classes);
        if (const ContentLine* line = component_.find("SEQUENCE"))
            event_.sequence = time::whole_number(line->value).value_or(0);
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
        CalendarTime time{stamp->time, stamp->is_date, false, std::nullopt};
        if (stamp->is_date) return time;
        // A zone beside the sign of UTC is what was meant.
        std::string tzid = parameter(line, "TZID");
        time.is_utc = stamp->is_utc && tzid.empty();
        if (time.is_utc) tzid = "UTC";
        if (tzid.empty()) {
            if (line.name == "DTSTART") note(reader_.floating_, line.span);
            return time;
        }
        time.zone = reader_.zones_.find(tzid);
        if (time.zone) return time;
        report_zone(line, tzid);
        return std::nullopt;
    }

    void report_zone(const ContentLine& line, const std::string& tzid) {
        is_good_ = false;
        if (!reader_.unknown_zones_.insert(tzid).second) return;
        wrong(line.span, "unknown-zone", fmt::format("no time zone is called {}", text::quoted(tzid)),
              {fmt::format("say which one it is: --zone {}=Europe/Berlin", text::shell_word(tzid))});
    }

    void read_times() {
        const ContentLine* start = component_.find("DTSTART");
        if (!start) return wrong(component_.span, "missing-key", "this event has no `DTSTART`");
        const auto read = time_of(*start, start->value);
        if (!read) return;
        event_.start = *read;
        if (const ContentLine* line = component_.find("RECURRENCE-ID")) {
            event_.recurrence = time_of(*line, line->value);
            if (!parameter(*line, "RANGE").empty())
                wrong(line->span, "unsupported-series",
                      "a change of this and all following dates (`RANGE=THISANDFUTURE`) is not understood",
                      {"end the series there, and let another follow it"});
        }
        read_end();
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
        for (const ContentLine* line : component_.all("EXDATE"))
            for (const std::string& value : values_of(line->value)) {
                if (!counts(*line)) return;
                if (const auto time = time_of(*line, value)) event_.exceptions.push_back(*time);
            }
        for (const ContentLine* line : component_.all("RDATE"))
            for (const std::string& value : values_of(line->value)) {
                if (!counts(*line)) return;
                read_date(*line, value);
            }
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
        event_.dates.push_back(date);
    }

    void read_people() {
        for (const ContentLine* line : component_.all("ORGANIZER"))
            event_.people.push_back({email_of(line->value), Invited::Part::organizer});
        for (const ContentLine* line : component_.all("ATTENDEE")) {
            const std::string role = time::lowered(parameter(*line, "ROLE"));
            if (role == "non-participant") continue;
            event_.people.push_back(
                {email_of(line->value), role == "opt-participant" ? Invited::Part::optional : Invited::Part::required});
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
}

}  // namespace backops::exchange
