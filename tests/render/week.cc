#include "render/week.h"

#include <doctest/doctest.h>

#include "lines.h"
#include "summer_sound.h"
#include "tables.h"

using namespace backops;
using namespace backops::tests;

namespace {

std::string week(const PlanBuilder& builder, int width, const schedule::Selection& selection = {}) {
    return render::week_text(Drawn(builder, selection).drawing, {width, false});
}

/// A name may be told in several lines.
Texts words(const std::string& name) {
    Texts all{""};
    for (const char c : name) c == ' ' ? void(all.emplace_back()) : all.back().push_back(c);
    return all;
}

}  // namespace

TEST_CASE("a week reads as days side by side") {
    CHECK(week(summer_sound(), 80, of({area("main-stage"), area("river-stage")})) ==
          R"(Summer Sound 2026 — Main Stage + River Stage                       Europe/Berlin

FRI 12 JUN                 SAT 13 JUN                 SUN 14 JUN
day 3 of 5                 day 4 of 5                 day 5 of 5
Show days · 1 more         Show days                  Show days
all day Sculpture build →  → Sculpture build →        → Sculpture build
  River Stage                River Stage                River Stage
09:30 Line check
  Main Stage, stage left
11:30 Sound check
  東京ビート
  Main Stage
21:20 Headliner: Ana Mar
  Main Stage
23:30 ? Secret set
  Main Stage + 1 more
02:00+1 ◆ Curfew
  Main Stage

6 activities · ? tentative  ◆ moment
)");
}

TEST_CASE("all seven days stand abreast where each has room to be read, empty ones included") {
    const auto wide = line_of(week(summer_sound(), 140), "FRI 12 JUN");
    CHECK(has(wide, "MON 8 JUN"));
    CHECK(has(wide, "SUN 14 JUN"));
    CHECK_FALSE(has(week(summer_sound(), 100), "MON 8 JUN"));
}

TEST_CASE("no line of a week is wider than the screen, whatever its width") {
    auto sound = summer_sound();
    sound.activity("party", "Party 🎉👨‍👩‍👧 with-a-name-that-cannot-be-broken-anywhere 発電機",
                   "2026-06-11T22:00", "2026-06-13T05:30");
    for (int width = 40; width <= 200; ++width) {
        CAPTURE(width);
        check_widths(week(sound, width), width);
    }
}

TEST_CASE("a week shows the same entries in every format") {
    const auto sound = summer_sound();
    const Drawn drawn(sound);
    const auto text = render::week_text(drawn.drawing, {200, false});
    const auto document = render::week_markdown(drawn.drawing);
    const auto page = render::week_html(drawn.drawing);
    CHECK(check_tables(page) == 1);
    for (const auto& row : drawn.schedule.rows) {
        const auto& name = row.occurrence.name();
        CAPTURE(name);
        for (const auto& shown : {document, page}) CHECK(has(shown, name));
        for (const auto& word : words(name)) CHECK(has(text, word));
    }
    CHECK(has(squeezed(document), "\n| MON | TUE | WED | THU | FRI | SAT | SUN |\n"));
    CHECK(has(page, "<time datetime=\"2026-06-12\">FRI 12 JUN</time>"));
}

TEST_CASE("a week without anything says why") {
    const auto selection = on("2026-07-01");
    CHECK(has(week(summer_sound(), 80, selection), "\n\nnothing is scheduled on wed 1 jul 2026\n"));
}
