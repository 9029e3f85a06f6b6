#include <doctest/doctest.h>

#include "reading.h"

namespace backops::yaml::test {
namespace {

struct Written {
    const char* file;
    const char* text;    // of the value of `k`
    const char* source;  // what its span covers
    Style style;
};

void check_value(const Written& written) {
    for (const bool crlf : {false, true}) {
        std::string file;
        for (const char c : std::string(written.file)) file += crlf && c == '\n' ? "\r\n" : std::string(1, c);
        std::string source;
        for (const char c : std::string(written.source)) source += crlf && c == '\n' ? "\r\n" : std::string(1, c);
        for (const char* bom : {"", "\xef\xbb\xbf", "---\n", "# first\n"}) {
            const Reading reading(bom + file);
            INFO("file:\n", reading.text);
            REQUIRE(reading.is_clean());
            const Node* value = reading.root->find("k");
            REQUIRE(value);
            CHECK(value->kind == Kind::scalar);
            CHECK(value->text == written.text);
            CHECK(value->style == written.style);
            CHECK(reading.source(*value) == source);
        }
    }
}

}  // namespace

TEST_CASE("the span of a scalar is its token, whatever its style") {
    for (const Written& written : std::initializer_list<Written>{
             {"k: word\n", "word", "word", Style::plain},
             {"k: two  words", "two  words", "two  words", Style::plain},
             {"k:   a # note\nz: b\n", "a", "a", Style::plain},
             {"k: a#b\n", "a#b", "a#b", Style::plain},
             {"k: Caf\xc3\xa9 \xe6\x97\xa5  \n", "Caf\xc3\xa9 \xe6\x97\xa5", "Caf\xc3\xa9 \xe6\x97\xa5", Style::plain},
             {"k: one\n  two\n\n  three\nz: b\n", "one two\nthree", "one\n  two\n\n  three", Style::plain},
             {"k:\n  below\n", "below", "below", Style::plain},
             {"k: 'it''s'  # note\n", "it's", "'it''s'", Style::single_quoted},
             {"k: ''\n", "", "''", Style::single_quoted},
             {"k: 'a\n  b'\n", "a b", "'a\n  b'", Style::single_quoted},
             {"k: \"a \\\"b\\\" \\\\\"\n", "a \"b\" \\", "\"a \\\"b\\\" \\\\\"", Style::double_quoted},
             {"k: \"a\n\n  b\" # note\n", "a\nb", "\"a\n\n  b\"", Style::double_quoted},
             {"k: |\n  a\n   b\n\nz: c\n", "a\n b\n", "|\n  a\n   b", Style::literal},
             {"k: |- # note\n  a\n  # no note\n# note\n", "a\n# no note", "|- # note\n  a\n  # no note",
              Style::literal},
             {"k: |+\n  a\n\n\nz: c\n", "a\n\n\n", "|+\n  a\n\n", Style::literal},
             {"k: |2\n   a\n  b\nz: c\n", " a\nb\n", "|2\n   a\n  b", Style::literal},
             {"k: |\n  a\n     \nz: c\n", "a\n   \n", "|\n  a\n     ", Style::literal},
             {"k: |\n  a\n  \nz: c\n", "a\n", "|\n  a", Style::literal},
             {"k: |\n  a", "a", "|\n  a", Style::literal},
             {"k: >\n  a\n  b\n\n  c\nz: d\n", "a b\nc\n", ">\n  a\n  b\n\n  c", Style::folded},
             {"k: >-\n  a\n  b", "a b", ">-\n  a\n  b", Style::folded},
         })
        check_value(written);
}

TEST_CASE("what other readers take for null, numbers, booleans or dates is the text that stands there") {
    for (const char* word :
         {"null", "Null", "NULL", "~", "no", "yes", "true", "08", "0x10", "12:30", "1e3", "2026-06-12", ".inf", "="})
        check_value({("k: " + std::string(word) + "\n").c_str(), word, word, Style::plain});
    const Reading keys("null: a\n~: b\nlist:\n- null\n- ~\nflow: [null, ~, {a: null}]\nlast: null");
    REQUIRE(keys.is_clean());
    CHECK(keys.root->find("null")->text == "a");
    CHECK(keys.root->find("~")->text == "b");
    CHECK(keys.root->find("list")->items[1].text == "~");
    CHECK(keys.root->find("flow")->items[0].text == "null");
    CHECK(keys.root->find("flow")->items[2].find("a")->text == "null");
    CHECK(keys.root->find("last")->text == "null");
}

TEST_CASE("a key with nothing after it has a place but no value") {
    for (const char* file :
         {"k:\n", "k:", "k: # note\n", "k:\n# note\n", "k:\nnull: z\n", "k:\n~: z\n", "k:   \n\nz: a\n"}) {
        const Reading reading(file);
        INFO(file);
        REQUIRE(reading.is_clean());
        CHECK_FALSE(reading.root->find("k"));
        REQUIRE(reading.root->entry("k"));
        CHECK(reading.root->entry("k")->value.kind == Kind::nothing);
        CHECK(reading.root->entry("k")->value.span == text::Span{2, 2});
    }
    const Reading nested("a:\n  k:\nnull:\n  b: c\n");
    REQUIRE(nested.is_clean());
    CHECK_FALSE(nested.root->find("a")->find("k"));
    CHECK(nested.root->find("null")->find("b")->text == "c");
}

TEST_CASE("an empty item stands behind its dash") {
    const Reading reading("l:\n-\n- # note\n- a\n-");
    REQUIRE(reading.is_clean());
    const Node* list = reading.root->find("l");
    REQUIRE(list->items.size() == 4);
    CHECK(list->items[0].span == text::Span{4, 4});
    CHECK(list->items[1].span == text::Span{6, 6});
    CHECK(list->items[2].text == "a");
    CHECK(list->items[3].kind == Kind::nothing);
    CHECK(list->items[3].span.begin == reading.text.size());
}

TEST_CASE("lists stand at their key's column or deeper, with comments anywhere") {
    for (const char* file :
         {"k:\n- a\n- b\nz: 1\n", "k:\n  - a\n  - b\n", "# c\nk: # c\n    # c\n    - a # c\n# c\n    - b # c\n# c\n",
          "k:\n\n-   a\n\n-   b", "k: [a, b]", "k: [ a ,\n  b, # c\n]\n", "k: [a, 'b']\n"}) {
        const Reading reading(file);
        INFO(file);
        REQUIRE(reading.is_clean());
        const Node* list = reading.root->find("k");
        REQUIRE(list);
        REQUIRE(list->kind == Kind::list);
        REQUIRE(list->items.size() == 2);
        CHECK(list->items[0].text == "a");
        CHECK(list->items[1].text == "b");
        CHECK(reading.source(list->items[0]) == "a");
    }
}

TEST_CASE("the span of a list or map goes from its first byte to its last") {
    const Reading reading(
        "m:\n  a: 1 # c\n  b:\n  - x\n  - y # c\nf: [p, {q: [r]}, ] # c\ne: {}\nl:\n- a: 1\n  b: 2\n- - s\n  - t\n# "
        "end\n");
    REQUIRE(reading.is_clean());
    const Node& root = *reading.root;
    CHECK(reading.source(*root.find("m")) == "a: 1 # c\n  b:\n  - x\n  - y");
    CHECK(reading.source(*root.find("m")->find("b")) == "- x\n  - y");
    CHECK(reading.source(*root.find("f")) == "[p, {q: [r]}, ]");
    CHECK(root.find("f")->style == Style::flow);
    CHECK(reading.source(root.find("f")->items[1]) == "{q: [r]}");
    CHECK(reading.source(*root.find("e")) == "{}");
    const Node& list = *root.find("l");
    CHECK(list.style == Style::block);
    CHECK(reading.source(list.items[0]) == "a: 1\n  b: 2");
    CHECK(reading.source(list.items[1]) == "- s\n  - t");
    CHECK(list.items[1].items[1].text == "t");
    CHECK(reading.source(root) == reading.text.substr(0, reading.text.find("\n# end")));
}

TEST_CASE("keys may stand in quotes and keep their place") {
    const Reading reading("\"a b\": 1\n'c''d' : 2\ntwo words: 3\n");
    REQUIRE(reading.is_clean());
    CHECK(reading.root->find("a b")->text == "1");
    CHECK(reading.source(reading.root->entry("a b")->key_span) == "\"a b\"");
    CHECK(reading.source(reading.root->entry("c'd")->key_span) == "'c''d'");
    CHECK(reading.root->find("two words")->text == "3");
}

TEST_CASE("a file of nothing but comments, a BOM or `---` has nothing in it") {
    for (const char* file :
         {"", "\n\n", "# c\n", "\xef\xbb\xbf", "\xef\xbb\xbf# c\n", "---\n", "# c\n---\n# c\n", "   "}) {
        const Reading reading(file);
        INFO(file);
        REQUIRE(reading.is_clean());
        CHECK(reading.root->kind == Kind::nothing);
    }
}

TEST_CASE("values nested 32 deep and 4,096 brackets are read") {
    const std::string deep = std::string(32, '[') + std::string(32, ']');
    CHECK(Reading(deep).is_clean());
    std::string many = "k: [";
    for (int i = 0; i < 4095; ++i) many += "[],";
    CHECK(Reading(many + "]\n").is_clean());
}

}  // namespace backops::yaml::test
