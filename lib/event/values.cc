#include "event/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "text/id.h"
#include "text/near_miss.h"
#include "text/utf8.h"
#include "text/wording.h"
#include "time/duration.h"
#include "time/numeric.h"
#include "time/repeat.h"
#include "time/wall_time.h"
#include "time/zone.h"

namespace backops::event {
namespace {

using Wrong = std::optional<WrongValue>;

template <class T>
Wrong wrong(const text::Parsed<T>& parsed) {
    if (parsed) return std::nullopt;
    return WrongValue{parsed.error, parsed.hints};
}

bool is_control(std::string_view text, std::size_t at, bool lines) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20) return !lines || (byte != '\n' && byte != '\t');
    // U+0080 to U+009F in UTF-8.
    return byte == 0x7F || (byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0);
}

bool has_control(std::string_view text, bool lines) {
    for (std::size_t at = 0; at < text.size(); ++at)
        if (is_control(text, at, lines)) return true;
    return false;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

Wrong wrong_text(std::string_view key, const std::string& text, bool lines) {
    if (!lines && text.find('\n') != std::string::npos)
        return WrongValue{fmt::format("`{}` must be one line", key), {"many lines belong in `description` or `notes`"}};
    if (text::first_bad_byte(text))
        return WrongValue{fmt::format("`{}` is given in an encoding that is not UTF-8", key),
                          {"set the terminal, or the program that made the text, to UTF-8"}};
    if (has_control(text, lines))
        return WrongValue{fmt::format("`{}` has a control character in it", key),
                          {"delete it; nothing that people read needs it"}};
    if (is_blank(text))
        return WrongValue{fmt::format("`{}` is blank", key),
                          {fmt::format("write a text, or delete the key `{}`", key)}};
    return std::nullopt;
}

Wrong wrong_id(const std::string& text, std::string_view what) {
    if (text::is_id(text)) return std::nullopt;
    WrongValue wrong{
        fmt::format("{} is no {}: these are lower-case letters, digits and single hyphens", text::quoted(text), what),
        {}};
    const std::string meant = text::id_from(text);
    if (!meant.empty() && meant != text) wrong.hints.push_back(fmt::format("write `{}`", meant));
    return wrong;
}

Wrong wrong_choice(const Field& field, std::string_view key, const std::string& text) {
    if (std::find(field.choices.begin(), field.choices.end(), text) != field.choices.end()) return std::nullopt;
    const std::vector<std::string> candidates(field.choices.begin(), field.choices.end());
    WrongValue wrong{fmt::format("{} is no value of `{}`: it is {}", text::quoted(text), key, one_of(field.choices)),
                     {}};
    if (const auto near = text::nearest(text, candidates))
        wrong.hints.push_back(fmt::format("did you mean `{}`?", *near));
    return wrong;
}

Wrong wrong_flag(std::string_view key, const std::string& text) {
    if (text == "true" || text == "false") return std::nullopt;
    WrongValue wrong{fmt::format("{} is no value of `{}`: it is `true` or `false`", text::quoted(text), key), {}};
    const std::vector<std::string> yes = {"yes", "Yes", "on", "On", "True", "TRUE", "y", "1"};
    const std::vector<std::string> no = {"no", "No", "off", "Off", "False", "FALSE", "n", "0"};
    if (std::find(yes.begin(), yes.end(), text) != yes.end()) wrong.hints.push_back("write `true`");
    if (std::find(no.begin(), no.end(), text) != no.end()) wrong.hints.push_back("write `false`");
    return wrong;
}

Wrong wrong_zone(const std::string& text) {
    if (time::find_zone(text)) return std::nullopt;
    WrongValue wrong{fmt::format("no time zone is called {}", text::quoted(text)), {}};
    const std::vector<std::string> names = time::zone_names();
    const auto city = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
        std::string place = name.substr(name.rfind('/') + 1);
        std::replace(place.begin(), place.end(), '_', ' ');
        return text::case_folded(place) == text::case_folded(text);
    });
    if (city != names.end())
        wrong.hints.push_back(fmt::format("did you mean `{}`?", *city));
    else if (const auto near = text::nearest(text, names))
        wrong.hints.push_back(fmt::format("did you mean `{}`?", *near));
    else
        wrong.hints.push_back("write the IANA name of a place, such as `Europe/Berlin`; it knows when clocks change");
    return wrong;
}

Wrong wrong_date(const std::string& text) {
    if (time::parse_date(text)) return std::nullopt;
    if (const auto time = time::parse_wall_time(text))
        return WrongValue{fmt::format("{} has a clock time, but a date is wanted", text::quoted(text)),
                          {fmt::format("write `{}`", time::to_text(time->date))}};
    if (!text.empty() && time::numeric_date_length(text) == text.size()) {
        const time::Amiss amiss = time::amiss_date(text);
        WrongValue wrong{amiss.error, {}};
        for (const std::string& instead : amiss.instead)
            wrong.hints.push_back(amiss.guess ? fmt::format("did you mean `{}`?", instead)
                                              : fmt::format("write `{}`", instead));
        if (wrong.hints.empty()) wrong.hints.push_back("write year, month and day, such as `2026-06-12`");
        return wrong;
    }
    return WrongValue{fmt::format("{} is no date", text::quoted(text)),
                      {"write year, month and day, such as `2026-06-12`"}};
}

