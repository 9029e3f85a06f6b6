#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "check/clashes.h"
#include "check/found.h"
#include "check/random_event.h"
#include "schedule/segments.h"

using namespace backops;
using namespace backops::tests;

namespace {

/// Maya of Acme, and two activities of hers on the main stage, 14:00–15:00 and 14:30–16:00.
struct TwoAtOnce {
    TwoAtOnce() {
        builder.area("main", "Main Stage").overlap = model::Overlap::allow;
        builder.collab("acme", "Acme");
        builder.person("maya", "Maya", "acme");
        for (auto [id, start, end] : {std::tuple{"focus", "2026-06-12T14:00", "2026-06-12T15:00"},
                                      std::tuple{"keynote", "2026-06-12T14:30", "2026-06-12T16:00"}}) {
            auto& activity = builder.activity(id, id, start, end);
            activity.areas = {"main"};
            activity.participants.required = {"maya"};
        }
    }

    model::Activity& activity(std::string_view id) { return builder.activity(id); }
    model::CrewMember& maya() { return builder.person("maya"); }

    PlanBuilder builder;
};

using Levels = std::vector<check::Level>;

Levels levels(const check::Findings& findings) {
    Levels all;
    for (const check::Finding& finding : findings) all.push_back(finding.level);
    return all;
}

}  // namespace

TEST_CASE("a person in two places at once is an error of the later activity, with the earlier as the other place") {
    TwoAtOnce event;
    const auto findings = reported(event.builder);
    REQUIRE(lines(findings) == Texts{"person-overlap: `maya` is needed in two places on fri 12 jun, 14:30–15:00"});
    const check::Finding& finding = findings.front();
    CHECK(finding.level == check::Level::error);
    CHECK(finding.spot == check::Spot{event::Noun::activity, "keynote", {"start"}});
    REQUIRE(finding.others.size() == 1);
    CHECK(finding.others[0].spot == check::Spot{event::Noun::activity, "focus", {"start"}});
    CHECK(finding.others[0].message == "the other is `focus`, 14:00–15:00");
    CHECK(finding.occurrences == Texts{"keynote", "focus"});
    CHECK(finding.resources == Texts{"maya"});
    CHECK(finding.minutes == 30);
}

TEST_CASE("touching ends and moments do not overlap; equal and nested intervals do") {
    const auto count = [](const char* start, const char* end) {
        TwoAtOnce event;
        event.activity("keynote").start = at(start);
        event.activity("keynote").end.reset();
        if (*end) event.activity("keynote").end = at(end);
        return reported(event.builder).size();
    };
    CHECK(count("2026-06-12T15:00", "2026-06-12T16:00") == 0);
    CHECK(count("2026-06-12T13:00", "2026-06-12T14:00") == 0);
    CHECK(count("2026-06-12T14:30", "") == 0);
    CHECK(count("2026-06-12T14:00", "2026-06-12T15:00") == 1);
    CHECK(count("2026-06-12T14:20", "2026-06-12T14:30") == 1);
    CHECK(count("2026-06-12T13:00", "2026-06-12T17:00") == 1);
    CHECK(count("2026-06-12T14:59", "2026-06-12T17:00") == 1);
}

TEST_CASE("one side optional or tentative is one level lower, both optional nothing, cancelled nothing") {
    TwoAtOnce event;
    auto& focus = event.activity("focus");
    focus.participants = {{}, {"maya"}};
    CHECK(levels(reported(event.builder)) == Levels{check::Level::warning});
    event.maya().overlap = model::Overlap::warn;
    CHECK(reported(event.builder).empty());
    event.maya().overlap = model::Overlap::forbid;
    event.activity("keynote").participants = {{}, {"maya"}};
    CHECK(reported(event.builder).empty());
    focus.participants = event.activity("keynote").participants = {{"maya"}, {}};
    focus.status = model::Status::tentative;
    CHECK(levels(reported(event.builder)) == Levels{check::Level::warning});
    focus.status = model::Status::cancelled;
    CHECK(reported(event.builder).empty());
}

