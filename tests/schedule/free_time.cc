#include "schedule/free_time.h"

#include <doctest/doctest.h>

#include <random>

#include "plan_builder.h"
#include "schedule/busy.h"
#include "schedule/next.h"

using namespace backops;
using namespace backops::tests;

namespace {

constexpr time::Duration half_hour{30 * 60};

std::string clock(time::Instant instant) { return to_text(instant).substr(5, 11); }

Texts free_of(const PlanBuilder& builder, const schedule::Selection& selection) {
    const schedule::Zones zones(builder.plan());
    Texts all;
    for (const auto& [calendars, time] : free_times(builder.plan(), zones, selection, half_hour))
        all.push_back(clock(time.from) + " " + clock(time.until));
    return all;
}

schedule::Selection friday(std::vector<schedule::CalendarName> calendars) {
    schedule::Selection selection = of(std::move(calendars));
    selection.from = instant("2026-06-12T08:00:00Z");
    selection.to = instant("2026-06-12T20:00:00Z");
    return selection;
}

/// Busy from 10 to 12 UTC on the main stage, for Jo by a segment from 10 to 10:20 only.
PlanBuilder festival() {
    PlanBuilder builder;
    builder.area("main", "Main Stage");
    builder.collab("acme", "Acme");
    builder.person("jo", "Jo", "acme");
    builder.person("maya", "Maya", "acme");
    auto& show = builder.activity("show", "Show", "2026-06-12T12:00", "2026-06-12T14:00");
    show.areas = {"main"};
    show.organizers = {"maya"};
    show.segments.emplace_back();
    show.segments[0].who = {"jo"};
    show.segments[0].duration = time::Duration{20 * 60};
    show.segments.emplace_back();
    return builder;
}

}  // namespace

TEST_CASE("a calendar is free around what takes it") {
    CHECK(free_of(festival(), friday({area("main")})) == Texts{"06-12T08:00 06-12T10:00", "06-12T12:00 06-12T20:00"});
}

TEST_CASE("a segment takes its people for its time, and an organizer is free") {
    CHECK(free_of(festival(), friday({crew("jo")})) == Texts{"06-12T08:00 06-12T10:00", "06-12T10:20 06-12T20:00"});
    CHECK(free_of(festival(), friday({crew("maya")})) == Texts{"06-12T08:00 06-12T20:00"});
}

TEST_CASE("a company that is required takes its people, and what is optional leaves them free") {
    auto builder = festival();
    builder.activity("show").participants.required = {"acme"};
    CHECK(free_of(builder, friday({crew("maya")})) == Texts{"06-12T08:00 06-12T10:00", "06-12T12:00 06-12T20:00"});
    builder.activity("show").participants.optional = {"maya"};
    CHECK(free_of(builder, friday({crew("maya")})) == Texts{"06-12T08:00 06-12T20:00"});
}

TEST_CASE("a collaborator that does not allow overlaps takes its people with it") {
    auto builder = festival();
    builder.collab("band", "Band").overlap = model::Overlap::warn;
    builder.person("ana", "Ana", "band");
    builder.activity("gig", "Gig", "2026-06-12T12:00", "2026-06-12T14:00").participants.required = {"band"};
    CHECK(free_of(builder, friday({crew("ana")})) == Texts{"06-12T08:00 06-12T10:00", "06-12T12:00 06-12T20:00"});
}

TEST_CASE("unavailable stretches and tentative activities leave no gap, cancelled ones and windows do") {
    PlanBuilder builder;
    builder.area("main", "Main").unavailable = {{{at("2026-06-12T10:00"), false}, {at("2026-06-12T11:00"), false}, ""}};
    auto& maybe = builder.activity("maybe", "Maybe", "2026-06-12T13:00", "2026-06-12T22:00");
    maybe.areas = {"main"};
    maybe.status = model::Status::tentative;
    auto& off = builder.activity("off", "Off", "2026-06-12T11:00", "2026-06-12T12:00");
    off.areas = {"main"};
    off.status = model::Status::cancelled;
    auto& hold = builder.activity("hold", "Hold", "2026-06-12T11:00", "2026-06-12T12:00");
    hold.areas = {"main"};
    hold.kind = "hold";
    CHECK(free_of(builder, friday({area("main")})) == Texts{"06-12T09:00 06-12T11:00"});
}

