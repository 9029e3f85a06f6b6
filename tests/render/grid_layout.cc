#include "render/grid_layout.h"

#include <doctest/doctest.h>

#include "lines.h"
#include "summer_sound.h"

using namespace backops;
using namespace backops::tests;
using render::GridDay;
using render::GridTable;

namespace {

std::vector<GridDay> days_of(const Drawn& drawn, int most_lanes = render::unlimited_lanes) {
    const auto rows = render::agenda_rows(drawn.drawing.plan, drawn.schedule, drawn.selection);
    return render::grid_days(drawn.drawing, rows, most_lanes);
}

Texts columns(const GridTable& table) {
    Texts all;
    for (const auto& column : table.columns) all.push_back(column.name);
    return all;
}

Texts times(const GridTable& table) {
    Texts all;
    for (const auto& row : table.rows) all.push_back(row.time);
    return all;
}

const render::GridBlock& block_of(const GridDay& day, std::string_view name, std::size_t table = 0) {
    for (const auto& block : day.tables.at(table).blocks) {
        if (day.entries.at(block.entry).row.name == name) return block;
    }
    FAIL("no block is called " << name);
    return day.tables.at(table).blocks.front();
}

/// No two blocks of a table share a place, each lies within it, and none is empty.
void check_places(const GridTable& table) {
    const auto lanes = static_cast<std::size_t>(table.lanes());
    std::vector<int> taken(lanes * table.rows.size(), 0);
    for (const auto& block : table.blocks) {
        CHECK(block.first < block.last);
        CHECK(block.last <= table.rows.size());
        CHECK(block.lane + block.width <= table.lanes());
        for (auto row = block.first; row < block.last; ++row) {
            for (int lane = block.lane; lane < block.lane + block.width; ++lane) {
                CHECK(++taken[row * lanes + static_cast<std::size_t>(lane)] == 1);
            }
        }
    }
}

}  // namespace

TEST_CASE("a grid has a column for each area with something in it, led by what is nowhere in particular") {
    const auto sound = summer_sound();
    const Drawn drawn(sound, on("2026-06-12"));
    const auto days = days_of(drawn);
    REQUIRE(days.size() == 1);
    CHECK(columns(days[0].tables.at(0)) == Texts{"everywhere", "Catering Tent", "Main Stage", "River Stage"});
    CHECK(block_of(days[0], "Doors").where == "all gates");
    REQUIRE(days[0].all_day.size() == 1);
    CHECK(days[0].all_day[0].row.name == "Sculpture build");
}

TEST_CASE("rows are the times at which something begins or ends, times after midnight included") {
    const auto sound = summer_sound();
    const Drawn drawn(sound, on("2026-06-12"));
    CHECK(times(days_of(drawn)[0].tables.at(0)) == Texts{"07:00", "08:00", "09:30", "11:00", "11:30", "12:30", "17:00",
                                                         "21:20", "22:50", "23:30", "00:45+1", "02:00+1"});
}

TEST_CASE("selected areas stand in the order in which they were asked for, and others do not stand at all") {
    const auto sound = summer_sound();
    auto selection = of({area("river-stage"), area("main-stage"), whole_event()});
    selection.days = {date("2026-06-12")};
    const Drawn drawn(sound, selection);
    const auto days = days_of(drawn);
    CHECK(columns(days[0].tables.at(0)) == Texts{"elsewhere", "River Stage", "Main Stage"});
    CHECK(block_of(days[0], "Crew breakfast").where == "Catering Tent");
}

TEST_CASE("a selected area stands also when nothing is there, but not on a day without anything") {
    auto sound = summer_sound();
    sound.area("press-tent", "Press Tent");
    auto selection = of({area("press-tent"), area("main-stage")});
    selection.days = {date("2026-06-12"), date("2026-06-20")};
    const Drawn drawn(sound, selection);
    const auto days = days_of(drawn);
    CHECK(columns(days[0].tables.at(0)) == Texts{"Press Tent", "Main Stage"});
    CHECK(days[0].tables[0].columns[0].lanes == 1);
    CHECK(days[1].tables.empty());
}

TEST_CASE("an activity in several areas stands in each and says where else") {
    const auto sound = summer_sound();
    const Drawn drawn(sound, on("2026-06-12"));
    const auto day = days_of(drawn)[0];
    Texts where;
    for (const auto& block : day.tables.at(0).blocks) {
        if (day.entries[block.entry].row.name == "Secret set") where.push_back(block.where);
    }
    CHECK(where == Texts{"+ River Stage", "+ Main Stage"});
}

TEST_CASE("columns may be collaborators or people, who are not named again in their own") {
    const auto sound = summer_sound();
    const Drawn collaborators(sound, on("2026-06-12"), render::Resource::collaborator);
    const auto day = days_of(collaborators)[0];
    CHECK(columns(day.tables.at(0)) == Texts{"others", "Acme Audio", "Ana Mar", "Red Kites", "東京ビート"});
    CHECK(block_of(day, "Line check").who == Texts{"Maya Lindt (opt)"});
    CHECK(block_of(day, "Line check").where == "Main Stage, stage left");
    const Drawn crew(sound, on("2026-06-12"), render::Resource::crew);
    CHECK(columns(days_of(crew)[0].tables.at(0)) == Texts{"others", "Jo Adler", "Maya Lindt"});
}

TEST_CASE("a person with the team has what the team has") {
    const auto sound = summer_sound();
    auto selection = of({crew("maya-lindt")});
    selection.with_team = true;
    selection.days = {date("2026-06-12")};
    const Drawn drawn(sound, selection, render::Resource::crew);
    const auto day = days_of(drawn)[0];
    CHECK(columns(day.tables.at(0)) == Texts{"Maya Lindt"});
    CHECK(day.tables.at(0).blocks.size() == 3);
}