TEST_CASE("the event's severity takes the place of the record's, and is lowered like it") {
    TwoAtOnce event;
    event.builder.event().rules.severity = {{"person-overlap", "warning"}};
    CHECK(levels(reported(event.builder)) == Levels{check::Level::warning});
    event.activity("focus").status = model::Status::tentative;
    CHECK(reported(event.builder).empty());
    event.maya().overlap = model::Overlap::warn;
    event.builder.event().rules.severity = {{"person-overlap", "error"}};
    CHECK(levels(reported(event.builder)) == Levels{check::Level::warning});
    event.builder.event().rules.severity = {{"person-overlap", "off"}};
    CHECK(reported(event.builder).empty());
    event.maya().overlap = model::Overlap::allow;
    event.builder.event().rules.severity = {{"person-overlap", "error"}};
    CHECK(reported(event.builder).empty());
}

TEST_CASE("what is not busy does not overlap: calls, holds, all-day activities, busy: false; an organizer is free") {
    TwoAtOnce event;
    auto& focus = event.activity("focus");
    for (const char* kind : {"call", "hold"}) {
        focus.kind = kind;
        CHECK(found(check::person_overlap, event.builder).empty());
    }
    focus.busy = true;
    CHECK(reported(event.builder).size() == 1);
    focus.kind = "";
    focus.busy = false;
    CHECK(reported(event.builder).empty());
    focus.busy.reset();
    focus.participants = {};
    focus.organizers = {"maya"};
    CHECK(reported(event.builder).empty());
    focus.participants.required = {"maya"};
    focus.all_day = true;
    CHECK(reported(event.builder).empty());
}

TEST_CASE("a window shares its area with other things, and takes people like any work") {
    TwoAtOnce event;
    event.builder.area("main").overlap = model::Overlap::warn;
    event.activity("focus").kind = "load-in";
    CHECK(lines(reported(event.builder)) ==
          Texts{"person-overlap: `maya` is needed in two places on fri 12 jun, 14:30–15:00"});
    event.activity("focus").busy = true;
    CHECK(reported(event.builder).size() == 2);
}

TEST_CASE("a global activity without participants and a collaborator that allows overlaps make no conflict") {
    TwoAtOnce event;
    event.builder.person("cy", "Cy", "acme");
    event.activity("focus").participants = {};
    event.activity("focus").global = true;
    CHECK(reported(event.builder).empty());
    event.activity("focus").participants.required = event.activity("keynote").participants.required = {"acme"};
    CHECK(reported(event.builder).empty());
}

TEST_CASE("an activity in two areas is told of for each, and an area warns unless it says otherwise") {
    TwoAtOnce event;
    event.builder.area("foh", "FOH");
    event.builder.area("bar", "Bar");
    for (const char* id : {"focus", "keynote"}) {
        event.activity(id).participants = {};
        event.activity(id).areas = {"main", "foh", "bar"};
    }
    CHECK(lines(reported(event.builder)) == Texts{"area-overlap: `bar` has two activities on fri 12 jun, 14:30–15:00",
                                                  "area-overlap: `foh` has two activities on fri 12 jun, 14:30–15:00"});
    CHECK(levels(reported(event.builder)) == Levels{check::Level::warning, check::Level::warning});
}

TEST_CASE("a band books its people, and two gigs of it are told of the band alone") {
    TwoAtOnce event;
    event.builder.collab("acme").overlap = model::Overlap::forbid;
    event.activity("focus").participants.required = {"acme"};
    CHECK(lines(reported(event.builder)) ==
          Texts{"person-overlap: `maya` is needed in two places on fri 12 jun, 14:30–15:00"});
    event.activity("keynote").participants.required = {"acme", "maya"};
    CHECK(lines(reported(event.builder)) ==
          Texts{"collaborator-overlap: `acme` is needed in two places on fri 12 jun, 14:30–15:00"});
    event.activity("focus").participants.required = {"acme", "maya"};
    CHECK(reported(event.builder).size() == 2);
    event.activity("keynote").participants.required = {};
    event.activity("keynote").needs = {{2, "singer", "acme"}};
    CHECK(lines(reported(event.builder)) ==
          Texts{"collaborator-overlap: `acme` is needed in two places on fri 12 jun, 14:30–15:00"});
}

