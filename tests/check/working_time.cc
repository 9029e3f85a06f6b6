#include <doctest/doctest.h>

#include "check/found.h"
#include "check/limits.h"

using namespace backops;
using namespace backops::tests;

namespace {

constexpr time::Duration hours(int count) { return {count * 3600}; }

/// Jo of Acme, who works on friday from 14:00 until late and on saturday from 08:00 to 18:00.
PlanBuilder festival(std::string_view late = "2026-06-12T23:00") {
    PlanBuilder builder;
    builder.collab("acme", "Acme");
    builder.person("jo", "Jo", "acme");
    builder.activity("show", "Show", "2026-06-12T14:00", late).participants.required = {"jo"};
    builder.activity("strike", "Strike", "2026-06-13T08:00", "2026-06-13T18:00").participants.required = {"jo"};
    return builder;
}

}  // namespace

TEST_CASE("rest shorter than the least is told at the call, with the out as the other place") {
    auto builder = festival();
    CHECK(reported(builder).empty());
    builder.event().rules.minimum_rest = hours(9);
    CHECK(reported(builder).empty());
    builder.event().rules.minimum_rest = hours(10);
    const auto findings = reported(builder);
    REQUIRE(lines(findings) ==
            Texts{"short-rest: only 9h of rest for `jo` before the call on sat 13 jun, 08:00; 10h is "
                  "the least"});
    CHECK(findings.front().level == check::Level::warning);
    CHECK(findings.front().spot == check::Spot{event::Noun::activity, "strike", {"start"}});
    CHECK(findings.front().others.front().spot == check::Spot{event::Noun::activity, "show", {"end"}});
    CHECK(findings.front().others.front().message == "out of `show`, fri 12 jun, 23:00");
    CHECK(findings.front().minutes == 540);
}

TEST_CASE("a call before the out is no rest at all") {
    auto builder = festival("2026-06-12T33:00");
    builder.event().rules.minimum_rest = hours(1);
    CHECK(lines(reported(builder)) ==
          Texts{"person-overlap: `jo` is needed in two places on sat 13 jun, 08:00–09:00",
                "short-rest: no rest for `jo` before the call on sat 13 jun, 08:00; 1h is the least"});
}

TEST_CASE("the nearest limit holds: the person's, the collaborator's, the event's") {
    auto builder = festival();
    builder.event().rules.minimum_rest = hours(10);
    builder.collab("acme").rules.minimum_rest = hours(8);
    CHECK(reported(builder).empty());
    builder.person("jo").rules.minimum_rest = hours(11);
    CHECK(reported(builder).size() == 1);
    builder.event().rules.minimum_rest.reset();
    builder.person("jo").rules.minimum_rest.reset();
    builder.collab("acme").rules.minimum_rest = hours(10);
    CHECK(reported(builder).size() == 1);
    builder.collab("acme").rules.longest_day = hours(8);
    builder.event().rules.longest_day = hours(20);
    CHECK(schedule::limits_of(builder.plan(), builder.person("jo")).longest_day == hours(8));
}

TEST_CASE("one cause that several people have is told once, and names them") {
    auto builder = festival();
    builder.event().rules.minimum_rest = hours(10);
    for (const char* id : {"ana", "bo", "cy", "di"}) {
        builder.person(id, id, "acme");
        for (const char* work : {"show", "strike"}) builder.activity(work).participants.required.push_back(id);
    }
    const auto findings = reported(builder);
    CHECK(lines(findings) ==
          Texts{"short-rest: only 9h of rest for `ana`, `bo`, `cy`, `di` and `jo` before the call on "
                "sat 13 jun, 08:00; 10h is the least"});
    CHECK(hints_of(findings.front()) == Texts{"change the call or the out, or record it as intended: backops activity "
                                              "edit strike --add accept=\"rule=short-rest,reason=…\""});
    CHECK(findings.front().resources == Texts{"ana", "bo", "cy", "di", "jo"});
}

TEST_CASE("rest is elapsed time: a night in which clocks go forward is an hour shorter, back an hour longer") {
    const auto found = [](std::string_view friday, std::string_view saturday) {
        PlanBuilder builder;
        builder.event().start = date(friday.substr(0, 10));
        builder.event().end = date(saturday.substr(0, 10));
        builder.event().rules.minimum_rest = hours(10);
        builder.collab("acme", "Acme");
        builder.person("jo", "Jo", "acme");
        for (auto [id, start] : {std::pair{"show", friday}, std::pair{"strike", saturday}}) {
            auto& work = builder.activity(id, id, start);
            work.duration = hours(1);
            work.participants.required = {"jo"};
        }
        return lines(reported(builder));
    };
    CHECK(found("2026-03-28T21:00", "2026-03-29T08:00") ==
          Texts{"short-rest: only 9h of rest for `jo` before the call on sun 29 mar, 08:00; 10h is the least"});
    CHECK(found("2026-10-24T22:00", "2026-10-25T08:00").empty());
    CHECK(found("2026-10-24T22:01", "2026-10-25T08:00").size() == 1);
}

TEST_CASE("what a company is required at is its people's work, unless it names others of it") {
    auto builder = festival();
    builder.person("cy", "Cy", "acme");
    for (const char* id : {"show", "strike"}) builder.activity(id).participants.required = {"acme"};
    builder.event().rules.minimum_rest = hours(10);
    CHECK(lines(reported(builder)) == Texts{"short-rest: only 9h of rest for `cy` and `jo` before the call on sat 13 "
                                            "jun, 08:00; 10h is the least"});
    builder.activity("strike").participants.required = {"acme", "cy"};
    CHECK(lines(reported(builder)) ==
          Texts{"short-rest: only 9h of rest for `cy` before the call on sat 13 jun, 08:00; 10h is the least"});
    builder.collab("acme").overlap = model::Overlap::forbid;
    CHECK(reported(builder).front().resources == Texts{"cy", "jo"});
}

