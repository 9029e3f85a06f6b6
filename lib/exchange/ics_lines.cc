#include "exchange/ics_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "text/utf8.h"
#include "text/wording.h"

namespace backops::exchange {
namespace {

constexpr std::array<std::string_view, 27> read_properties = {"ATTENDEE",
                                                              "CATEGORIES",
                                                              "CLASS",
                                                              "DESCRIPTION",
                                                              "DTEND",
                                                              "DTSTAMP",
                                                              "DTSTART",
                                                              "DURATION",
                                                              "EXDATE",
                                                              "EXRULE",
                                                              "LAST-MODIFIED",
                                                              "LOCATION",
                                                              "ORGANIZER",
                                                              "RDATE",
                                                              "RECURRENCE-ID",
                                                              "RRULE",
                                                              "SEQUENCE",
                                                              "STATUS",
                                                              "SUMMARY",
                                                              "TRANSP",
                                                              "TZID",
                                                              "TZOFFSETFROM",
                                                              "TZOFFSETTO",
                                                              "UID",
                                                              "X-LIC-LOCATION",
                                                              "X-MICROSOFT-CDO-ALLDAYEVENT",
                                                              "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT"};

// Their values have no colon, so that the last one ends a head whose zone has colons and lacks its quotes.
constexpr std::array<std::string_view, 5> time_properties = {"DTEND", "DTSTART", "EXDATE", "RDATE", "RECURRENCE-ID"};
constexpr std::string_view calendar_begin = "BEGIN:VCALENDAR";

constexpr std::string_view own_product = "-//backops//backops//EN";

std::string in_capitals(std::string_view text) {
    std::string capitals(text);
    for (char& c : capitals)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return capitals;
}

bool is_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    });
}

// One property's text, unfolded.
struct Unfolded {
    std::string text;
    text::Span span;
};

class Unfolding {
  public:
    explicit Unfolding(const Source& source) : text_(source.text), at_(source.begin()) {}

    // Nothing at the end of the file. A line that is too long is cut; the reader says so.
    std::optional<Unfolded> next() {
        if (at_ >= text_.size()) return std::nullopt;
        Unfolded line;
        const std::string_view first = take_line();
        line.span = {static_cast<std::uint32_t>(first.data() - text_.data()),
                     static_cast<std::uint32_t>(first.data() - text_.data() + first.size())};
        line.text = first.substr(0, longest_line + 1);
        while (goes_on(line.text)) {
            const std::string_view more = take_line().substr(1);
            if (line.text.size() <= longest_line) line.text += more.substr(0, longest_line + 1 - line.text.size());
        }
        return line;
    }

  private:
    // Whether the next line is folded into this one. A program that took CR CR LF for two line ends has left an empty
    // line between them.
    bool goes_on(std::string_view line) {
        std::size_t next = at_;
        if (!line.empty()) next = std::min(text_.find_first_not_of("\r\n", at_), text_.size());
        if (next >= text_.size() || (text_[next] != ' ' && text_[next] != '\t')) return false;
        at_ = next;
        return true;
    }

    // Without its end, which text mode on Windows may have made CR CR LF.
    std::string_view take_line() {
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        std::string_view line = text_.substr(at_, end - at_);
        at_ = end + 1;
        while (line.ends_with('\r')) line.remove_suffix(1);
        return line;
    }

    std::string_view text_;
    std::size_t at_;
};

// The colon that ends name and parameters, outside quotes.
std::size_t end_of_head(std::string_view line) {
    bool quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '"') quoted = !quoted;
        if (line[at] == ':' && !quoted) return at;
    }
    return std::string_view::npos;
}

// What BEGIN and END name, without blanks and without what a web page puts after it.
std::string component_name(std::string_view value) {
    value = value.substr(0, value.find('<'));
    const std::size_t begin = value.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return in_capitals(value.substr(begin, value.find_last_not_of(" \t") + 1 - begin));
}

class CalendarReader {
  public:
    CalendarReader(CalendarFile& calendar, Findings& findings) : calendar_(calendar), findings_(findings) {}

