#include "text/diff.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <random>
#include <string>
#include <vector>

using backops::text::shown_diff;
using backops::text::unified_diff;

using Text = std::optional<std::string>;

namespace {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto length = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.emplace_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return lines;
}

struct Hunk {
    std::size_t before_first = 0;
    std::size_t before_count = 1;
    std::size_t after_first = 0;
    std::size_t after_count = 1;
};

Hunk hunk_of(const std::string& header) {
    Hunk hunk;
    char* end = nullptr;
    REQUIRE(header.starts_with("@@ -"));
    hunk.before_first = std::strtoul(header.c_str() + 4, &end, 10);
    if (*end == ',') hunk.before_count = std::strtoul(end + 1, &end, 10);
    REQUIRE(std::string_view(end).starts_with(" +"));
    hunk.after_first = std::strtoul(end + 2, &end, 10);
    if (*end == ',') hunk.after_count = std::strtoul(end + 1, &end, 10);
    REQUIRE(std::string_view(end) == " @@\n");
    return hunk;
}

/// Applies a diff of one file as strictly as can be: no offset, no fuzz, all counts and context exact.
std::string applied(const std::string& diff, const std::string& before) {
    const auto old_lines = lines_of(before);
    const auto patch = lines_of(diff);
    std::string result;
    std::size_t lines_written = 0;
    std::size_t taken = 0;
    const auto write = [&](const std::string& line) {
        result += line;
        ++lines_written;
    };
    std::size_t at = 0;
    while (at < patch.size() && !patch[at].starts_with("@@ ")) ++at;
    while (at < patch.size()) {
        auto hunk = hunk_of(patch[at++]);
        const auto first = hunk.before_count == 0 ? hunk.before_first : hunk.before_first - 1;
        REQUIRE(first >= taken);
        while (taken < first) write(old_lines.at(taken++));
        REQUIRE(lines_written == (hunk.after_count == 0 ? hunk.after_first : hunk.after_first - 1));
        while (hunk.before_count > 0 || hunk.after_count > 0) {
            const char mark = patch.at(at).at(0);
            auto line = patch[at++].substr(1);
            if (at < patch.size() && patch[at] == "\\ No newline at end of file\n") {
                line.pop_back();
                ++at;
            }
            if (mark != '+') {
                REQUIRE(old_lines.at(taken++) == line);
                --hunk.before_count;
            }
            if (mark != '-') {
                write(line);
                --hunk.after_count;
            }
        }
    }
    while (taken < old_lines.size()) write(old_lines[taken++]);
    return result;
}

std::string diff_of(const Text& before, const Text& after) { return unified_diff("f", before, after); }

const std::string header = "diff --git a/f b/f\n--- a/f\n+++ b/f\n";

}  // namespace

TEST_CASE("texts that do not differ have no diff") {
    CHECK(diff_of("a\n", "a\n").empty());
    CHECK(diff_of("", "").empty());
    CHECK(diff_of(std::nullopt, std::nullopt).empty());
}

