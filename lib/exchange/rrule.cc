#include "exchange/rrule.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <vector>

namespace backops::exchange {

namespace {

using time::On;
using time::Weekday;
using Words = std::vector<std::string>;

std::string_view word_for(Weekday day, int shift = 0) {
    constexpr std::array<std::string_view, 7> words = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    const int place = (static_cast<int>(day) + shift) % 7;
    return words[static_cast<std::size_t>(place < 0 ? place + 7 : place)];
}

void add(Words& words, std::string word) {
    if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
}

std::string part(std::string_view name, const Words& words) {
    return words.empty() ? std::string() : fmt::format(";{}={}", name, fmt::join(words, ","));
}

/// Days and weeks take plain weekdays alone.
std::string weekdays(const std::vector<On>& all, int shift) {
    Words words;
    for (const On& on : all)
        if (on.weekday && on.number == 0) add(words, std::string(word_for(*on.weekday, shift)));
    return part("BYDAY", words);
}

std::optional<std::string> days_of_months(const std::vector<On>& all, time::Date start) {
    if (all.empty()) return fmt::format(";BYMONTHDAY={}", time::year_month_day(start).day);
    Words days, plain, counted;
    for (const On& on : all) {
        if (!on.weekday)
            add(days, std::to_string(on.number));
        else if (on.number == 0)
            add(plain, std::string(word_for(*on.weekday)));
        else
            add(counted, fmt::format("{}{}", on.number, word_for(*on.weekday)));
    }
    if (!days.empty() + !plain.empty() + !counted.empty() != 1) return std::nullopt;
    return part("BYMONTHDAY", days) + part("BYDAY", plain) + part("BYDAY", counted);
}

}  // namespace

std::optional<std::string> rrule_of(const time::Rule& rule, time::Date start, int shift) {
    const std::string interval =
        rule.every.interval > 1 ? fmt::format(";INTERVAL={}", rule.every.interval) : std::string();
    switch (rule.every.unit) {
        case time::Unit::day:
            return "FREQ=DAILY" + interval + weekdays(rule.on, shift);
        case time::Unit::week: {
            const std::vector<On> on = rule.on.empty() ? std::vector<On>{{time::weekday(start), 0}} : rule.on;
            return fmt::format("FREQ=WEEKLY{};WKST={}{}", interval, word_for(rule.week_start, shift),
                               weekdays(on, shift));
        }
        case time::Unit::month:
            break;
    }
    const auto days = shift == 0 ? days_of_months(rule.on, start) : std::nullopt;
    return days ? std::optional("FREQ=MONTHLY" + interval + *days) : std::nullopt;
}

}  // namespace backops::exchange
