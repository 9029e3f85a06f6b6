#include "exchange/csv.h"

#include <doctest/doctest.h>

using namespace backops;
using exchange::Table;

namespace {

struct Reading {
    Table table;
    text::Problems problems;

    explicit Reading(std::string text) {
        exchange::Findings findings(table.source);
        if (exchange::read_source("plan.csv", std::move(text), "CSV", table.source, findings) &&
            exchange::is_utf8(table.source, findings))
            exchange::read_csv(table, findings);
        problems = findings.taken();
    }
    std::string problem(std::size_t i = 0) const {
        const auto& found = problems.at(i);
        return std::to_string(found.place.line) + ":" + std::to_string(found.place.column) + " " + found.message;
    }
    std::string place(std::size_t row, std::size_t cell) const {
        const auto place = table.source.place(table.rows.at(row).cells.at(cell).span);
        return std::to_string(place.line) + ":" + std::to_string(place.column) + "+" + std::to_string(place.length);
    }
};

}  // namespace

TEST_CASE("every cell has its text and its place in code points") {
    const Reading read("name,start\nCafé Müller,2026\n\"a, \"\"b\"\"\",  x  \n");
    REQUIRE(read.problems.empty());
    REQUIRE(read.table.rows.size() == 2);
    CHECK(read.table.rows[0].cells[0].text == "Café Müller");
    CHECK(read.place(0, 1) == "2:13+4");
    CHECK(read.table.rows[1].cells[0].text == "a, \"b\"");
    CHECK(read.place(1, 0) == "3:1+10");
    CHECK(read.table.rows[1].cells[1].text == "x");
    CHECK(read.place(1, 1) == "3:14+1");
}

TEST_CASE("a part of a quoted cell is found past doubled quotes") {
    const Reading read("name\n\"a \"\"b\"\";ccc;d\"\n");
    const auto place = read.table.source.place(read.table.part(read.table.rows[0].cells[0], 6, 3));
    CHECK(place.line == 2);
    CHECK(place.column == 10);
    CHECK(place.length == 3);
}

TEST_CASE("commas, semicolons and tabs are told apart by the header") {
    for (const std::string separator : {",", ";", "\t"}) {
        const Reading read("name" + separator + "start\na" + separator + "b\n");
        REQUIRE(read.table.rows.size() == 1);
        CHECK(read.table.rows[0].cells.size() == 2);
    }
    CHECK(Reading("name;\"a,b,c\"\nx;y\n").table.separator == ';');
    CHECK(Reading("name\tstart\tend\n\t\tx\n").table.rows.at(0).cells.size() == 3);
}

TEST_CASE("a byte order mark, CRLF, lone CRs, blank lines and blanks around quotes are read") {
    const Reading read("\xEF\xBB\xBFname,start\r\n\r\n  \r\n,,\r\na, \"b\" \r\n");
    REQUIRE(read.problems.empty());
    REQUIRE(read.table.rows.size() == 1);
    CHECK(read.table.rows[0].cells[1].text == "b");
    CHECK(read.place(0, 1) == "5:4+3");
    CHECK(read.table.source.place(read.table.header[0].span).column == 1);
    const Reading old("name,start\ra,b\rc,d");
    CHECK(old.problems.empty());
    CHECK(old.table.rows.size() == 2);
    CHECK(old.place(1, 1) == "3:3+1");
    CHECK(Reading("name\na\rb\nc\n").problem() == "2:2 a carriage return stands alone here");
}

TEST_CASE("quoted cells hold line ends, and what follows keeps its line") {
    const Reading read("name,start\n\"a\nb\",x\nc,d\n");
    CHECK(read.table.rows.at(0).cells[0].text == "a\nb");
    CHECK(read.place(0, 0) == "2:1+2");
    CHECK(read.place(0, 1) == "3:4+1");
    CHECK(read.place(1, 0) == "4:1+1");
}

