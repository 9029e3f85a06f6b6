#include "render/agenda.h"

#include <doctest/doctest.h>

#include "summer_sound.h"
#include "text/width.h"

using namespace backops;
using namespace backops::tests;

namespace {

std::string agenda(const PlanBuilder& builder, const schedule::Selection& selection, int width = 100,
                   bool colour = false) {
    const schedule::Schedule schedule = schedule_of(builder, selection);
    return render::agenda_text({builder.plan(), schedule, selection}, {width, colour});
}

Texts lines(const std::string& text) {
    Texts all;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        all.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return all;
}

/// The first line with `words` in it.
std::string line_of(const std::string& text, std::string_view words) {
    for (const auto& line : lines(text)) {
        if (line.find(words) != std::string::npos) return line;
    }
    return "no line has " + std::string(words);
}

int column_of(const std::string& line, std::string_view words) {
    const std::size_t at = line.find(words);
    return at == std::string::npos ? -1 : text::display_width(std::string_view(line).substr(0, at));
}

bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

schedule::Selection friday_of_main_stage() {
    auto selection = of({whole_event(), area("main-stage")});
    selection.days = {date("2026-06-12")};
    return selection;
}

/// Every letter, also those of SGR sequences, on a line of its own width.
void check_widths(const std::string& text, int width) {
    for (const auto& line : lines(text)) {
        CAPTURE(line);
        CHECK(text::display_width(line) <= width);
        CHECK_FALSE(line.ends_with(' '));
    }
}

}  // namespace

TEST_CASE("a day of several calendars reads as when, what, where and who") {
    CHECK(agenda(summer_sound(), friday_of_main_stage(), 100) ==
          R"(Summer Sound 2026 — event calendar + Main Stage                                        Europe/Berlin

FRI 12 JUN  day 3 of 5 · Show days · No vehicles on site 10:00–02:00+1
  07:00  08:00     Crew breakfast          Catering Tent             all
  09:30  11:00     Line check              Main Stage, stage left    Acme Audio, Maya Lindt (opt)
  11:30  12:30     Sound check 東京ビート  Main Stage                東京ビート, Acme Audio
  17:00          ◆ Doors                   all gates                 all
  21:20  22:50     Headliner: Ana Mar      Main Stage                Ana Mar, Acme Audio, 3 more
  23:30  00:45+1 ? Secret set              Main Stage + River Stage
  02:00+1        ◆ Curfew                  Main Stage

7 activities · ? tentative  ◆ fixed or a moment
no room for via at 100 columns
)");
}

TEST_CASE("no line is wider than the screen, whatever its width") {
    const auto sound = summer_sound();
    auto selection = friday_of_main_stage();
    selection.days.clear();
    for (int width = 40; width <= 200; ++width) {
        CAPTURE(width);
        check_widths(agenda(sound, selection, width), width);
        check_widths(agenda(sound, {}, width), width);
    }
}

TEST_CASE("a narrow screen loses whole columns: via, then who, then where") {
    const auto sound = summer_sound();
    const auto wide = agenda(sound, friday_of_main_stage(), 120);
    CHECK(has(line_of(wide, "Headliner"), "main-stage"));
    const auto middle = agenda(sound, friday_of_main_stage(), 80);
    CHECK_FALSE(has(middle, "main-stage"));
    CHECK(has(middle, "Ana Mar, 4 more"));
    const auto narrow = agenda(sound, friday_of_main_stage(), 60);
    CHECK_FALSE(has(narrow, "Ana Mar, "));
    CHECK(has(narrow, "Catering Tent"));
    const auto narrowest = agenda(sound, friday_of_main_stage(), 40);
    CHECK_FALSE(has(narrowest, "Catering"));
    CHECK(has(narrowest, "Crew breakfast"));
}

TEST_CASE("a wide screen does not spread the columns") {
    for (const auto& line : lines(agenda(summer_sound(), friday_of_main_stage(), 200))) {
        CHECK(text::display_width(line) <= 140);
    }
}

