#include "render/grid.h"

#include <doctest/doctest.h>

#include "lines.h"
#include "summer_sound.h"
#include "tables.h"

using namespace backops;
using namespace backops::tests;

namespace {

std::string grid(const PlanBuilder& builder, const schedule::Selection& selection, int width = 100,
                 bool colour = false) {
    return render::grid_text(Drawn(builder, selection).drawing, {width, colour});
}

schedule::Selection friday_of_stages() {
    auto selection = of({area("main-stage"), area("river-stage")});
    selection.days = {date("2026-06-12")};
    return selection;
}

/// Every corner of a box has its other corner at the same cell.
void check_boxes(const std::string& text) {
    std::vector<int> left, right;
    for (const auto& line : lines(text)) {
        CAPTURE(line);
        const auto cells = [&](std::string_view sign) {
            std::vector<int> all;
            for (std::size_t at = line.find(sign); at != std::string::npos; at = line.find(sign, at + 1)) {
                all.push_back(text::display_width(std::string_view(line).substr(0, at)));
            }
            return all;
        };
        const auto close = [](std::vector<int>& open, const std::vector<int>& closed) {
            for (const int cell : closed) {
                CHECK(std::erase(open, cell) == 1);
            }
        };
        for (const int cell : cells("│")) {
            CHECK(std::ranges::count(left, cell) + std::ranges::count(right, cell) == 1);
        }
        close(left, cells("└"));
        close(right, cells("┘"));
        for (const int cell : cells("┌")) left.push_back(cell);
        for (const int cell : cells("┐")) right.push_back(cell);
    }
    CHECK(left.empty());
    CHECK(right.empty());
}

}  // namespace

TEST_CASE("a day's grid reads as when, then side by side what is where") {
    CHECK(grid(summer_sound(), friday_of_stages(), 72) ==
          R"(Summer Sound 2026 — Main Stage + River Stage               Europe/Berlin

FRI 12 JUN  day 3 of 5 · Show days · No vehicles on site 10:00–02:00+1
to sun 14 jun  Sculpture build, River Stage
         Main Stage                      River Stage
09:30    ┌ Line check ─────────────────┐
         │ stage left                  │
         └─────────────────────── 11:00┘
11:00
11:30    ┌ Sound check 東京ビート ─────┐
         │ 東京ビート, Acme Audio      │
         └─────────────────────── 12:30┘
12:30
21:20    ┌ Headliner: Ana Mar ─────────┐
         │ Ana Mar, Acme Audio, 3 more │
         └─────────────────────── 22:50┘
22:50
23:30    ┌ ? Secret set ───────────────┐ ┌ ? Secret set ───────────────┐
         │ + River Stage               │ │ + Main Stage                │
         └───────────────────── 00:45+1┘ └───────────────────── 00:45+1┘
00:45+1
02:00+1  ◆ Curfew

6 activities · ? tentative  ◆ moment
)");
}

TEST_CASE("no line of a grid is wider than the screen, and all boxes close, whatever its width") {
    auto sound = summer_sound();
    sound.activity("generator", "Generator 発電機", "2026-06-11T22:00", "2026-06-13T05:30").areas = {"main-stage"};
    sound
        .activity("party", "Party 🎉👨‍👩‍👧 with a name that is long enough to be cut",
                  "2026-06-12T10:59:30", "2026-06-12T11:02")
        .areas = {"main-stage"};
    for (int width = 40; width <= 200; ++width) {
        CAPTURE(width);
        const auto text = grid(sound, {}, width);
        check_widths(text, width);
        check_boxes(text);
    }
}

TEST_CASE("columns that do not fit stand in a grid below") {
    const auto text = grid(summer_sound(), on("2026-06-12"), 40);
    CHECK(has(text, "Secret set"));
    CHECK(has(text, "FRI 12 JUN (1 of 4)  day 3 of 5"));
    CHECK(has(text, "\n\nFRI 12 JUN (2 of 4)  day 3 of 5"));
    CHECK(column_of(line_of(text, "everywhere"), "Catering Tent") == -1);
    CHECK(has(text, "\n         River Stage\n"));
}

TEST_CASE("what began before the day or goes on after it has a broken edge and its true times") {
    auto sound = summer_sound();
    sound.activity("generator", "Generator", "2026-06-11T22:00", "2026-06-13T05:30").areas = {"river-stage"};
    const auto text = grid(sound, friday_of_stages());
    CHECK(has(line_of(text, "Generator"), "┌ thu 22:00 Generator ╌"));
    CHECK(has(line_of(text, "05:30+1"), "╌ 05:30+1┘"));
}

TEST_CASE("a place stands behind the name of a short block, or below it when it does not fit") {
    auto sound = summer_sound();
    sound.activity("roll", "Roll", "2026-06-12T04:10", "2026-06-12T04:15").location = "Dock";
    sound.activity("briefing", "Briefing", "2026-06-12T04:30", "2026-06-12T04:35").location = "Production office";
    const auto text = grid(sound, on("2026-06-12"), 80);
    CHECK(has(text, "┌ Roll, Dock ─"));
    CHECK(has(text, "┌ Briefing ─"));
    CHECK(has(text, "│ Production o… │"));
}

