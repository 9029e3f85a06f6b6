#include <doctest/doctest.h>

#include <set>

#include "random_plan.h"
#include "schedule/timing.h"

using namespace backops;
using namespace backops::tests;

namespace {

constexpr unsigned plans = 60;

Texts rows(const RandomPlan& random, const schedule::Selection& selection) {
    return names(schedule_of(random.builder(), selection));
}

std::set<std::string> set_of(const Texts& texts) { return {texts.begin(), texts.end()}; }

/// The rows of everything, in their order, that a claim about their names keeps.
template <class Claim>
Texts kept(const RandomPlan& random, Claim keeps) {
    Texts all = rows(random, {});
    std::erase_if(all, [&](const std::string& name) { return !keeps(name); });
    return all;
}

schedule::Selection within(std::optional<time::Instant> from, std::optional<time::Instant> to) {
    schedule::Selection selection;
    selection.from = from;
    selection.to = to;
    return selection;
}

}  // namespace

TEST_CASE(
    "merged calendars are the union of each alone, in one order, however often and in whatever order they are named") {
    for (unsigned seed = 0; seed < plans; ++seed) {
        CAPTURE(seed);
        RandomPlan random(seed);
        const auto a = random.calendar(), b = random.calendar(), c = random.calendar();
        const auto in_a = set_of(rows(random, of({a}))), in_b = set_of(rows(random, of({b}))),
                   in_c = set_of(rows(random, of({c})));
        const Texts merged = rows(random, of({a, b, c}));
        CHECK(merged == kept(random, [&](const std::string& name) {
                  return in_a.contains(name) || in_b.contains(name) || in_c.contains(name);
              }));
        CHECK(rows(random, of({c, a, b, a})) == merged);
    }
}

TEST_CASE("what is to be on all calendars is the intersection, what is on none of others the difference") {
    for (unsigned seed = 0; seed < plans; ++seed) {
        CAPTURE(seed);
        RandomPlan random(seed);
        const auto a = random.calendar(), b = random.calendar();
        const auto in_a = set_of(rows(random, of({a}))), in_b = set_of(rows(random, of({b})));
        auto both = of({a, b});
        both.match_all = true;
        CHECK(rows(random, both) ==
              kept(random, [&](const std::string& name) { return in_a.contains(name) && in_b.contains(name); }));
        auto without = of({a});
        without.without = {b};
        CHECK(rows(random, without) ==
              kept(random, [&](const std::string& name) { return in_a.contains(name) && !in_b.contains(name); }));
    }
}

TEST_CASE("a person with the team has the person's own calendar and the collaborator's, merged") {
    for (unsigned seed = 0; seed < plans; ++seed) {
        CAPTURE(seed);
        const RandomPlan random(seed);
        auto with_team = of({crew("maya")});
        with_team.with_team = true;
        CHECK(rows(random, with_team) == rows(random, of({crew("maya"), collab("acme")})));
    }
}

TEST_CASE("a row says the same reasons whatever the order of the calendars") {
    for (unsigned seed = 0; seed < plans; ++seed) {
        CAPTURE(seed);
        RandomPlan random(seed);
        const auto a = random.calendar(), b = random.calendar();
        const auto forth = schedule_of(random.builder(), of({a, b})), back = schedule_of(random.builder(), of({b, a}));
        REQUIRE(forth.rows.size() == back.rows.size());
        for (std::size_t row = 0; row < forth.rows.size(); ++row)
            CHECK(set_of(forth.rows[row].via) == set_of(back.rows[row].via));
    }
}

TEST_CASE("the order of the records does not change the schedule") {
    for (unsigned seed = 0; seed < plans; ++seed) {
        CAPTURE(seed);
        const RandomPlan random(seed);
        model::Plan turned = random.plan();
        std::ranges::reverse(turned.activities);
        CHECK(names(schedule::schedule_of(turned, schedule::Zones(turned), {})) == rows(random, {}));
    }
}

TEST_CASE("a range has what overlaps it, and two that touch have together what the whole has") {
    for (unsigned seed = 0; seed < plans; ++seed) {
        CAPTURE(seed);
        RandomPlan random(seed);
        std::array<time::Instant, 3> at{random.moment(), random.moment(), random.moment()};
        std::ranges::sort(at);
        const auto whole = rows(random, within(at[0], at[2]));
        std::set<std::string> overlapping;
        for (const schedule::Row& row : schedule_of(random.builder(), {}).rows) {
            const auto& [from, until] = std::pair(row.occurrence.from, row.occurrence.until);
            const bool is_moment = from == until;
            if (from < at[2] && (is_moment ? at[0] <= from : at[0] < until))
                overlapping.insert(name_of(row.occurrence));
        }
        CHECK(set_of(whole) == overlapping);
        auto parts = set_of(rows(random, within(at[0], at[1])));
        parts.merge(set_of(rows(random, within(at[1], at[2]))));
        CHECK(set_of(whole) == parts);
    }
}

TEST_CASE("expanding only some days gives what expanding everything gives of them") {
    for (unsigned seed = 0; seed < plans; ++seed) {
        CAPTURE(seed);
        RandomPlan random(seed);
        const schedule::Zones zones(random.plan());
        const std::int32_t day_start = random.plan().event.day_start;
        const auto everything = schedule::occurrences(random.plan(), zones, std::nullopt);
        const time::Date first = random.day(), last = std::max(first, random.day());
        Texts eager, lazy;
        for (const auto& occurrence : everything)
            if (occurrence.day <= last && first <= schedule::last_day(occurrence, day_start))
                eager.push_back(name_of(occurrence));
        for (const auto& occurrence : schedule::occurrences(random.plan(), zones, schedule::DayRange{first, last}))
            lazy.push_back(name_of(occurrence));
        CHECK(lazy == eager);
    }
}

TEST_CASE("a day has what starts on it and what lasts a day or more over it") {
    for (unsigned seed = 0; seed < plans; ++seed) {
        CAPTURE(seed);
        RandomPlan random(seed);
        const std::int32_t day_start = random.plan().event.day_start;
        for (time::Date day = RandomPlan::first; day < RandomPlan::first + 6; day = day + 1) {
            Texts expected;
            for (const schedule::Row& row : schedule_of(random.builder(), {}).rows) {
                const auto& one = row.occurrence;
                const bool is_long = one.until.seconds - one.from.seconds >= time::day_seconds;
                const bool is_over = one.day <= day && day <= schedule::last_day(one, day_start);
                if (one.day == day || (is_long && is_over)) expected.push_back(name_of(one));
            }
            CHECK(rows(random, on(time::to_text(day))) == expected);
        }
    }
}
