#include "exchange/csv_import.h"

#include <doctest/doctest.h>

#include "spreadsheet.h"

using namespace backops::tests;

TEST_CASE("a row becomes an activity with ids for names") {
    Spreadsheet sheet;
    const auto report = sheet.import(
        "name,start,end,areas,organizers,required,optional,kind,status,location,description\n"
        "Line check,2026-06-12T14:00,15:30,Main stage;tent,ACME Audio,Maya Lindt,northlight,Load "
        "In,Tentative,FOH,\"one\r\ntwo\"\n");
    REQUIRE(report.problems.empty());
    CHECK(report.added == Lines{"line-check"});
    CHECK(sheet.activity("line-check") ==
          "name: Line check\ndescription: |\n  one\n  two\nkind: load-in\nstatus: tentative\nstart: "
          "2026-06-12T14:00\nend: \"15:30\"\n"
          "areas:\n- main-stage\n- tent\nlocation: FOH\norganizers:\n- acme-audio\nparticipants:\n  required:\n  - "
          "maya-lindt\n"
          "  optional:\n  - northlight\n");
}

TEST_CASE("times are read as people type them") {
    Spreadsheet sheet;
    sheet.import(
        "name,start,end,duration\nA,fri 14:00,,90m\nB,2026-06-12 "
        "23:00,01:00,\nC,2026-06-12,2026-06-13,\nD,2026-06-12T10:00,2026-06-14T09:00,\n"
        "E,day 2 18:00,,\n");
    CHECK(sheet.activity("a") == "name: A\nstart: 2026-06-12T14:00\nduration: 1h30m\n");
    CHECK(sheet.activity("b") == "name: B\nstart: 2026-06-12T23:00\nend: \"01:00\"\n");
    CHECK(sheet.activity("c") == "name: C\nstart: 2026-06-12\nend: 2026-06-13\n");
    CHECK(sheet.activity("d") == "name: D\nstart: 2026-06-12T10:00\nend: 2026-06-14T09:00\n");
    CHECK(sheet.activity("e") == "name: E\nstart: 2026-06-11T18:00\n");
}

TEST_CASE("am and pm are read as other programs write them, with blanks of every width") {
    Spreadsheet sheet;
    const auto report = sheet.import(
        "name;start;end\nA;2026-06-11 9:00\u202FAM;9:30\u202FAM\nB;2026-06-11 12:30 p.m.;1:15 p.m.\n"
        "C;2026-06-11 12:15\u00A0a. m.;12:45\u00A0a. m.\nD;2026-06-11 02:00:00\u2009PM;02:30:00\u2009PM\n"
        "E;fri 11 PM;12:30 AM\n");
    CHECK(report.problems.empty());
    CHECK(sheet.activity("a") == "name: A\nstart: 2026-06-11T09:00\nend: \"09:30\"\n");
    CHECK(sheet.activity("b") == "name: B\nstart: 2026-06-11T12:30\nend: \"13:15\"\n");
    CHECK(sheet.activity("c") == "name: C\nstart: 2026-06-11T00:15\nend: \"00:45\"\n");
    CHECK(sheet.activity("d") == "name: D\nstart: 2026-06-11T14:00\nend: \"14:30\"\n");
    CHECK(sheet.activity("e") == "name: E\nstart: 2026-06-12T23:00\nend: \"00:30\"\n");
    Spreadsheet tabs;
    tabs.import("name\tstart\tend\nA\t11 jun\u00A02026 4:00\u202FPM\t4:30PM\nB\t2026-06-11 7 P.M.\tnoon\n");
    CHECK(tabs.activity("a") == "name: A\nstart: 2026-06-11T16:00\nend: \"16:30\"\n");
    CHECK(tabs.activity("b") == "name: B\nstart: 2026-06-11T19:00\nend: \"12:00\"\n");
}

