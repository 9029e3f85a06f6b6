#include "text/problem.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "text/failure.h"
#include "text/utf8.h"
#include "text/width.h"

using backops::text::place_of;
using backops::text::Problem;
using backops::text::Problems;
using backops::text::Severity;
using backops::text::to_text;

namespace {

Problem problem_at(backops::text::Place place, std::string message = "m", std::string rule = "r") {
    return {Severity::error, std::move(rule), std::move(message), std::move(place), {}, {}};
}

/// The line with the caret of a problem whose span is the only `[…]` in `marked`.
std::string shown(std::string marked) {
    const auto begin = marked.find('[');
    marked.erase(begin, 1);
    const auto end = marked.find(']');
    marked.erase(end, 1);
    return to_text(
        problem_at(place_of("f", marked, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)})), false);
}

std::string repeated(const std::string& text, int count) {
    std::string result;
    for (int i = 0; i < count; ++i) result += text;
    return result;
}

struct Shown {
    std::string excerpt;
    std::string caret;
};

Shown lines_of(const std::string& text) {
    const auto first = text.find('\n') + 1;
    const auto second = text.find('\n', first) + 1;
    return {text.substr(first, second - first - 1), text.substr(second, text.find('\n', second) - second)};
}

}  // namespace

TEST_CASE("a problem shows its place, its rule, the line with a caret and the hint") {
    auto problem = problem_at({"activities/line-check.yaml", 7, 3, 9, "- main-stge"}, "no area is called `main-stge`",
                              "unknown-reference");
    problem.hints = {"did you mean `main-stage`?"};
    CHECK(to_text(problem, false) ==
          "activities/line-check.yaml:7:3: error: no area is called `main-stge` [unknown-reference]\n"
          "  7 | - main-stge\n"
          "    |   ^^^^^^^^^\n"
          "  hint: did you mean `main-stage`?\n");
}

TEST_CASE("the other place of a problem comes after the excerpt") {
    auto problem = problem_at({"activities/keynote.yaml", 4, 8, 16, "start: 2026-06-12T14:00"},
                              "`maya-lindt` is needed in two places on fri 12 jun, 14:00–14:45", "person-overlap");
    problem.others = {{{"activities/line-check.yaml", 4, 8, 0, ""}, "the other is `line-check`, 13:30–14:45"},
                      {{"crew/maya-lindt.yaml", 0, 0, 0, ""}, "the whole file"},
                      {{}, "nowhere"}};
    CHECK(to_text(problem, false) ==
          "activities/keynote.yaml:4:8: error: `maya-lindt` is needed in two places on fri 12 jun, 14:00–14:45 "
          "[person-overlap]\n"
          "  4 | start: 2026-06-12T14:00\n"
          "    |        ^^^^^^^^^^^^^^^^\n"
          "  activities/line-check.yaml:4:8: the other is `line-check`, 13:30–14:45\n"
          "  crew/maya-lindt.yaml: the whole file\n"
          "  nowhere\n");
}

TEST_CASE("a problem of a whole file has no excerpt") {
    CHECK(to_text(problem_at({"event.yaml", 0, 0, 0, "x"}), false) == "event.yaml: error: m [r]\n");
}

TEST_CASE("a problem without a file begins with its severity") {
    auto problem = problem_at({"", 3, 1, 1, "x"}, "m", "");
    CHECK(to_text(problem, false) == "error: m\n");
    problem.severity = Severity::warning;
    CHECK(to_text(problem, false) == "warning: m\n");
}

TEST_CASE("an empty line is not shown") {
    CHECK(to_text(problem_at(place_of("event.yaml", "", {0, 0})), false) == "event.yaml:1:1: error: m [r]\n");
}

TEST_CASE("the caret stands under numbers of any length") {
    CHECK(to_text(problem_at({"f", 12345, 2, 1, "ab"}), false) ==
          "f:12345:2: error: m [r]\n  12345 | ab\n        |  ^\n");
}

TEST_CASE("an empty span and the end of a line have one caret") {
    CHECK(shown("a[]b") == "f:1:2: error: m [r]\n  1 | ab\n    |  ^\n");
    CHECK(shown("ab[]") == "f:1:3: error: m [r]\n  1 | ab\n    |   ^\n");
    CHECK(to_text(problem_at({"f", 1, 99, 4, "ab"}), false) == "f:1:99: error: m [r]\n  1 | ab\n    |   ^\n");
}

TEST_CASE("a caret that would run past the line ends with it") {
    CHECK(to_text(problem_at({"f", 1, 2, 99, "abc"}), false) == "f:1:2: error: m [r]\n  1 | abc\n    |  ^^\n");
    CHECK(to_text(problem_at({"f", 1, 2, 2147483647, "abc"}), false) == "f:1:2: error: m [r]\n  1 | abc\n    |  ^^\n");
}

