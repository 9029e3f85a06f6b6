#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "time/recurrence.h"

using namespace backops::time;

namespace {

/// 1990 to 2059, counted up day by day from Monday 1990-01-01.
struct Day {
    Date date;
    int year, month, day, weekday;
};

std::vector<Day> seventy_years() {
    std::vector<Day> days;
    Day at{{7305}, 1990, 1, 1, 0};
    while (at.year < 2060) {
        days.push_back(at);
        const bool leap = at.year % 4 == 0;
        const int length = at.month == 2 ? (leap ? 29 : 28) : 30 + (at.month + at.month / 8) % 2;
        at.date.days += 1;
        at.weekday = (at.weekday + 1) % 7;
        if (++at.day <= length) continue;
        at.day = 1;
        if (++at.month <= 12) continue;
        at.month = 1;
        ++at.year;
    }
    return days;
}

const std::vector<Day>& calendar() {
    static const std::vector<Day> days = seventy_years();
    return days;
}

int index_of(Date date) { return date.days - 7305; }

bool same_month(int a, int b) {
    const int size = static_cast<int>(calendar().size());
    if (a < 0 || b < 0 || a >= size || b >= size) return false;
    const Day &x = calendar()[static_cast<std::size_t>(a)], &y = calendar()[static_cast<std::size_t>(b)];
    return x.year == y.year && x.month == y.month;
}

/// By walking to the edge of the month.
bool is_named(On on, int at, Unit unit) {
    const Day& day = calendar()[static_cast<std::size_t>(at)];
    if (on.weekday && day.weekday != static_cast<int>(*on.weekday)) return false;
    if (on.weekday && on.number == 0) return true;
    if (unit != Unit::month) return false;
    const int stride = on.weekday ? 7 : 1, direction = on.number < 0 ? 1 : -1;
    int place = 1;
    for (int to = at; same_month(at, to + direction * stride); to += direction * stride) ++place;
    return place == std::abs(on.number);
}

/// Counts the days, the weeks and the months as they go by, and looks at each day between.
std::vector<Date> walked(const Rule& rule, Date start, Date last) {
    std::vector<Date> dates;
    const int from = index_of(start);
    int periods = 0, occurrences = 0;
    for (int at = from; at <= index_of(last); ++at) {
        const Day& day = calendar()[static_cast<std::size_t>(at)];
        if (rule.until && day.date > *rule.until) break;
        if (at > from && (rule.every.unit == Unit::day ||
                          (rule.every.unit == Unit::week && day.weekday == static_cast<int>(rule.week_start)) ||
                          (rule.every.unit == Unit::month && day.day == 1)))
            ++periods;
        if (periods % rule.every.interval != 0) continue;
        const Day& first = calendar()[static_cast<std::size_t>(from)];
        bool named = rule.on.empty() &&
                     (rule.every.unit == Unit::day || (rule.every.unit == Unit::week && day.weekday == first.weekday) ||
                      (rule.every.unit == Unit::month && day.day == first.day));
        for (const On on : rule.on) named = named || is_named(on, at, rule.every.unit);
        if (!named) continue;
        if (rule.count && ++occurrences > *rule.count) break;
        if (std::count(rule.skip.begin(), rule.skip.end(), day.date) == 0) dates.push_back(day.date);
    }
    return dates;
}

class Dice {
  public:
    explicit Dice(std::uint32_t seed) : random_(seed) {}
    int from_to(int least, int most) {
        return least + static_cast<int>(random_() % static_cast<std::uint32_t>(most - least + 1));
    }
    bool once_in(int times) { return from_to(1, times) == 1; }

    On on(Unit unit) {
        const auto weekday = static_cast<Weekday>(from_to(0, 6));
        if (unit != Unit::month) return {weekday, once_in(50) ? 1 : 0};
        if (once_in(3)) return {{}, once_in(2) ? from_to(1, 31) : -from_to(1, 31)};
        return {weekday, once_in(4) ? 0 : from_to(-5, 5)};
    }

    Rule rule(Date start) {
        Rule rule;
        rule.every.unit = static_cast<Unit>(from_to(0, 2));
        rule.every.interval = once_in(2) ? 1 : once_in(6) ? from_to(1, 60) : from_to(2, 5);
        for (int left = once_in(3) ? 0 : from_to(1, 4); left > 0; --left) rule.on.push_back(on(rule.every.unit));
        rule.week_start = static_cast<Weekday>(from_to(0, 6));
        if (once_in(3)) rule.until = start + from_to(-10, 1500);
        if (once_in(3)) rule.count = once_in(2) ? from_to(1, 12) : from_to(1, 700);
        for (int left = once_in(2) ? 0 : from_to(1, 40); left > 0; --left)
            rule.skip.push_back(start + from_to(-5, 400));
        return rule;
    }

  private:
    std::mt19937 random_;
};

std::string described(const Rule& rule, Date start, Date first, Date last) {
    std::string text = to_text(start) + ": " + to_text(rule.every) + " on";
    for (const On on : rule.on) text += " " + to_text(on) + ",";
    text += " week-start " + std::string(short_name(rule.week_start));
    if (rule.until) text += " until " + to_text(*rule.until);
    if (rule.count) text += " count " + std::to_string(*rule.count);
    for (const Date date : rule.skip) text += " skip " + to_text(date);
    return text + " from " + to_text(first) + " to " + to_text(last);
}

}  // namespace

TEST_CASE("recurrence agrees with a walk from day to day") {
    Dice dice(5545);
    std::size_t dates = 0, empty = 0, starts = 0;
    for (int i = 0; i < 20'000; ++i) {
        const Date start{7305 + dice.from_to(0, 18'000)};
        const Rule rule = dice.rule(start);
        const Date first = start + dice.from_to(-30, dice.once_in(3) ? 1500 : 120);
        const Date last = first + (dice.once_in(3) ? 0 : dice.from_to(-1, 500));
        INFO(described(rule, start, first, last));

        const auto all = walked(rule, start, std::max(start, last) + 700);
        std::vector<Date> expected;
        std::copy_if(all.begin(), all.end(), std::back_inserter(expected),
                     [&](Date date) { return date >= first && date <= last; });
        REQUIRE(dates_within(rule, start, first, last) == expected);

        const auto next = next_on_or_after(rule, start, first);
        const auto found = std::find_if(all.begin(), all.end(), [&](Date date) { return date >= first; });
        if (found != all.end()) REQUIRE(next == *found);
        if (found == all.end() && next) REQUIRE(*next > std::max(start, last) + 700);

        Rule unbounded{.every = rule.every, .on = rule.on, .week_start = rule.week_start};
        const bool in_rule = !walked(unbounded, start, start).empty();
        REQUIRE(starts_in_rule(rule, start) == in_rule);
        dates += expected.size();
        empty += expected.empty();
        starts += in_rule;
    }
    CHECK(dates > 200'000);
    CHECK(empty < 14'000);
    CHECK(starts > 8'000);
}

TEST_CASE("windows side by side hold what one window over both holds") {
    Dice dice(33);
    for (int i = 0; i < 2'000; ++i) {
        const Date start{7305 + dice.from_to(0, 18'000)};
        const Rule rule = dice.rule(start);
        const Date first = start + dice.from_to(-30, 2000);
        const Date middle = first + dice.from_to(0, 300), last = middle + dice.from_to(1, 300);
        INFO(described(rule, start, first, last));
        auto parts = dates_within(rule, start, first, middle);
        const auto rest = dates_within(rule, start, middle + 1, last);
        parts.insert(parts.end(), rest.begin(), rest.end());
        REQUIRE(parts == dates_within(rule, start, first, last));
    }
}
