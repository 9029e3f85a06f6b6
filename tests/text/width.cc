#include "text/width.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "text/utf8.h"

using backops::text::Align;
using backops::text::cut;
using backops::text::display_width;
using backops::text::fitted;
using backops::text::many_lines;
using backops::text::one_line;
using backops::text::wrapped;

using Strings = std::vector<std::string>;

namespace {

std::string zalgo(int marks) {
    std::string text = "z";
    for (int i = 0; i < marks; ++i) text += i % 2 == 0 ? "\u0335" : "\u0321";
    return text;
}

}  // namespace

TEST_CASE("a letter takes one cell, CJK and fullwidth forms two") {
    CHECK(display_width("") == 0);
    CHECK(display_width("stage") == 5);
    CHECK(display_width("é") == 1);
    CHECK(display_width("音楽") == 4);
    CHECK(display_width("한국") == 4);
    CHECK(display_width("Ａ") == 2);
    CHECK(display_width("اسم") == 3);
    CHECK(display_width("…") == 1);
}

TEST_CASE("marks take no cell, however many") {
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("اَسْم") == 3);
    CHECK(display_width(zalgo(10'000)) == 1);
    CHECK(display_width(zalgo(10'000) + "x") == 2);
    CHECK(display_width("\u0301") == 0);
}

TEST_CASE("an emoji takes two cells, whatever it is made of") {
    CHECK(display_width("😀") == 2);
    CHECK(display_width("👨‍👩‍👧‍👦") == 2);
    CHECK(display_width("👍🏽") == 2);
    CHECK(display_width("👩🏽‍🚀") == 2);
    CHECK(display_width("❤️") == 2);
    CHECK(display_width("❤️‍🔥") == 2);
    CHECK(display_width("🏳️‍🌈") == 2);
    CHECK(display_width("1️⃣") == 2);
    CHECK(display_width("#️⃣") == 2);
    CHECK(display_width("\U0001FAF9") == 2);
}

TEST_CASE("a pair of regional indicators is one flag") {
    CHECK(display_width("🇩🇪") == 2);
    CHECK(display_width("🇩🇪🇫🇷") == 4);
    CHECK(display_width("🇩") == 1);
    CHECK(display_width("🇩🇪🇫") == 3);
}

TEST_CASE("a variation selector widens only what can be an emoji") {
    CHECK(display_width("❤") == 1);
    CHECK(display_width("a\uFE0F") == 1);
    CHECK(display_width("\uFE0F") == 0);
}

TEST_CASE("control characters and zero-width characters take no cell") {
    CHECK(display_width("\x1b\x07\n\r\t\x7f") == 0);
    CHECK(display_width("a\nb") == 2);
    CHECK(display_width("\u200b\u200d\u2060") == 0);
}

TEST_CASE("each byte that is no UTF-8 takes the cell of a replacement character") {
    CHECK(display_width("\xFF\xE2\x82") == 3);
    CHECK(display_width("a\xC3") == 2);
}

TEST_CASE("text without anything dangerous stays as it is on one line") {
    CHECK(one_line("Main Stage") == "Main Stage");
    CHECK(one_line("音楽 اسم 👨‍👩‍👧 e\u0301 1️⃣ \u200f") ==
          "音楽 اسم 👨‍👩‍👧 e\u0301 1️⃣ \u200f");
}

TEST_CASE("line ends and tabs become one blank") {
    CHECK(one_line("a\nb\r\nc\td\re") == "a b c d e");
    CHECK(one_line("a\u2028b\u2029c") == "a b c");
    CHECK(one_line("\n\n") == "  ");
}

TEST_CASE("escape sequences lose their escape") {
    CHECK(one_line("\x1b[31mred\x1b]0;t\x07") == "\uFFFD[31mred\uFFFD]0;t\uFFFD");
    CHECK(one_line("\u009b31m") == "\uFFFD31m");
    CHECK(one_line("\x9b"
                   "31m") == "\uFFFD31m");
    CHECK(one_line(std::string_view("a\0b\x7f", 4)) == "a\uFFFDb\uFFFD");
}

TEST_CASE("characters that hide or turn text are replaced") {
    CHECK(one_line("a\u202Eb\u2066c\u2069") == "a\uFFFDb\uFFFDc\uFFFD");
    CHECK(one_line("\uFEFFname") == "\uFFFDname");
    CHECK(one_line("x\U000E0041\U000E007F") == "x\uFFFD\uFFFD");
}

TEST_CASE("bytes that are no UTF-8 are replaced one by one") {
    CHECK(one_line("a\xFF\xE2\x82z") == "a\uFFFD\uFFFD\uFFFDz");
    CHECK(one_line("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("safe text is UTF-8 without control characters, whatever it was made from") {
    std::string every_byte;
    for (int c = 0; c < 256; ++c) every_byte += static_cast<char>(c);
    const auto safe = one_line(every_byte + every_byte);
    CHECK_FALSE(backops::text::first_bad_byte(safe));
    CHECK(std::none_of(safe.begin(), safe.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; }));
    CHECK(one_line(safe) == safe);
}

TEST_CASE("text of many lines keeps its LF, and CRLF becomes LF") {
    CHECK(many_lines("a\r\nb\nc\rd\te\x1b") == "a\nb\nc d e\uFFFD");
    CHECK(many_lines("\n\r\n") == "\n\n");
}

TEST_CASE("text that fits is padded on the side away from its alignment") {
    CHECK(fitted("ab", 4) == "ab  ");
    CHECK(fitted("ab", 4, Align::right) == "  ab");
    CHECK(fitted("音", 4) == "音  ");
    CHECK(fitted("", 2) == "  ");
    CHECK(fitted("abcd", 4) == "abcd");
}

TEST_CASE("text that does not fit is cut before an ellipsis") {
    CHECK(fitted("abcde", 4) == "abc…");
    CHECK(cut("abcde", 4) == "abc…");
    CHECK(cut("abcd", 4) == "abcd");
    CHECK(cut("ab", 4) == "ab");
    CHECK(cut("abc", 1) == "…");
    CHECK(cut("abc", 0).empty());
    CHECK(cut("abc", -3).empty());
    CHECK(fitted("abc", 0).empty());
    CHECK(fitted("abc", -1).empty());
}

TEST_CASE("a wide character that would straddle the cut is left out and the cell padded") {
    CHECK(cut("音楽会", 4) == "音…");
    CHECK(fitted("音楽会", 4) == "音… ");
    CHECK(fitted("音楽会", 4, Align::right) == " 音…");
    CHECK(fitted("音", 1) == "…");
}

TEST_CASE("a cut falls between characters as readers see them") {
    CHECK(cut("👨‍👩‍👧👨‍👩‍👧", 3) == "👨‍👩‍👧…");
    CHECK(cut("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
    CHECK(cut("🇩🇪🇫🇷🇮🇹", 5) == "🇩🇪🇫🇷…");
    CHECK(cut(zalgo(10'000) + "abc", 2) == zalgo(10'000) + "…");
}

TEST_CASE("fitted text has exactly its width") {
    for (const std::string text :
         {"Main Stage", "音楽a会b", "👨‍👩‍👧x🇩🇪1️⃣", "اسم", "\xFF\xFE\xE2", "e\u0301\u0302f"}) {
        for (int width = 0; width < 14; ++width) {
            CHECK(display_width(fitted(text, width)) == width);
            CHECK(display_width(fitted(text, width, Align::right)) == width);
            CHECK(display_width(cut(text, width)) <= width);
        }
    }
}

TEST_CASE("text is broken at blanks") {
    CHECK(wrapped("load in at the main gate", 10) == Strings{"load in at", "the main", "gate"});
    CHECK(wrapped("short", 10) == Strings{"short"});
    CHECK(wrapped("two  blanks stay", 20) == Strings{"two  blanks stay"});
    CHECK(wrapped("音楽 会場 案内", 9) == Strings{"音楽 会場", "案内"});
}

TEST_CASE("wrapping gives at least one line") {
    CHECK(wrapped("", 10) == Strings{""});
    CHECK(wrapped("   ", 10) == Strings{""});
    CHECK(wrapped("", -1) == Strings{""});
}

TEST_CASE("a word longer than the line is cut in pieces") {
    CHECK(wrapped("abcdefgh", 3) == Strings{"abc", "def", "gh"});
    CHECK(wrapped("x abcdefgh y", 3) == Strings{"x", "abc", "def", "gh", "y"});
    CHECK(wrapped("abcdefgh y", 4) == Strings{"abcd", "efgh", "y"});
    CHECK(wrapped("音楽会", 5) == Strings{"音楽", "会"});
    CHECK(wrapped("音楽", 1) == Strings{"音", "楽"});
    CHECK(wrapped("ab", 0) == Strings{"a", "b"});
}

TEST_CASE("a line end in wrapped text stays a line end") {
    CHECK(wrapped("a b\nc\n\nd", 10) == Strings{"a b", "c", "", "d"});
}

TEST_CASE("no wrapped line is wider than asked, and no letter gets lost") {
    const std::string text =
        "the 音楽 stage 👨‍👩‍👧 opens-at-half-past-nine  on 🇩🇪 day " + zalgo(50);
    for (int width = 2; width < 40; ++width) {
        std::string letters;
        for (const auto& line : wrapped(text, width)) {
            CHECK(display_width(line) <= width);
            letters += line;
        }
        std::erase(letters, ' ');
        auto expected = text;
        std::erase(expected, ' ');
        CHECK(letters == expected);
    }
}
