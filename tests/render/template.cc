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

TEST_CASE("every template that comes with backops is whole") {
    for (const char* name : {"call", "day", "run", "index"})
        for (const char* ending : {".html", ".md"}) {
            const auto source = render::built_in_template(std::string(name) + ending);
            REQUIRE(source);
            CHECK_NOTHROW(Template(*source, render::built_in_partial(ending), Markup::html));
        }
}