TEST_CASE("a changed line stands between three lines of context") {
    CHECK(unified_diff("areas/hall.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") ==
          "diff --git a/areas/hall.yaml b/areas/hall.yaml\n"
          "--- a/areas/hall.yaml\n"
          "+++ b/areas/hall.yaml\n"
          "@@ -2,7 +2,7 @@\n"
          " 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST_CASE("a range of one line has no count, a range of none names the line before") {
    CHECK(diff_of("a\n", "b\n") == header + "@@ -1 +1 @@\n-a\n+b\n");
    CHECK(diff_of("", "b\n") == header + "@@ -0,0 +1 @@\n+b\n");
    CHECK(diff_of("a\nb\n", "") == header + "@@ -1,2 +0,0 @@\n-a\n-b\n");
}

TEST_CASE("a file that is made or removed is so against /dev/null") {
    CHECK(diff_of(std::nullopt, "a\nb\n") ==
          "diff --git a/f b/f\nnew file mode 100644\n--- /dev/null\n+++ b/f\n@@ -0,0 +1,2 @@\n+a\n+b\n");
    CHECK(diff_of("a\n", std::nullopt) ==
          "diff --git a/f b/f\ndeleted file mode 100644\n--- a/f\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n");
}

TEST_CASE("an empty file that is made or removed has a diff without hunks") {
    CHECK(diff_of(std::nullopt, "") == "diff --git a/f b/f\nnew file mode 100644\n");
    CHECK(diff_of("", std::nullopt) == "diff --git a/f b/f\ndeleted file mode 100644\n");
}

TEST_CASE("a missing final newline is said as git says it") {
    CHECK(diff_of("a\nb", "a\nb\n") == header + "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n");
    CHECK(diff_of("a\nb\n", "a\nb") == header + "@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n");
    CHECK(diff_of("a\nb", "c\nb") == header + "@@ -1,2 +1,2 @@\n-a\n+c\n b\n\\ No newline at end of file\n");
}

TEST_CASE("a CR stays in its line") {
    CHECK(diff_of("a\r\n", "a\n") == header + "@@ -1 +1 @@\n-a\r\n+a\n");
    CHECK(diff_of("a\rb\n", "ab\n") == header + "@@ -1 +1 @@\n-a\rb\n+ab\n");
}

TEST_CASE("changes share a hunk when their context touches") {
    CHECK(diff_of("a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n") ==
          header + "@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n");
    CHECK(diff_of("a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n") ==
          header + "@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n");
}

TEST_CASE("an inserted line is the only one marked") {
    CHECK(diff_of("a\nb\nc\n", "a\nx\nb\nc\n") == header + "@@ -1,3 +1,4 @@\n a\n+x\n b\n c\n");
    CHECK(diff_of("a\nb\na\nb\nc\n", "b\na\nb\nc\n") == header + "@@ -1,4 +1,3 @@\n-a\n b\n a\n b\n");
}

TEST_CASE("paths that git would misread are written as git writes them") {
    CHECK(unified_diff("a b.yaml", "1\n", "2\n")
              .starts_with("diff --git a/a b.yaml b/a b.yaml\n--- a/a b.yaml\t\n+++ b/a b.yaml\t\n"));
    CHECK(unified_diff("q\"\\\n", "1\n", "2\n")
              .starts_with("diff --git \"a/q\\\"\\\\\\012\" \"b/q\\\"\\\\\\012\"\n--- \"a/q\\\"\\\\\\012\"\n"));
    CHECK(unified_diff("音.yaml", "1\n", "2\n").starts_with("diff --git a/音.yaml b/音.yaml\n"));
}

TEST_CASE("applying the diff of any two texts to the first gives the second") {
    const std::vector<std::string> pieces = {"a\n",
                                             "b\n",
                                             "c\r\n",
                                             "\n",
                                             "-- x\n",
                                             "++ y\n",
                                             "@@ -1 +1 @@\n",
                                             "音楽\n",
                                             "\xFF\n",
                                             "\x1b\r\n",
                                             "👨‍👩‍👧\n",
                                             "\r",
                                             "no newline",
                                             "\\ No\n"};
    std::mt19937 random(20260610);
    const auto random_text = [&](std::size_t most_pieces, std::size_t kinds) {
        std::string text;
        for (auto count = random() % (most_pieces + 1); count > 0; --count) text += pieces[random() % kinds];
        return text;
    };
    for (int round = 0; round < 2000; ++round) {
        const auto kinds = 1 + random() % pieces.size();
        const auto before = random_text(round % 40, kinds);
        auto after = random_text(round % 40, kinds);
        if (round % 2 == 0) after = before.substr(0, random() % (before.size() + 1)) + after;
        CHECK(applied(diff_of(before, after), before) == after);
    }
}

TEST_CASE("a text that has little in common with the other still gives its diff") {
    std::mt19937 random(7);
    std::string before;
    std::string after;
    for (int i = 0; i < 5000; ++i) {
        before += std::to_string(random() % 500) + "\n";
        after += std::to_string(random() % 500) + "\n";
    }
    CHECK(applied(diff_of(before, after), before) == after);
}

TEST_CASE("large files that differ in every line do not take for ever") {
    std::string before;
    std::string after;
    for (int i = 0; i < 60'000; ++i) {
        before += "a" + std::to_string(i) + "\n";
        after += "b" + std::to_string(i) + "\n";
    }
    CHECK(diff_of(before, after).size() > before.size() + after.size());
    const auto many_empty_lines = std::string(1'000'000, '\n');
    CHECK(diff_of(many_empty_lines + many_empty_lines, many_empty_lines + "x\n" + many_empty_lines).size() < 200);
    const auto fewer_empty_lines = std::string(20'000, '\n');
    CHECK(applied(diff_of(fewer_empty_lines, "x\n"), fewer_empty_lines) == "x\n");
}

TEST_CASE("a shown diff without colour is the diff when there is nothing to hide") {
    const auto diff = diff_of("a\nb\n", "a\nc\n");
    CHECK(shown_diff(diff, false) == diff);
    CHECK(shown_diff("", true).empty());
}

TEST_CASE("a shown diff colours what is added and removed") {
    CHECK(shown_diff(diff_of("a\nb\n", "a\nc"), true) ==
          "\x1b[1mdiff --git a/f b/f\x1b[0m\n\x1b[1m--- a/f\x1b[0m\n\x1b[1m+++ b/f\x1b[0m\n"
          "\x1b[36m@@ -1,2 +1,2 @@\x1b[0m\n a\n\x1b[31m-b\x1b[0m\n\x1b[32m+c\x1b[0m\n"
          "\x1b[2m\\ No newline at end of file\x1b[0m\n");
}

TEST_CASE("a shown diff tells a removed line of dashes from the header of a file") {
    const auto diff = shown_diff(diff_of("-- x\n", "++ y\n") + diff_of("a\n", "b\n"), true);
    CHECK(diff.find("\x1b[31m--- x\x1b[0m\n\x1b[32m+++ y\x1b[0m\n\x1b[1mdiff --git") != std::string::npos);
}

TEST_CASE("a shown diff is safe for a terminal and shows a CR at the end of a line") {
    const auto diff = shown_diff(diff_of("a\r\nb\tc\n", "a\n\x1b[2J\xFF\n"), false);
    CHECK(diff == header + "@@ -1,2 +1,2 @@\n-a^M\n-b c\n+a\n+\uFFFD[2J\uFFFD\n");
}