TEST_CASE("a segment takes its person for its own time") {
    TwoAtOnce event;
    auto& keynote = event.activity("keynote");
    keynote.participants = {};
    keynote.segments.resize(2);
    keynote.segments[0].duration = time::Duration{30 * 60};
    keynote.segments[1].who = {"maya"};
    CHECK(reported(event.builder).empty());
    keynote.segments[0].who = {"maya"};
    CHECK(lines(reported(event.builder)) ==
          Texts{"person-overlap: `maya` is needed in two places on fri 12 jun, 14:30–15:00"});
    keynote.segments[0].duration = time::Duration{10 * 60};
    CHECK(lines(reported(event.builder)) ==
          Texts{"person-overlap: `maya` is needed in two places on fri 12 jun, 14:30–15:00"});
}

TEST_CASE("who may come, and is needed for a segment, is needed for that") {
    TwoAtOnce event;
    auto& keynote = event.activity("keynote");
    keynote.participants = {{}, {"maya"}};
    keynote.segments.resize(1);
    keynote.segments[0].duration = time::Duration{10 * 60};
    CHECK(levels(reported(event.builder)) == Levels{check::Level::warning});
    keynote.segments[0].who = {"maya"};
    const auto findings = reported(event.builder);
    CHECK(lines(findings) == Texts{"person-overlap: `maya` is needed in two places on fri 12 jun, 14:30–14:40"});
    CHECK(levels(findings) == Levels{check::Level::error});
}

TEST_CASE("several people whom one pair needs are told of together") {
    TwoAtOnce event;
    event.builder.person("jo", "Jo", "acme");
    for (const char* id : {"focus", "keynote"}) event.activity(id).participants.required.push_back("jo");
    CHECK(lines(reported(event.builder)) ==
          Texts{"person-overlap: `jo` and `maya` are needed in two places on fri 12 jun, 14:30–15:00"});
}

TEST_CASE("a pair that meets on several days is told of once, with their number and the first") {
    TwoAtOnce event;
    for (const char* id : {"focus", "keynote"}) PlanBuilder::daily(event.activity(id)).until = date("2026-06-14");
    CHECK(lines(reported(event.builder)) ==
          Texts{"person-overlap: `maya` is needed in two places on 3 days, first fri 12 jun, 14:30–15:00"});
    event.activity("focus").repeat->skip = {date("2026-06-12"), date("2026-06-13")};
    const auto findings = reported(event.builder);
    CHECK(lines(findings) == Texts{"person-overlap: `maya` is needed in two places on sun 14 jun, 14:30–15:00"});
    CHECK(findings.front().occurrences == Texts{"keynote@2026-06-14", "focus@2026-06-14"});
    CHECK(findings.front().others.front().message == "the other is `focus@2026-06-14`, 14:00–15:00");
}

TEST_CASE("two dates of one series can meet, and where a change moves one, that is where it is told") {
    TwoAtOnce event;
    event.activity("keynote").participants = {};
    auto& focus = event.activity("focus");
    PlanBuilder::daily(focus).until = date("2026-06-13");
    model::Change moved;
    moved.date = date("2026-06-13");
    moved.start = at("2026-06-12T14:45");
    focus.repeat->changes = {moved};
    const auto findings = reported(event.builder);
    REQUIRE(lines(findings) == Texts{"person-overlap: `maya` is needed in two places on fri 12 jun, 14:45–15:00"});
    CHECK(findings.front().spot.path == yaml::Path{"repeat", "changes", "2026-06-13", "start"});
    CHECK(findings.front().others.front().spot.path == yaml::Path{"start"});
}

TEST_CASE("times are compared as instants: areas on other clocks, and a night in which clocks change") {
    TwoAtOnce event;
    event.builder.area("london", "London").timezone = "Europe/London";
    event.activity("keynote").areas = {"london"};
    CHECK(reported(event.builder).empty());
    event.activity("keynote").start = at("2026-06-12T13:30");
    CHECK(lines(reported(event.builder)) ==
          Texts{"person-overlap: `maya` is needed in two places on fri 12 jun, 13:30–14:00"});

    TwoAtOnce spring;
    spring.builder.event().start = date("2026-03-28");
    spring.builder.event().end = date("2026-03-29");
    auto& focus = spring.activity("focus");
    focus.start = at("2026-03-28T25:00");
    focus.end.reset();
    focus.duration = time::Duration{3600};
    auto& keynote = spring.activity("keynote");
    keynote.start = at("2026-03-28T27:00");
    keynote.end = at("2026-03-28T28:00");
    CHECK(reported(spring.builder).empty());
    focus.duration = time::Duration{3600 + 60};
    CHECK(lines(reported(spring.builder)) ==
          Texts{"person-overlap: `maya` is needed in two places on sat 28 mar, 03:00+1–03:01+1"});
}