// Of an `end`, which a clock time may be: one that is written in another way, or a length.
Wrong wrong_end(std::string_view key, const std::string& text) {
    const auto word = time::read_clock(text);
    if (word && word->clock)
        return WrongValue{fmt::format("{} is not written as on a 24-hour clock", text::quoted(text)),
                          {fmt::format("write `\"{}\"`", time::clock_text(word->clock->seconds))}};
    std::vector<std::string> hints;
    for (const std::string& instead : word && !word->elsewhere ? word->amiss.instead : std::vector<std::string>{})
        hints.push_back(fmt::format("write `\"{}\"`", instead));
    const auto length = time::parse_duration(text);
    if (length && key == "end") {
        hints.push_back(fmt::format("write `duration: {}` in its place", time::to_text(*length)));
        return WrongValue{fmt::format("{} is a length, and `end` is a time", text::quoted(text)), hints};
    }
    if (!hints.empty()) return WrongValue{word->amiss.error, hints};
    return std::nullopt;
}

Wrong wrong_time(Type type, std::string_view key, const std::string& text) {
    if (type != Type::moment && time::parse_date(text)) return std::nullopt;
    if (type == Type::end && time::parse_clock(text)) return std::nullopt;
    const auto read = time::parse_wall_time(text);
    if (read) return std::nullopt;
    if (type != Type::moment && !text.empty() && time::numeric_date_length(text) == text.size())
        return wrong_date(text);
    if (type == Type::end)
        if (auto wrong = wrong_end(key, text)) return wrong;
    return wrong(read);
}

Wrong wrong_uid(std::string_view key, const std::string& text) {
    if (auto wrong = wrong_text(key, text, false)) return wrong;
    if (text.find_first_of(" \t") == std::string::npos) return std::nullopt;
    return WrongValue{fmt::format("`{}` must be one word without blanks", key), {}};
}

Wrong wrong_color(const std::string& text) {
    const bool hex = (text.size() == 7 || text.size() == 4) && text[0] == '#' &&
                     text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
    const bool word = !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
    if (hex || word) return std::nullopt;
    return WrongValue{fmt::format("{} is no colour", text::quoted(text)),
                      {"write a name such as `teal`, or \"#0a7d8c\" in quotes"}};
}

}  // namespace

std::string one_of(std::span<const std::string_view> choices) {
    std::string out;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (i > 0) out += i + 1 == choices.size() ? " or " : ", ";
        out += fmt::format("`{}`", choices[i]);
    }
    return out;
}

std::optional<model::TimeOrDate> time_or_date(std::string_view text) {
    if (const auto date = time::parse_date(text)) return model::TimeOrDate{{*date, 0}, true};
    if (const auto time = time::parse_wall_time(text)) return model::TimeOrDate{*time, false};
    return std::nullopt;
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 1 || value > 100'000) return std::nullopt;
    return value;
}

std::string canonical(const Field& field, const std::string& text) {
    if (field.type == Type::prose) return text.substr(0, text.find_last_not_of('\n') + 1);
    if (field.type == Type::moment || field.type == Type::start || field.type == Type::end) {
        const auto clock = field.type == Type::end ? time::parse_clock(text) : std::nullopt;
        if (clock) return time::clock_text(*clock);
        const auto time = time_or_date(text);
        return time && !time->is_date ? time::to_text(time->time) : text;
    }
    if (field.type == Type::clock) {
        const auto clock = time::parse_clock(text);
        return clock ? time::clock_text(*clock) : text;
    }
    const auto spelled = [&](const auto& parsed) { return parsed ? time::to_text(*parsed) : text; };
    if (field.type == Type::duration) return spelled(time::parse_duration(text));
    if (field.type == Type::every) return spelled(time::parse_every(text));
    if (field.type == Type::on) return spelled(time::parse_on(text));
    if (field.type != Type::number) return text;
    const auto value = number(text);
    return value ? std::to_string(*value) : text;
}

std::optional<WrongValue> wrong_value(const Field& field, std::string_view key, const std::string& text) {
    switch (field.type) {
        case Type::text:
            return wrong_text(key, text, false);
        case Type::person_text:
            return wrong_text(key, text, false);
        case Type::prose:
            return wrong_text(key, text, true);
        case Type::id:
            return wrong_id(text, field.title == "Tag" ? "tag" : field.title == "Kind" ? "kind" : "id");
        case Type::reference:
            return wrong_id(text, "id");
        case Type::date:
            return wrong_date(text);
        case Type::moment:
        case Type::start:
        case Type::end:
            return wrong_time(field.type, key, text);
        case Type::clock:
            if (time::parse_clock(text)) return std::nullopt;
            return WrongValue{fmt::format("{} is no clock time", text::quoted(text)),
                              {"write hours and minutes, such as `14:00`"}};
        case Type::duration:
            return wrong(time::parse_duration(text));
        case Type::flag:
            return wrong_flag(key, text);
        case Type::number:
            if (number(text)) return std::nullopt;
            return WrongValue{
                fmt::format("{} is no value of `{}`: it is a number from 1 to 100,000", text::quoted(text), key), {}};
        case Type::choice:
            return wrong_choice(field, key, text);
        case Type::zone:
            return wrong_zone(text);
        case Type::uid:
            return wrong_uid(key, text);
        case Type::color:
            return wrong_color(text);
        case Type::every:
            return wrong(time::parse_every(text));
        case Type::on:
            return wrong(time::parse_on(text));
        case Type::list:
        case Type::map:
        case Type::record:
            break;
    }
    return std::nullopt;
}

std::optional<WrongValue> wrong_key(const Field& map, const std::string& key) {
    if (map.key_type == Type::date) return wrong_date(key);
    if (map.key_type == Type::text) return wrong_text(map.key, key, false);
    return wrong_id(key, "id");
}

}  // namespace backops::event
