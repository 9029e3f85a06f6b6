#include "schedule/person_days.h"

#include <doctest/doctest.h>

#include "plan_builder.h"
#include "schedule/resolved_event.h"

using namespace backops;
using namespace backops::tests;

namespace {

constexpr time::Duration hours(int count) { return {count * 3600}; }

std::string clock(time::Instant instant) {
    return time::clock_on(date("2026-06-12"), time::find_zone("Europe/Berlin")->wall_time(instant));
}

/// "12 team 06:00-21:00" for each day of a person that has times; a "?" behind what is not certain, `–` without.
Texts days_of(const PlanBuilder& builder, std::string_view person = "jo") {
    const schedule::ResolvedEvent event(builder.plan());
    Texts all;
    for (const schedule::PersonDay& day : event.days.of(*model::find(builder.plan().crew, person))) {
        constexpr std::array sources{"own", "team", "event", "first"};
        std::string text = to_text(day.day).substr(8);
        if (!day.has_times()) {
            all.push_back(text + " –");
            continue;
        }
        text += std::string(" ") + sources[static_cast<std::size_t>(day.source)] + " " + clock(day.there()) + "-" +
                (day.out() ? clock(*day.out()) : "");
        all.push_back(text + (day.is_certain() ? "" : "?"));
    }
    return all;
}

/// "load-in team 12:00-13:00" for what takes a person on friday, with the parts that are left.
Texts entries_of(const PlanBuilder& builder, std::string_view person = "jo") {
    const schedule::ResolvedEvent event(builder.plan());
    Texts all;
    for (const schedule::PersonDay& day : event.days.of(*model::find(builder.plan().crew, person)))
        for (const schedule::Taken& taken : day.entries) {
            std::string text = taken.entry.occurrence->activity->id + " " + std::string(word_for(taken.reason));
            for (const schedule::Stretch& part : taken.left()) text += " " + clock(part.from) + "-" + clock(part.until);
            all.push_back(std::move(text));
        }
    return all;
}

model::Activity& activity(PlanBuilder& builder, std::string_view id, std::string_view kind, std::string_view from,
                          std::string_view until, std::vector<std::string> required) {
    const std::string day = "2026-06-12T";
    auto& made = builder.activity(id, id, day + std::string(from), until.empty() ? "" : day + std::string(until));
    made.kind = kind;
    made.participants.required = std::move(required);
    return made;
}

model::Activity& call(PlanBuilder& builder, std::string_view id, std::string_view at,
                      std::vector<std::string> required) {
    return activity(builder, id, "call", at, "", std::move(required));
}

/// Acme Audio with Jo and Finn, required at a load-in, at a show that names Jo and at a strike.
PlanBuilder acme() {
    PlanBuilder builder;
    builder.collab("acme", "Acme Audio");
    builder.person("jo", "Jo", "acme");
    builder.person("finn", "Finn", "acme");
    activity(builder, "load-in", "load-in", "08:00", "12:00", {"acme"});
    activity(builder, "show", "show", "19:00", "20:30", {"acme", "jo"});
    activity(builder, "strike", "load-out", "23:00", "26:00", {"acme"});
    return builder;
}

}  // namespace

TEST_CASE("what requires a company takes its people, and what names some of them takes those") {
    const auto builder = acme();
    CHECK(entries_of(builder) ==
          Texts{"load-in team 08:00-12:00", "show own 19:00-20:30", "strike team 23:00-02:00+1"});
    CHECK(entries_of(builder, "finn") == Texts{"load-in team 08:00-12:00", "strike team 23:00-02:00+1"});
    CHECK(days_of(builder) == Texts{"12 first 08:00-02:00+1"});
}

TEST_CASE("a call of the company moves it as one") {
    auto builder = acme();
    call(builder, "acme-call", "07:30", {"acme"});
    CHECK(days_of(builder) == Texts{"12 team 07:30-02:00+1"});
    CHECK(entries_of(builder, "finn") == Texts{"acme-call call 07:30-07:30", "load-in team 08:00-12:00",
                                               "show team 19:00-20:30", "strike team 23:00-02:00+1"});
}

TEST_CASE("a later call of one's own takes what is before it; an earlier one goes with the team") {
    auto builder = acme();
    call(builder, "acme-call", "07:30", {"acme"});
    call(builder, "jo-call", "17:00", {"jo"});
    CHECK(days_of(builder) == Texts{"12 own 17:00-02:00+1"});
    CHECK(entries_of(builder) ==
          Texts{"jo-call call 17:00-17:00", "show own 19:00-20:30", "strike team 23:00-02:00+1"});
    builder.activity("jo-call").start = at("2026-06-12T06:00");
    CHECK(days_of(builder) == Texts{"12 own 06:00-02:00+1"});
    CHECK(entries_of(builder).size() == 4);
}

