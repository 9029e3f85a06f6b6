#include "text/encoding.h"

#include <doctest/doctest.h>

#include <string>

using namespace backops::text;

namespace {

/// "line:column: message"; empty for a text.
std::string told(std::string_view text) {
    const auto problem = encoding_problem("a.txt", text);
    if (!problem) return {};
    CHECK(problem->rule == "encoding");
    CHECK(problem->place.file == "a.txt");
    CHECK(problem->hints.size() == 1);
    return std::to_string(problem->place.line) + ':' + std::to_string(problem->place.column) + ": " + problem->message;
}

}  // namespace

TEST_CASE("bytes are a text when they mean what they look like") {
    CHECK(told("").empty());
    CHECK(told("\xEF\xBB\xBF"
               "a\tb\r\nöé€😀\xC2\x85\n")
              .empty());
    CHECK(told("a\nb\xC3") == "2:2: byte 0xC3 is not UTF-8");
    CHECK(told("ä\x7F") == "1:2: control character U+007F stands here");
    CHECK(told(std::string_view("a\nbcdef\0", 8)) == "2:6: control character U+0000 stands here");
    CHECK(told("\xC2\x80") == "1:1: control character U+0080 stands here");
    CHECK(told("a\r") == "1:2: a carriage return stands alone here");
    CHECK(told("\xFE\xFF") == "0:0: this file is UTF-16");
    CHECK(told(std::string_view("a\0b\0", 4)) == "0:0: this file is UTF-16");
}
