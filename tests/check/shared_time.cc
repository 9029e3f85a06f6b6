#include <doctest/doctest.h>

#include "check/clashes.h"
#include "check/found.h"

using namespace backops;
using namespace backops::tests;

namespace {

schedule::Busy busy(const schedule::Occurrence& occurrence, std::int64_t from, std::int64_t until) {
    return {&occurrence, {{from}, {until}}};
}

}  // namespace

TEST_CASE("two bookings share the time in which both last, also where one lies within the other") {
    PlanBuilder builder;
    builder.activity("long", "Long", "2026-06-12T10:00");
    builder.activity("short", "Short", "2026-06-12T11:00");
    const schedule::ResolvedEvent event(builder.plan());
    const auto& long_one = event.occurrences[0];
    const auto& short_one = event.occurrences[1];
    const auto shared = [&](const schedule::Busy& a, const schedule::Busy& b) {
        return check::clashes({a, b}).at(0).time;
    };
    CHECK(shared(busy(long_one, 0, 100), busy(short_one, 40, 60)) == schedule::Stretch{{40}, {60}});
    CHECK(shared(busy(long_one, 0, 50), busy(short_one, 40, 60)) == schedule::Stretch{{40}, {50}});
    CHECK(shared(busy(long_one, 40, 60), busy(short_one, 40, 60)) == schedule::Stretch{{40}, {60}});
}

TEST_CASE("stretches of one occurrence do not conflict with each other, but with what else there is") {
    PlanBuilder builder;
    builder.activity("one", "One", "2026-06-12T10:00");
    builder.activity("two", "Two", "2026-06-12T11:00");
    const schedule::ResolvedEvent event(builder.plan());
    const auto& one = event.occurrences[0];
    const auto& two = event.occurrences[1];
    CHECK(check::clashes({busy(one, 0, 100), busy(one, 40, 60)}).empty());
    CHECK(check::clashes({busy(one, 0, 100), busy(one, 40, 60), busy(two, 50, 70)}).size() == 2);
}