TEST_CASE("columns stand in line behind wide characters and emoji") {
    auto sound = summer_sound();
    auto& party = sound.activity("party", "Party 🎉👨‍👩‍👧", "2026-06-12T18:00", "2026-06-12T19:00");
    party.areas = {"main-stage"};
    const auto text = agenda(sound, {}, 120);
    CHECK(column_of(line_of(text, "Party"), "Main Stage") == column_of(line_of(text, "Headliner"), "Main Stage"));
    CHECK(column_of(line_of(text, "東京ビート"), "Main Stage") == column_of(line_of(text, "Headliner"), "Main Stage"));
}

TEST_CASE("all-day activities come first in their day and say until when") {
    const auto text = agenda(summer_sound(), {});
    CHECK(lines(text)[3].starts_with("  to sun 14 jun    Sculpture build"));
    PlanBuilder builder;
    builder.activity("a", "Early", "2026-06-12T04:00");
    builder.activity("b", "Press", "2026-06-12");
    CHECK(lines(agenda(builder, {}))[3].starts_with("  all day"));
}

TEST_CASE("what began before the day that was asked for stands under that day") {
    const auto saturday = agenda(summer_sound(), on("2026-06-13"));
    CHECK_FALSE(has(saturday, "FRI"));
    CHECK(has(line_of(saturday, "Sculpture"), "to sun 14 jun"));
    PlanBuilder builder;
    builder.activity("build", "Build", "2026-06-11T10:00", "2026-06-13T18:00");
    CHECK(lines(agenda(builder, on("2026-06-12")))[3].starts_with("  thu 10:00  18:00+1"));
    schedule::Selection range;
    range.from = instant("2026-06-13T08:00:00Z");
    CHECK(lines(agenda(builder, range))[2].starts_with("SAT 13 JUN"));
}

TEST_CASE("a day that was asked for and is empty says so beside one that is not") {
    auto selection = of({area("catering")});
    selection.days = {date("2026-06-12"), date("2026-06-13")};
    CHECK(has(agenda(summer_sound(), selection), "SAT 13 JUN  day 4 of 5 · Show days\n  nothing\n"));
}

TEST_CASE("an empty answer says what was looked for") {
    auto selection = of({area("river-stage")});
    selection.days = {date("2026-06-10")};
    const auto sound = summer_sound();
    CHECK(has(agenda(sound, selection), "nothing is scheduled for River Stage on wed 10 jun 2026\n"));
    selection.days.clear();
    selection.calendars = {whole_event(), crew("maya-lindt")};
    selection.kinds = {"meal"};
    CHECK(has(agenda(sound, selection), "nothing that matches is scheduled for the event calendar or Maya Lindt\n"));
    selection.kinds.clear();
    selection.during = "load-in";
    selection.to = instant("2026-06-10T02:00:00Z");
    CHECK(has(agenda(sound, selection), "nothing is scheduled for the event calendar or Maya Lindt during Load-in\n"));
    check_widths(agenda(sound, selection, 40), 40);
}

TEST_CASE("an event without activities gets a command to begin with") {
    const auto text = agenda(PlanBuilder(), {});
    CHECK(has(text, "nothing is scheduled yet\n"));
    CHECK(has(text, "hint: backops activity add \"Line check\" --start 2026-06-10T09:00 --for 1h\n"));
}

TEST_CASE("days outside the event show their time frames, other years their year") {
    auto sound = summer_sound();
    sound.activity("unload", "Unload", "2026-06-06T08:00");
    sound.activity("recce", "Recce", "2025-11-03T08:00");
    const auto text = agenda(sound, {});
    CHECK(has(text, "SAT 6 JUN  Load-in\n"));
    CHECK(has(text, "MON 3 NOV 2025\n"));
}

