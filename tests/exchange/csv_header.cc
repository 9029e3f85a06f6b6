#include <doctest/doctest.h>

#include "spreadsheet.h"

using namespace backops::tests;

namespace {

std::vector<std::string> hints_of(Spreadsheet sheet, const std::string& text) {
    return sheet.import(text).problems.at(0).hints;
}

}  // namespace

TEST_CASE("other headings are mapped, ignored or reported with the nearest column") {
    Spreadsheet sheet;
    CHECK(sheet.problems("Title,strat,name,start\n,,a,2026-06-12\n") ==
          Lines{"1:1 no column is called `Title`", "1:7 no column is called `strat`"});
    sheet.options.ignore = {"start"};
    CHECK(hints_of(sheet, "id,name,start,begin\n,a,,2026-06-12T10:00\n") ==
          Lines{"if it is `start`: --map start=begin", "to leave it out: --ignore begin"});
    sheet.options.ignore = {};
    CHECK(hints_of(sheet, "name,start,Bob's\na,2026-06-12,\n").at(1) == "to leave it out: --ignore 'Bob'\\''s'");
    sheet.options.map = {{"name", "Title"}};
    sheet.options.ignore = {"Price"};
    CHECK(sheet.import("TITLE,Start,price\nDoors,2026-06-12T18:00,3\n").added == Lines{"doors"});
}

TEST_CASE("a header without name or start says how to give it") {
    Spreadsheet sheet;
    CHECK(sheet.problems("Title,start\na,2026-06-12\n") ==
          Lines{"1:1 no column is called `Title`", "1:1 no column is called `name`"});
    const auto report = sheet.import("Title,start\na,2026-06-12\n");
    CHECK(report.problems.at(1).hints == Lines{"say which one it is: --map name=Title"});
    CHECK(sheet.import("name,price,begin\na,,2026-06-12\n").problems.at(0).hints ==
          Lines{"say which one it is: --map start=begin"});
    CHECK(sheet.problems("name\na\n") == Lines{"1:1 no column is called `start`"});
    CHECK(sheet.tree->files().size() == 6);
}

TEST_CASE("two columns of one meaning are a problem with both places") {
    Spreadsheet sheet;
    const auto twice = sheet.import("name,start,Name\na,2026-06-12,b\n").problems;
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].message == "there are two columns for `name`");
    CHECK(twice[0].place.column == 12);
    CHECK(twice[0].others.at(0).place.column == 1);
    sheet.options.map = {{"name", "Title"}};
    CHECK(sheet.problems("name,start,Title\na,2026-06-12,b\n") == Lines{"1:1 there are two columns for `name`"});
}

TEST_CASE("options that name what is not there are problems") {
    Spreadsheet sheet;
    sheet.options.map = {{"nmae", "start"}, {"kind", "Sort"}};
    sheet.options.ignore = {"strt"};
    const auto found = sheet.problems("name,start\na,2026-06-12\n");
    CHECK(found == Lines{"1:1 `--ignore` names the heading `strt`, which is not here",
                         "1:1 `--map` names the column `nmae`, and there is none",
                         "1:1 `--map` names the heading `Sort`, which is not here"});
}