TEST_CASE("a sweep finds what comparing each with each finds, and no more than it should of a hopeless calendar") {
    std::mt19937 chance(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<schedule::Occurrence> occurrences;
        const schedule::Zones zones(TwoAtOnce().builder.plan());
        for (int i = 0; i < 30; ++i) {
            const std::int64_t from = static_cast<std::int64_t>(chance() % 40);
            occurrences.push_back({nullptr,
                                   {},
                                   nullptr,
                                   {},
                                   {},
                                   {},
                                   {from},
                                   {from + 1 + static_cast<std::int64_t>(chance() % 9)},
                                   zones.of_event()});
        }
        std::vector<schedule::Busy> bookings;
        for (const auto& one : occurrences) bookings.push_back({&one, {one.from, one.until}});
        std::ranges::stable_sort(bookings, {}, [](const schedule::Busy& busy) { return busy.time.from; });
        std::set<std::pair<const schedule::Occurrence*, const schedule::Occurrence*>> swept, compared;
        for (const check::Clash& clash : check::clashes(bookings)) {
            CHECK(swept.insert(std::minmax(clash.earlier->occurrence, clash.later->occurrence)).second);
            CHECK(clash.time.from < clash.time.until);
        }
        for (const auto& a : occurrences)
            for (const auto& b : occurrences)
                if (&a < &b && a.from < b.until && b.from < a.until) compared.insert({&a, &b});
        CHECK(swept == compared);
    }
    const schedule::Zones zones(TwoAtOnce().builder.plan());
    std::vector<schedule::Occurrence> many(300, {nullptr, {}, nullptr, {}, {}, {}, {0}, {60}, zones.of_event()});
    std::vector<schedule::Busy> bookings;
    for (const auto& one : many) bookings.push_back({&one, {one.from, one.until}});
    CHECK(check::clashes(bookings).size() == check::most_clashes);
}

namespace {

/// When an occurrence takes a person, as its lists say it, and their day what their team takes them to.
struct Taken {
    std::vector<schedule::Stretch> times, optional;
    bool is_own = true;
    bool is_teams = false;
};

/// What is left for a person of what their team takes them to, where that is an overlap: of a band, or of one alone.
std::vector<schedule::Stretch> by_team(const schedule::ResolvedEvent& event, const schedule::Occurrence& one,
                                       const model::CrewMember& person) {
    const auto is_colleague = [&](const auto& other) { return other.collaborator == person.collaborator; };
    const model::Collaborator& team = *model::find(event.plan.collaborators, person.collaborator);
    if (team.overlap == model::Overlap::allow && std::ranges::count_if(event.plan.crew, is_colleague) > 1) return {};
    std::vector<schedule::Stretch> parts;
    for (const schedule::PersonDay& day : event.days.of(person))
        for (const schedule::Taken& taken : day.entries)
            if (taken.is_team && taken.entry.day == day.day && taken.entry.occurrence == &one)
                parts.insert(parts.end(), taken.left().begin(), taken.left().end());
    return parts;
}

/// Whether a collaborator is required at it, or for a segment of it, or its people are needed.
bool is_at(const schedule::Occurrence& one, const std::string& team) {
    const auto in = [&](const Texts& ids) { return std::ranges::find(ids, team) != ids.end(); };
    return in(one.participants().required) ||
           std::ranges::any_of(one.activity->needs, [&](const auto& need) { return need.collaborator == team; }) ||
           std::ranges::any_of(one.activity->segments, [&](const auto& segment) { return in(segment.who); });
}

Taken taken(const schedule::ResolvedEvent& event, const schedule::Occurrence& one, const model::CrewMember& person) {
    if (one.status() == model::Status::cancelled || !schedule::is_busy(*one.activity)) return {};
    const auto in = [](const Texts& ids, const std::string& id) { return std::ranges::find(ids, id) != ids.end(); };
    const auto& parts = one.participants();
    const auto& segments = one.activity->segments;
    const bool is_required = in(parts.required, person.id), is_optional = in(parts.optional, person.id);
    const bool is_in_segment =
        std::ranges::any_of(segments, [&](const auto& segment) { return in(segment.who, person.id); });
    if (is_required) return {{{one.from, one.until}}, {}, true, is_at(one, person.collaborator)};
    if (auto left = by_team(event, one, person); !left.empty())
        return {std::move(left), {}, is_optional || is_in_segment, true};
    Taken by_segments;
    by_segments.is_teams = is_at(one, person.collaborator);
    if (is_optional) by_segments.optional = {{one.from, one.until}};
    const auto times = segment_times(one);
    for (std::size_t i = 0; i < times.size(); ++i)
        if (in(segments[i].who, person.id)) by_segments.times.push_back({times[i].from, times[i].until});
    return by_segments;
}

bool meet_in(const std::vector<schedule::Stretch>& a, const std::vector<schedule::Stretch>& b) {
    for (const schedule::Stretch& x : a)
        for (const schedule::Stretch& y : b)
            if (x.from < x.until && y.from < y.until && x.from < y.until && y.from < x.until) return true;
    return false;
}

/// Both merely optional is nothing.
bool share_time(const Taken& a, const Taken& b) {
    return meet_in(a.times, b.times) || meet_in(a.times, b.optional) || meet_in(a.optional, b.times);
}

}  // namespace

