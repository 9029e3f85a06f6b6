#include "time/repeat.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "fuzzed.h"
#include "time/recurrence.h"

using namespace backops;
using namespace backops::time;

namespace {

constexpr int longest_window = 5000;

template <class Part>
std::optional<Part> read_back(const text::Parsed<Part>& part, text::Parsed<Part> (*parse)(std::string_view)) {
    if (!part) return std::nullopt;
    const auto again = parse(to_text(*part));
    fuzz::hold(again && *again == *part, "what is printed is read back", to_text(*part));
    return *part;
}

/// The rule as far as its texts say one.
std::optional<Rule> rule_of(const RuleText& text) {
    Rule rule;
    const auto every = read_back(parse_every(text.every), parse_every);
    if (!every) return std::nullopt;
    rule.every = *every;
    for (const std::string& word : text.on)
        if (const auto on = read_back(parse_on(word), parse_on)) rule.on.push_back(*on);
    for (const std::string& word : text.skip)
        if (const auto date = parse_date(word)) rule.skip.push_back(*date);
    if (const auto start = parse_weekday(text.week_start)) rule.week_start = *start;
    rule.until = parse_date(text.until);
    int count = 0;
    const char* end = text.count.data() + text.count.size();
    if (std::from_chars(text.count.data(), end, count).ptr == end && count > 0) rule.count = count;
    return rule;
}

/// The dates of a window are in order, each once, in range, and those of its two halves.
void hold_expansion(const Rule& rule, Date start, Date first, Date last) {
    const std::vector<Date> dates = dates_within(rule, start, first, last);
    fuzz::hold(std::ranges::adjacent_find(dates, std::ranges::greater_equal{}) == dates.end(), "dates are in order");
    for (const Date date : dates) {
        fuzz::hold(date >= std::max(first, start) && date <= last, "a date is in range", to_text(date));
        fuzz::hold(!rule.until || date <= *rule.until, "no date comes after `until`", to_text(date));
        fuzz::hold(std::ranges::find(rule.skip, date) == rule.skip.end(), "a skipped date is none", to_text(date));
    }
    fuzz::hold(!rule.count || dates.size() <= static_cast<std::size_t>(*rule.count), "there are `count` at most");
    const Date middle = first + (last - first) / 2;
    std::vector<Date> halves = dates_within(rule, start, first, middle);
    std::ranges::copy(dates_within(rule, start, middle + 1, last), std::back_inserter(halves));
    fuzz::hold(halves == dates, "the parts of a window have its dates");
    const std::optional<Date> next = next_on_or_after(rule, start, first);
    if (!dates.empty()) fuzz::hold(next == dates.front(), "the next date is the first of the window");
    if (dates.empty() && next) fuzz::hold(*next > last, "what is next lies behind an empty window", to_text(*next));
}

}  // namespace

/// A rule typed as one text and, behind a NUL, the start and the window in which it falls.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* begin, std::size_t size) {
    const auto [text, choices] = fuzz::parts(fuzz::bytes(begin, size));
    const auto read = parse_rule(text);
    fuzz::hold(read || !read.error.empty(), "what is not read has a reason", text);
    if (!read) return 0;
    const auto again = parse_rule(to_text(*read));
    fuzz::hold(again && *again == *read, "what is printed is read back", to_text(*read));
    const auto rule = rule_of(*read);
    if (!rule) return 0;
    std::array<int, 6> chosen{};
    for (std::size_t i = 0; i < chosen.size() && i < choices.size(); ++i)
        chosen[i] = static_cast<unsigned char>(choices[i]);
    const Date start = *date_of(2026, 1, 1) + (chosen[0] * 256 + chosen[1]) - 20'000;
    const Date first = start + (chosen[2] * 256 + chosen[3]) - 1000;
    hold_expansion(*rule, start, first, first + (chosen[4] * 256 + chosen[5]) % longest_window);
    return 0;
}
