#include "text/span.h"

#include <doctest/doctest.h>

#include "text/utf8.h"

using backops::text::Place;
using backops::text::place_of;

TEST_CASE("a place counts lines and columns from one") {
    const auto place = place_of("areas/main-stage.yaml", "name: Main\nkind: x\n", {17, 18});
    CHECK(place == Place{"areas/main-stage.yaml", 2, 7, 1, "kind: x"});
}

TEST_CASE("the first byte of a file is line 1, column 1") {
    CHECK(place_of("f", "ab\n", {0, 2}) == Place{"f", 1, 1, 2, "ab"});
}

TEST_CASE("columns and lengths are code points, not bytes") {
    CHECK(place_of("f", "é: 音楽\n", {4, 10}) == Place{"f", 1, 4, 2, "é: 音楽"});
    CHECK(place_of("f", "اسم: x\n", {8, 9}) == Place{"f", 1, 6, 1, "اسم: x"});
}

TEST_CASE("each code point of a family of emoji is a column") {
    const std::string_view text = "a: 👨‍👩‍👧 b\n";
    const auto at = static_cast<std::uint32_t>(text.find('b'));
    CHECK(place_of("f", text, {at, at + 1}).column == 10);
}

TEST_CASE("a tab is one column") { CHECK(place_of("f", "\t\tx\n", {2, 3}).column == 3); }

TEST_CASE("a byte-order mark is not counted and not shown") {
    const std::string_view text = "\xEF\xBB\xBFname: x\nb: y\n";
    CHECK(place_of("f", text, {3, 7}) == Place{"f", 1, 1, 4, "name: x"});
    CHECK(place_of("f", text, {0, 3}) == Place{"f", 1, 1, 0, "name: x"});
    CHECK(place_of("f", text, {11, 12}) == Place{"f", 2, 1, 1, "b: y"});
    CHECK(place_of("f", "\xEF\xBB\xBF", {0, 3}) == Place{"f", 1, 1, 0, ""});
    CHECK(place_of("f", "\xEF\xBB\xBF\r\n", {3, 5}) == Place{"f", 1, 1, 0, ""});
}

TEST_CASE("a byte-order mark later in a file is a character like others") {
    CHECK(place_of("f",
                   "a\n\xEF\xBB\xBF"
                   "b",
                   {5, 6})
              .column == 2);
}

TEST_CASE("CRLF is a line end and no part of the excerpt") {
    const std::string_view text = "a: 1\r\nb: 2\r\n";
    CHECK(place_of("f", text, {9, 10}) == Place{"f", 2, 4, 1, "b: 2"});
    CHECK(place_of("f", text, {4, 6}) == Place{"f", 1, 5, 0, "a: 1"});
    CHECK(place_of("f", text, {5, 6}) == Place{"f", 1, 5, 0, "a: 1"});
}

TEST_CASE("a lone CR ends no line") {
    CHECK(place_of("f", "a\rb\nc", {2, 3}) == Place{"f", 1, 3, 1, "a\rb"});
    CHECK(place_of("f", "a\r", {1, 2}) == Place{"f", 1, 2, 1, "a\r"});
}

TEST_CASE("a span of several lines is cut at the end of its first line") {
    CHECK(place_of("f", "a: |\n  x\n  y\n", {3, 12}) == Place{"f", 1, 4, 1, "a: |"});
    CHECK(place_of("f", "ab\r\ncd\r\n", {0, 8}) == Place{"f", 1, 1, 2, "ab"});
}

