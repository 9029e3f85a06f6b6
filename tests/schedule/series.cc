#include "schedule/series.h"

#include <doctest/doctest.h>

#include "plan_builder.h"

using namespace backops;
using namespace backops::tests;

namespace {

std::vector<schedule::Occurrence> all(const PlanBuilder& builder, std::optional<schedule::DayRange> range = {}) {
    return schedule::occurrences(builder.plan(), schedule::Zones(builder.plan()), range);
}

Texts originals(const std::vector<schedule::Occurrence>& occurrences) {
    Texts days;
    for (const auto& occurrence : occurrences) days.push_back(to_text(*occurrence.original).substr(5));
    return days;
}

Texts days(const std::vector<time::Date>& dates) {
    Texts all;
    for (const time::Date date : dates) all.push_back(to_text(date).substr(5));
    return all;
}

Texts on_day(const PlanBuilder& builder, std::string_view day) { return names(schedule_of(builder, on(day))); }

model::Activity& breakfast(PlanBuilder& builder) {
    auto& activity = builder.activity("breakfast", "Breakfast", "2026-06-12T07:00", "2026-06-12T08:00");
    builder.daily(activity);
    return activity;
}

model::Change change(std::string_view day) {
    model::Change change;
    change.date = date(day);
    return change;
}

}  // namespace

TEST_CASE("without a bound a series ends with the event or its last time frame") {
    PlanBuilder builder;
    breakfast(builder);
    CHECK(originals(all(builder)) == Texts{"06-12", "06-13", "06-14"});
    builder.timeframe("load-out", "Load-out", "2026-06-15", "2026-06-16T03:00");
    CHECK(originals(all(builder)) == Texts{"06-12", "06-13", "06-14", "06-15"});
}

TEST_CASE("until, count and during bound a series, also beyond the event") {
    PlanBuilder builder;
    auto& repeat = *breakfast(builder).repeat;
    repeat.until = date("2026-06-16");
    CHECK(originals(all(builder)).back() == "06-16");
    repeat.until.reset();
    repeat.count = 2;
    CHECK(originals(all(builder)) == Texts{"06-12", "06-13"});
    repeat.count.reset();
    repeat.during = "weekend";
    builder.timeframe("weekend", "Weekend", "2026-06-13", "2026-06-14");
    CHECK(originals(all(builder)) == Texts{"06-13", "06-14"});
}

TEST_CASE("a time frame that does not exist bounds nothing more than the event") {
    PlanBuilder builder;
    breakfast(builder).repeat->during = "gone";
    CHECK(originals(all(builder)).back() == "06-14");
}

TEST_CASE("skipped dates and dates that are listed twice come once or not at all") {
    PlanBuilder builder;
    auto& repeat = *breakfast(builder).repeat;
    repeat.skip = {date("2026-06-13")};
    CHECK(originals(all(builder)) == Texts{"06-12", "06-14"});
    repeat.every.reset();
    repeat.dates = {date("2026-06-14"), date("2026-06-12"), date("2026-06-14"), date("2026-06-13")};
    CHECK(originals(all(builder)) == Texts{"06-12", "06-14"});
}

TEST_CASE("an occurrence keeps its length in wall-clock time") {
    PlanBuilder builder;
    auto& night = builder.activity("night", "Night", "2026-06-12T22:00", "2026-06-13T06:00");
    builder.daily(night).until = date("2026-06-13");
    const auto found = all(builder);
    CHECK(to_text(*found[1].end) == "2026-06-14T06:00");
    CHECK(to_text(found[1].day) == "2026-06-13");
}

TEST_CASE("a series past midnight is named by the written date") {
    PlanBuilder builder;
    builder.daily(builder.activity("tidy", "Tidy", "2026-06-12T26:00", "2026-06-12T27:00")).count = 2;
    CHECK(on_day(builder, "2026-06-13") == Texts{"tidy@2026-06-13"});
    CHECK(to_text(all(builder)[1].from) == "2026-06-14T00:00:00Z");
}

TEST_CASE("a changed occurrence shows what the change says") {
    PlanBuilder builder;
    auto& activity = breakfast(builder);
    activity.participants.required = {"acme"};
    auto changed = change("2026-06-13");
    changed.name = "Brunch";
    changed.areas = {"tent"};
    changed.participants = model::Participants{{"kites"}, {}};
    changed.status = model::Status::tentative;
    activity.repeat->changes = {changed};
    const auto found = all(builder);
    CHECK(found[0].name() == "Breakfast");
    CHECK(found[1].name() == "Brunch");
    CHECK(found[1].areas() == Texts{"tent"});
    CHECK(found[1].participants().required == Texts{"kites"});
    CHECK(found[1].status() == model::Status::tentative);
    CHECK(names(schedule_of(builder, of({area("tent")}))) == Texts{"breakfast@2026-06-13"});
    CHECK(names(schedule_of(builder, of({collab("acme")}))) == Texts{"breakfast@2026-06-12", "breakfast@2026-06-14"});
}