TEST_CASE("the overlaps of people are those that the lists of every pair of occurrences say") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        RandomEvent random(seed);
        const schedule::ResolvedEvent event(random.plan());
        std::set<Texts> expected, found;
        for (const model::CrewMember& person : event.plan.crew) {
            if (person.overlap == model::Overlap::allow) continue;
            const bool is_band =
                model::find(event.plan.collaborators, person.collaborator)->overlap != model::Overlap::allow;
            std::vector<std::pair<std::string, Taken>> all;
            for (const auto& one : event.occurrences) all.emplace_back(name_of(one), taken(event, one, person));
            for (std::size_t i = 0; i < all.size(); ++i)
                for (std::size_t k = i + 1; k < all.size(); ++k) {
                    const auto& [first, a] = all[i];
                    const auto& [second, b] = all[k];
                    const bool is_the_teams = is_band && a.is_teams && b.is_teams && !(a.is_own && b.is_own);
                    if (is_the_teams || !share_time(a, b)) continue;
                    expected.insert({person.id, std::min(first, second), std::max(first, second)});
                }
        }
        for (const check::Finding& finding : check::person_overlap.find(event)) {
            REQUIRE(finding.occurrences.size() == 2);
            const auto [first, second] = std::minmax(finding.occurrences[0], finding.occurrences[1]);
            found.insert({finding.resources.front(), first, second});
        }
        CHECK(found == expected);
    }
}

TEST_CASE("of two series that overlap for years 500 days are told, and that there are more") {
    TwoAtOnce event;
    for (const char* id : {"focus", "keynote"}) {
        PlanBuilder::daily(event.activity(id));
        event.activity(id).repeat->count = 500;
    }
    CHECK(std::ranges::count(lines(reported(event.builder)),
                             "person-overlap: `maya` is needed in two places on 500 days, first fri 12 jun, "
                             "14:30–15:00") == 1);
    CHECK(found(check::person_overlap, event.builder).size() == 500);
    event.activity("focus").repeat->count = 501;
    CHECK(found(check::person_overlap, event.builder).size() == 500);
    event.activity("keynote").repeat->count = 501;
    const auto findings = found(check::person_overlap, event.builder);
    CHECK(findings.size() == 501);
    CHECK(lines(findings).back() ==
          "person-overlap: `maya` has more overlaps than are told: 500 of two activities and 10,000 overlaps in all");
    CHECK(findings.back().level == check::Level::error);
    auto& other = event.builder.activity("other", "Other", "2026-06-12T14:00", "2026-06-12T14:30");
    other.participants.required = {"maya"};
    CHECK(found(check::person_overlap, event.builder).size() == 502);
}
