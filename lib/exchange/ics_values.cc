#include "exchange/ics_values.h"

#include <algorithm>

#include "exchange/ical_library.h"
#include "time/scan.h"

namespace backops::exchange {
namespace {

constexpr std::int64_t longest_days = 400;

struct FreeValue {
    void operator()(icalvalue* value) const { ical().icalvalue_free(value); }
};
using IcalValue = std::unique_ptr<icalvalue, FreeValue>;

// Up to the next `;` outside quotes.
std::size_t end_of_part(std::string_view head) {
    bool quoted = false;
    for (std::size_t at = 0; at < head.size(); ++at) {
        if (head[at] == '"') quoted = !quoted;
        if (head[at] == ';' && !quoted) return at;
    }
    return head.size();
}

}  // namespace

std::optional<Stamp> parse_stamp(std::string_view text) {
    if (text.size() != 8 && text.size() != 15 && text.size() != 16) return std::nullopt;
    const auto part = [&](std::size_t from, std::size_t count) { return text.substr(from, count); };
    const auto number = [&](std::size_t from, std::size_t count) { return time::whole_number(part(from, count)); };
    const auto year = number(0, 4), month = number(4, 2), day = number(6, 2);
    if (!year || !month || !day || *year < 1900 || *year > 2999) return std::nullopt;
    const auto date = time::date_of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
    if (!date) return std::nullopt;
    if (text.size() == 8) return Stamp{{*date, 0}, true, false};
    const auto hour = number(9, 2), minute = number(11, 2), second = number(13, 2);
    const bool is_clock = hour && minute && second && *hour < 24 && *minute < 60 && *second <= 60;
    const bool is_utc = text.size() == 16;
    if (text[8] != 'T' || !is_clock || (is_utc && text[15] != 'Z')) return std::nullopt;
    return Stamp{{*date, *hour * 3600 + *minute * 60 + std::min(*second, 59)}, false, is_utc};
}

std::optional<Length> parse_length(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    time::Scanner scanner(text);
    if (!scanner.take('P') || scanner.done()) return std::nullopt;
    Length length;
    bool in_clock = false;
    while (!scanner.done()) {
        if (!in_clock && scanner.take('T')) in_clock = true;
        const auto number = scanner.digits(1, 9);
        if (!number) return std::nullopt;
        if (!in_clock && scanner.take('W'))
            length.days += 7LL * *number;
        else if (!in_clock && scanner.take('D'))
            length.days += *number;
        else if (in_clock && scanner.take('H'))
            length.seconds += 3600LL * *number;
        else if (in_clock && scanner.take('M'))
            length.seconds += 60LL * *number;
        else if (in_clock && scanner.take('S'))
            length.seconds += *number;
        else
            return std::nullopt;
    }
    if (length.days * time::day_seconds + length.seconds > longest_days * time::day_seconds) return std::nullopt;
    return length;
}

std::vector<std::string> values_of(std::string_view list) {
    std::vector<std::string> values(1);
    for (std::size_t at = 0; at < list.size(); ++at) {
        if (list[at] == ',') {
            values.emplace_back();
            continue;
        }
        values.back() += list[at];
        if (list[at] == '\\' && at + 1 < list.size()) values.back() += list[++at];
    }
    return values;
}

std::string parameter(const ContentLine& line, std::string_view name) {
    std::string_view rest = line.head;
    while (true) {
        const std::size_t begin = end_of_part(rest);
        if (begin == rest.size()) return {};
        rest.remove_prefix(begin + 1);
        const std::string_view one = rest.substr(0, end_of_part(rest));
        const std::size_t equals = one.find('=');
        if (equals == std::string_view::npos || time::lowered(one.substr(0, equals)) != time::lowered(name)) continue;
        std::string value(one.substr(equals + 1));
        std::erase(value, '"');
        return value;
    }
}

std::string unescaped(const std::string& value) {
    if (value.find('\\') == std::string::npos) return value;
    const IcalValue text(ical().icalvalue_new_from_string(ICAL_TEXT_VALUE, value.c_str()));
    const char* read = text ? ical().icalvalue_get_text(text.get()) : nullptr;
    return read ? read : std::string();
}

std::optional<std::string> rule_text(const std::string& value) {
    const IcalValue rule(ical().icalvalue_new_from_string(ICAL_RECUR_VALUE, value.c_str()));
    if (!rule) return std::nullopt;
    return taken_text(ical().icalvalue_as_ical_string_r(rule.get()));
}

}  // namespace backops::exchange
