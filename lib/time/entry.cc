#include "time/entry.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/wording.h"
#include "time/duration_text.h"
#include "time/entry_reader.h"
#include "time/numeric.h"
#include "time/phrase.h"
#include "time/scan.h"

namespace backops::time {

namespace {

/// What may be typed instead. Every text that is offered has been read, so that following a hint works; one that still
/// has something amiss, such as a weekday that there is twice, is mended in turn.
std::vector<std::string> mended_texts(const EntryReader& reader, const Setting& setting, int depth) {
    std::vector<std::string> texts;
    const auto add = [&](const std::string& text) {
        if (texts.size() < 6 && std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
    };
    for (const std::string& instead : reader.miss.instead) {
        const std::string text = reader.with(reader.miss.from, reader.miss.count, instead);
        EntryReader trial(text, setting);
        if (trial.read())
            add(text);
        else if (depth < 2)
            for (const std::string& deeper : mended_texts(trial, setting, depth + 1)) add(deeper);
    }
    return texts;
}

std::vector<std::string> hints_of(const EntryReader& reader, const Setting& setting) {
    std::vector<std::string> hints = reader.miss.hints;
    for (const std::string& text : mended_texts(reader, setting, 0))
        hints.push_back(reader.miss.guess ? fmt::format("did you mean `{}`?", text) : fmt::format("write `{}`", text));
    if (hints.empty()) hints.push_back(forms_hint(setting));
    return hints;
}

text::Parsed<Reading> parse_reading(std::string_view text, const Setting& setting) {
    EntryReader reader(text, setting);
    if (reader.read()) return reader.reading;
    return {reader.miss.error, hints_of(reader, setting)};
}

text::Parsed<Entered> before_start(std::string_view text, WallTime start) {
    const WallTime later = written_on(start.date, from_linear(linear(start) + 3600));
    return {fmt::format("{} is before the start, {}", text::quoted(text), span_text(start, std::nullopt)),
            {fmt::format("write a later end, such as `{}`", to_text(later))}};
}

text::Parsed<Entered> without_clock(std::string_view text, WallTime latest, WallTime start) {
    const WallTime evening{latest.date, 23 * 3600};
    const WallTime end = linear(evening) > linear(start) ? evening : latest;
    return {fmt::format("{} has no clock time, and the start has one", text::quoted(text)),
            {fmt::format("write the time too, such as `{} {}`", trimmed(text), clock_text(end.seconds))}};
}

/// The first such clock time after the start, or the start itself where the clock shows the same. One written past
/// midnight is of the start's show day or a later one, and is the start only where that is written so too: from 00:00
/// to 24:00 is a day.
WallTime first_after(WallTime start, std::int32_t clock, std::int32_t day_start) {
    if (clock >= day_seconds) {
        if (start.seconds == clock) return start;
        WallTime end{show_day(start, day_start), clock};
        while (linear(end) <= linear(start)) end.date = end.date + 1;
        return end;
    }
    WallTime end{calendar(start).date, clock};
    if (linear(end) < linear(start)) end.date = end.date + 1;
    return start.seconds >= day_seconds ? written_on(start.date, end) : end;
}

/// Why a text is no end. What begins is known: a length can be added to it, and a clock time with an offset from UTC be
/// found after it.
text::Parsed<Entered> amiss_end(std::string_view text, const text::Parsed<Entered>& entry, WallTime start,
                                const Setting& setting) {
    std::vector<std::string> hints;
    const auto clock = read_clock(text);
    for (const std::string& instead : clock ? clock->amiss.instead : std::vector<std::string>{})
        hints.push_back(fmt::format("write `{}`", instead));
    if (const auto zone = clock && clock->elsewhere && setting.zone ? setting.zone() : std::nullopt) {
        const std::int64_t from = zone->at(start).instant.seconds;
        std::int64_t end = linear({calendar(start).date - 2, clock->elsewhere->seconds}) - clock->elsewhere->offset;
        while (end < from) end += day_seconds;
        if (const auto here = wall_text_at(*zone, {end})) hints.push_back(fmt::format("write `{}`", *here));
    }
    const auto length = parse_duration(trimmed(text));
    if (length && length->seconds != 0) {
        const WallTime end = written_on(start.date, from_linear(linear(start) + length->seconds));
        hints.push_back(fmt::format("write {}`{}`", hints.empty() ? "the end, " : "", to_text(end)));
    }
    return hints.empty() ? entry : text::Parsed<Entered>{entry.error, hints};
}

text::Parsed<Entered> all_day_end(std::string_view text, const Entered& end, Date first) {
    if (!end.is_date)
        return {fmt::format("{} has a clock time, and the start is a whole day", text::quoted(text)),
                {fmt::format("write the last day, such as `{}`",
                             to_text(std::max(first, end.has_date ? end.time.date : first)))}};
    if (end.time.date < first)
        return {fmt::format("{} is before the start, {}", text::quoted(text), long_day(first)),
                {fmt::format("write the last day, such as `{}`", to_text(first))}};
    return end;
}

/// Of a number alone what it can be a day by: the event's days are counted, and have a day of the month.
std::vector<std::string> days_numbered(int number, const Setting& setting) {
    std::vector<std::string> hints;
    const int count = setting.last - setting.first + 1;
    if (number >= 1 && number <= count) hints.push_back(fmt::format("write `day {}`", number));
    constexpr int longest_month = 31;
    for (int i = 0; i < std::min(count, longest_month); ++i)
        if (year_month_day(setting.first + i).day == static_cast<unsigned>(number))
            hints.push_back(fmt::format("write `{}`", to_text(setting.first + i)));
    if (hints.empty()) hints.push_back(days_hint(setting));
    return hints;
}

std::optional<int> bare_number(std::string_view text) {
    Scanner scanner(text);
    const auto number = scanner.digits(1, 2);
    return scanner.done() ? number : std::nullopt;
}

}  // namespace

text::Parsed<Entered> parse_entry(std::string_view text, const Setting& setting) {
    const auto reading = parse_reading(text, setting);
    if (reading) return reading->entered;
    return {reading.error, reading.hints};
}

text::Parsed<Entered> parse_start(std::string_view text, const Setting& setting) {
    const auto entry = parse_entry(text, setting);
    if (!entry || entry->has_date) return entry;
    const std::int32_t clock = entry->time.seconds;
    if (setting.first == setting.last)
        return Entered{on_show_day(setting.first, {clock, clock >= day_seconds}, setting.day_start), false, true};
    return {fmt::format("{} does not say on which day", text::quoted(text)),
            {examples_hint(setting, clock_text(clock))}};
}

text::Parsed<Entered> parse_end(std::string_view text, const Entered& start, const Setting& setting) {
    const auto entry = parse_entry(text, setting);
    if (!entry) return start.is_date ? entry : amiss_end(text, entry, start.time, setting);
    if (start.is_date) return all_day_end(text, *entry, start.time.date);
    if (!entry->has_date) return Entered{first_after(start.time, entry->time.seconds, setting.day_start), false, true};
    const WallTime latest{entry->time.date, entry->is_date ? 35 * 3600 : entry->time.seconds};
    if (linear(latest) < linear(start.time)) return before_start(text, start.time);
    if (entry->is_date) return without_clock(text, latest, start.time);
    return entry;
}

text::Parsed<Date> parse_day(std::string_view typed, const Setting& setting) {
    const std::string text = with_plain_blanks(typed);
    if (const auto number = bare_number(trimmed(text)))
        return {fmt::format("{} is a bare number, not a day", text::quoted(trimmed(text))),
                days_numbered(*number, setting)};
    const auto reading = parse_reading(text, setting);
    if (!reading) {
        const bool examples_only = reading.hints == std::vector<std::string>{forms_hint(setting)};
        return {reading.error, examples_only ? std::vector{days_hint(setting)} : reading.hints};
    }
    const Entered& entered = reading->entered;
    if (entered.is_date) return entered.time.date;
    if (reading->by_name || lowered(trimmed(text)) == "now") return show_day(entered.time, setting.day_start);
    const std::string error = fmt::format("{} has a clock time where only a day is wanted", text::quoted(text));
    if (!entered.has_date) return {error, {days_hint(setting)}};
    return {error, {fmt::format("write `{}`", to_text(show_day(entered.time, setting.day_start)))}};
}

text::Parsed<std::int64_t> parse_shift(std::string_view text) {
    std::string_view rest = trimmed(text);
    const bool back = rest.starts_with('-');
    if (back || rest.starts_with('+')) rest = trimmed(rest.substr(1));
    const auto length = parse_signed_part(rest, text, back ? "-" : "");
    if (!length) return {length.error, length.hints};
    return back ? -length->seconds : length->seconds;
}

}  // namespace backops::time
