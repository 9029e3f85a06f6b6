#include "render/template.h"

#include <doctest/doctest.h>

#include "text/failure.h"

using namespace backops;
using render::Json;
using render::Markup;
using render::Template;

namespace {

std::optional<render::TemplateSource> partial(const std::string& name) {
    if (name == "row") return render::TemplateSource{"templates/row.md.mustache", "* {{name}}\n"};
    if (name == "loop") return render::TemplateSource{"templates/loop.md.mustache", "{{>loop}}"};
    if (name == "torn") return render::TemplateSource{"templates/torn.md.mustache", "a\n{{#open}}\n"};
    return std::nullopt;
}

std::string drawn(std::string text, const Json& json, Markup markup = Markup::markdown) {
    return Template({"templates/x.md.mustache", std::move(text)}, partial, markup).rendered(json);
}

/// "file:line:column: message" of what is wrong with a template.
std::string wrong(std::string text) {
    try {
        drawn(std::move(text), {});
    } catch (const text::Failure& failure) {
        REQUIRE(failure.problems.size() == 1);
        const text::Problem& problem = failure.problems.front();
        return problem.place.file + ':' + std::to_string(problem.place.line) + ':' +
               std::to_string(problem.place.column) + ": " + problem.message;
    }
    return {};
}

}  // namespace

TEST_CASE("a template shows values, sections, lists and what is not there") {
    const Json json{{"name", "Ana"},
                    {"none", nullptr},
                    {"empty", ""},
                    {"no", false},
                    {"count", 0},
                    {"list", {"a", "b"}},
                    {"nothing", Json::array()},
                    {"inner", {{"name", "Jo"}, {"deep", {{"x", 1}}}}}};
    CHECK(drawn("{{name}} {{missing}}{{none}}{{count}}", json) == "Ana 0");
    CHECK(drawn("{{#none}}x{{/none}}{{#empty}}x{{/empty}}{{#no}}x{{/no}}{{^none}}y{{/none}}", json) == "y");
    CHECK(drawn("{{#count}}{{.}}{{/count}}", json) == "0");
    CHECK(drawn("{{^none}}{{name}}{{.}}{{#no}}x{{/no}}{{/none}}{{^nothing}}{{inner.name}}{{/nothing}}", json) ==
          "AnaJo");
    CHECK(drawn("{{#list}}[{{.}}]{{/list}}{{#nothing}}x{{/nothing}}{{^nothing}}-{{/nothing}}", json) == "[a][b]-");
    CHECK(drawn("{{#has_list}}<{{/has_list}}{{#has_nothing}}x{{/has_nothing}}", json) == "<");
    CHECK(drawn("{{#inner}}{{name}} {{count}} {{deep.x}}{{/inner}} {{inner.deep.x}} {{inner.none}}", json) ==
          "Jo 0 1 1 ");
}

TEST_CASE("values are escaped for what the template is, unless it asks for them raw") {
    const Json json{{"x", "a<b>|*c*\n{{name}}"}, {"name", "n"}};
    CHECK(drawn("{{x}}", json, Markup::html) == "a&lt;b&gt;|*c*<br>{{name}}");
    CHECK(drawn("{{x}}", json, Markup::text) == "a<b>|*c*\n{{name}}");
    const std::string markdown = drawn("| {{x}} |", json);
    CHECK(markdown.find("\\<b") != std::string::npos);
    CHECK(markdown.find("\\|") != std::string::npos);
    CHECK(markdown.find('\n') == std::string::npos);
    CHECK(drawn("{{{x}}}", {{"x", "<i>"}}, Markup::html) == "<i>");
}

TEST_CASE("tags that stand alone on a line go with it") {
    const Json json{{"rows", {{{"name", "a"}}, {{"name", "b"}}}}, {"none", nullptr}};
    CHECK(drawn("x\n{{#rows}}\n- {{name}}\n{{/rows}}\n{{#none}}\ny\n{{/none}}\n{{! a remark }}\n\nz\n", json) ==
          "x\n- a\n- b\n\nz\n");
    CHECK(drawn("{{#rows}}\n{{>row}}\n{{/rows}}\n", json) == "* a\n* b\n");
}