TEST_CASE("a place without a column has an excerpt without a caret") {
    CHECK(to_text(problem_at({"f", 4, 0, 0, "ab"}), false) == "f:4: error: m [r]\n  4 | ab\n");
}

TEST_CASE("the caret counts cells, not code points") {
    CHECK(shown("音楽: [会場]") == "f:1:5: error: m [r]\n  1 | 音楽: 会場\n    |       ^^^^\n");
    CHECK(shown("a: 👨‍👩‍👧 [b]") == "f:1:10: error: m [r]\n  1 | a: 👨‍👩‍👧 b\n    |       ^\n");
    CHECK(shown("🇩🇪 [🇫🇷] x") == "f:1:4: error: m [r]\n  1 | 🇩🇪 🇫🇷 x\n    |    ^^\n");
    CHECK(shown("اسم: [خ]") == "f:1:6: error: m [r]\n  1 | اسم: خ\n    |      ^\n");
    CHECK(shown("cafe\u0301 [x]") == "f:1:7: error: m [r]\n  1 | cafe\u0301 x\n    |      ^\n");
}

TEST_CASE("a caret under part of a character stands under the whole of it") {
    CHECK(shown("ab👨‍[👩]‍👧c") == "f:1:5: error: m [r]\n  1 | ab👨‍👩‍👧c\n    |   ^^\n");
    CHECK(shown("xe[\u0301]") == "f:1:3: error: m [r]\n  1 | xe\u0301\n    |  ^\n");
}

TEST_CASE("tabs are shown as one blank, and the caret still fits") {
    CHECK(shown("\t\ta:\t[b]") == "f:1:6: error: m [r]\n  1 |   a: b\n    |      ^\n");
}

TEST_CASE("what the user typed cannot reach the terminal as an order") {
    auto problem = problem_at({"a\x1b[2J.yaml", 1, 2, 1, "\x1b[31m\xFFx\u202E"}, "no \x9b thing\nis `\x07`", "r\x1b");
    problem.hints = {"type\r\x1b"};
    problem.others = {{{"b\n.yaml", 1, 1, 1, ""}, "\x1b"}};
    CHECK(to_text(problem, false) ==
          "a\uFFFD[2J.yaml:1:2: error: no \uFFFD thing is `\uFFFD` [r\uFFFD]\n"
          "  1 | \uFFFD[31m\uFFFDx\uFFFD\n"
          "    |  ^\n"
          "  b .yaml:1:1: \uFFFD\n"
          "  hint: type \uFFFD\n");
}

TEST_CASE("the caret finds bytes that are no UTF-8") {
    CHECK(shown("é\xFF\xE2\x82[\xFE]z") == "f:1:5: error: m [r]\n  1 | é\uFFFD\uFFFD\uFFFD\uFFFDz\n    |     ^\n");
}

TEST_CASE("a BOM and CRLF do not move the caret") {
    CHECK(to_text(problem_at(place_of("f", "\xEF\xBB\xBFname: x\r\n", {9, 10})), false) ==
          "f:1:7: error: m [r]\n  1 | name: x\n    |       ^\n");
}

TEST_CASE("a line of 160 cells is shown whole") {
    const auto lines = lines_of(shown(repeated("a", 159) + "[b]"));
    CHECK(lines.excerpt == "  1 | " + repeated("a", 159) + "b");
    CHECK(lines.caret == "    | " + repeated(" ", 159) + "^");
}

TEST_CASE("a longer line is cut after what matters when that is near its beginning") {
    const auto lines = lines_of(shown("key: [value]" + repeated(" x", 200)));
    CHECK(lines.excerpt == "  1 | key: value" + repeated(" x", 75) + "…");
    CHECK(lines.caret == "    |      ^^^^^");
}

TEST_CASE("a longer line is cut on both sides of a caret in its middle") {
    const auto lines = lines_of(shown(repeated("a", 500) + "[bcd]" + repeated("e", 500)));
    CHECK(lines.excerpt == "  1 | …" + repeated("a", 60) + "bcd" + repeated("e", 97) + "…");
    CHECK(lines.caret == "    | " + repeated(" ", 61) + "^^^");
}

TEST_CASE("a longer line is cut before a caret at its end") {
    const auto lines = lines_of(shown(repeated("a", 500) + "[b]"));
    CHECK(lines.excerpt == "  1 | …" + repeated("a", 159) + "b");
    CHECK(lines.caret == "    | " + repeated(" ", 160) + "^");
    const auto at_end = lines_of(shown(repeated("a", 500) + "[]"));
    CHECK(at_end.excerpt == "  1 | …" + repeated("a", 160));
    CHECK(at_end.caret == "    | " + repeated(" ", 161) + "^");
}

