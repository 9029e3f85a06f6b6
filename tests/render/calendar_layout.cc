#include "render/calendar_layout.h"

#include <doctest/doctest.h>

#include "lines.h"
#include "summer_sound.h"

using namespace backops;
using namespace backops::tests;
using render::CalendarDay;

namespace {

std::vector<render::AgendaRow> rows_of(const Drawn& drawn) {
    return render::agenda_rows(drawn.drawing.plan, drawn.schedule, drawn.selection);
}

Texts entries(const CalendarDay& day) {
    Texts all;
    for (const auto& entry : day.entries) all.push_back(entry_time(entry) + ' ' + entry_name(entry));
    return all;
}

const CalendarDay& day_of(const render::CalendarWeek& week, std::string_view day) {
    for (const CalendarDay& each : week.days) {
        if (each.day == date(day)) return each;
    }
    FAIL("not in the week: " << day);
    return week.days.front();
}

}  // namespace

TEST_CASE("a week runs from Monday to Sunday, with the days of the event told apart") {
    const auto sound = summer_sound();
    const Drawn drawn(sound);
    const auto weeks = calendar_weeks(drawn.drawing, rows_of(drawn));
    REQUIRE(weeks.size() == 1);
    CHECK(week_label(weeks[0]) == "MON 8 – SUN 14 JUN 2026");
    REQUIRE(weeks[0].days.size() == 7);
    CHECK_FALSE(weeks[0].days[1].in_event);
    CHECK(weeks[0].days[2].in_event);
}

TEST_CASE("what lasts for days stands on each of them, first where it began before, with arrows to where it goes on") {
    auto sound = summer_sound();
    sound.activity("generator", "Generator", "2026-06-11T22:00", "2026-06-13T05:30");
    sound.activity("supper", "Supper", "2026-06-11T20:00", "2026-06-11T21:00");
    const Drawn drawn(sound);
    const auto week = calendar_weeks(drawn.drawing, rows_of(drawn)).at(0);
    CHECK(entries(day_of(week, "2026-06-11")) == Texts{"20:00 Supper", "22:00 Generator\u00A0→"});
    const auto friday = entries(day_of(week, "2026-06-12"));
    CHECK(friday[0] == "all day Sculpture build\u00A0→");
    CHECK(friday[1] == "→ Generator\u00A0→");
    CHECK(friday[2] == "07:00 Crew breakfast");
    CHECK(friday.back() == "02:00+1 ◆ Curfew");
    CHECK(entries(day_of(week, "2026-06-13")) ==
          Texts{"→ Sculpture build\u00A0→", "→05:30 Generator", "06:00 Hands call"});
    CHECK(entries(day_of(week, "2026-06-14")) == Texts{"→ Sculpture build"});
}

TEST_CASE("when days were asked for, a week has those alone") {
    const auto sound = summer_sound();
    schedule::Selection selection;
    selection.days = {date("2026-06-13"), date("2026-06-12"), date("2026-06-16")};
    const Drawn drawn(sound, selection);
    const auto weeks = calendar_weeks(drawn.drawing, rows_of(drawn));
    REQUIRE(weeks.size() == 2);
    CHECK(week_label(weeks[0]) == "FRI 12 – SAT 13 JUN 2026");
    CHECK(weeks[1].is_empty());
    CHECK(entries(weeks[0].days[1]).front() == "→ Sculpture build\u00A0→");
}

TEST_CASE("the end of a range ends what would go on") {
    const auto sound = summer_sound();
    schedule::Selection selection;
    selection.to = instant("2026-06-13T02:00:00Z");
    const Drawn drawn(sound, selection);
    const auto week = calendar_weeks(drawn.drawing, rows_of(drawn)).at(0);
    CHECK(entries(day_of(week, "2026-06-12")).front() == "all day Sculpture build");
    CHECK(day_of(week, "2026-06-13").entries.empty());
}

TEST_CASE("a month has whole weeks, and only its own days have entries") {
    auto sound = summer_sound();
    sound.activity("load-out", "Load-out", "2026-06-29", "2026-07-02");
    const Drawn drawn(sound);
    const auto months = calendar_months(drawn.drawing, rows_of(drawn));
    REQUIRE(months.size() == 2);
    CHECK(month_label(months[0]) == "JUN 2026");
    CHECK(month_label(months[1]) == "JUL 2026");
    for (const auto& month : months) {
        for (const auto& week : month.weeks) {
            CHECK(week.days.size() == 7);
            CHECK(time::weekday(week.days[0].day) == time::Weekday::mon);
            for (const auto& day : week.days) CHECK((day.in_month || day.entries.empty()));
        }
    }
    REQUIRE(months[0].weeks.size() == 4);
    REQUIRE(months[1].weeks.size() == 1);
    CHECK(entries(months[0].weeks[3].days[1]) == Texts{"→ Load-out\u00A0→"});
    CHECK(entries(months[1].weeks[0].days[3]) == Texts{"→ Load-out"});
}

TEST_CASE("a month that begins on a Monday and one that begins on a Sunday have all their days") {
    auto sound = summer_sound();
    for (const std::string day : {"2026-03-01", "2026-03-31", "2026-06-01", "2026-06-30"})
        sound.activity("visit-" + day, "Site visit", day);
    const Drawn drawn(sound);
    for (const auto& month : calendar_months(drawn.drawing, rows_of(drawn))) {
        int days = 0;
        for (const auto& week : month.weeks) {
            for (const auto& day : week.days) days += day.in_month;
        }
        CHECK(days == (month.month == 3 ? 31 : 30));
    }
}

TEST_CASE(
    "a month's weeks reach from the first to the last with something, a day of the event or one that was asked for") {
    const auto weeks = [](const PlanBuilder& builder, const schedule::Selection& selection) {
        const Drawn drawn(builder, selection);
        Texts mondays;
        for (const auto& month : calendar_months(drawn.drawing, rows_of(drawn)))
            for (const auto& week : month.weeks) mondays.push_back(time::to_text(week.days.front().day));
        return mondays;
    };
    auto sound = summer_sound();
    CHECK(weeks(sound, {}) == Texts{"2026-06-08"});
    schedule::Selection asked;
    asked.days = {date("2026-06-12"), date("2026-06-24")};
    CHECK(weeks(sound, asked) == Texts{"2026-06-08", "2026-06-15", "2026-06-22"});
    schedule::Selection range;
    range.from = instant("2026-06-12T02:00:00Z");
    range.to = instant("2026-06-16T02:00:00Z");
    CHECK(weeks(sound, range) == Texts{"2026-06-08", "2026-06-15"});
    sound.activity("site-visit", "Site visit", "2026-06-25T10:00", "2026-06-25T11:00");
    CHECK(weeks(sound, {}) == Texts{"2026-06-08", "2026-06-15", "2026-06-22"});
}