TEST_CASE("a span at the end or past it is the end of the last line") {
    CHECK(place_of("f", "a\nbc\n", {5, 5}) == Place{"f", 2, 3, 0, "bc"});
    CHECK(place_of("f", "a\nbc\n", {900, 4000000000U}) == Place{"f", 2, 3, 0, "bc"});
    CHECK(place_of("f", "a\nbc", {4, 9}) == Place{"f", 2, 3, 0, "bc"});
    CHECK(place_of("f", "bc\r\n", {77, 78}) == Place{"f", 1, 3, 0, "bc"});
    CHECK(place_of("f", "", {0, 0}) == Place{"f", 1, 1, 0, ""});
    CHECK(place_of("f", "", {9, 99}) == Place{"f", 1, 1, 0, ""});
    CHECK(place_of("f", "\n", {9, 99}) == Place{"f", 1, 1, 0, ""});
}

TEST_CASE("a span that ends before it begins is empty") {
    CHECK(place_of("f", "abc\n", {2, 1}) == Place{"f", 1, 3, 0, "abc"});
}

TEST_CASE("bytes that are not UTF-8 count one column each") {
    CHECK(place_of("f", "\xFF\xE2\x82x\n", {3, 4}) == Place{"f", 1, 4, 1, "\xFF\xE2\x82x"});
    CHECK(place_of("f", "\xC0\xAF\xED\xA0\x80x", {0, 5}).length == 5);
}

TEST_CASE("a span inside a code point touches the whole of it") {
    CHECK(place_of("f", "a楽b", {2, 3}) == Place{"f", 1, 2, 1, "a楽b"});
    CHECK(place_of("f", "a楽b", {0, 2}) == Place{"f", 1, 1, 2, "a楽b"});
}

TEST_CASE("an excerpt may hold NUL and other control characters") {
    CHECK(place_of("f", std::string_view("a\0\x1b", 3), {2, 3}) == Place{"f", 1, 3, 1, std::string("a\0\x1b", 3)});
}

TEST_CASE("for any bytes and span, the columns stay within the excerpt") {
    const std::string_view pieces[] = {"a", "\n", "\r", "\xEF\xBB\xBF", "é", "\xE2\x82", "👨", "\xFF"};
    bool all_stay_within = true;
    for (unsigned seed = 0; seed < 4096; ++seed) {
        std::string text;
        for (unsigned rest = seed; rest > 0; rest /= 8) text += pieces[rest % 8];
        for (std::uint32_t begin = 0; begin <= text.size() + 1; ++begin) {
            const auto place = place_of("f", text, {begin, begin + 3});
            const auto points = static_cast<int>(backops::text::code_points(place.excerpt));
            all_stay_within = all_stay_within && place.line >= 1 && place.column >= 1 && place.length >= 0 &&
                              place.column + place.length <= points + 1;
        }
    }
    CHECK(all_stay_within);
}

TEST_CASE("of a very long line the excerpt keeps what is around the column") {
    const std::string line = std::string(5000, 'a') + "X" + std::string(9000, 'b');
    const auto place = place_of("f", "one\n" + line + "\n", {5004, 5005});
    CHECK(place.line == 2);
    CHECK(place.column == 5001);
    CHECK(place.excerpt.size() == 4096);
    CHECK(place.excerpt[static_cast<std::size_t>(place.column - 1 - place.skipped)] == 'X');
    CHECK(place_of("f", line, {0, 1}).skipped == 0);
    const auto last = place_of("f", line, {14000, 14001});
    CHECK(last.excerpt == std::string(4096, 'b'));
    CHECK(last.skipped == 14001 - 4096);
}

TEST_CASE("a very long line is cut between code points") {
    std::string line;
    for (int i = 0; i < 6000; ++i) line += "舞";
    for (const std::uint32_t at : {0U, 3000U, 9000U, 17'997U}) {
        const auto place = place_of("f", line, {at, at + 3});
        CHECK(place.column == static_cast<int>(at / 3) + 1);
        CHECK(place.length == 1);
        CHECK(backops::text::code_points(place.excerpt) == place.excerpt.size() / 3);
        CHECK(place.excerpt.size() % 3 == 0);
        CHECK(place.column - place.skipped <= static_cast<int>(place.excerpt.size() / 3));
    }
}
