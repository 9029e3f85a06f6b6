#include <doctest/doctest.h>

#include "random_record.h"
#include "reading.h"
#include "yaml/value.h"
#include "yaml/write.h"

namespace backops::yaml::test {

TEST_CASE("a text is written plain when every reader takes it for the same text, else in quotes") {
    const auto written = [](const char* text) { return scalar_text(Value::scalar(text)); };
    for (const char* plain : {"stage", "Caf\xc3\xa9 M\xc3\xbcller", "it's", "a:b", "a#b", "-x", "4 feet", "2nd floor",
                              "a, b", "10am", "main-stage", "nothing"})
        CHECK(written(plain) == plain);
    for (const char* quoted : {"",       " a", "a ",    "- a",  "-",    "?",          ": a",
                               "a: b",   "a:", "#a",    "a #b", "no",   "Yes",        "null",
                               "~",      "08", "12:30", "1e3",  "0x1F", "2026-06-12", "2026-06-12T14:00",
                               ".5",     "=",  "[a",    "{a",   "&a",   "*a",         "!a",
                               "%a",     "@a", "|",     ">",    "<<",   "---",        "... a",
                               "======="})
        CHECK(written(quoted) == "\"" + std::string(quoted) + "\"");
    CHECK(scalar_text(Value::bare_scalar("2026-06-12")) == "2026-06-12");
    CHECK(scalar_text(Value::bare_scalar("a: b")) == "\"a: b\"");
    CHECK(written("a\"b\"") == "a\"b\"");
    CHECK(written("\"b\"") == "\"\\\"b\\\"\"");
    CHECK(written("a\nb") == "\"a\\nb\"");
    CHECK(written("a\x1b") == "\"a\\x1b\"");
    CHECK(scalar_text(Value::scalar("a, b"), true) == "\"a, b\"");
    CHECK(scalar_text(Value::scalar("a:b"), true) == "\"a:b\"");
}

TEST_CASE("a changed text keeps the quotes that it had where they can hold it") {
    CHECK(scalar_text(Value::scalar("it's"), Style::single_quoted) == "'it''s'");
    CHECK(scalar_text(Value::scalar("a"), Style::double_quoted) == "\"a\"");
    CHECK(scalar_text(Value::scalar("a\tb"), Style::single_quoted) == "\"a\\tb\"");
}

TEST_CASE("lists stand at their key's column, and text of many lines as a literal") {
    const Value record = Value::map(
        {{"areas", Value::list({Value::scalar("a"), Value::scalar("b")})},
         {"site", Value::map({{"venue", Value::scalar("Mill")}, {"l", Value::list({Value::scalar("x")})}})},
         {"notes", Value::scalar("one\n\n two\n")},
         {"needs",
          Value::list({Value::map({{"count", Value::bare_scalar("4")}, {"role", Value::scalar("hand\nmore")}})})}});
    CHECK(record_text(record) ==
          "areas:\n- a\n- b\nsite:\n  venue: Mill\n  l:\n  - x\nnotes: |\n  one\n\n   two\nneeds:\n- count: 4\n  role: "
          "|-\n    hand\n    more\n");
    CHECK(entry_text("notes", Value::scalar("a\nb"), 2, Breaks::escaped) == "  notes: \"a\\nb\"\n");
    CHECK(entry_text("a: b", Value::scalar("c"), 0) == "\"a: b\": c\n");
}

TEST_CASE("any text that is written is read back the same, in block and in flow") {
    Dice dice(11);
    for (int i = 0; i < 4000; ++i) {
        const std::string text = i % 3 == 0 ? random_words(dice) : random_text(dice);
        INFO("text: [", text, "]");
        for (const Value& value : {Value::scalar(text), Value::bare_scalar(text)}) {
            const Reading block("k: " + scalar_text(value) + "\n");
            REQUIRE(block.is_clean());
            REQUIRE(block.root->find("k"));
            REQUIRE(block.root->find("k")->text == text);
            const Reading flow("k: [" + scalar_text(value, true) + ", {a: " + scalar_text(value, true) + "}]\n");
            REQUIRE(flow.is_clean());
            REQUIRE(flow.root->find("k")->items.at(0).text == text);
            REQUIRE(flow.root->find("k")->items.at(1).find("a")->text == text);
        }
        for (const Style like : {Style::single_quoted, Style::double_quoted}) {
            const Reading reading("k: " + scalar_text(Value::scalar(text), like) + "\n");
            REQUIRE(reading.is_clean());
            REQUIRE(reading.root->find("k")->text == text);
        }
    }
}

TEST_CASE("a key that would merge is only a key when it is quoted") {
    CHECK(Reading(entry_text("<<", Value::scalar("a"), 0)).root->find("<<")->text == "a");
    CHECK_FALSE(Reading("<<: a\n").is_clean());
    CHECK(Reading("\"<<\": a\n").is_clean());
    CHECK(Reading("'<<': a\n").is_clean());
}

TEST_CASE("any value that is written is read back the same") {
    Dice dice(12);
    for (int i = 0; i < 3000; ++i) {
        const Value value = random_value(dice, 3);
        const std::string key = i % 4 == 0 ? random_text(dice) : "k";
        for (const Breaks breaks : {Breaks::literal, Breaks::escaped}) {
            const Reading reading(entry_text(key, value, 0, breaks) + entry_text("z" + key, value, 0, breaks));
            INFO("file:\n", reading.text);
            REQUIRE(reading.is_clean());
            REQUIRE(same(value_of(*reading.root), Value::map({{key, value}, {"z" + key, value}})));
        }
        const Reading item("l:\n" + item_text(value, 0) + item_text(value, 0));
        REQUIRE(item.is_clean());
        REQUIRE(same(value_of(*item.root->find("l")), Value::list({value, value})));
    }
}

}  // namespace backops::yaml::test