    bool read() {
        Unfolding unfolding(calendar_.source);
        while (!stopped_ && !findings_.full()) {
            const auto line = unfolding.next();
            if (!line) break;
            if (line->text.find_first_not_of(" \t") != std::string::npos) take(*line);
        }
        if (stopped_) return false;
        if (outside_ > 0) report_outside();
        for (const Open& open : open_)
            findings_.add(
                open.span, "ics-structure", fmt::format("{} is never closed", text::quoted("BEGIN:" + open.name)),
                {fmt::format("the file may be cut off; its last line should be `END:{}`", open_.front().name)});
        if (calendar_.events.empty() && !findings_.any_error()) report_nothing();
        return open_.empty();
    }

  private:
    struct Open {
        std::string name;
        text::Span span;
    };

    bool is_in(std::string_view name) const { return !open_.empty() && open_.back().name == name; }

    void wrong(text::Span at, std::string rule, std::string message, std::vector<std::string> hints = {}) {
        findings_.add(at, std::move(rule), std::move(message), std::move(hints));
    }

    // Where nothing is open, only what begins something is read: mail, pages and programs' messages may be around it.
    void take(Unfolded line) {
        if (open_.empty()) {
            const std::string capitals = in_capitals(line.text);
            const std::size_t blanks = capitals.find_first_not_of(" \t");
            const std::size_t begin = std::min(capitals.find(calendar_begin), capitals.find("BEGIN:", blanks));
            if (begin == std::string::npos ||
                (begin != blanks && !capitals.substr(begin).starts_with(calendar_begin))) {
                if (outside_++ == 0) first_outside_ = line.span;
                return;
            }
            line.text.erase(0, begin);
        }
        take_inside(line);
    }

    void take_inside(const Unfolded& line) {
        if (line.text.size() > longest_line)
            return wrong(line.span, "limit", "this line is longer than 1 MiB, with all that is folded into it");
        if (const auto bad = text::first_bad_byte(line.text))
            return take_no_text(line, static_cast<unsigned char>(line.text[*bad]));
        std::size_t colon = end_of_head(line.text);
        std::string head = line.text.substr(0, colon);
        const std::string name = in_capitals(std::string_view(head).substr(0, head.find(';')));
        const bool is_time = std::find(time_properties.begin(), time_properties.end(), name) != time_properties.end();
        if (is_time && colon != std::string::npos) head = line.text.substr(0, colon = line.text.rfind(':'));
        if (colon == std::string::npos || !is_name(name)) return take_no_property(line);
        const std::string value = line.text.substr(colon + 1);
        if (name == "BEGIN") return begin(component_name(value), line.span);
        if (name == "END") return end(component_name(value), line.span);
        keep({name, head, value, line.span});
    }

    void take_no_text(const Unfolded& line, unsigned char byte) {
        wrong(line.span, "encoding", fmt::format("byte 0x{:02X} in this line is not UTF-8", byte),
              {"save the file as UTF-8; it may be Latin-1 or Windows-1252 now"});
        stopped_ = true;
    }

    void take_no_property(const Unfolded& line) {
        if (!is_in("VEVENT")) return;
        const bool has_quote = end_of_head(line.text) == std::string::npos && line.text.find(':') != std::string::npos;
        if (has_quote) return wrong(line.span, "ics-line", "the quote that opens in this line is never closed");
        wrong(line.span, "ics-line", "this line is no `NAME:value`",
              {"if it belongs to the line before it, put a blank at its beginning"});
    }

    void begin(std::string name, text::Span span) {
        if (open_.size() >= deepest_component) {
            stopped_ = true;
            return wrong(span, "limit", fmt::format("more than {} components stand in each other", deepest_component));
        }
        const bool is_event = name == "VEVENT";
        if (is_event && std::any_of(open_.begin(), open_.end(), [](const Open& open) { return open.name == "VEVENT"; }))
            wrong(span, "ics-structure", "an event begins inside an event",
                  {"the one before it lacks its `END:VEVENT`"});
        if (is_event && calendar_.events.size() >= most_events) {
            stopped_ = true;
            return wrong(span, "limit", "there are more than 20,000 events", {"import the file in several parts"});
        }
        if (name == "VCALENDAR") ++calendars_;
        if (is_event) calendar_.events.push_back({span, calendars_, {}, {}});
        if (is_in("VTIMEZONE") && (name == "STANDARD" || name == "DAYLIGHT"))
            calendar_.zones.back().observances.push_back({span, calendars_, {}, {}});
        if (name == "VTIMEZONE") calendar_.zones.push_back({span, calendars_, {}, {}});
        if (name == "VTODO" || name == "VJOURNAL" || name == "VFREEBUSY") ++calendar_.others;
        open_.push_back({std::move(name), span});
    }

