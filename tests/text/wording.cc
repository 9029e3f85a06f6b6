#include "text/wording.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/paint.h"
#include "text/parsed.h"
#include "text/width.h"

using backops::text::counted;
using backops::text::listed;
using backops::text::painted;
using backops::text::Tone;

using Strings = std::vector<std::string>;

TEST_CASE("one is singular, everything else plural") {
    CHECK(counted(1, "file") == "1 file");
    CHECK(counted(0, "file") == "0 files");
    CHECK(counted(2, "time frame") == "2 time frames");
}

TEST_CASE("plurals are spelled as English does") {
    CHECK(counted(3, "activity") == "3 activities");
    CHECK(counted(3, "day") == "3 days");
    CHECK(counted(2, "clash") == "2 clashes");
    CHECK(counted(2, "match") == "2 matches");
    CHECK(counted(2, "person") == "2 people");
    CHECK(counted(2, "series") == "2 series");
}

TEST_CASE("thousands are set apart") {
    CHECK(counted(999, "file") == "999 files");
    CHECK(counted(1000, "file") == "1,000 files");
    CHECK(counted(1234567, "byte") == "1,234,567 bytes");
}

TEST_CASE("things are listed with an and before the last") {
    CHECK(listed(Strings{}).empty());
    CHECK(listed(Strings{"a"}) == "a");
    CHECK(listed(Strings{"a", "b"}) == "a and b");
    CHECK(listed(Strings{"a", "b", "c"}) == "a, b and c");
}

TEST_CASE("a long list ends with how many more there are") {
    CHECK(listed(Strings{"a", "b", "c", "d"}, 2) == "a, b and 2 more");
    CHECK(listed(Strings{"a", "b"}, 2) == "a and b");
    CHECK(listed(Strings{"a", "b"}, 1) == "a and 1 more");
    CHECK(listed(Strings{"a", "b"}, 0) == "2 more");
    CHECK(listed(Strings(1500, "x"), 1) == "x and 1,499 more");
    CHECK(listed(Strings{}, 3).empty());
}

TEST_CASE("an empty thing keeps its place in a list") { CHECK(listed(Strings{"", "b", "c"}) == ", b and c"); }

TEST_CASE("a quoted thing is safe and short") {
    CHECK(backops::text::quoted("main-stage") == "`main-stage`");
    CHECK(backops::text::quoted("") == "``");
    CHECK(backops::text::quoted("a\nb\x1b[0m\xFF") == "`a b\uFFFD[0m\uFFFD`");
    CHECK(backops::text::quoted("音楽 اسم 👍🏽") == "`音楽 اسم 👍🏽`");
    CHECK(backops::text::quoted(std::string(64, 'a')) == "`" + std::string(64, 'a') + "`");
    CHECK(backops::text::display_width(backops::text::quoted(std::string(100'000, 'a'))) == 82);
    CHECK(backops::text::quoted(std::string(100, 'a')).ends_with("a…`"));
}

TEST_CASE("words are painted only in colour, and only when there are any") {
    CHECK(painted("x", Tone::error, false) == "x");
    CHECK(painted("x", Tone::error, true) == "\x1b[1;31mx\x1b[0m");
    CHECK(painted("x", Tone::plain, true) == "x");
    CHECK(painted("", Tone::error, true).empty());
    for (const auto tone :
         {Tone::strong, Tone::faint, Tone::warning, Tone::added, Tone::removed, Tone::accent, Tone::good}) {
        const auto words = painted("x", tone, true);
        CHECK(words.starts_with("\x1b["));
        CHECK(words.ends_with("mx\x1b[0m"));
    }
}

TEST_CASE("what was read holds a value or a reason") {
    const backops::text::Parsed<int> read(7);
    CHECK(read);
    CHECK(*read == 7);
    const backops::text::Parsed<int> refused("`x` is no number", {"write 7"});
    CHECK_FALSE(refused);
    CHECK(refused.error == "`x` is no number");
    CHECK(refused.hints == Strings{"write 7"});
}

TEST_CASE("a word goes to a shell as it is, or in single quotes") {
    using backops::text::shell_word;
    CHECK(shell_word("summer-sound/2026") == "summer-sound/2026");
    CHECK(shell_word("my plan") == "'my plan'");
    CHECK(shell_word("Ines' plan") == "'Ines'\\'' plan'");
    CHECK(shell_word("*") == "'*'");
    CHECK(shell_word("").size() == 2);
}