TEST_CASE("an end that is equal to the start is a moment, and 24 hours only where they are said") {
    Spreadsheet sheet;
    const std::string text =
        "name,start,end\nA,2026-06-11 20:30,20:30\nB,2026-06-11 24:00,24:00\nC,2026-06-11 07:30,07:30+1\n"
        "D,2026-06-11 20:30,2026-06-11 20:30\nE,2026-06-11 00:00,24:00\nF,2026-06-11 8 PM,20:00\n"
        "G,2026-06-11 23:30,00:30\nH,fri 00:30,00:30\n";
    const auto report = sheet.import(text);
    CHECK(report.problems.empty());
    CHECK(sheet.activity("a") == "name: A\nstart: 2026-06-11T20:30\n");
    CHECK(sheet.activity("b") == "name: B\nstart: 2026-06-11T24:00\n");
    CHECK(sheet.activity("c") == "name: C\nstart: 2026-06-11T07:30\nend: 2026-06-11T31:30\n");
    CHECK(sheet.activity("d") == "name: D\nstart: 2026-06-11T20:30\n");
    CHECK(sheet.activity("e") == "name: E\nstart: 2026-06-11T00:00\nend: 2026-06-11T24:00\n");
    CHECK(sheet.activity("f") == "name: F\nstart: 2026-06-11T20:00\n");
    CHECK(sheet.activity("g") == "name: G\nstart: 2026-06-11T23:30\nend: \"00:30\"\n");
    CHECK(sheet.activity("h") == "name: H\nstart: 2026-06-12T24:30\n");
    CHECK(sheet.import(text).unchanged.size() == 8);
    sheet.tree->write("activities/a.yaml", "name: A\nstart: 2026-06-11T20:30\nend: \"20:30\"\n");
    CHECK(sheet.import("name,start,end\nA,2026-06-11 20:30,20:30\n").unchanged == Lines{"a"});
    CHECK(sheet.import("name,start,end\nA,2026-06-11 20:30,\n").unchanged == Lines{"a"});
    sheet.import("name,start,end\nA,2026-06-11 20:30,21:00\n");
    sheet.import("name,start,end\nA,2026-06-11 20:30,20:30\n");
    CHECK(sheet.activity("a") == "name: A\nstart: 2026-06-11T20:30\n");
}

TEST_CASE("the same import again changes nothing, whatever is alike in its rows") {
    Spreadsheet sheet;
    sheet.options.create = true;
    sheet.options.crew_of = "Speakers";
    const std::string text =
        "name,start,end,areas,required,status,description\n"
        "Break,2026-06-12T10:00,10:30,Hall,Zoe;Ann Lee <Blue>,confirmed,\"a\n\n b\"\n"
        "Break,2026-06-12T15:00,15:30,Hall,,,\n"
        "Break,2026-06-12T10:00,10:30,Tent,,,'=1+1\n"
        "Break,2026-06-12T10:00,10:30,Hall,Bob,,other\n"
        "break,2026-06-13T25:00,26:00,Hall;Tent,Ann Lee,,\n"
        "舞台,2026-06-12,,,,,\n";
    const auto first = sheet.import(text);
    REQUIRE(first.problems.empty());
    CHECK(first.added == Lines{"break", "break-hall", "break-tent", "break-bob", "break-ann-lee", "activity-1"});
    CHECK(first.collaborators == Lines{"speakers", "blue"});
    CHECK(first.crew == Lines{"zoe", "ann-lee", "bob"});
    CHECK(first.areas == Lines{"hall"});
    CHECK(sheet.activity("break-tent").find("description: =1+1\n") != std::string::npos);
    CHECK(sheet.tree->files().at("crew/ann-lee.yaml") == "name: Ann Lee\ncollaborator: blue\n");
    const auto files = sheet.tree->files();
    const auto second = sheet.import(text);
    CHECK(second.problems.empty());
    CHECK(second.unchanged == first.added);
    CHECK(second.changed.empty());
    CHECK(sheet.tree->files() == files);
}

TEST_CASE("a row updates its activity and leaves everything else in the file alone") {
    Spreadsheet sheet;
    sheet.tree->write("activities/doors.yaml",
                      "# ours\nname: Doors\nstart: 2026-06-12 18:00   # sharp\nduration: 90m\nareas: [main-stage]\n"
                      "participants:\n  optional: [maya-lindt]\nx-note: keep\n");
    CHECK(sheet.import("name,start,end,areas,status\nDOORS,2026-06-12T18:00,19:30,main-stage,confirmed\n").changed ==
          Lines{"doors"});
    CHECK(
        sheet.activity("doors").starts_with("# ours\nname: DOORS\nstart: 2026-06-12 18:00   # sharp\nduration: 90m\n"));
    CHECK(sheet.import("name,start,end,areas,required\nDoors,2026-06-12T18:00,20:00,main-stage,Maya Lindt\n").changed ==
          Lines{"doors"});
    const std::string after = sheet.activity("doors");
    CHECK(after.find("duration") == std::string::npos);
    CHECK(after.find("end: \"20:00\"") != std::string::npos);
    CHECK(after.find("optional") == std::string::npos);
    CHECK(after.find("x-note: keep") != std::string::npos);
}

TEST_CASE("an empty cell empties its key, a missing column leaves it") {
    Spreadsheet sheet;
    sheet.tree->write(
        "activities/doors.yaml",
        "name: Doors\nkind: show\nstart: 2026-06-12T18:00\nend: \"19:00\"\nlocation: gate\nareas:\n- tent\n");
    sheet.import("name,start,end,kind\nDoors,2026-06-12T18:00,,\n");
    CHECK(sheet.activity("doors") == "name: Doors\nstart: 2026-06-12T18:00\nlocation: gate\nareas:\n- tent\n");
}