TEST_CASE("the parts of a time frame that a day has are told on its own clock") {
    PlanBuilder builder;
    builder.timeframe("quiet", "Quiet hours", "2026-06-12T22:00", "2026-06-14T09:00");
    for (const char* start : {"2026-06-12T12:00", "2026-06-13T12:00", "2026-06-14T12:00"}) {
        builder.activity("lunch-" + std::string(start, 8, 2), "Lunch", start);
    }
    const auto text = agenda(builder, {});
    CHECK(has(text, "day 3 of 5 · Quiet hours from 22:00\n"));
    CHECK(has(text, "day 4 of 5 · Quiet hours\n"));
    CHECK(has(text, "day 5 of 5 · Quiet hours until 09:00\n"));
}

TEST_CASE("marks are explained only when they are used") {
    PlanBuilder builder;
    builder.activity("a", "Plain", "2026-06-12T10:00", "2026-06-12T11:00");
    CHECK(agenda(builder, {}).ends_with("\n\n1 activity\n"));
    builder.activity("b", "Doors", "2026-06-12T12:00");
    CHECK(agenda(builder, {}).ends_with("2 activities · ◆ moment\n"));
    auto& both = builder.activity("c", "Maybe", "2026-06-12T13:00", "2026-06-12T14:00");
    both.fixed = true;
    both.status = model::Status::tentative;
    CHECK(agenda(builder, {}).ends_with("3 activities · ? tentative  ◆ fixed or a moment\n"));
    CHECK(has(line_of(agenda(builder, {}), "Maybe"), "?◆ Maybe"));
}

TEST_CASE("cancelled activities are marked, not only coloured") {
    schedule::Selection selection;
    selection.statuses = {model::Status::cancelled};
    const auto text = agenda(summer_sound(), selection);
    CHECK(has(text, "✕ Parade"));
    CHECK(has(text, "1 activity · ✕ cancelled"));
}

TEST_CASE("what is optional for the selected person is marked") {
    PlanBuilder builder;
    builder.person("maya", "Maya", "acme");
    builder.activity("a", "Meeting", "2026-06-12T10:00", "2026-06-12T11:00").participants.optional = {"maya"};
    CHECK(has(agenda(builder, of({crew("maya")})), "~ Meeting"));
    CHECK_FALSE(has(agenda(builder, {}), "~"));
}

TEST_CASE("the one selected calendar is in the title and not in every row") {
    const auto stage = agenda(summer_sound(), of({area("main-stage")}));
    CHECK(has(line_of(stage, "Line check"), "stage left"));
    CHECK_FALSE(has(line_of(stage, "Line check"), "Main Stage"));
    CHECK(has(line_of(stage, "Secret set"), "Main Stage + River Stage"));
    const auto acme = agenda(summer_sound(), of({collab("acme-audio")}));
    CHECK_FALSE(has(line_of(acme, "Headliner"), "Acme"));
    CHECK(has(line_of(acme, "Hands call"), "4 × stagehand"));
}

TEST_CASE("a clock that is not the event's is named in its row") {
    auto sound = summer_sound();
    sound.activity("call", "Call from the office", "2026-06-12T14:00", "2026-06-12T15:00").timezone = "Europe/London";
    const auto text = agenda(sound, {});
    CHECK(has(line_of(text, "Call from"), "14:00  15:00     Call from the office · Europe/London"));
    CHECK(text.find("Europe/London") == text.rfind("Europe/London"));
    check_widths(agenda(sound, {}, 40), 40);
}

TEST_CASE("several calendars show why each row is there, in short") {
    auto selection = of({crew("maya-lindt")});
    selection.with_team = true;
    const auto text = agenda(summer_sound(), selection, 140);
    CHECK(line_of(text, "Line check").ends_with("  maya-lindt (org), acme-audio"));
    CHECK(line_of(text, "Hands call").ends_with("  acme-audio"));
    CHECK(has(text, "— Maya Lindt with team"));
}

