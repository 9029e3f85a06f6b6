#include "refused.h"

namespace backops::yaml::test {

TEST_CASE("what stands at the margin below a key is no value of it") {
    check_refusals({
        {"a:\n- b\n:x\n", 3, 1, syntax, "`:x` has no colon after it", ""},
        {"a:\n:x\n", 2, 1, syntax, "`:x` has no colon after it", ""},
        {"a:\n\"b:c\"\n", 2, 1, syntax, "this line has no colon, and is not indented below its key", "a:\n  \"b:c\"\n"},
        {"a:\n'b:c'\n", 2, 1, syntax, "this line has no colon, and is not indented below its key", "a:\n  'b:c'\n"},
        {"a:\n[b:c]\n", 2, 1, syntax, "this line has no colon, and is not indented below its key", "a:\n  [b:c]\n"},
        {"a:\n{b: c}\n", 2, 1, syntax, "this line has no colon, and is not indented below its key", "a:\n  {b: c}\n"},
        {"a:\n[b]\n", 2, 1, syntax, "this line has no colon, and is not indented below its key", "a:\n  [b]\n"},
        {"a:\n>\n b: c\n", 2, 1, syntax, "this line has no colon, and is not indented below its key", ""},
        {"a:\n|\n b: c\n", 2, 1, syntax, "this line has no colon, and is not indented below its key", ""},
        {"areas:\n- x\n-y\n", 3, 1, syntax, "`-y` has no blank after its dash", "areas:\n- x\n- y\n"},
        {"areas:\n-\n-x:y\n", 3, 1, syntax, "`-x:y` has no blank after its dash", "areas:\n-\n- x:y\n"},
        {"a:\n  b: 1\nx y\n", 3, 1, syntax, "`x y` has no colon after it", ""},
        {"a:\n  b: c\n d\n", 3, 2, syntax, "this line does not line up with the lines around it", ""},
        {"a:\n  b: c\n # x\n d\n", 4, 2, syntax, "this line does not line up with the lines around it", ""},
        {"a:\n    b: c\n  d: e\n f: g\n", 3, 3, syntax, "this line does not line up with the lines around it", ""},
        {"- a\nb: c\n", 2, 1, syntax, "this line does not line up with the lines around it", ""},
    });
}

TEST_CASE("a key that is none is told what it lacks") {
    check_refusals({
        {"a: b\n--x\n", 2, 1, syntax, "`--x` has no colon after it", ""},
        {"a: b\nhttp://x\n", 2, 1, syntax, "`http://x` has no colon after it", ""},
        {"a: b\n=v\n", 2, 1, syntax, "`=v` has no colon after it", ""},
        {"a: b\nk=\n", 2, 1, syntax, "`k=` has no colon after it", ""},
        {"a: b\n:x\n", 2, 1, syntax, "`:x` has no colon after it", ""},
        {"a: b\nx`y=1\n", 2, 1, syntax, "`x`y=1` has no colon after it", ""},
        {"a: b\n-x`\n", 2, 1, syntax, "`-x`` has no colon after it", ""},
        {"a: b\nc:d`\n", 2, 1, syntax, "`c:d`` has no colon after it", ""},
        {"? a\n: b\n", 1, 1, syntax, "`?` before a key is not read by backops", "a: b\n"},
        {"? >\n  a\n: b\n", 1, 3, syntax, "a key must be one word", ""},
        {"a: {b}\n", 1, 5, syntax, "`b` has no colon after it", "a: {b: c}\n"},
        {"foo\nbar: x\n", 1, 1, syntax, "`foo` has no colon after it", "foo: y\nbar: x\n"},
    });
}

TEST_CASE("what is wrong with a quoted text is shown in it") {
    check_refusals({
        {"\"a\" b: c\n", 1, 1, syntax, "`\"a\"` has no colon after it", ""},
        {"\"a\" \"b\"\n", 1, 5, syntax, "text follows the closing quote", ""},
        {"'a\n': b\nc d\n", 1, 1, syntax, "this `'` is not closed before the next key", ""},
        {"a: \"b\n  c\" d\n", 1, 4, syntax, "this `\"` is not closed before the next key", ""},
        {"a: \"b\n  c\" # d\ne f\n", 3, 1, syntax, "`e f` has no colon after it", ""},
        {"a: \"b\nc: d\" e\n", 1, 4, syntax, "this `\"` is not closed before the next key", ""},
        {"a: \"b\"c: d\n", 1, 7, syntax, "text follows the closing quote", ""},
        {"a: \"\\xZZ\"\n", 1, 5, syntax, "this `\\` begins no escape that double quotes know", "a: \"\\\\xZZ\"\n"},
        {"a: \"b\\uD800\"\n", 1, 6, syntax, "this `\\` begins no escape that double quotes know", ""},
        {"\"\\q\": a\n", 1, 2, syntax, "this `\\` begins no escape that double quotes know", "\"\\\\q\": a\n"},
        {"a: b: c's \\ x\n", 1, 4, syntax, "a text with `: ` in it needs quotes", "a: \"b: c's \\\\ x\"\n"},
        {"a: b: c\\d\n", 1, 4, syntax, "a text with `: ` in it needs quotes", "a: 'b: c\\d'\n"},
        {"a: 'b' # c\nd: : e\n", 2, 4, syntax, "a text with `: ` in it needs quotes", "a: 'b' # c\nd: \": e\"\n"},
        {" %x\n", 1, 2, syntax, "a text that begins with `%` needs quotes", ""},
    });
}

TEST_CASE("a bracket within a comment or a text is none") {
    check_refusals({
        {"#[\na: [b\n", 2, 4, syntax, "this `[` is never closed", "#[\na: [b]\n"},
        {"a: [b # ]\nd: e\n", 1, 4, syntax, "this `[` is never closed", "a: [b] # ]\nd: e\n"},
        {"a: [b, #]\nd: e\n", 1, 4, syntax, "this `[` is never closed", ""},
        {"# a ]\n\t# b\na: [\"]\"\n", 3, 4, syntax, "this `[` is never closed", ""},
        {"x[: [y\n", 1, 5, syntax, "this `[` is never closed", "x[: [y]\n"},
        {"]\n", 1, 1, syntax, "this is not YAML as backops reads it", ""},
    });
}

TEST_CASE("what only looks like a mistake is read") {
    for (const char* const file :
         {"a:\n-\n  ~\n", "- ~\n- a\n", "a: {b: ~, c: d}\n", "a: >\n  b\n\n# c\n   ", "a: b\n %x\n", "=======x\n",
          "=======\tx\n", "# x\nfoo\n", "|\n a: b\n", "a: \xc2\xa0\xc2\x85\n", "a: b\nc:\n"}) {
        CAPTURE(file);
        CHECK(Reading(file).is_clean());
    }
}

TEST_CASE("zero bytes in some places make no UTF-16") {
    using namespace std::string_literals;
    check_refusals({{"ab\0c"s, 1, 3, "encoding", "control character U+0000 stands here", ""},
                    {"a\0bc"s, 1, 2, "encoding", "control character U+0000 stands here", ""},
                    {"a: \xc2"s, 1, 4, "encoding", "byte 0xC2 is not UTF-8", ""},
                    {"a: b\n=======\r\n"s, 2, 1, "merge-conflict", "a merge conflict was left in this file", ""}});
}

}  // namespace backops::yaml::test