TEST_CASE("each bad line is a problem and the lines after it are read") {
    const Reading read("name,start\na\"b,1\n\"c\"d,2\n\"e,3\nf,4,5,6\n\"g\",7\nh,8,,\n");
    REQUIRE(read.problems.size() == 4);
    CHECK(read.problem(0) == "2:2 a quote stands inside a cell that is not quoted");
    CHECK(read.problem(1) == "3:4 text follows the quote that closes this cell");
    CHECK(read.problem(2) == "4:1 the quote that opens here is not closed in this row");
    CHECK(read.problems[2].others.at(0).place.line == 6);
    CHECK(read.problem(3) == "5:5 this row has 4 cells, and the header has 2");
    REQUIRE(read.table.rows.size() == 2);
    CHECK(read.table.rows[0].cells[0].text == "g");
    CHECK(read.table.rows[1].cells[0].text == "h");
}

TEST_CASE("a quote that is never closed is reported where it opens") {
    const Reading read("name,start\nb,c\na, \"b\nc,d\n");
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problem() == "3:4 the quote that opens here is never closed");
    CHECK(read.table.rows.size() == 2);
    CHECK(Reading("name,\"start\nb,c\n").problem() == "1:6 the quote that opens here is never closed");
}

TEST_CASE("a file that is no UTF-8 text is refused with what to do") {
    const Reading latin("name\nB\xFChne\n");
    CHECK(latin.problem() == "2:2 byte 0xFC is not UTF-8");
    CHECK(latin.problems[0].hints.at(0).starts_with("save the file as UTF-8"));
    CHECK(Reading(std::string("\xFF\xFEn\0a\0", 6)).problem() == "0:0 this file is UTF-16");
    CHECK(Reading(std::string("n\0a\0m\0e\0", 8)).problem() == "0:0 this file is UTF-16");
    CHECK(Reading(std::string("name\na\0b\n", 9)).problem() == "2:2 a NUL byte stands here, so this is no text file");
}

TEST_CASE("what holds no rows says so") {
    CHECK(Reading("").problem() == "0:0 there is nothing in this file");
    CHECK(Reading("\xEF\xBB\xBF\n , \n").problem() == "0:0 there is nothing in this file");
    CHECK(Reading("name,start\n\n").problem() == "1:1 there is no row under the header");
}

TEST_CASE("a cell under no heading is a problem, an empty one is not") {
    CHECK(Reading("name,,start,,\na,,b,,\n").problems.empty());
    CHECK(Reading("name,,start\na,x,b\n").problem() == "2:3 this cell stands under no heading");
}

TEST_CASE("size, columns and rows have limits") {
    CHECK(Reading(std::string(exchange::largest_source + 1, 'a')).problem() == "0:0 this file is larger than 16 MiB");
    std::string wide = "c";
    for (std::size_t i = 0; i < exchange::most_columns; ++i) wide += ",c";
    CHECK(Reading(wide + "\n").problems.at(0).message == "there are more than 256 columns");
    CHECK(Reading(std::string(1000, ',') + "x\n").problems.at(0).message == "there are more than 256 columns");
    std::string tall = "name\n";
    for (std::size_t i = 0; i <= exchange::most_rows; ++i) tall += "a\n";
    CHECK(Reading(tall).problem() == "100002:1 there are more than 100,000 rows");
}

TEST_CASE("no bytes whatever make reading fail or lose a line's place") {
    const std::string pieces[] = {"\"", "\"\"", ",", "\n", "\r", "\r\n", " ", "a", ";", "\t", "é", "\xEF\xBB\xBF"};
    std::uint32_t seed = 7;
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (int i = 0; i < 24; ++i)
            text += pieces[(seed = seed * 1664525 + 1013904223) >> 16 & 0x7fff ? (seed >> 20) % 12 : 0];
        const Reading read(text);
        for (const auto& row : read.table.rows)
            for (const auto& cell : row.cells) {
                REQUIRE(cell.span.begin <= cell.span.end);
                REQUIRE(cell.span.end <= text.size());
            }
        for (const auto& problem : read.problems) CHECK(problem.place.file == "plan.csv");
    }
}