TEST_CASE("an id says which activity a row is, and an unknown one makes it") {
    Spreadsheet sheet;
    sheet.tree->write("activities/doors.yaml", "name: Doors\nstart: 2026-06-12T18:00\nend: \"19:00\"\n");
    const auto report = sheet.import(
        "name,id,start\nDoors,,2026-06-13T18:00\nOpening,doors,2026-06-12T17:00\nNew,doors-2,2026-06-12T12:00\n");
    CHECK(report.problems.empty());
    CHECK(report.added == Lines{"doors-2026-06-13", "doors-2"});
    CHECK(sheet.activity("doors") == "name: Opening\nstart: 2026-06-12T17:00\nend: \"18:00\"\n");
    CHECK(sheet.import("id,status\ndoors,cancelled\n").changed == Lines{"doors"});
    CHECK(sheet.import("id,end\ndoors,18:30\n").changed == Lines{"doors"});
    CHECK(sheet.problems("id,end\ndoors,2026-06-12T16:00\n").size() == 1);
    CHECK(sheet.problems("id,status\nnone,cancelled\nNo Id,\ndoors,\ndoors,\n") ==
          Lines{"2:1 no activity is called `none`, and a new one needs a `name`",
                "3:1 `No Id` cannot be an id: use lower-case letters, digits and single hyphens",
                "5:1 `doors` has two rows"});
}

TEST_CASE("a row that stands twice is a problem with both places") {
    Spreadsheet sheet;
    const auto report = sheet.import("name,start\nDoors,2026-06-12T18:00\n\nDoors,fri 18:00\n");
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].message == "this row stands here twice");
    CHECK(report.problems[0].place.line == 4);
    CHECK(report.problems[0].others.at(0).place.line == 2);
}

TEST_CASE("a row that could be several activities lists them, and one of a known name warns") {
    Spreadsheet sheet;
    sheet.tree->write("activities/doors-a.yaml", "name: Doors\nstart: 2026-06-12T18:00\nareas:\n- tent\n");
    sheet.tree->write("activities/doors-b.yaml", "name: Doors\nstart: 2026-06-12T18:00\nareas:\n- main-stage\n");
    const auto several = sheet.import("name,start,location\nDoors,2026-06-12T18:00,gate\n").problems;
    REQUIRE(several.size() == 1);
    CHECK(several[0].message == "`Doors` could be more than one activity");
    CHECK(several[0].hints.size() == 3);
    sheet.tree->erase("activities/doors-b.yaml");
    const auto report = sheet.import("name,start\nDoors,2026-06-12T19:00\n");
    CHECK(report.added == Lines{"doors"});
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].severity == backops::text::Severity::warning);
    CHECK(report.problems[0].message == "`Doors` is new, and `doors-a` of the same name stays as it is");
}

TEST_CASE("every bad cell of every line is reported in one run and nothing is written") {
    Spreadsheet sheet;
    const auto before = sheet.tree->files();
    CHECK(sheet.problems("name,start,end,duration,areas,required,optional,kind,status\n"
                         "Good,2026-06-12T10:00,,,,,,,\n"
                         ",,,,,,,,\n"
                         ",28/03/2026 09:00,,,Main Stge; Tent;Nowhere,,,!!,maybe\n"
                         "A,2026-06-12T10:00,11:00,60m,,maya-lindt;Zed,Maya Lindt,,\n"
                         "B,2026-06-12T10:00,2026-06-12T09:00,,,,,,\n"
                         "C,2026-06-12,,1h,,,,,\n"
                         "\"D\nE\",2026-06-12,,,,,,,\n") ==
          Lines{"4:1 this row has no `name`", "4:2 `28/03/2026` does not begin with the year",
                "4:21 no area is called `Main Stge`", "4:37 no area is called `Nowhere`",
                "4:47 no id can be made from the kind `!!`",
                "4:50 `maybe` is no value of `status`: it is `confirmed`, `tentative` or `cancelled`",
                "5:26 `end` and `duration` are both given", "5:42 no collaborator or crew member is called `Zed`",
                "5:46 `maya-lindt` is both required and optional",
                "6:20 `2026-06-12T09:00` is before the start, fri 12 jun 2026 10:00",
                "7:15 this lasts all day, so it has no duration", "8:1 `name` must be one line"});
    CHECK(sheet.tree->files() == before);
}

TEST_CASE("a record that no file can hold is a problem of its row") {
    Spreadsheet sheet;
    CHECK(sheet.problems("name,start,description\nA,2026-06-12," + std::string(1100000, 'x') + "\n") ==
          Lines{"2:1 the record of `a` would be more than its file can hold"});
    CHECK(sheet.problems("name,start,description\nA,2026-06-12," + std::string(5000, '[') + "\n") ==
          Lines{"2:1 the record of `a` would be more than its file can hold"});
}

TEST_CASE("an activity that cannot be read stops the import, for it may be one of the rows") {
    Spreadsheet sheet;
    sheet.tree->write("activities/broken.yaml", "name: [\n");
    const auto report = sheet.import("name,start\nDoors,2026-06-12T18:00\n");
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].place.file == "activities/broken.yaml");
}