TEST_CASE("what overlaps in one area stands in lanes of its column") {
    auto sound = summer_sound();
    sound.activity("focus", "Focus", "2026-06-12T10:59", "2026-06-12T12:00").areas = {"main-stage"};
    const Drawn drawn(sound, on("2026-06-12"));
    const auto day = days_of(drawn)[0];
    const GridTable& table = day.tables.at(0);
    CHECK(table.columns.at(2).lanes == 2);
    CHECK(block_of(day, "Line check").lane == 2);
    CHECK(block_of(day, "Focus").lane == 3);
    CHECK(block_of(day, "Headliner: Ana Mar").width == 2);
    check_places(table);
}

TEST_CASE("what lasts a day or more stands on each of its days, cut at the edges of the show day") {
    auto sound = summer_sound();
    sound.activity("generator", "Generator", "2026-06-11T22:00", "2026-06-13T05:30").areas = {"main-stage"};
    const Drawn drawn(sound, on("2026-06-12"));
    const auto day = days_of(drawn)[0];
    const auto& block = block_of(day, "Generator");
    CHECK(block.start == "thu 22:00");
    CHECK(block.first == 0);
    CHECK(block.last == day.tables.at(0).rows.size());
    const auto& entry = day.entries.at(block.entry);
    CHECK(entry.from_before);
    CHECK(entry.goes_on);
    CHECK(entry.row.end == "05:30+1");
    const Drawn all(sound);
    const auto days = days_of(all);
    CHECK_FALSE(days.back().entries.at(0).goes_on);
    CHECK(days.back().entries.at(0).row.end == "05:30");
}

TEST_CASE("a night set that runs over the edge of its show day is drawn whole, once") {
    auto sound = summer_sound();
    sound.activity("last-set", "Last set", "2026-06-12T27:00", "2026-06-12T30:30").areas = {"main-stage"};
    const Drawn drawn(sound);
    std::size_t count = 0;
    for (const auto& day : days_of(drawn)) {
        for (const auto& entry : day.entries) {
            if (entry.row.name != "Last set") continue;
            ++count;
            CHECK_FALSE(entry.goes_on);
            CHECK(day.tables.at(0).rows.back().time == "03:00+1");
        }
    }
    CHECK(count == 1);
}

TEST_CASE("the hour that a clock change repeats is two rows, in order of instants") {
    PlanBuilder autumn;
    autumn.area("hall", "Hall");
    auto& long_set = autumn.activity("long", "Long", "2026-10-24T25:30");
    long_set.areas = {"hall"};
    long_set.duration = time::Duration{2 * 3600};
    autumn.activity("doors", "Doors", "2026-10-24T26:30");
    autumn.activity("strike", "Strike", "2026-10-24T27:30", "2026-10-24T28:00").areas = {"hall"};
    const Drawn drawn(autumn);
    CHECK(times(days_of(drawn)[0].tables.at(0)) == Texts{"01:30+1", "02:30+1", "02:30+1", "03:30+1"});
}

TEST_CASE("columns that do not fit abreast stand in further tables, as even as can be") {
    PlanBuilder party;
    for (char c = 'a'; c <= 'e'; ++c) {
        const std::string id(1, c);
        party.area(id, "Room " + id);
        party.activity("in-" + id, "In " + id, "2026-06-12T10:00", "2026-06-12T11:00").areas = {id};
    }
    const Drawn drawn(party);
    const auto tables = days_of(drawn, 4)[0].tables;
    REQUIRE(tables.size() == 2);
    CHECK(columns(tables[0]) == Texts{"Room a", "Room b", "Room c"});
    CHECK(columns(tables[1]) == Texts{"Room d", "Room e"});
}

TEST_CASE("a column with more lanes than fit goes on in the next table") {
    PlanBuilder party;
    party.area("room", "Room");
    for (char c = 'a'; c <= 'e'; ++c) {
        party.activity(std::string(1, c), "A", "2026-06-12T10:00", "2026-06-12T11:00").areas = {"room"};
    }
    const Drawn drawn(party);
    const auto tables = days_of(drawn, 2)[0].tables;
    REQUIRE(tables.size() == 3);
    CHECK(tables[2].columns.at(0).part == 3);
    CHECK(tables[2].columns.at(0).parts == 3);
    std::size_t blocks = 0;
    for (const auto& table : tables) {
        check_places(table);
        blocks += table.blocks.size();
    }
    CHECK(blocks == 5);
}

TEST_CASE("blocks never share a place, however many there are") {
    PlanBuilder party;
    unsigned random = 7;
    const auto next = [&](int most) {
        random = random * 1664525u + 1013904223u;
        return static_cast<int>((random >> 16) % static_cast<unsigned>(most));
    };
    for (const std::string id : {"a", "b", "c"}) party.area(id, id);
    for (int i = 0; i < 300; ++i) {
        const int start = next(28 * 60);
        const time::WallTime begin{date("2026-06-12"), start * 60};
        auto& activity = party.activity("x" + std::to_string(i), "X", "2026-06-12T00:00");
        activity.start = begin;
        if (const int minutes = next(150); minutes > 30) {
            activity.end = time::from_linear(time::linear(begin) + minutes * 60);
        }
        for (const std::string id : {"a", "b", "c"}) {
            if (next(3) == 0) activity.areas.push_back(id);
        }
    }
    const Drawn drawn(party);
    for (const int most : {3, 8, render::unlimited_lanes}) {
        for (const auto& day : days_of(drawn, most)) {
            for (const auto& table : day.tables) {
                CHECK(table.lanes() <= most);
                check_places(table);
            }
        }
    }
}