TEST_CASE("what is wrong with a template is told with its place, in the file where it stands") {
    CHECK(wrong("a\nb {{#rows}}\n") == "templates/x.md.mustache:2:3: the section `rows` is not closed");
    CHECK(wrong("a\n{{/rows}}\n") == "templates/x.md.mustache:2:1: no section `rows` is open here");
    CHECK(wrong("a {{name\n") == "templates/x.md.mustache:1:3: the tag is not closed: there is no `}}`");
    CHECK(wrong("\n {{>nobody}}\n") == "templates/x.md.mustache:2:2: there is no template `nobody` to include");
    CHECK(wrong("{{>loop}}") == "templates/loop.md.mustache:1:1: templates include each other without end");
    CHECK(wrong("{{>torn}}") == "templates/torn.md.mustache:2:1: the section `open` is not closed");
    CHECK(wrong("{{=a=}}").starts_with("templates/x.md.mustache:1:1: the delimiters"));
    CHECK(wrong("{{#a}}{{#b}}{{/a}}{{/b}}").starts_with("templates/x.md.mustache:1:1: the section `a`"));
    CHECK(wrong("").empty());
    CHECK(wrong("}").empty());
    CHECK(wrong("{{name}}").empty());
}

TEST_CASE("a tag with a sign takes its line with it, and delimiters may change") {
    const Json json{{"rows", {{{"name", "a"}}, {{"name", "b"}}}}, {"x", 1}};
    CHECK(drawn("x\n  {{#rows}}  \n- {{name}}\n\t{{/rows}}\nz", json) == "x\n- a\n- b\nz");
    CHECK(drawn("{{=<% %>=}}\n<%#rows%>\n<% name %> {{x}}\n<%/rows%>\n<%={{ }}=%>\n{{x}}", json) ==
          "a {{x}}\nb {{x}}\n1");
    // An included template has its own.
    CHECK(drawn("{{=<% %>=}}\n<%#rows%>\n<%>row%>\n<%/rows%>\n", json) == "* a\n* b\n");
    CHECK(drawn("a {{#x}} b {{/x}}\n{{#x}}{{/x}}\n{{! a\nb }}\nc", json) == "a  b \n\nc");
}

TEST_CASE("a template is read with the care of a record") {
    CHECK(wrong("a\xff") == "templates/x.md.mustache:1:2: byte 0xFF is not UTF-8");
    CHECK(wrong(std::string("{{x}}\n\0", 7)) == "templates/x.md.mustache:2:1: control character U+0000 stands here");
    CHECK(wrong("ab\n c\x01") == "templates/x.md.mustache:2:3: control character U+0001 stands here");
    CHECK(wrong("{{#\x1b[31m}}{{/\x1b[31m}}") == "templates/x.md.mustache:1:4: control character U+001B stands here");
    CHECK(wrong("{{! \xC2\x9B }}") == "templates/x.md.mustache:1:5: control character U+009B stands here");
    CHECK(wrong("a\rb") == "templates/x.md.mustache:1:2: a carriage return stands alone here");
    CHECK(wrong("\xff\xfe{") == "templates/x.md.mustache:0:0: this file is UTF-16");
    for (const char* hidden : {"\xE2\x80\xAE", "\xE2\x81\xA6", "\xEF\xBB\xBF", "\xC2\x85", "\xF3\xA0\x80\x81"})
        CHECK(wrong(std::string("a ") + hidden)
                  .starts_with("templates/x.md.mustache:1:3: there is an invisible character"));
    CHECK(wrong(std::string(1024 * 1024 + 1, 'x')) ==
          "templates/x.md.mustache:0:0: this template is larger than 1 MiB");
    CHECK(wrong(std::string(1024 * 1024, 'x')).empty());
    CHECK(drawn("\xEF\xBB\xBF{{#x}}\r\na\t{{x}}\r\n{{/x}}\r\n", {{"x", 1}}) == "a\t1\n");
    CHECK(wrong("\xEF\xBB\xBF{{#x}}\r\n\r\n ä{{/y}}\r\n{{y") ==
          "templates/x.md.mustache:4:1: the tag is not closed: there is no `}}`");
}

