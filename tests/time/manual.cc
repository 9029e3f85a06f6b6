#include <doctest/doctest.h>

#include <fstream>
#include <regex>

#include "summer_sound.h"
#include "time/recurrence.h"

using namespace backops::time;

namespace {

struct Example {
    std::string typed;
    std::string means;
};

/// The rows of a table of backops-times(7): its first column in quotes, and the second.
std::vector<Example> rows_after(const std::string& heading) {
    std::ifstream page(BACKOPS_SOURCE "/man/backops-times.7");
    std::string line;
    while (std::getline(page, line) && line.find(heading) == std::string::npos) {
    }
    const std::regex row(R"re(\.It Li "(.*)" Ta (.*?)( Ta .*)?)re");
    std::vector<Example> rows;
    for (std::smatch found; std::getline(page, line) && line != ".El";)
        if (std::regex_match(line, found, row)) rows.push_back({found[1], found[2]});
    return rows;
}

std::string dates_of(const std::string& typed) {
    const auto parts = parse_rule(typed);
    REQUIRE_MESSAGE(parts, parts.error);
    Rule rule{*parse_every(parts->every)};
    for (const std::string& on : parts->on) rule.on.push_back(*parse_on(on));
    for (const std::string& date : parts->skip) rule.skip.push_back(*parse_date(date));
    if (!parts->until.empty()) rule.until = parse_date(parts->until);
    if (!parts->count.empty()) rule.count = std::stoi(parts->count);
    if (!parts->week_start.empty()) rule.week_start = *parse_weekday(parts->week_start);
    const Date start = *parse_date("2026-06-10");
    std::string dates;
    for (const Date date : dates_within(rule, start, start, *parse_date("2026-12-31")))
        dates += (dates.empty() ? "" : " ") + to_text(date).substr(5);
    return dates;
}

}  // namespace

TEST_CASE("the examples of backops-times(7) mean what it says") {
    const Setting setting = summer_sound();
    const auto examples = rows_after("Sy typed Ta Sy means");
    CHECK(examples.size() > 40);
    for (const Example& example : examples) {
        CAPTURE(example.typed);
        CHECK(read_as(parse_entry(example.typed, setting)) == example.means);
    }
}

TEST_CASE("the rules of backops-times(7) fall on the dates that it says") {
    const auto examples = rows_after("Sy rule Ta Sy dates");
    CHECK(examples.size() > 8);
    for (const Example& example : examples) {
        CAPTURE(example.typed);
        CHECK(dates_of(example.typed) == example.means);
    }
}