TEST_CASE("a changed start keeps the length and the name, a changed end or duration does not") {
    PlanBuilder builder;
    auto& changes = breakfast(builder).repeat->changes;
    changes = {change("2026-06-12"), change("2026-06-13"), change("2026-06-14")};
    changes[0].start = at("2026-06-12T09:30");
    changes[1].end = at("2026-06-13T10:00");
    changes[2].duration = time::Duration{5400};
    const auto found = all(builder);
    CHECK(to_text(*found[0].end) == "2026-06-12T10:30");
    CHECK(to_text(*found[1].end) == "2026-06-13T10:00");
    CHECK(to_text(*found[2].end) == "2026-06-14T08:30");
    CHECK(name_of(found[0]) == "breakfast@2026-06-12");
}

TEST_CASE("a changed end before its start is the first such time after it") {
    PlanBuilder builder;
    auto& changes = breakfast(builder).repeat->changes;
    changes = {change("2026-06-13")};
    changes[0].start = at("2026-06-13T23:00");
    changes[0].end = at("2026-06-13T01:00");
    CHECK(to_text(*all(builder)[1].end) == "2026-06-14T01:00");
}

TEST_CASE("an occurrence that was moved to another day is seen there and only there") {
    PlanBuilder builder;
    auto& changes = breakfast(builder).repeat->changes;
    changes = {change("2026-06-12")};
    changes[0].start = at("2026-06-20T09:00");
    CHECK(on_day(builder, "2026-06-12").empty());
    CHECK(on_day(builder, "2026-06-20") == Texts{"breakfast@2026-06-12"});
    CHECK(all(builder).size() == 3);
    CHECK(to_text(all(builder).back().day) == "2026-06-20");
}

TEST_CASE("a change of a skipped date or of one that the rule does not write is no occurrence") {
    PlanBuilder builder;
    auto& repeat = *breakfast(builder).repeat;
    repeat.skip = {date("2026-06-13")};
    repeat.changes = {change("2026-06-13"), change("2026-07-01")};
    repeat.changes[0].start = at("2026-06-20T09:00");
    repeat.changes[1].start = at("2026-06-20T10:00");
    CHECK(on_day(builder, "2026-06-20").empty());
    CHECK(all(builder).size() == 2);
}

TEST_CASE("of two changes of one date the first holds and the occurrence comes once") {
    PlanBuilder builder;
    auto& changes = breakfast(builder).repeat->changes;
    changes = {change("2026-06-12"), change("2026-06-12")};
    changes[0].start = at("2026-06-20T09:00");
    changes[1].start = at("2026-06-20T10:00");
    const auto found = on_day(builder, "2026-06-20");
    CHECK(found == Texts{"breakfast@2026-06-12"});
}

TEST_CASE("a series that never happens gives nothing") {
    PlanBuilder builder;
    auto& repeat = *breakfast(builder).repeat;
    repeat.until = date("2026-06-01");
    CHECK(all(builder).empty());
    repeat.until.reset();
    repeat.every.reset();
    CHECK(all(builder).empty());
}

TEST_CASE("an all-day series and its moved occurrence keep whole days") {
    PlanBuilder builder;
    auto& press = builder.activity("press", "Press", "2026-06-12", "2026-06-13");
    builder.daily(press).count = 1;
    press.repeat->changes = {change("2026-06-12")};
    press.repeat->changes[0].start = time::WallTime{date("2026-06-13"), 0};
    const auto found = all(builder);
    REQUIRE(found.size() == 1);
    CHECK(to_text(found[0].day) == "2026-06-13");
    CHECK(to_text(found[0].end->date) == "2026-06-14");
}

TEST_CASE("every day of a series is found by asking for that day alone") {
    PlanBuilder builder;
    breakfast(builder).repeat->until = date("2026-07-20");
    const auto whole = all(builder);
    std::size_t found = 0;
    for (time::Date day = date("2026-06-01"); day < date("2026-08-01"); day = day + 1) {
        found += all(builder, schedule::DayRange{day, day}).size();
    }
    CHECK(found == whole.size());
}

