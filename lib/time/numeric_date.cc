#include <fmt/format.h>

#include "text/wording.h"
#include "time/numeric.h"
#include "time/scan.h"

namespace backops::time {

namespace {

bool is_separator(char c) { return c == '-' || c == '/' || c == '.'; }

/// Three numbers and how long each was written.
struct Numbers {
    int value[3] = {0, 0, 0};
    std::size_t length[3] = {0, 0, 0};
    char separator = '-';
};

Numbers numbers_of(std::string_view text) {
    Numbers numbers;
    std::size_t which = 0;
    for (char c : text) {
        if (is_digit(c) && numbers.length[which] < 5) {
            numbers.value[which] = numbers.value[which] * 10 + (c - '0');
            ++numbers.length[which];
        } else if (is_separator(c) && which < 2) {
            numbers.separator = c;
            ++which;
        }
    }
    return numbers;
}

int days_in(int year, unsigned month) {
    for (unsigned day = 31; day > 28; --day)
        if (date_of(year, month, day)) return static_cast<int>(day);
    return 28;
}

std::optional<std::string> date_text(int year, int month, int day) {
    if (year < 1900 || year > 2999 || month < 1 || day < 1) return std::nullopt;
    const auto date = date_of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    if (!date) return std::nullopt;
    return to_text(*date);
}

Amiss year_last(std::string_view text, const Numbers& numbers) {
    Amiss amiss{fmt::format("{} does not begin with the year", text::quoted(text)), {}};
    const auto add = [&](std::optional<std::string> date) {
        if (date && (amiss.instead.empty() || amiss.instead.front() != *date)) amiss.instead.push_back(*date);
    };
    add(date_text(numbers.value[2], numbers.value[1], numbers.value[0]));
    if (numbers.separator != '.') add(date_text(numbers.value[2], numbers.value[0], numbers.value[1]));
    return amiss;
}

Amiss no_such_day(std::string_view text, int year, int month, int day) {
    if (month < 1 || month > 12) return {fmt::format("{} is no date: months are 01 to 12", text::quoted(text)), {}};
    const int last = days_in(year, static_cast<unsigned>(month));
    const std::string has = fmt::format("{} {} has {} days", month_name(static_cast<unsigned>(month)), year, last);
    Amiss amiss{fmt::format("{} is no day: {}", text::quoted(text), has), {}, true};
    if (day > last) amiss.instead.push_back(*date_text(year, month, last));
    if (day == 0) amiss.instead.push_back(*date_text(year, month, 1));
    return amiss;
}

}  // namespace

std::size_t numeric_date_length(std::string_view text) {
    std::size_t at = 0;
    for (int part = 0; part < 3; ++part) {
        const std::size_t begin = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        if (at == begin || at - begin > 5) return 0;
        if (part == 2) break;
        if (at == text.size() || !is_separator(text[at])) return 0;
        ++at;
    }
    return at;
}

Amiss amiss_date(std::string_view text) {
    const Numbers numbers = numbers_of(text);
    if (numbers.length[0] < 4 && numbers.length[2] == 4) return year_last(text, numbers);
    const auto [year, month, day] = numbers.value;
    if (numbers.length[0] != 4) return {fmt::format("{} has no year of four digits", text::quoted(text)), {}};
    if (year < 1900 || year > 2999)
        return {fmt::format("the year {} of {} is outside 1900 to 2999", year, text::quoted(text)), {}};
    const auto date = date_text(year, month, day);
    if (!date) return no_such_day(text, year, month, day);
    if (numbers.length[1] != 2 || numbers.length[2] != 2)
        return {fmt::format("{} needs two digits each for month and day", text::quoted(text)), {*date}};
    return {fmt::format("{} is not joined with hyphens", text::quoted(text)), {*date}};
}

}  // namespace backops::time
