#include <doctest/doctest.h>

#include "render/html.h"
#include "render/markdown.h"

using namespace backops::render;

TEST_CASE("text in HTML is never markup") {
    CHECK(html("<b>\"Tom & Jerry's\"</b>") == "&lt;b&gt;&quot;Tom &amp; Jerry&#39;s&quot;&lt;/b&gt;");
    CHECK(html("two\nlines\x1b[31m") == "two lines\uFFFD[31m");
    CHECK(html_lines("one\r\ntwo <3") == "one<br>two &lt;3");
}

TEST_CASE("a page's title is text and its body is markup") {
    const std::string page = html_page("A <b>", "<h1>B</h1>\n");
    CHECK(page.starts_with("<!DOCTYPE html>"));
    CHECK(page.find("<title>A &lt;b&gt;</title>") != std::string::npos);
    CHECK(page.find("<h1>B</h1>") != std::string::npos);
    CHECK(page.find("<script") == std::string::npos);
}

TEST_CASE("text in Markdown is never markup") {
    CHECK(markdown("*all* | _hands_ [x](y) <b> # `c`") == "\\*all\\* \\| \\_hands\\_ \\[x\\](y) \\<b> # \\`c\\`");
    CHECK(markdown("sound-check at 10.30") == "sound-check at 10.30");
    CHECK(markdown("# one") == "\\# one");
    CHECK(markdown("\xE2\x80\xA9  # one") == "   \\# one");
    CHECK(markdown("1. one & two") == "1\\. one & two");
    CHECK(markdown("&amp; 00:45+1") == "\\&amp; 00:45+1");
    CHECK(markdown("- item") == "\\- item");
    CHECK(markdown("line\nbreak") == "line break");
}

TEST_CASE("a table has a line for its headings, one for the rule and one for each row") {
    const std::vector<std::string> headings{"start", ""};
    const std::vector<std::vector<std::string>> rows{{"07:00", "Breakfast"}, {"", "Doors"}};
    CHECK(markdown_table(headings, rows) ==
          "| start |           |\n| ----- | --------- |\n| 07:00 | Breakfast |\n|       | Doors     |\n");
}