TEST_CASE("a series answers for any window as for all, of dates and of rules, in order and each once") {
    PlanBuilder builder;
    auto& activity = breakfast(builder);
    auto& repeat = *activity.repeat;
    repeat = {};
    repeat.dates = {date("2026-06-14"), date("2026-06-12"), date("2026-06-14"), date("2026-06-20")};
    repeat.skip = {date("2026-06-20"), date("2026-06-01"), date("2026-06-20")};
    repeat.changes.resize(3);
    repeat.changes[0].date = date("2026-06-14");
    repeat.changes[1].date = date("2026-06-12");
    repeat.changes[2].date = date("2026-06-14");
    const schedule::Series listed(builder.plan(), activity);
    CHECK(days(listed.within(schedule::always)) == Texts{"06-12", "06-14"});
    CHECK(days(listed.within({date("2026-06-13"), date("2026-06-30")})) == Texts{"06-14"});
    CHECK(listed.falls_on(date("2026-06-14")));
    CHECK_FALSE(listed.falls_on(date("2026-06-20")));
    CHECK_FALSE(listed.falls_on(date("2026-06-13")));
    CHECK(listed.change_on(date("2026-06-14")) == &repeat.changes[0]);
    CHECK(listed.change_on(date("2026-06-12")) == &repeat.changes[1]);
    CHECK(listed.change_on(date("2026-06-13")) == nullptr);

    repeat.dates.clear();
    repeat.every = time::Every{time::Unit::day, 2};
    repeat.count = 4;
    const schedule::Series ruled(builder.plan(), activity);
    CHECK(days(ruled.within(schedule::always)) == Texts{"06-12", "06-14", "06-16", "06-18"});
    repeat.skip = {date("2026-06-16"), date("2026-06-12")};
    const schedule::Series skipping(builder.plan(), activity);
    CHECK(days(skipping.within(schedule::always)) == Texts{"06-14", "06-18"});
    CHECK_FALSE(skipping.falls_on(date("2026-06-12")));
}

TEST_CASE("of a series of more than 3,000 dates only the first 3,000 are taken, skipped ones among them") {
    PlanBuilder builder;
    auto& activity = breakfast(builder);
    auto& repeat = *activity.repeat;
    const auto count = [&] { return schedule::dates_of(builder.plan(), activity, schedule::always).size(); };
    const time::Date first = activity.start.date;
    const auto last_of = [&] { return schedule::last_taken(builder.plan(), activity).value_or(time::Date{}) - first; };
    CHECK_FALSE(schedule::last_taken(builder.plan(), activity));

    repeat.until = first + 2'999;
    CHECK_FALSE(schedule::last_taken(builder.plan(), activity));
    CHECK(count() == 3'000);
    repeat.until = first + 3'000;
    CHECK(last_of() == 2'999);
    CHECK(count() == 3'000);
    CHECK_FALSE(schedule::Series(builder.plan(), activity).falls_on(first + 3'000));
    repeat.skip = {first + 2'998, first + 3'000};
    CHECK(count() == 2'999);
    repeat.until = date("2999-12-31");
    CHECK(last_of() == 2'999);
    repeat.every = time::Every{time::Unit::week, 1};
    CHECK(last_of() == 20'993);
    repeat.skip.clear();
    CHECK(count() == 3'000);
    repeat.every = time::Every{time::Unit::month, 12};
    CHECK_FALSE(schedule::last_taken(builder.plan(), activity));

    repeat.until.reset();
    repeat.every = time::Every{time::Unit::day, 2};
    repeat.count = 3'000;
    CHECK_FALSE(schedule::last_taken(builder.plan(), activity));
    CHECK(count() == 3'000);
    repeat.count = 3'001;
    CHECK(last_of() == 5'998);
    CHECK(count() == 3'000);

    repeat.count.reset();
    builder.timeframe("season", "Season", "2100-01-01", "2200-01-01");
    repeat.every = time::Every{time::Unit::day, 1};
    CHECK(last_of() == 2'999);
    repeat.during = "season";
    CHECK(to_text(first + last_of()) == "2108-03-19");
    CHECK(count() == 3'000);

    repeat = {};
    for (int i = 0; i < 3'001; ++i) repeat.dates.push_back(first + (20'000 - i));
    CHECK(last_of() == 19'999);
    CHECK(count() == 3'000);
    repeat.dates.back() = repeat.dates.front();
    CHECK_FALSE(schedule::last_taken(builder.plan(), activity));
    CHECK(count() == 3'000);
}

TEST_CASE("a series of what lasts for days takes fewer dates, so that all together fill 3,000 days") {
    PlanBuilder builder;
    auto& activity = builder.activity("strike", "Strike", "2026-06-12T07:00", "2026-06-14T06:00");
    activity.repeat.emplace().every = time::Every{time::Unit::week, 1};
    activity.repeat->until = date("2999-12-31");
    const auto count = [&] { return schedule::dates_of(builder.plan(), activity, schedule::always).size(); };
    CHECK(count() == 1'500);
    activity.repeat->changes = {change("2026-06-19")};
    CHECK(count() == 1'500);
    activity.repeat->changes.front().duration = time::Duration{400 * time::day_seconds};
    CHECK(count() == 3'000 / 401);
    activity.repeat->changes.clear();
    activity.all_day = true;
    activity.start.seconds = 0;
    activity.end.reset();
    CHECK(count() == 3'000);
    activity.end = time::WallTime{date("2026-06-15"), 0};
    CHECK(count() == 750);
}
