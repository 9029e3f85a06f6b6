#include "render/month.h"

#include <doctest/doctest.h>

#include "lines.h"
#include "summer_sound.h"
#include "tables.h"

using namespace backops;
using namespace backops::tests;

namespace {

std::string month(const PlanBuilder& builder, int width, const schedule::Selection& selection = {}) {
    return render::month_text(Drawn(builder, selection).drawing, {width, false});
}

}  // namespace

TEST_CASE("a month is a calendar of the weeks with something in them") {
    CHECK(month(summer_sound(), 80, of({area("main-stage"), area("river-stage")})) ==
          R"(Summer Sound 2026 — Main Stage + River Stage                       Europe/Berlin

JUN 2026
 MON        TUE        WED        THU        FRI        SAT        SUN
┌──────────┬──────────┬──────────┬──────────┬──────────┬──────────┬──────────┐
│8         │9         │10        │11        │12        │13        │14        │
│Load-in   │Load-in   │Show days │Show days │Show days…│Show days │Show days │
│          │          │          │          │all day   │→         │→         │
│          │          │          │          │Sculpture…│Sculpture…│Sculpture…│
│          │          │          │          │09:30 Line│          │          │
│          │          │          │          │check     │          │          │
│          │          │          │          │+4 more   │          │          │
└──────────┴──────────┴──────────┴──────────┴──────────┴──────────┴──────────┘

6 activities · ? tentative  ◆ moment
)");
}

TEST_CASE("no line of a month is wider than the screen, and its borders stand in line, whatever its width") {
    auto sound = summer_sound();
    sound.activity("party", "Party 🎉👨‍👩‍👧 発電機", "2026-06-11T22:00", "2026-06-13T05:30");
    for (int width = 40; width <= 200; ++width) {
        CAPTURE(width);
        const auto text = month(sound, width);
        check_widths(text, width);
        int border = 0;
        for (const auto& line : lines(text)) {
            if (line.starts_with("┌")) border = text::display_width(line);
            if (line.starts_with("│")) CHECK(text::display_width(line) == border);
        }
    }
}

TEST_CASE("a month's document and page have every entry") {
    const auto sound = summer_sound();
    const Drawn drawn(sound);
    const auto document = render::month_markdown(drawn.drawing);
    const auto page = render::month_html(drawn.drawing);
    CHECK(check_tables(page) == 1);
    for (const auto& row : drawn.schedule.rows) {
        const auto& name = row.occurrence.name();
        CAPTURE(name);
        CHECK(has(document, name));
        CHECK(has(page, name));
    }
    CHECK(has(page, "<h2>JUN 2026</h2>"));
    CHECK(has(page, "MON 8 JUN"));
    CHECK_FALSE(has(page, "MON 15 JUN"));
}

TEST_CASE("of several months that were asked for, one without anything says so") {
    schedule::Selection selection;
    selection.days = {date("2026-06-12"), date("2026-07-01")};
    CHECK(has(month(summer_sound(), 80, selection), "\n\nJUL 2026\n  nothing\n"));
}

TEST_CASE("a month without anything says why") {
    CHECK(has(month(summer_sound(), 80, on("2026-07-01")), "\n\nnothing is scheduled on wed 1 jul 2026\n"));
}