TEST_CASE("what an own call or an absence leaves in part is theirs in part") {
    auto builder = acme();
    call(builder, "jo-call", "10:00", {"jo"});
    CHECK(entries_of(builder)[0] == "load-in team 10:00-12:00");
    CHECK(entries_of(builder)[1] == "jo-call call 10:00-10:00");
    builder.person("finn").unavailable = {{{at("2026-06-12T09:00"), false}, {at("2026-06-12T10:00"), false}, ""}};
    CHECK(entries_of(builder, "finn")[0] == "load-in team 08:00-09:00 10:00-12:00");
    builder.person("finn").unavailable = {{{{date("2026-06-12"), 0}, true}, {{date("2026-06-12"), 0}, true}, "sick"}};
    CHECK(days_of(builder, "finn") == Texts{"12 –"});
}

TEST_CASE("a check of half an hour takes nobody out of the load-in, work over all of it does") {
    auto builder = acme();
    auto& check = activity(builder, "check", "sound-check", "09:00", "09:30", {"jo"});
    CHECK(entries_of(builder)[0] == "load-in team 08:00-12:00");
    check.start = at("2026-06-12T07:00");
    check.end = at("2026-06-12T12:00");
    CHECK(entries_of(builder)[0] == "check own 07:00-12:00");
    CHECK(entries_of(builder).size() == 3);
    builder.collab("acme").overlap = model::Overlap::forbid;
    CHECK(entries_of(builder).size() == 4);
}

TEST_CASE("what is covered in one of its parts alone stays") {
    auto builder = acme();
    builder.person("jo").unavailable = {{{at("2026-06-12T09:00"), false}, {at("2026-06-12T10:00"), false}, ""}};
    activity(builder, "check", "sound-check", "07:00", "09:30", {"jo"});
    CHECK(entries_of(builder)[1] == "load-in team 08:00-09:00 10:00-12:00");
}

TEST_CASE("an own call at the time of the team's moves with the team") {
    auto builder = acme();
    call(builder, "acme-call", "09:00", {"acme"});
    call(builder, "jo-call", "09:00", {"jo"});
    CHECK(entries_of(builder)[0] == "load-in team 08:00-12:00");
    builder.activity("jo-call").start = at("2026-06-12T09:01");
    CHECK(entries_of(builder)[0] == "load-in team 09:01-12:00");
}

TEST_CASE("a call that names some of a company is theirs and nobody else's") {
    auto builder = acme();
    call(builder, "some", "06:00", {"acme", "jo"});
    CHECK(days_of(builder) == Texts{"12 own 06:00-02:00+1"});
    CHECK(days_of(builder, "finn") == Texts{"12 first 08:00-02:00+1"});
}

TEST_CASE("nobody is told a time after their own first work") {
    auto builder = acme();
    call(builder, "general", "08:30", {}).global = true;
    CHECK(days_of(builder) == Texts{"12 first 08:00-02:00+1"});
    builder.activity("general").start = at("2026-06-12T06:00");
    CHECK(days_of(builder) == Texts{"12 event 06:00-02:00+1"});
    builder.activity("general").start = at("2026-06-12T03:59");
    CHECK(days_of(builder) == Texts{"12 first 08:00-02:00+1"});
    call(builder, "acme-call", "09:00", {"acme"});
    CHECK(days_of(builder) == Texts{"12 team 08:00-02:00+1"});
}

TEST_CASE("the event's call is the last one that is no longer before the first work than the rule says") {
    auto builder = acme();
    builder.event().rules.general_call = hours(1);
    call(builder, "early", "05:00", {}).global = true;
    CHECK(days_of(builder) == Texts{"12 first 08:00-02:00+1"});
    call(builder, "late", "07:15", {}).global = true;
    CHECK(days_of(builder) == Texts{"12 event 07:15-02:00+1"});
    builder.activity("late").participants.optional = {"jo"};
    CHECK(days_of(builder) == Texts{"12 first 08:00-02:00+1"});
}

TEST_CASE("a call that begins while somebody is away is none, and still bounds what their team takes them to") {
    auto builder = acme();
    call(builder, "acme-call", "07:30", {"acme"});
    call(builder, "jo-call", "09:00", {"jo"});
    builder.person("jo").unavailable = {{{at("2026-06-12T08:30"), false}, {at("2026-06-12T10:00"), false}, ""}};
    CHECK(days_of(builder) == Texts{"12 first 10:00-02:00+1"});
}

TEST_CASE("of two calls of a team nobody knows whose is whose; two of one's own are one day") {
    auto builder = acme();
    call(builder, "early", "06:00", {"acme"});
    call(builder, "late", "14:00", {"acme"});
    CHECK(days_of(builder) == Texts{"12 team 06:00-02:00+1?"});
    for (const char* id : {"early", "late"}) builder.activity(id).participants.required = {"jo"};
    CHECK(days_of(builder) == Texts{"12 own 06:00-02:00+1"});
    CHECK(days_of(builder, "finn") == Texts{"12 first 08:00-02:00+1"});
}