TEST_CASE("a cut line of wide characters keeps its caret aligned") {
    for (const std::string lead : {"", "a", "ab"}) {
        const auto lines = lines_of(shown(lead + repeated("音", 300) + "[X]" + repeated("楽", 300)));
        const auto before = lines.excerpt.substr(0, lines.excerpt.find('X'));
        CHECK(backops::text::display_width(before) == static_cast<int>(lines.caret.find('^')));
        CHECK(backops::text::display_width(lines.excerpt) <= 6 + 162);
    }
}

TEST_CASE("a caret longer than the window ends with the window") {
    const auto lines = lines_of(shown("k: [" + repeated("a", 1000) + "]"));
    CHECK(backops::text::display_width(lines.excerpt) == 6 + 161);
    CHECK(lines.caret == "    |    " + repeated("^", 157));
}

TEST_CASE("text without width is cut too") {
    const auto zalgo = shown("z" + repeated("\u0335", 10'000) + "[x]");
    CHECK(zalgo.size() < 1000);
    CHECK(lines_of(zalgo).caret == "    | ^");
    CHECK(shown(repeated("\u200b", 100'000) + "[x]").size() < 10'000);
    CHECK_FALSE(backops::text::first_bad_byte(zalgo));
}

TEST_CASE("colour marks the severity and the caret and changes no words") {
    auto problem = problem_at({"f", 1, 1, 1, "x"});
    problem.hints = {"h"};
    auto coloured = to_text(problem, true);
    CHECK(coloured.find("\x1b[1;31merror:\x1b[0m") != std::string::npos);
    CHECK(coloured.find("\x1b[1;31m^\x1b[0m") != std::string::npos);
    for (auto at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b')) {
        coloured.erase(at, coloured.find('m', at) - at + 1);
    }
    CHECK(coloured == to_text(problem, false));
    problem.severity = Severity::warning;
    CHECK(to_text(problem, true).find("\x1b[1;33mwarning:\x1b[0m") != std::string::npos);
}

TEST_CASE("problems sort by file, line, column, rule and message") {
    const Problems sorted = {
        problem_at({"", 0, 0, 0, ""}),
        problem_at({"a", 0, 0, 0, ""}),
        problem_at({"a", 2, 9, 0, ""}),
        problem_at({"a", 10, 1, 0, ""}),
        problem_at({"a", 10, 2, 0, ""}, "z", "a"),
        problem_at({"a", 10, 2, 0, ""}, "a", "b"),
        problem_at({"a", 10, 2, 0, ""}, "b", "b"),
        problem_at({"b", 1, 1, 0, ""}),
    };
    auto shuffled = sorted;
    const auto all_text = [](const Problems& problems) {
        std::string text;
        for (const auto& problem : problems) text += to_text(problem, false);
        return text;
    };
    for (std::size_t shift = 0; shift < sorted.size(); ++shift) {
        std::rotate(shuffled.begin(), shuffled.begin() + 3, shuffled.end());
        std::swap(shuffled[0], shuffled[shift]);
        backops::text::sort(shuffled);
        CHECK(all_text(shuffled) == all_text(sorted));
    }
}

TEST_CASE("problems that differ in their other places only come in one order") {
    auto one = problem_at({"a", 1, 1, 0, ""});
    auto two = one;
    one.others = {{{"b", 1, 1, 0, ""}, "m"}};
    two.others = {{{"b", 2, 1, 0, ""}, "m"}};
    Problems forwards = {one, two};
    Problems backwards = {two, one};
    backops::text::sort(forwards);
    backops::text::sort(backwards);
    CHECK(forwards[0].others[0].place.line == 1);
    CHECK(backwards[0].others[0].place.line == 1);
}

TEST_CASE("warnings alone are no error") {
    auto problem = problem_at({});
    CHECK_FALSE(backops::text::any_error({}));
    CHECK(backops::text::any_error({problem}));
    problem.severity = Severity::warning;
    CHECK_FALSE(backops::text::any_error({problem}));
}

TEST_CASE("a failure carries its message, hints, status and problems") {
    const backops::text::Failure refused("cannot write x", {"try y"});
    CHECK(std::string(refused.what()) == "cannot write x");
    CHECK(refused.status == 1);
    CHECK(refused.hints == std::vector<std::string>{"try y"});
    const backops::text::Failure with_problems(Problems{problem_at({})}, "1 error");
    CHECK(with_problems.problems.size() == 1);
    CHECK(with_problems.status == 1);
}