TEST_CASE("the title says what was taken away and filtered") {
    auto selection = of({whole_event(), area("main-stage")});
    selection.without = {collab("acme-audio")};
    selection.kinds = {"show", "meal"};
    selection.words = {"red", "kites"};
    selection.audience = schedule::Audience::everyone;
    CHECK(render::selection_title(summer_sound().plan(), selection) ==
          "event calendar + Main Stage without Acme Audio · “red kites” · public");
    selection.audience = schedule::Audience::crew;
    CHECK(render::selection_title(summer_sound().plan(), selection) ==
          "event calendar + Main Stage without Acme Audio · kind show or meal · “red kites” · for crew");
    selection = of({area("main-stage"), collab("acme-audio")});
    selection.match_all = true;
    CHECK(render::selection_title(summer_sound().plan(), selection) == "Main Stage & Acme Audio");
    CHECK(render::selection_title(summer_sound().plan(), {}) == "all activities");
}

TEST_CASE("hostile names stay on their line and reach no terminal as control") {
    PlanBuilder builder;
    builder.event().name = "Summer\x1b]0;owned\x07 Sound";
    builder.area("main", "Main\nStage\x1b[31m");
    auto& activity = builder.activity("a", "Line\r\n\x1b[2Jcheck\xE2\x80\xAE", "2026-06-12T10:00", "2026-06-12T11:00");
    activity.areas = {"main", "no-such-area"};
    activity.location = "left\tright";
    activity.participants.required = {
        "no\x1b"
        "body"};
    activity.needs = {{1, "hand\n", "a\x1b"}};
    builder.timeframe("t", "Quiet\x1b[0m\nhours", "2026-06-12", "2026-06-12").global = true;
    auto selection = of({area("main"), crew("\x1b[5mx")});
    const auto text = agenda(builder, selection, 200);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\r') == std::string::npos);
    CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
    CHECK(lines(text).size() == 6);
}

TEST_CASE("the public reads of those who are named to it, and an address that stands for a name is not for crew") {
    PlanBuilder builder;
    builder.person("dispo", "dispo@north.example", "acme");
    auto& tour = builder.activity("tour", "Tour", "2026-06-12T10:00", "2026-06-12T11:00");
    tour.visibility = model::Visibility::everyone;
    tour.global = true;
    tour.participants.required = {"dispo"};
    schedule::Selection selection;
    CHECK(line_of(agenda(builder, selection), "Tour").ends_with("  dispo@north.example"));
    selection.audience = schedule::Audience::crew;
    CHECK(line_of(agenda(builder, selection), "Tour").ends_with("  dispo"));
    selection.audience = schedule::Audience::everyone;
    CHECK(line_of(agenda(builder, selection), "Tour").ends_with("  Tour"));
    builder.person("dispo").name = "Dana Ispo";
    builder.person("dispo").visibility = model::Visibility::everyone;
    tour.participants = {{}, {"dispo"}};
    CHECK(line_of(agenda(builder, selection), "Tour").ends_with("  Dana Ispo"));
}

TEST_CASE("one very long name is cut rather than costing every row a column") {
    auto sound = summer_sound();
    sound.activity("long", std::string(300, 'x'), "2026-06-12T13:00", "2026-06-12T14:00").areas = {"main-stage"};
    const auto text = agenda(sound, {}, 100);
    CHECK(has(line_of(text, "xxx"), "x…  Main Stage"));
    CHECK(has(line_of(text, "Headliner"), "Main Stage"));
    check_widths(text, 100);
}

TEST_CASE("colour adds sequences and changes no letter") {
    const auto plain = agenda(summer_sound(), friday_of_main_stage());
    auto coloured = agenda(summer_sound(), friday_of_main_stage(), 100, true);
    CHECK(has(coloured, "\x1b[1mFRI 12 JUN\x1b[0m"));
    for (std::size_t at; (at = coloured.find('\x1b')) != std::string::npos;) {
        coloured.erase(at, coloured.find('m', at) + 1 - at);
    }
    CHECK(coloured == plain);
}