TEST_CASE("days with several calls of the team are not checked") {
    auto builder = festival("2026-06-12T27:00");
    builder.event().rules = {hours(10), hours(5), hours(2), {}, {}, {}};
    CHECK(reported(builder).size() > 0);
    for (const char* day : {"2026-06-12", "2026-06-13"})
        for (const char* clock : {"T10:00", "T20:00"}) {
            auto& call = builder.activity(std::string("call-") + (day + 8) + "-" + (clock + 1)[0] + (clock + 1)[1],
                                          "Call", std::string(day) + clock);
            call.kind = "call";
            call.participants.required = {"acme"};
        }
    CHECK(lines(reported(builder)) ==
          Texts{"before-call: work of `jo` begins 2h before the call on sat 13 jun, 08:00"});
}

TEST_CASE("a day longer than the longest is told at its call; exactly as long is not") {
    auto builder = festival();
    builder.event().rules.longest_day = hours(10);
    CHECK(reported(builder).empty());
    builder.event().rules.longest_day = hours(9);
    const auto findings = reported(builder);
    CHECK(lines(findings) == Texts{"long-day: a day of 10h for `jo` on sat 13 jun, 08:00–18:00; 9h is the longest"});
    CHECK(findings.front().others.empty());
    CHECK(findings.front().minutes == 600);
}

TEST_CASE("gaps of at least the least rest are no part of a day") {
    auto builder = festival();
    builder.activity("late", "Late", "2026-06-13T24:00", "2026-06-13T26:00").participants.required = {"jo"};
    builder.event().rules.longest_day = hours(12);
    const auto whole = reported(builder);
    CHECK(lines(whole) == Texts{"long-day: a day of 18h for `jo` on sat 13 jun, 08:00–02:00+1; 12h is the longest"});
    CHECK(whole.front().others.front().message == "out of `late`, 02:00+1");
    builder.event().rules.minimum_rest = hours(6);
    CHECK(reported(builder).empty());
    builder.event().rules.minimum_rest = hours(7);
    CHECK(reported(builder).size() == 1);
}

TEST_CASE("a call that is a moment begins the day, and overlapping work is counted once") {
    auto builder = festival();
    auto& call = builder.activity("call", "Call", "2026-06-13T06:00");
    call.kind = "call";
    call.participants.required = {"jo"};
    builder.activity("lunch", "Lunch", "2026-06-13T12:00", "2026-06-13T13:00").participants.required = {"jo"};
    builder.activity("lunch").busy = false;
    builder.event().rules.longest_day = hours(11);
    CHECK(lines(reported(builder)) ==
          Texts{"long-day: a day of 12h for `jo` on sat 13 jun, 06:00–18:00; 11h is the longest"});
}

TEST_CASE("a meal is due within a time from the call, and from the end of the last meal") {
    auto builder = festival();
    builder.activity("show").participants = {};
    builder.event().rules.meal_within = hours(5);
    CHECK(lines(reported(builder)) ==
          Texts{"late-meal: 10h without a meal for `jo` on sat 13 jun, 08:00–18:00; one is due within 5h"});
    auto& lunch = builder.activity("lunch", "Lunch", "2026-06-13T13:00", "2026-06-13T14:00");
    lunch.kind = "meal";
    lunch.global = true;
    CHECK(reported(builder).empty());
    lunch.start = at("2026-06-13T13:01");
    const auto late = reported(builder);
    CHECK(lines(late) ==
          Texts{"late-meal: 5h1m without a meal for `jo` on sat 13 jun, 08:00–13:01; one is due within 5h"});
    CHECK(late.front().spot.id == "strike");
    CHECK(late.front().others.front().message == "the next is `lunch`, 13:01");
    lunch.start = at("2026-06-13T11:00");
    lunch.end = at("2026-06-13T12:00");
    const auto after = reported(builder);
    CHECK(lines(after) ==
          Texts{"late-meal: 6h without a meal for `jo` on sat 13 jun, 12:00–18:00; one is due within 5h"});
    CHECK(after.front().spot.id == "lunch");
    CHECK(after.front().others.front().message == "out of `strike`, 18:00");
    lunch.status = model::Status::cancelled;
    CHECK(reported(builder).size() == 1);
}

TEST_CASE("a meal before the call feeds nobody after it, one under way at the call does") {
    auto builder = festival();
    builder.activity("show").participants = {};
    builder.event().rules.meal_within = hours(9);
    auto& breakfast = builder.activity("breakfast", "Breakfast", "2026-06-13T07:00", "2026-06-13T08:00");
    breakfast.kind = "meal";
    breakfast.participants.required = {"acme"};
    CHECK(lines(reported(builder)) == Texts{"late-meal: 10h without a meal for `jo` on sat 13 jun, 08:00–18:00; one is "
                                            "due within 9h"});
    breakfast.end = at("2026-06-13T09:00");
    CHECK(reported(builder).empty());
}

TEST_CASE("a rest within the day begins the wait for a meal anew") {
    auto builder = festival();
    builder.activity("show").participants = {};
    builder.activity("strike").end = at("2026-06-13T11:00");
    builder.activity("gig", "Gig", "2026-06-13T20:00", "2026-06-13T23:00").participants.required = {"jo"};
    builder.event().rules.meal_within = hours(4);
    CHECK(reported(builder).size() == 1);
    builder.event().rules.minimum_rest = hours(9);
    CHECK(reported(builder).empty());
}