TEST_CASE("matching all, a gap is one in every calendar") {
    auto selection = friday({area("main"), crew("jo")});
    selection.match_all = true;
    auto builder = festival();
    builder.activity("jo-alone", "Jo alone", "2026-06-12T14:00", "2026-06-12T15:00").participants.required = {"jo"};
    CHECK(free_of(builder, selection) == Texts{"06-12T08:00 06-12T10:00", "06-12T13:00 06-12T20:00"});
}

TEST_CASE("without a range the event's days are looked at, over the ends of show days") {
    CHECK(free_of(festival(), of({area("main")})) == Texts{"06-10T02:00 06-12T10:00", "06-12T12:00 06-15T02:00"});
}

TEST_CASE("days that follow each other are one window, others are not") {
    auto selection = of({crew("maya")});
    selection.days = {date("2026-06-12"), date("2026-06-11"), date("2026-06-14")};
    CHECK(free_of(festival(), selection) == Texts{"06-11T02:00 06-13T02:00", "06-14T02:00 06-15T02:00"});
}

TEST_CASE("gaps are those that a raster of minutes finds") {
    std::mt19937 random(20260612);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    for (int round = 0; round < 300; ++round) {
        std::vector<schedule::Stretch> taken;
        for (int i = below(12); i > 0; --i) {
            const int from = below(140) - 20;
            taken.push_back({{from}, {from + 1 + below(30)}});
        }
        const std::vector<schedule::Stretch> windows = {{{0}, {40}}, {{50}, {100}}};
        std::vector<bool> expected(120, false), found(120, false);
        for (int t = 0; t < 100; ++t) {
            const auto is_in = [&](const schedule::Stretch& one) {
                return one.from.seconds <= t && t < one.until.seconds;
            };
            expected[static_cast<std::size_t>(t)] =
                std::ranges::any_of(windows, is_in) && std::ranges::none_of(taken, is_in);
        }
        for (const auto& gap : gaps(windows, taken)) {
            REQUIRE(gap.from < gap.until);
            for (auto t = gap.from.seconds; t < gap.until.seconds; ++t) found[static_cast<std::size_t>(t)] = true;
        }
        REQUIRE(found == expected);
    }
}

TEST_CASE("what starts at a moment is on, what ends then is over, and a moment is on at its time") {
    PlanBuilder builder;
    builder.activity("a", "A", "2026-06-12T10:00", "2026-06-12T11:00");
    builder.activity("b", "B", "2026-06-12T11:00", "2026-06-12T12:00");
    builder.activity("c", "C", "2026-06-12T11:00");
    builder.activity("day", "Day", "2026-06-12");
    schedule::Selection selection;
    selection.at = instant("2026-06-12T09:00:00Z");
    CHECK(names(schedule_of(builder, selection)) == Texts{"day", "b", "c"});
    selection.at = instant("2026-06-12T09:00:01Z");
    CHECK(names(schedule_of(builder, selection)) == Texts{"day", "b"});
}

TEST_CASE("the next are those that start at a moment or later, from any day") {
    PlanBuilder builder;
    builder.activity("on", "On", "2026-06-12T10:00", "2026-06-12T20:00");
    builder.activity("late", "Late", "2027-03-01T10:00");
    auto& meal = builder.activity("meal", "Meal", "2026-06-10T12:00", "2026-06-10T13:00");
    builder.daily(meal);
    const schedule::Zones zones(builder.plan());
    const auto next = [&](std::string_view now, std::size_t count) {
        return names(next_of(builder.plan(), zones, {}, instant(now), count));
    };
    CHECK(next("2026-06-13T10:00:00Z", 2) == Texts{"meal@2026-06-13", "meal@2026-06-14"});
    CHECK(next("2026-06-13T10:00:01Z", 9) == Texts{"meal@2026-06-14", "late"});
    CHECK(next("2028-01-01T00:00:00Z", 3).empty());
}