TEST_CASE("a name that is too long for its column is told in two lines before it is cut") {
    auto sound = summer_sound();
    sound.activity("changeover", "Changeover to the band after next", "2026-06-12T19:00", "2026-06-12T19:05").areas = {
        "river-stage"};
    const auto text = grid(sound, on("2026-06-12"), 80);
    CHECK(has(text, "Changeover to"));
    CHECK(has(text, "the band aft"));
}

TEST_CASE("a day that was asked for and has nothing says so") {
    auto selection = of({area("river-stage")});
    selection.days = {date("2026-06-12"), date("2026-06-20")};
    CHECK(has(grid(summer_sound(), selection), "SAT 20 JUN\n  nothing\n"));
    selection.days = {date("2026-06-20")};
    CHECK(has(grid(summer_sound(), selection), "nothing is scheduled for River Stage on sat 20 jun 2026"));
}

TEST_CASE("colour adds to a grid and changes none of its words") {
    const auto plain = grid(summer_sound(), {}, 100);
    auto coloured = grid(summer_sound(), {}, 100, true);
    CHECK(coloured != plain);
    for (std::size_t at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b')) {
        coloured.erase(at, coloured.find('m', at) - at + 1);
    }
    CHECK(coloured == plain);
}

TEST_CASE("a grid's HTML is one whole table a day, with headings for its rows and columns") {
    auto sound = summer_sound();
    sound.activity("focus", "Focus <1> & 2", "2026-06-12T10:59", "2026-06-12T12:00").areas = {"main-stage"};
    sound.activity("generator", "Generator", "2026-06-11T22:00", "2026-06-13T05:30").areas = {"river-stage"};
    for (const auto columns : {render::Resource::area, render::Resource::collaborator, render::Resource::crew}) {
        const auto page = render::grid_html(Drawn(sound, {}, columns).drawing);
        CHECK(check_tables(page) == 3);
        CHECK(has(page, "<th scope=\"row\">"));
        CHECK(has(page, "Focus &lt;1&gt; &amp; 2"));
    }
    const auto page = render::grid_html(Drawn(sound).drawing);
    CHECK(has(page, "<th scope=\"col\" colspan=\"2\">Main Stage</th>"));
    CHECK(has(page, "<td class=\"block tentative\""));
    CHECK(has(page, "<td class=\"block before on\""));
}

TEST_CASE("a grid's Markdown is a table whose running blocks go on below") {
    const auto document = squeezed(render::grid_markdown(Drawn(summer_sound(), friday_of_stages()).drawing));
    CHECK(has(document, "## FRI 12 JUN\n"));
    CHECK(has(document, "\n| Time | Main Stage | River Stage |\n| - | - | - |\n"));
    CHECK(has(document, "\n| 09:30 | **Line check** –11:00, stage left, Acme Audio, Maya Lindt (opt) | |\n"));
    const auto lunch = summer_sound();
    const auto all = squeezed(render::grid_markdown(Drawn(lunch, on("2026-06-13")).drawing));
    CHECK(has(all, "**Hands call** –14:00, 4 × stagehand (Acme Audio)"));
}

TEST_CASE("in Markdown what begins beside a running block stands below its sign") {
    auto sound = summer_sound();
    sound.activity("focus", "Focus", "2026-06-12T10:00", "2026-06-12T10:30").areas = {"main-stage"};
    const auto document = squeezed(render::grid_markdown(Drawn(sound, of({area("main-stage")})).drawing));
    CHECK(has(document, "\n| 10:00 | ┆<br>**Focus** –10:30 |\n| 10:30 | ┆ |\n| 11:00 | |\n"));
}

TEST_CASE("somebody who is known by an address alone heads a column by the id, but for those who may read it") {
    PlanBuilder party;
    party.person("info", "info@example.org", "crew");
    party.activity("call", "Call", "2026-06-12T10:00", "2026-06-12T11:00").participants.required = {"info"};
    schedule::Selection selection;
    CHECK(has(render::grid_text(Drawn(party, selection, render::Resource::crew).drawing, {}), "info@example.org"));
    selection.audience = schedule::Audience::crew;
    const auto shown = render::grid_text(Drawn(party, selection, render::Resource::crew).drawing, {});
    CHECK_FALSE(has(shown, "info@example.org"));
    CHECK(has(shown, "info"));
}

TEST_CASE("a grid shows the same entries in every format") {
    const auto sound = summer_sound();
    const Drawn drawn(sound, of({area("main-stage"), area("river-stage"), whole_event()}));
    const auto text = render::grid_text(drawn.drawing, {200, false});
    const auto document = render::grid_markdown(drawn.drawing);
    const auto page = render::grid_html(drawn.drawing);
    for (const auto& row : drawn.schedule.rows) {
        const auto& name = row.occurrence.name();
        CAPTURE(name);
        CHECK(has(text, name));
        CHECK(has(document, name));
        CHECK(has(page, name));
    }
}

TEST_CASE("without rows a page and a document say why") {
    const auto sound = summer_sound();
    const Drawn drawn(sound, on("2026-07-01"));
    CHECK(has(render::grid_html(drawn.drawing), "nothing is scheduled on wed 1 jul 2026"));
    CHECK(has(render::grid_markdown(drawn.drawing), "nothing is scheduled on wed 1 jul 2026"));
}
