#include <doctest/doctest.h>

#include "plan_builder.h"

using namespace backops;
using namespace backops::tests;
using schedule::Audience;
using schedule::Role;

namespace {

Texts names_for(const PlanBuilder& builder, const schedule::Selection& selection) {
    return names(schedule_of(builder, selection));
}

schedule::Selection with_words(Texts words) {
    schedule::Selection selection;
    selection.words = std::move(words);
    return selection;
}

schedule::Selection between(std::string_view from, std::string_view to) {
    schedule::Selection selection;
    if (!from.empty()) selection.from = instant(from);
    if (!to.empty()) selection.to = instant(to);
    return selection;
}

}  // namespace

TEST_CASE("several kinds or tags mean any of them") {
    PlanBuilder builder;
    builder.activity("a", "A", "2026-06-12T10:00").kind = "meal";
    builder.activity("b", "B", "2026-06-12T11:00").kind = "show";
    builder.activity("c", "C", "2026-06-12T12:00").tags = {"plan-a", "night"};
    schedule::Selection selection;
    selection.kinds = {"meal", "show"};
    CHECK(names_for(builder, selection) == Texts{"a", "b"});
    selection.kinds.clear();
    selection.tags = {"night", "rain"};
    CHECK(names_for(builder, selection) == Texts{"c"});
    selection.kinds = {"meal"};
    CHECK(names_for(builder, selection).empty());
}

TEST_CASE("every word must be found, in any field and any case") {
    PlanBuilder builder;
    auto& check = builder.activity("line-check", "Soundcheck CAFÉ", "2026-06-12T10:00");
    check.description = "bring the in-ears";
    check.notes = "quiet please";
    check.tags = {"plan-a"};
    check.location = "Stage left";
    for (const char* word : {"café", "IN-EARS", "quiet", "plan-a", "LEFT", "line-ch"}) {
        CAPTURE(word);
        CHECK(names_for(builder, with_words({word})).size() == 1);
    }
    CHECK(names_for(builder, with_words({"café", "left"})).size() == 1);
    CHECK(names_for(builder, with_words({"café", "right"})).empty());
}

TEST_CASE("words are found in who is there, what is needed, where it is and what runs in it") {
    PlanBuilder builder;
    builder.area("main", "Main Stage");
    builder.collab("acme", "Acme Audio");
    builder.person("maya", "Maya Lindt", "acme");
    builder.person("jo", "Jo Vale", "acme");
    builder.person("sam", "Sam Ortega", "acme");
    auto& call = builder.activity("call", "Morning", "2026-06-12T10:00");
    call.kind = "load-in";
    call.status = model::Status::tentative;
    call.areas = {"main"};
    call.organizers = {"jo"};
    call.participants = {{"maya"}, {"sam"}};
    call.needs = {{4, "stagehand", "acme"}};
    model::Segment segment;
    segment.name = "Overture";
    segment.cue = "4.2";
    segment.who = {"the choir"};
    segment.notes = "lights low";
    call.segments = {segment};
    for (const char* word : {"stagehand", "acme audio", "acme", "maya", "lindt", "vale", "ortega", "main stage", "main",
                             "overture", "choir", "lights low", "load-in", "tentative", "4.2"}) {
        CAPTURE(word);
        CHECK(names_for(builder, with_words({word})).size() == 1);
    }
    CHECK(names_for(builder, with_words({"stagehand", "overture", "lindt"})).size() == 1);
    CHECK(names_for(builder, with_words({"rigger"})).empty());
}

TEST_CASE("words look at what an occurrence shows, not at what its change replaced") {
    PlanBuilder builder;
    model::Change change;
    change.date = date("2026-06-14");
    change.name = "Farewell brunch";
    builder.daily(builder.activity("meal", "Breakfast", "2026-06-13T08:00")).changes = {change};
    CHECK(names_for(builder, with_words({"breakfast"})) == Texts{"meal@2026-06-13"});
    CHECK(names_for(builder, with_words({"farewell"})) == Texts{"meal@2026-06-14"});
}