TEST_CASE("a gap that an own call ends cuts the day in two where the rule says so") {
    auto builder = acme();
    call(builder, "in", "07:00", {"jo"});
    call(builder, "back", "18:00", {"jo"});
    const auto pairs = [&] {
        const schedule::ResolvedEvent event(builder.plan());
        Texts all;
        const auto days = event.days.of(builder.person("jo"));
        for (const schedule::Stretch& pair : days.front().pairs)
            all.push_back(clock(pair.from) + "-" + clock(pair.until));
        return all;
    };
    CHECK(pairs() == Texts{"07:00-02:00+1"});
    builder.event().rules.split = hours(7);
    CHECK(pairs() == Texts{"07:00-02:00+1"});
    builder.collab("acme").rules.split = hours(6);
    CHECK(pairs() == Texts{"07:00-12:00", "18:00-02:00+1"});
}

TEST_CASE("optional, hold, travel, what lasts all day or 24 hours and what is cancelled are no work") {
    PlanBuilder builder;
    builder.collab("acme", "Acme");
    builder.person("jo", "Jo", "acme");
    activity(builder, "maybe", "", "08:00", "09:00", {}).participants.optional = {"jo"};
    activity(builder, "wait", "hold", "18:00", "19:00", {"jo"});
    activity(builder, "bus", "travel", "20:00", "21:00", {"jo"});
    activity(builder, "off", "", "11:00", "12:00", {"jo"}).status = model::Status::cancelled;
    builder.activity("day", "Day", "2026-06-12").participants.required = {"jo"};
    builder.activity("site", "Site", "2026-06-12T10:00", "2026-06-13T10:00").participants.required = {"jo"};
    CHECK(days_of(builder) == Texts{"12 –", "13 –"});
    builder.activity("site").end = at("2026-06-13T09:59");
    CHECK(days_of(builder) == Texts{"12 first 10:00-09:59+1"});
}

TEST_CASE("who is in segments alone works for these, and who only organizes is not taken") {
    PlanBuilder builder;
    builder.collab("acme", "Acme");
    builder.person("jo", "Jo", "acme");
    auto& show = activity(builder, "show", "show", "20:00", "23:00", {});
    show.segments.resize(2);
    show.segments[0].duration = hours(1);
    show.segments[1].duration = time::Duration{1800};
    show.segments[1].who = {"jo"};
    show.organizers = {"jo"};
    CHECK(days_of(builder) == Texts{"12 first 21:00-21:30"});
    show.segments[1].who = {"acme"};
    CHECK(entries_of(builder) == Texts{"show team 21:00-21:30"});
    show.segments[1].who = {};
    CHECK(days_of(builder).empty());
}

TEST_CASE("a call alone that is a moment gives no out") {
    PlanBuilder builder;
    builder.collab("acme", "Acme");
    builder.person("jo", "Jo", "acme");
    call(builder, "acme-call", "08:00", {"acme"});
    CHECK(days_of(builder) == Texts{"12 team 08:00-"});
    builder.activity("acme-call").duration = hours(4);
    CHECK(days_of(builder) == Texts{"12 team 08:00-12:00"});
}

TEST_CASE("a time that rests on something tentative alone is tentative") {
    auto builder = acme();
    builder.activity("load-in").status = model::Status::tentative;
    const auto day = [&] {
        const schedule::ResolvedEvent event(builder.plan());
        return event.days.of(builder.person("jo")).front();
    };
    CHECK(day().first_is_tentative);
    CHECK_FALSE(day().last_is_tentative);
    activity(builder, "check", "", "08:00", "09:00", {"jo"});
    CHECK_FALSE(day().first_is_tentative);
}

TEST_CASE("meals feed whom they name, whose company they require and, if global, all but who serves them") {
    PlanBuilder builder;
    builder.collab("acme", "Acme");
    builder.collab("cook", "Cook");
    builder.person("jo", "Jo", "acme");
    builder.person("ana", "Ana", "cook");
    for (const char* id : {"breakfast", "lunch", "dinner", "others"})
        activity(builder, id, "meal", "12:00", "13:00", {});
    builder.activity("breakfast").global = true;
    builder.activity("breakfast").organizers = builder.activity("breakfast").participants.required = {"cook"};
    builder.activity("lunch").participants.required = {"acme"};
    builder.activity("dinner").participants.required = {"jo"};
    const auto meals = [&](std::string_view id) {
        const schedule::ResolvedEvent event(builder.plan());
        Texts all;
        for (const auto& day : event.days.of(builder.person(id)))
            for (const auto& entry : day.meals) all.push_back(name_of(*entry.occurrence));
        return all;
    };
    activity(builder, "work", "", "09:00", "18:00", {"jo", "ana"});
    CHECK(meals("jo") == Texts{"lunch", "breakfast", "dinner"});
    CHECK(meals("ana").empty());
    CHECK(entries_of(builder, "ana") == Texts{"work own 09:00-18:00"});
    CHECK(entries_of(builder) == Texts{"work own 09:00-18:00", "dinner meal 12:00-13:00"});
    builder.activity("work").participants.required = {"jo"};
    CHECK(entries_of(builder, "ana") == Texts{"breakfast team 12:00-13:00"});
}