    void end(const std::string& name, text::Span span) {
        if (is_in(name)) return open_.pop_back();
        stopped_ = true;
        const text::Place there = findings_.place(open_.back().span);
        findings_
            .add(span, "ics-structure",
                 fmt::format("{} stands here, and {} is still open", text::quoted("END:" + name),
                             text::quoted("BEGIN:" + open_.back().name)))
            .others.push_back({there, "it begins here"});
    }

    void keep(ContentLine line) {
        if (line.name == "PRODID" && line.value == own_product) calendar_.is_ours = true;
        if (line.name == "METHOD" && is_in("VCALENDAR")) calendar_.methods.emplace(calendars_, line);
        if (std::find(read_properties.begin(), read_properties.end(), line.name) == read_properties.end()) return;
        if (line.head.size() > longest_head)
            return wrong(line.span, "limit", "the parameters of this line are more than 64 KiB");
        if (is_in("VEVENT"))
            calendar_.events.back().lines.push_back(std::move(line));
        else if (is_in("VTIMEZONE"))
            calendar_.zones.back().lines.push_back(std::move(line));
        else if (is_observance())
            calendar_.zones.back().observances.back().lines.push_back(std::move(line));
    }

    bool is_observance() const {
        return (is_in("STANDARD") || is_in("DAYLIGHT")) && open_.size() > 1 &&
               open_[open_.size() - 2].name == "VTIMEZONE";
    }

    // Around a calendar, or instead of one.
    void report_outside() {
        const bool has_begun = calendars_ > 0 || !calendar_.events.empty();
        if (has_begun) {
            findings_.add(first_outside_, "ics-structure",
                          outside_ == 1
                              ? "this line is outside the calendar, and is passed over"
                              : fmt::format("{} are outside the calendar, this one first, and are passed over",
                                            text::counted(outside_, "line")),
                          {}, text::Severity::warning);
            return;
        }
        const std::string begin = calendar_.source.text.substr(first_outside_.begin, 200);
        const bool is_page = begin.find('<') != std::string::npos;
        wrong(first_outside_, "ics-structure", "this is no calendar file: no line of it is `BEGIN:VCALENDAR`",
              {is_page ? "this is a web page; download the calendar itself, as iCalendar (.ics)"
                       : "export the calendar again, as iCalendar (.ics)"});
    }

    void report_nothing() {
        const bool is_blank =
            calendar_.source.text.find_first_not_of(" \t\r\n", calendar_.source.begin()) == std::string::npos;
        if (is_blank) return findings_.add("empty-file", "there is nothing in this file");
        const auto begin = static_cast<std::uint32_t>(calendar_.source.begin());
        wrong({begin, begin + 1}, "empty-file", "there is no event in this calendar",
              calendar_.others > 0
                  ? std::vector<std::string>{"only events (VEVENT) are imported, no to-dos and journals"}
                  : std::vector<std::string>{});
    }

    CalendarFile& calendar_;
    Findings& findings_;
    std::vector<Open> open_;
    std::size_t calendars_ = 0;
    std::size_t outside_ = 0;
    text::Span first_outside_;
    bool stopped_ = false;
};

}  // namespace

const ContentLine* CalendarComponent::find(std::string_view name) const {
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&](const ContentLine& line) { return line.name == name; });
    return found == lines.end() ? nullptr : &*found;
}

std::vector<const ContentLine*> CalendarComponent::all(std::string_view name) const {
    std::vector<const ContentLine*> those;
    for (const ContentLine& line : lines)
        if (line.name == name) those.push_back(&line);
    return those;
}

bool read_calendar(CalendarFile& calendar, Findings& findings) { return CalendarReader(calendar, findings).read(); }

}  // namespace backops::exchange
