#include "text/utf8.h"

#include <doctest/doctest.h>

#include <string>

using backops::text::case_folded;
using backops::text::code_points;
using backops::text::first_bad_byte;

TEST_CASE("well-formed UTF-8 of every length has no bad byte") {
    CHECK_FALSE(first_bad_byte(""));
    CHECK_FALSE(first_bad_byte("plain ascii that is longer than eight bytes"));
    CHECK_FALSE(first_bad_byte("é 音 👨‍👩‍👧 \xF4\x8F\xBF\xBF"));
    CHECK_FALSE(first_bad_byte(std::string_view("a\0b", 3)));
}

TEST_CASE("the first bad byte is found at its offset") {
    CHECK(first_bad_byte("\xFF") == 0);
    CHECK(first_bad_byte("12345678\x80") == 8);
    CHECK(first_bad_byte("é\xE9t\xE9") == 2);
    CHECK(first_bad_byte("abc\xE2\x82") == 3);
    CHECK(first_bad_byte("\xE2\x82"
                         "abc") == 0);
}

TEST_CASE("overlong forms, surrogates and what lies above U+10FFFF are no UTF-8") {
    CHECK(first_bad_byte("a\xC0\x80") == 1);
    CHECK(first_bad_byte("a\xC1\xBF") == 1);
    CHECK(first_bad_byte("a\xE0\x80\xAF") == 1);
    CHECK(first_bad_byte("a\xF0\x80\x80\xAF") == 1);
    CHECK(first_bad_byte("a\xED\xA0\x80") == 1);
    CHECK(first_bad_byte("a\xED\xBF\xBF") == 1);
    CHECK(first_bad_byte("a\xF4\x90\x80\x80") == 1);
    CHECK(first_bad_byte("a\xF8\x88\x80\x80\x80") == 1);
}

TEST_CASE("code points are counted, and each bad byte as one") {
    CHECK(code_points("") == 0);
    CHECK(code_points("Café") == 4);
    CHECK(code_points("e\u0301") == 2);
    CHECK(code_points("音楽") == 2);
    CHECK(code_points("\xE2\x82z") == 3);
    CHECK(code_points("123456789\xFF\xFE") == 11);
}

TEST_CASE("names fold to the same text whatever their case and composition") {
    CHECK(case_folded("MAIN Stage") == "main stage");
    CHECK(case_folded("CAFÉ") == case_folded("cafe\u0301"));
    CHECK(case_folded("Straße") == case_folded("STRASSE"));
    CHECK(case_folded("ΣΊΣΥΦΟΣ") == case_folded("σίσυφος"));
    CHECK(case_folded("\u212Bngström") == case_folded("ångström"));
    CHECK(case_folded("ПРИВЕТ") == "привет");
    CHECK(case_folded("音楽 اسم 👍🏽") == "音楽 اسم 👍🏽");
}

TEST_CASE("different letters stay different when folded") {
    CHECK(case_folded("o") != case_folded("ö"));
    CHECK(case_folded("A\u0308") != case_folded("A\u0301"));
}

TEST_CASE("folding keeps bytes that are not UTF-8 and folds around them") {
    CHECK(case_folded("\xFF"
                      "A\xE2\x82"
                      "É") ==
          "\xFF"
          "a\xE2\x82"
          "é");
    CHECK(case_folded(std::string_view("É\0B", 4)) == std::string("é\0b", 4));
}

TEST_CASE("folding many marks in the worst order ends soon and keeps them all") {
    std::string zalgo = "E";
    for (int i = 0; i < 50'000; ++i) zalgo += "\u0301\u0316";
    CHECK(code_points(case_folded(zalgo)) == 100'000);
}
