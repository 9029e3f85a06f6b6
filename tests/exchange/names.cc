#include <doctest/doctest.h>

#include "spreadsheet.h"

using namespace backops::tests;

namespace {

std::vector<std::string> hints_of(Spreadsheet& sheet, const std::string& row) {
    return sheet.import("name,start,areas,organizers,required\nA,2026-06-12," + row + "\n").problems.at(0).hints;
}

}  // namespace

TEST_CASE("an unknown name has the nearest and the option that makes it") {
    Spreadsheet sheet;
    CHECK(hints_of(sheet, "Main Stge,,") == Lines{"did you mean `Main Stage`?", "to make what is missing: --create"});
    CHECK(hints_of(sheet, ",,Maja Lindt") ==
          Lines{"did you mean `Maya Lindt`?", "to make them crew: --create --crew-of northlight"});
    CHECK(hints_of(sheet, ",main,").back() == "to make what is missing: --create");
}

TEST_CASE("a prefix is no name") {
    Spreadsheet sheet;
    CHECK(sheet.problems("name,start,required\nA,2026-06-12,maya\n") ==
          Lines{"2:14 no collaborator or crew member is called `maya`"});
}

TEST_CASE("a name that several have lists them") {
    Spreadsheet sheet;
    sheet.tree->write("crew/maya-two.yaml", "name: maya lindt\ncollaborator: northlight\n");
    CHECK(sheet.problems("name,start,required\nA,2026-06-12,Maya Lindt\n") ==
          Lines{"2:14 `Maya Lindt` could be more than one crew member"});
    CHECK(hints_of(sheet, ",,Maya Lindt") == Lines{"`maya-lindt`: `Maya Lindt`, Acme Audio",
                                                   "`maya-two`: `maya lindt`, Northlight Events",
                                                   "write the id of the one that is meant"});
    sheet.import("name,start,required\nA,2026-06-12,Maya Lindt <Northlight Events>;maya-lindt\n");
    CHECK(sheet.activity("a") ==
          "name: A\nstart: 2026-06-12\nparticipants:\n  required:\n  - maya-two\n  - maya-lindt\n");
}

TEST_CASE("organizers are looked for among collaborators first, participants among crew") {
    Spreadsheet sheet;
    sheet.tree->write("crew/acme-person.yaml", "name: Acme Audio\ncollaborator: northlight\n");
    sheet.import("name,start,organizers,required\nA,2026-06-12,Acme Audio;Maya Lindt,Acme Audio;Northlight Events\n");
    CHECK(sheet.activity("a") ==
          "name: A\nstart: 2026-06-12\norganizers:\n- acme-audio\n- maya-lindt\nparticipants:\n  required:\n  - "
          "acme-person\n  - northlight\n");
}

TEST_CASE("people and their companies are made where the cell or the option says") {
    Spreadsheet sheet;
    sheet.options.create = true;
    const auto report = sheet.import(
        "name,start,organizers,required\nA,2026-06-12,Blue Ltd,Ann Lee <Blue Ltd>;Ann Lee <Acme Audio>;Zed\n");
    REQUIRE(report.problems.empty());
    CHECK(report.collaborators == Lines{"blue-ltd"});
    CHECK(report.crew == Lines{"ann-lee", "ann-lee-2", "zed"});
    CHECK(sheet.tree->files().at("crew/ann-lee-2.yaml") == "name: Ann Lee\ncollaborator: acme-audio\n");
    CHECK(sheet.tree->files().at("crew/zed.yaml") == "name: Zed\ncollaborator: northlight\n");
    sheet.options.crew_of = "acme audio";
    CHECK(sheet.problems("name,start,required\nB,2026-06-12,Ann Lee;Yann\n").empty());
    CHECK(sheet.activity("b").find("ann-lee-2") != std::string::npos);
    CHECK(sheet.tree->files().at("crew/yann.yaml") == "name: Yann\ncollaborator: acme-audio\n");
}

TEST_CASE("a person in brackets must have a name and a company") {
    Spreadsheet sheet;
    CHECK(sheet.problems("name,start,required\nA,2026-06-12,Ann <>;<Acme Audio>;Ann <ann@acme.example>;Ann <Acmee "
                         "Audio>;Ann <Acme Audio>\n") ==
          Lines{"2:14 `Ann <>` lacks a name", "2:21 `<Acme Audio>` lacks a name",
                "2:34 `ann@acme.example` is an e-mail address, and here a collaborator's name is wanted",
                "2:57 no collaborator is called `Acmee Audio`", "2:75 no crew member of `acme-audio` is called `Ann`"});
}

TEST_CASE("what is made must have a name that a record can have") {
    Spreadsheet sheet;
    sheet.options.create = true;
    CHECK(sheet.problems("name,start,areas\nA,2026-06-12,\"Ha\nll\"\nB,2026-06-12,a\x1b[31m\nC,2026-06-12," +
                         std::string(600, 'x') + "\n") == Lines{"2:15 `name` must be one line",
                                                                "4:14 `name` has a control character in it",
                                                                "5:14 this name is longer than 500 bytes"});
    CHECK(sheet.tree->files().size() == 6);
}

TEST_CASE("lists may have empty places and repeat a name") {
    Spreadsheet sheet;
    sheet.import("name,start,areas\nA,2026-06-12,;;Tent;; tent ;\n");
    CHECK(sheet.activity("a") == "name: A\nstart: 2026-06-12\nareas:\n- tent\n");
}

TEST_CASE("a path or a shell word in a cell is never an id") {
    Spreadsheet sheet;
    sheet.options.create = true;
    CHECK(sheet.import("name,start,areas\n../../etc/passwd,2026-06-12,../x;$(id)\n").areas == Lines{"x", "id"});
    CHECK_FALSE(sheet.activity("etc-passwd").empty());
    CHECK(sheet.problems("id,name,start\n../up,A,2026-06-12\n") ==
          Lines{"2:1 `../up` cannot be an id: use lower-case letters, digits and single hyphens"});
}
