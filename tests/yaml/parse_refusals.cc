#include <doctest/doctest.h>

#include <algorithm>

#include "refused.h"

namespace backops::yaml::test {
namespace {

std::string hint_for(const std::string& file) {
    const Reading reading(file);
    return reading.problems.empty() || reading.problems[0].hints.empty() ? "" : reading.problems[0].hints[0];
}

}  // namespace

TEST_CASE("bytes that are not clean UTF-8 text are refused at their place") {
    check_refusals({
        {"name: caf\xe9\n", 1, 10, "encoding", "byte 0xE9 is not UTF-8", "name: caf\xc3\xa9\n"},
        {"name: a\nkind: \xed\xa0\x80\n", 2, 7, "encoding", "byte 0xED is not UTF-8", ""},
        {"name: \xc0\xaf\n", 1, 7, "encoding", "byte 0xC0 is not UTF-8", ""},
        {std::string("\xff\xfen\0a\0", 6), 0, 0, "encoding", "this file is UTF-16", ""},
        {std::string("\xfe\xff\0n\0a", 6), 0, 0, "encoding", "this file is UTF-16", ""},
        {std::string("n\0a\0m\0e\0", 8), 0, 0, "encoding", "this file is UTF-16", ""},
        {std::string("name: a\0b\n", 10), 1, 8, "encoding", "control character U+0000 stands here", "name: ab\n"},
        {"name: a\x1b[31m\n", 1, 8, "encoding", "control character U+001B stands here", "name: a[31m\n"},
        {"name: a\x04\n", 1, 8, "encoding", "control character U+0004 stands here", "name: a\n"},
        {"name: a\x7f\n", 1, 8, "encoding", "control character U+007F stands here", "name: a\n"},
        {"# a\xc2\x9b\nname: b\n", 1, 4, "encoding", "control character U+009B stands here", "# a\nname: b\n"},
        {"name: a # c\rkind: b\n", 1, 12, "encoding", "a carriage return stands alone here",
         "name: a # c\r\nkind: b\n"},
        {"name: a\r", 1, 8, "encoding", "a carriage return stands alone here", "name: a\r\n"},
        {"name: \xc3\xa9\xc3\xa9\x01\n", 1, 9, "encoding", "control character U+0001 stands here", ""},
    });
}

TEST_CASE("merge conflict markers are refused whatever stands around them") {
    check_refusals({
        {"name: a\n<<<<<<< HEAD\nkind: b\n=======\nkind: c\n>>>>>>> main\n", 2, 1, "merge-conflict",
         "a merge conflict was left in this file", "name: a\nkind: b\n"},
        {"=======\r\n", 1, 1, "merge-conflict", "a merge conflict was left in this file", ""},
        {"notes: |\n  a\n||||||| base\n", 3, 1, "merge-conflict", "a merge conflict was left in this file", ""},
    });
    CHECK(Reading("notes: |\n  =======\n").is_clean());
    CHECK(Reading("a: 1\n# =======\n").is_clean());
}

TEST_CASE("parts of YAML that records do without are refused by name, and the tree is still there") {
    check_refusals({
        {"a: &x 1\n", 1, 4, "anchor", "`&x` is a YAML anchor", "a: 1\n"},
        {"a: &x\n  b: 1\n", 1, 4, "anchor", "`&x` is a YAML anchor", "a:\n  b: 1\n"},
        {"&x a: 1\n", 1, 1, "anchor", "`&x` is a YAML anchor", "a: 1\n"},
        {"a: &x\nb: 1\n", 1, 4, "anchor", "`&x` is a YAML anchor", "a:\nb: 1\n"},
        {"a: !t b\n", 1, 4, "tag", "`!t` is a YAML tag", "a: b\n"},
        {"a: !!str 12\n", 1, 4, "tag", "`!!str` is a YAML tag", "a: 12\n"},
        {"a: !<tag:x> 12\n", 1, 4, "tag", "`!<tag:x` is a YAML tag", "a: 12\n"},
        {"a:\n- !t [b]\n", 2, 3, "tag", "`!t` is a YAML tag", "a:\n- [b]\n"},
        {"<<: {a: 1}\n", 1, 1, "merge-key", "`<<` is a YAML merge key", "a: 1\n"},
        {"a: *x\n", 1, 4, syntax, "a text that begins with `*` needs quotes", "a: \"*x\"\n"},
    });
    const Reading all("a: &x 1\nb: *x\nc: !t y\n<<: {z: 1}\na: 2\n");
    REQUIRE(all.root);
    REQUIRE(all.problems.size() == 5);
    CHECK(all.problems[1].message == "`*x` is a YAML alias");
    CHECK(all.problems[4].rule == "duplicate-key");
    CHECK(all.root->find("a")->text == "1");
    CHECK(all.source(*all.root->find("c")) == "y");
    CHECK(Reading("a: x & y! * z\nb: \"&x\"\nc: '!t'\nd: a<<b\n").is_clean());
}

TEST_CASE("a key that is given twice names both places, in quotes and deep down too") {
    const Reading reading("name: a\nsite:\n  map: b\n  \"map\": c\n'name': d\n");
    REQUIRE(reading.root);
    REQUIRE(reading.problems.size() == 2);
    CHECK(reading.problems[0].message == "`map` is given twice");
    CHECK(reading.problems[0].place.line == 4);
    CHECK(reading.problems[1].place.line == 5);
    REQUIRE(reading.problems[1].others.size() == 1);
    CHECK(reading.problems[1].others[0].place.line == 1);
    CHECK(Reading("a: {b: 1, b: 2}\n").problems.size() == 1);
    CHECK(Reading("a:\na: 1\n").problems.size() == 1);
    CHECK(Reading("null: 1\nnull: 2\n").problems.size() == 1);
    std::string wide;
    for (int i = 0; i < 200; ++i) wide += "k" + std::to_string(i) + ": 1\n";
    CHECK(Reading(wide).is_clean());
    const Reading twice(wide + "k150: 2\nk3: 2\n");
    REQUIRE(twice.problems.size() == 2);
    CHECK(twice.problems[0].others[0].place.line == 151);
    CHECK(twice.problems[1].others[0].place.line == 4);
}

TEST_CASE("after some twenty such problems the file is given up") {
    std::string file;
    for (int i = 0; i < 5000; ++i) file += "a: 1\n";
    const Reading reading(file);
    CHECK_FALSE(reading.root);
    CHECK(reading.problems.size() == 20);
}

TEST_CASE("a second document, its end and a directive are refused") {
    check_refusals({
        {"a: 1\n---\nb: 2\n", 2, 1, syntax, "a second document begins here", "a: 1\nb: 2\n"},
        {"---\n---\na: 1\n", 2, 1, syntax, "a second document begins here", "---\na: 1\n"},
        {"a: 1\n...\n", 2, 1, syntax, "`...` ends the record here", "a: 1\n"},
        {"%YAML 1.2\n---\na: 1\n", 1, 1, syntax, "a YAML directive stands here", "---\na: 1\n"},
        {"--- a: 1\n", 1, 1, syntax, "text follows `---` on its line", "---\na: 1\n"},
    });
}

TEST_CASE("a quote that was not closed is shown where it opens") {
    check_refusals({
        {"name: \"abc\nkind: x\n", 1, 7, syntax, "this `\"` is never closed", "name: \"abc\"\nkind: x\n"},
        {"name: 'abc\nkind: x\n", 1, 7, syntax, "this `'` is never closed", "name: 'abc'\nkind: x\n"},
        {"a: b\nname: \"abc", 2, 7, syntax, "this `\"` is never closed", "a: b\nname: \"abc\""},
        {"name: \"abc\\\"\n", 1, 7, syntax, "this `\"` is never closed", ""},
        {"l:\n- \"abc\n- d\n", 2, 3, syntax, "this `\"` is never closed", "l:\n- \"abc\"\n- d\n"},
        {"name: \"abc\nkind: x\"\nstart: y\n", 1, 7, syntax, "this `\"` is not closed before the next key",
         "name: \"abc\n  kind: x\"\nstart: y\n"},
        {"name: \"abc\nkind: \"x\"\n", 1, 7, syntax, "this `\"` is not closed before the next key",
         "name: \"abc\"\nkind: \"x\"\n"},
        {"a: [\"b\nc\"]\n", 1, 5, syntax, "this `\"` is not closed before the next key", "a: [\"b\n  c\"]\n"},
        {"# don't\na: \"b\n  c\"\nd: \"e\n", 4, 4, syntax, "this `\"` is never closed",
         "# don't\na: \"b\n  c\"\nd: \"e\"\n"},
        {"a: \"x\" y\n", 1, 8, syntax, "text follows the closing quote", "a: x y\n"},
        {"a: 'It's here'\n", 1, 8, syntax, "text follows the closing quote", "a: It's here\n"},
        {"a: \"c:\\dir\"\n", 1, 7, syntax, "this `\\` begins no escape that double quotes know", "a: \"c:\\\\dir\"\n"},
    });
}

TEST_CASE("a line without its colon is not swallowed as a key or as a value") {
    check_refusals({
        {"name: a\nkind\n", 2, 1, syntax, "`kind` has no colon after it", "name: a\nkind: value\n"},
        {"name: a\n\"kind\"\n", 2, 1, syntax, "`\"kind\"` has no colon after it", ""},
        {"m:\n  a: 1\n  b\nz: 1\n", 3, 3, syntax, "`b` has no colon after it", "m:\n  a: 1\n  b: value\nz: 1\n"},
        {"l: {a: 1, b}\n", 1, 11, syntax, "`b` has no colon after it", "l: {a: 1, b: value}\n"},
        {"name: x\nkind:show\n", 2, 1, syntax, "`kind:show` has no blank after its colon", "name: x\nkind: show\n"},
        {"name:\nkind\nstart: 1\n", 2, 1, syntax, "`kind` has no colon after it", "name:\n  kind\nstart: 1\n"},
        {"name:\nkind:show\n", 2, 1, syntax, "`kind:show` has no blank after its colon", "name:\nkind: show\n"},
        {"name:\n\"kind\"\n", 2, 1, syntax, "this line has no colon, and is not indented below its key",
         "name:\n  \"kind\"\n"},
        {"name:\n[a]\n", 2, 1, syntax, "this line has no colon, and is not indented below its key", "name:\n  [a]\n"},
        {"? a\n: b\n", 1, 1, syntax, "`?` before a key is not read by backops", "a: b\n"},
        {": b\n", 1, 1, syntax, "a key is missing here", "a: b\n"},
        {"[a, b]: c\n", 1, 1, syntax, "a key must be one word", "a: c\n"},
    });
    CHECK(hint_for("name: x\nkind:show\n") == "write `kind: show`");
}

TEST_CASE("what needs quotes says so and shows them") {
    check_refusals({
        {"name: a: b\n", 1, 7, syntax, "a text with `: ` in it needs quotes", "name: \"a: b\"\n"},
        {"l:\n- a: b: c # note\n", 2, 6, syntax, "a text with `: ` in it needs quotes", "l:\n- a: \"b: c\" # note\n"},
        {"name: @foo\n", 1, 7, syntax, "a text that begins with `@` needs quotes", "name: \"@foo\"\n"},
        {"name: %5\n", 1, 7, syntax, "a text that begins with `%` needs quotes", "name: \"%5\"\n"},
        {"name: `x`\n", 1, 7, syntax, "a text that begins with a backtick needs quotes", "name: \"`x`\"\n"},
        {"name: ]\n", 1, 7, syntax, "a text that begins with `]` needs quotes", "name: \"]\"\n"},
        {"name: - b\n", 1, 7, syntax, "a list begins on the line of its key", "name:\n- b\n"},
    });
    CHECK(hint_for("name: a: b # note\n") == "write `\"a: b\"`");
    CHECK(hint_for("name: @\"x\n") == "write `'@\"x'`");
    CHECK(hint_for("name: @it's \"x\n") == "write `\"@it's \\\"x\"`");
    CHECK(hint_for("name: @" + std::string(200, 'x') + "\n") == "put the whole text in quotes");
}

TEST_CASE("a bracket that was not closed is shown where it opens") {
    check_refusals({
        {"a: [b, c\nd: e\n", 1, 4, syntax, "this `[` is never closed", "a: [b, c]\nd: e\n"},
        {"a: [b, [c, d]\ne: f\n", 1, 4, syntax, "this `[` is never closed", "a: [b, [c, d]]\ne: f\n"},
        {"a: {b: 1\nc: 2\n", 1, 4, syntax, "this `{` is never closed", "a: {b: 1}\nc: 2\n"},
        {"a: 1\nl:\n- [", 3, 3, syntax, "this `[` is never closed", "a: 1\nl:\n- []"},
        {"a: [b,,c]\n", 1, 6, syntax, "an item is missing here", "a: [b,c]\n"},
        {"a: [,b]\n", 1, 5, syntax, "an item is missing here", "a: [b]\n"},
        {"a: {b: 1,,c: 2}\n", 1, 10, syntax, "a key is missing here", "a: {b: 1,c: 2}\n"},
    });
}

TEST_CASE("tabs and uneven indentation are shown on their line") {
    check_refusals({
        {"a:\n\tb: 1\n", 2, 1, syntax, "a tab indents this line", "a:\n  b: 1\n"},
        {"\ta: 1\n", 1, 1, syntax, "a tab indents this line", "a: 1\n"},
        {"a:\n  - x\n\t- y\n", 3, 1, syntax, "a tab indents this line", "a:\n  - x\n  - y\n"},
        {"a:\n  \tb\n", 2, 3, syntax, "a tab indents this line", "a:\n  b\n"},
        {"a: 1\n b: 2\n", 2, 2, syntax, "this line does not line up with the lines around it", "a: 1\nb: 2\n"},
        {"a:\n    b: 1\n  c: 2\n", 3, 3, syntax, "this line does not line up with the lines around it",
         "a:\n    b: 1\n    c: 2\n"},
        {"- a\nb: c\n", 2, 1, syntax, "this line does not line up with the lines around it", "- a\n- b: c\n"},
    });
    CHECK(Reading("a:\tb\n").is_clean());
}

TEST_CASE("folded texts that the parser would misread are refused") {
    check_refusals({
        {"a: >+\n  x\n\n\nb: 1\n", 1, 4, syntax, "`>+` is not read by backops", "a: >\n  x\n\n\nb: 1\n"},
        {"a: >2+\n  x\n\n", 1, 4, syntax, "`>2+` is not read by backops", "a: >2\n  x\n\n"},
        {"a: >\n  x\n  ", 3, 1, syntax, "blanks without a line end stand at the end of the file", "a: >\n  x\n"},
    });
}

TEST_CASE("the limits of a file are problems of their own") {
    const Reading deep(std::string(33, '[') + std::string(33, ']'));
    REQUIRE(deep.problems.size() == 1);
    CHECK(deep.problems[0].message == "this is nested more than 32 deep");
    CHECK(deep.problems[0].rule == "limit");
    CHECK(deep.problems[0].place.column == 33);

    const Reading brackets("a: 1\n# " + std::string(4097, '{') + "\n");
    REQUIRE(brackets.problems.size() == 1);
    CHECK(brackets.problems[0].message == "there are more than 4,096 opening brackets in this file");
    CHECK(brackets.problems[0].place.line == 0);

    std::string dashes;
    for (int i = 0; i < 200; ++i) dashes += "- ";
    CHECK(Reading(dashes + "x\n").problems.at(0).rule == "limit");

    std::string many = "l:\n";
    for (int i = 0; i < 100'000; ++i) many += "- a\n";
    CHECK(Reading(many).problems.at(0).message == "there are more than 100,000 values in this file");
}

TEST_CASE("any bytes at all are read or refused with a reason") {
    for (int first = 0; first < 256; ++first)
        for (int second = 0; second < 256; second += 3)
            for (const char* frame : {"", "a: ", "- "}) {
                const Reading reading(frame + std::string{static_cast<char>(first), static_cast<char>(second)});
                const bool answered = reading.root.has_value() || !reading.problems.empty();
                REQUIRE(answered);
            }
}

}  // namespace backops::yaml::test