TEST_CASE("a role is that of a selected person or collaborator, else anyone's") {
    PlanBuilder builder;
    builder.person("maya", "Maya", "acme");
    builder.activity("a", "A", "2026-06-12T10:00").participants = {{"maya"}, {"kites"}};
    builder.activity("b", "B", "2026-06-12T11:00").participants.optional = {"maya"};
    builder.activity("c", "C", "2026-06-12T12:00").organizers = {"kites"};
    builder.activity("d", "D", "2026-06-12T13:00").needs = {{2, "hand", "acme"}};
    schedule::Selection selection;
    selection.roles = {Role::optional};
    CHECK(names_for(builder, selection) == Texts{"a", "b"});
    selection.roles = {Role::required};
    CHECK(names_for(builder, selection) == Texts{"a", "d"});
    selection.calendars = {crew("maya")};
    CHECK(names_for(builder, selection) == Texts{"a"});
    selection.with_team = true;
    CHECK(names_for(builder, selection) == Texts{"a", "d"});
    selection.roles = {Role::organizer, Role::optional};
    CHECK(names_for(builder, selection) == Texts{"b"});
}

TEST_CASE("a day takes what starts on it and what is 24 hours or longer and overlaps it") {
    PlanBuilder builder;
    builder.activity("night", "Night", "2026-06-12T20:00", "2026-06-13T10:00");
    builder.activity("a-day", "A day", "2026-06-12T10:00", "2026-06-13T10:00");
    builder.activity("to-dawn", "To dawn", "2026-06-12T04:00", "2026-06-13T04:00");
    builder.activity("late", "Late", "2026-06-13T03:30");
    builder.activity("press", "Press", "2026-06-11", "2026-06-13");
    CHECK(names_for(builder, on("2026-06-13")) == Texts{"press", "a-day"});
    CHECK(names_for(builder, on("2026-06-12")) == Texts{"press", "to-dawn", "a-day", "night", "late"});
    auto two = on("2026-06-13");
    two.days.push_back(date("2026-06-11"));
    CHECK(names_for(builder, two) == Texts{"press", "a-day"});
}

TEST_CASE("a range is half-open: what touches its ends from outside is not in it") {
    PlanBuilder builder;
    builder.activity("before", "Before", "2026-06-12T09:00", "2026-06-12T10:00");
    builder.activity("into", "Into", "2026-06-12T09:00", "2026-06-12T10:01");
    builder.activity("out", "Out", "2026-06-12T11:59", "2026-06-12T13:00");
    builder.activity("after", "After", "2026-06-12T12:00", "2026-06-12T13:00");
    CHECK(names_for(builder, between("2026-06-12T08:00:00Z", "2026-06-12T10:00:00Z")) == Texts{"into", "out"});
    CHECK(names_for(builder, between("2026-06-12T08:00:00Z", "")) == Texts{"into", "out", "after"});
    CHECK(names_for(builder, between("", "2026-06-12T08:00:00Z")) == Texts{"into", "before"});
}

TEST_CASE("a moment at the start of a range belongs, at its end it does not") {
    PlanBuilder builder;
    builder.activity("start", "Start", "2026-06-12T10:00");
    builder.activity("end", "End", "2026-06-12T12:00");
    CHECK(names_for(builder, between("2026-06-12T08:00:00Z", "2026-06-12T10:00:00Z")) == Texts{"start"});
}

TEST_CASE("a long activity of a far zone is found by a range of instants") {
    PlanBuilder builder;
    builder.activity("kiritimati", "Far", "2026-06-13T01:00", "2026-06-13T02:00").timezone = "Pacific/Kiritimati";
    builder.activity("pago", "Far", "2026-06-11T23:30", "2026-06-12T00:30").timezone = "Pacific/Pago_Pago";
    CHECK(names_for(builder, between("2026-06-12T10:00:00Z", "2026-06-12T12:00:00Z")) == Texts{"pago", "kiritimati"});
}

TEST_CASE("crew see no private activities, the public only public ones") {
    PlanBuilder builder;
    builder.activity("open", "Open", "2026-06-12T10:00").visibility = model::Visibility::everyone;
    builder.activity("work", "Work", "2026-06-12T11:00");
    builder.activity("secret", "Secret", "2026-06-12T12:00").visibility = model::Visibility::confidential;
    schedule::Selection selection;
    CHECK(names_for(builder, selection).size() == 3);
    selection.audience = Audience::crew;
    CHECK(names_for(builder, selection) == Texts{"open", "work"});
    selection.audience = Audience::everyone;
    CHECK(names_for(builder, selection) == Texts{"open"});
}

