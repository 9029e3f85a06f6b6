#include "time/repeat.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "text/near_miss.h"
#include "text/wording.h"
#include "time/rule_amiss.h"
#include "time/scan.h"

namespace backops::time {

namespace {

constexpr std::array<std::string_view, 3> unit_names{"day", "week", "month"};

std::optional<Unit> unit_of(std::string_view word) {
    for (std::size_t i = 0; i < unit_names.size(); ++i)
        if (word == unit_names[i] || (word.starts_with(unit_names[i]) && word.substr(unit_names[i].size()) == "s"))
            return static_cast<Unit>(i);
    return std::nullopt;
}

std::pair<std::string_view, std::string_view> split(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && !is_blank(text[at])) ++at;
    return {text.substr(0, at), trimmed(text.substr(at))};
}

bool in_range(int number, int most) { return number != 0 && number >= -most && number <= most; }

std::optional<int> signed_number(std::string_view text) {
    const bool negative = text.starts_with('-');
    const auto number = whole_number(negative ? text.substr(1) : text);
    if (!number) return std::nullopt;
    return negative ? -*number : *number;
}

/// Which weekday of the month: `2`, `last`, and for the message's sake `2nd`, `second`.
std::optional<int> ordinal(std::string_view word) {
    if (word == "last") return -1;
    constexpr std::array<std::string_view, 5> names{"first", "second", "third", "fourth", "fifth"};
    for (std::size_t i = 0; i < names.size(); ++i)
        if (word == names[i]) return static_cast<int>(i) + 1;
    for (std::string_view suffix : {"st", "nd", "rd", "th", "."})
        if (word.ends_with(suffix)) return signed_number(word.substr(0, word.size() - suffix.size()));
    return std::nullopt;
}

template <class T>
text::Parsed<T> refused(const RuleAmiss& wrong) {
    std::vector<std::string> hints = hints_to_write(wrong.amiss.instead, wrong.amiss.guess);
    if (hints.empty()) hints.push_back(wrong.example);
    return {wrong.amiss.error, std::move(hints)};
}

}  // namespace

std::vector<std::string> hints_to_write(const std::vector<std::string>& instead, bool guess) {
    std::vector<std::string> hints;
    for (const std::string& text : instead)
        hints.push_back(guess ? fmt::format("did you mean `{}`?", text) : fmt::format("write `{}`", text));
    return hints;
}

RuleAmiss amiss_every(std::string_view text) {
    const std::string lower = lowered(trimmed(text));
    const auto [first, rest] = split(lower);
    const auto number = whole_number(first);
    if (number && unit_of(rest))
        return {{fmt::format("{} is no step of a repetition: the number is 1 to 999", text::quoted(text)), {}},
                "write a number from 1 to 999, as in `2 days`"};
    constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"daily", "day"},       {"weekly", "week"},       {"monthly", "month"},    {"every day", "day"},
        {"every week", "week"}, {"every month", "month"}, {"days", "day"},         {"weeks", "week"},
        {"months", "month"},    {"fortnight", "2 weeks"}, {"biweekly", "2 weeks"}, {"fortnightly", "2 weeks"},
        {"year", "12 months"},  {"yearly", "12 months"},  {"quarter", "3 months"}};
    RuleAmiss wrong{{fmt::format("{} is no step of a repetition", text::quoted(text)), {}},
                    "write `day`, `week`, `month`, `2 days`, `3 weeks` or the like"};
    for (const auto& [word, meant] : known)
        if (lower == word) wrong.amiss.instead.emplace_back(meant);
    if (!wrong.amiss.instead.empty()) return wrong;
    const std::vector<std::string> units =
        number ? std::vector<std::string>{"days", "weeks", "months"} : std::vector<std::string>{"day", "week", "month"};
    const auto near = text::nearest(number ? rest : lower, units);
    wrong.amiss.guess = true;
    if (near && !number) wrong.amiss.instead = {*near};
    if (near && number && *number > 0 && *number < 1000) wrong.amiss.instead = {fmt::format("{} {}", *number, *near)};
    return wrong;
}

RuleAmiss amiss_on(std::string_view text) {
    const std::string lower = lowered(trimmed(text));
    const auto [first, rest] = split(lower);
    RuleAmiss wrong{{fmt::format("{} is no day to repeat on", text::quoted(text)), {}},
                    "write a weekday such as `fri`, a day of the month such as `15` or `-1`, or `2 tue`, `last fri`"};
    std::vector<std::string>& instead = wrong.amiss.instead;
    const auto which = ordinal(first);
    const auto day = parse_weekday(rest);
    if (which && day && in_range(*which, 5)) instead.push_back(to_text(On{day, *which}));
    if (which && rest.empty() && in_range(*which, 31) && first != "last") instead.push_back(std::to_string(*which));
    if (first == "last" && (rest == "day" || rest.empty())) instead.emplace_back("-1");
    std::vector<std::string> names;
    for (int i = 0; i < 7; ++i) names.emplace_back(short_name(static_cast<Weekday>(i)));
    for (std::string_view name : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
        names.emplace_back(name);
    if (signed_number(lower))
        wrong.amiss.error =
            fmt::format("{} is no day of a month: they are 1 to 31, or -1 to -31 from its end", text::quoted(text));
    else if (day && signed_number(first))
        wrong.amiss.error = fmt::format("{} is in no month: a weekday comes 1 to 5 times", text::quoted(text));
    if (!instead.empty() || !rest.empty()) return wrong;
    wrong.amiss.guess = true;
    if (const auto near = text::nearest(first, names)) instead.push_back(*near);
    return wrong;
}

text::Parsed<Every> parse_every(std::string_view text) {
    const std::string lower = lowered(trimmed(text));
    if (const auto unit = unit_of(lower); unit && !lower.ends_with('s')) return Every{*unit, 1};
    const auto [first, rest] = split(lower);
    const auto number = whole_number(first);
    const auto unit = unit_of(rest);
    if (number && unit && *number >= 1 && *number <= 999) return Every{*unit, *number};
    return refused<Every>(amiss_every(text));
}

text::Parsed<On> parse_on(std::string_view text) {
    const std::string lower = lowered(trimmed(text));
    if (const auto day = parse_weekday(lower)) return On{day, 0};
    if (const auto number = signed_number(lower); number && in_range(*number, 31)) return On{{}, *number};
    const auto [first, rest] = split(lower);
    const auto day = parse_weekday(rest);
    const auto which = first == "last" ? std::optional(-1) : signed_number(first);
    if (day && which && in_range(*which, 5)) return On{day, *which};
    return refused<On>(amiss_on(text));
}

std::string to_text(Every every) {
    const std::string_view name = unit_names[static_cast<std::size_t>(every.unit)];
    return every.interval == 1 ? std::string(name) : fmt::format("{} {}s", every.interval, name);
}

std::string to_text(On on) {
    if (!on.weekday) return fmt::format("{}", on.number);
    if (on.number == 0) return std::string(short_name(*on.weekday));
    if (on.number == -1) return fmt::format("last {}", short_name(*on.weekday));
    return fmt::format("{} {}", on.number, short_name(*on.weekday));
}

}  // namespace backops::time