TEST_CASE("nothing that a template prints acts on a terminal") {
    const Json json{{"x", "a\x1b[31m\xC2\x9B\xE2\x80\xAE\tb\x01"}, {"y", "\x07"}};
    const std::string safe = "a\xEF\xBF\xBD[31m\xEF\xBF\xBD\xEF\xBF\xBD b\xEF\xBF\xBD";
    for (const Markup markup : {Markup::html, Markup::text}) {
        CHECK(drawn("{{x}}", json, markup) == safe);
        CHECK(drawn("{{{x}}}{{&y}}", json, markup) == safe + "\xEF\xBF\xBD");
    }
    CHECK(drawn("{{{x}}}", json) == safe);
}

TEST_CASE("what a template may have is limited, and the message has the place") {
    const auto times = [](std::size_t count, const std::string& words) {
        std::string all;
        for (std::size_t i = 0; i < count; ++i) all += words;
        return all;
    };
    const Json json{{"rows", std::vector<int>(100, 1)}, {"x", std::string(1000, 'x')}};
    const auto limit = [&](const std::string& text) {
        try {
            drawn(text, json);
        } catch (const text::Failure& failure) {
            REQUIRE(failure.problems.size() == 1);
            CHECK(failure.problems.front().rule == "limit");
            return std::to_string(failure.problems.front().place.column) + ": " + failure.problems.front().message;
        }
        return std::string();
    };
    const std::string deep = times(32, "{{#x}}") + "a" + times(32, "{{/x}}");
    CHECK(drawn(deep, json) == "a");
    CHECK(limit("{{^rows}}" + deep + "{{/rows}}") == "196: sections are nested more than 32 deep here");
    CHECK(limit(times(20000, "{{#x}}")) == "193: sections are nested more than 32 deep here");
    CHECK(drawn(times(100, deep), json) == std::string(100, 'a'));
    CHECK(limit(times(4, "{{#rows}}") + times(200, "{{#x}}{{/x}}") + times(4, "{{/rows}}"))
              .ends_with(": this template takes too long to draw"));
    CHECK(limit("{{#rows}}{{#rows}}" + std::string(2000, 'x') + "{{/rows}}{{/rows}}") ==
          "10: this template draws more than 16 MiB");
    CHECK(limit("{{#rows}}{{#rows}}{{x}}{{{x}}}{{/rows}}{{/rows}}") == "24: this template draws more than 16 MiB");
    CHECK(drawn("{{#rows}}{{#rows}}{{x}}{{/rows}}{{/rows}}", json).size() == 10'000'000);
}

TEST_CASE("the limits hold for all that is included") {
    // t0 … t40, each of which includes the next as often as is said, the last nothing.
    std::size_t last = 0, often = 1;
    std::string within = "{{>", words = "}}";
    const auto chain = [&](const std::string& name) -> std::optional<render::TemplateSource> {
        const auto number = std::stoul(name.substr(1));
        std::string text = "\n";
        for (std::size_t i = 0; number < last && i < often; ++i)
            text += within + 't' + std::to_string(number + 1) + words;
        return render::TemplateSource{name, std::move(text)};
    };
    const auto told = [&](const std::string& text) {
        const text::Problems problems = render::template_problems({"x", text}, chain);
        if (problems.empty()) return std::string();
        return problems.front().place.file + ':' + std::to_string(problems.front().place.line) + ": " +
               problems.front().message;
    };
    last = 15;
    CHECK(told("{{>t0}}").empty());
    CHECK(told("\n{{>t0}}{{>t0}}").empty());
    last = 16;
    CHECK(told("{{>t0}}") == "t15:2: templates include each other more than 16 deep here");
    last = 15, often = 4;
    CHECK(told("{{>t0}}").ends_with(":2: with all that it includes, the template is larger than 1 MiB"));
    last = 8, often = 1, within = "{{#a}}{{#b}}{{#c}}{{#d}}{{>", words = "}}{{/d}}{{/c}}{{/b}}{{/a}}";
    CHECK(told("{{>t0}}").empty());
    CHECK(told("{{#a}}\n{{>t0}}{{/a}}") == "t7:2: sections are nested more than 32 deep here");
}

TEST_CASE("every template that comes with backops is whole") {
    for (const char* name : {"call", "day", "run", "index"})
        for (const char* ending : {".html", ".md"}) {
            const auto source = render::built_in_template(std::string(name) + ending);
            REQUIRE(source);
            CHECK_NOTHROW(Template(*source, render::built_in_partial(ending), Markup::html));
        }
}