TEST_CASE("nothing but name, time, place and description reaches the public") {
    PlanBuilder builder;
    builder.timeframe("secret-night", "Secret night", "2026-06-12", "2026-06-12").global = true;
    auto& show = builder.activity("show", "Show", "2026-06-12T20:00", "2026-06-12T21:00");
    show.visibility = model::Visibility::everyone;
    show.description = "Come all";
    show.kind = "show";
    show.areas = {"main"};
    show.organizers = {"maya"};
    show.participants = {{"kites"}, {"jo"}};
    show.needs = {{2, "hand", "acme"}};
    show.notes = "paid in cash";
    show.tags = {"vip"};
    show.segments.emplace_back();
    show.accept.emplace_back();
    model::Change change;
    change.date = date("2026-06-13");
    change.name = "Encore";
    change.notes = "no press";
    change.organizers = Texts{"jo"};
    change.participants = model::Participants{{"maya"}, {}};
    builder.daily(show).changes = {change};
    auto selection = of({area("main"), collab("kites"), crew("maya")});
    selection.audience = Audience::everyone;

    const schedule::Schedule copied = schedule_of(builder, selection);
    REQUIRE(copied.rows.size() == 3);
    CHECK(copied.bands.empty());
    for (const auto& row : copied.rows) {
        const auto& occurrence = row.occurrence;
        CHECK(occurrence.activity->description == "Come all");
        CHECK(occurrence.areas() == Texts{"main"});
        CHECK(occurrence.organizers().empty());
        CHECK(occurrence.participants().required.empty());
        CHECK(occurrence.participants().optional.empty());
        CHECK(occurrence.activity->notes.empty());
        CHECK(occurrence.activity->kind.empty());
        CHECK(occurrence.activity->tags.empty());
        CHECK(occurrence.activity->needs.empty());
        CHECK(occurrence.activity->segments.empty());
        CHECK(occurrence.activity->accept.empty());
        CHECK(row.via == Texts{"area:main"});
    }
    CHECK(copied.rows[1].occurrence.name() == "Encore");
    CHECK_FALSE(copied.rows[1].occurrence.change->notes.has_value());
}

TEST_CASE("the public searches names, places and descriptions, and nothing else") {
    PlanBuilder builder;
    builder.area("main", "River Stage");
    builder.collab("acme", "Acme Audio");
    auto& show = builder.activity("line-check-maya", "Show", "2026-06-12T20:00");
    show.visibility = model::Visibility::everyone;
    show.description = "with fireworks";
    show.location = "left of the bridge";
    show.kind = "gala";
    show.tags = {"vip"};
    show.areas = {"main"};
    show.organizers = {"acme"};
    show.needs = {{2, "rigger", "acme"}};
    model::Segment segment;
    segment.name = "Surprise";
    show.segments = {segment};
    for (const char* word : {"show", "fireworks", "bridge", "river stage"}) {
        CAPTURE(word);
        auto selection = with_words({word});
        selection.audience = Audience::everyone;
        CHECK(names_for(builder, selection).size() == 1);
    }
    for (const char* word : {"maya", "gala", "vip", "acme", "audio", "rigger", "surprise", "main"}) {
        CAPTURE(word);
        auto selection = with_words({word});
        CHECK(names_for(builder, selection).size() == 1);
        selection.audience = Audience::everyone;
        CHECK(names_for(builder, selection).empty());
    }
}

TEST_CASE("the public cannot search what it may not read") {
    PlanBuilder builder;
    auto& show = builder.activity("show", "Show", "2026-06-12T20:00");
    show.visibility = model::Visibility::everyone;
    show.notes = "paid in cash";
    auto selection = with_words({"cash"});
    CHECK(names_for(builder, selection).size() == 1);
    selection.audience = Audience::everyone;
    CHECK(names_for(builder, selection).empty());
}
