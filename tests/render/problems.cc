#include "render/problems.h"

#include <doctest/doctest.h>

#include <set>

#include "check/rule.h"
#include "render/json.h"

using namespace backops;
using render::Json;

namespace {

text::Problem problem(std::string message, text::Place place) {
    text::Problem problem;
    problem.rule = "wrong-value";
    problem.message = std::move(message);
    problem.place = std::move(place);
    return problem;
}

text::Problem problem(std::string message) { return problem(std::move(message), {"areas/a.yaml", 3, 7, 5, "", 0}); }

/// What GitHub is told of one problem, without the counts.
std::string command(text::Problem problem) {
    const std::string all = render::problems_github({{std::move(problem)}, 0, 1});
    return all.substr(0, all.find('\n'));
}

Json run_of(text::Problems problems) {
    return Json::parse(render::problems_sarif({std::move(problems), 0, 1}, "1.2.3"))["runs"][0];
}

Json result_of(text::Problem problem) { return run_of({std::move(problem)})["results"][0]; }

std::string text_of(std::string message) { return result_of(problem(std::move(message)))["message"]["text"]; }

std::vector<std::string> prints_of(text::Problems problems) {
    const Json run = run_of(std::move(problems));
    std::vector<std::string> prints;
    for (const Json& result : run["results"]) prints.push_back(result["partialFingerprints"]["finding/1"]);
    return prints;
}

}  // namespace

TEST_CASE("a workflow command names severity, place and rule") {
    CHECK(command(problem("no")) == "::error file=areas/a.yaml,line=3,col=7,endColumn=12,title=wrong-value::no");
    text::Problem warning = problem("no", {"areas/a.yaml", 3, 7, 0, "", 0});
    warning.severity = text::Severity::warning;
    CHECK(command(warning) == "::warning file=areas/a.yaml,line=3,col=7,title=wrong-value::no");
}

TEST_CASE("a workflow command about a whole file has no line") {
    CHECK(command(problem("no", text::place_of("crew/x"))) == "::error file=crew/x,title=wrong-value::no");
}

TEST_CASE("in the message of a workflow command percent signs and line ends are escaped, and nothing else") {
    CHECK(command(problem("50%0A: a, b::c ##[error]")).ends_with("::50%250A: a, b::c ##[error]"));
    CHECK(command(problem("a\r\nb\n::error::c")).ends_with("title=wrong-value::a b ::error::c"));
    text::Problem told = problem("first");
    told.hints = {"write `100%`"};
    told.others = {{{"areas/b.yaml", 2, 1, 0, "", 0}, "the other"}, {text::place_of("crew"), "and this"}};
    CHECK(command(told).ends_with("::first%0Aareas/b.yaml:2:1: the other%0Acrew: and this%0Ahint: write `100%25`"));
}

TEST_CASE("in a property of a workflow command colons and commas are escaped too") {
    CHECK(command(problem("no", text::place_of("a 50%,line=9::x.yaml"))) ==
          "::error file=a 50%25%2Cline=9%3A%3Ax.yaml,title=wrong-value::no");
    CHECK(command(problem("no", text::place_of("a\nb.yaml"))) == "::error file=a b.yaml,title=wrong-value::no");
}

TEST_CASE("control characters and marks that turn text around reach neither format") {
    const std::string bad = "a\x1b[31mb\u202Ec\u2066d\x7f";
    CHECK(command(problem(bad)).ends_with("::a\uFFFD[31mb\uFFFDc\uFFFDd\uFFFD"));
    CHECK(text_of(bad) == "a\uFFFD[31mb\uFFFDc\uFFFDd\uFFFD");
    CHECK(command(problem("no", text::place_of("\u202Ea.yaml"))).starts_with("::error file=\uFFFDa.yaml,"));
}

TEST_CASE("GitHub's log ends with the counts") {
    text::Problem warning = problem("no");
    warning.severity = text::Severity::warning;
    CHECK(render::problems_github({{warning, problem("no")}, 2, 7})
              .ends_with("\n1 error, 1 warning in 7 files (2 accepted)\n"));
    CHECK(render::problems_github({}) == "0 errors, 0 warnings in 0 files\n");
}

TEST_CASE("a SARIF message is plain text: no placeholder and no link is read into it") {
    CHECK(text_of("`{0}` and {start: x}") == "`{{0}}` and {{start: x}}");
    CHECK(text_of("`[here](https://evil.example)`") == "`[here\\](https://evil.example)`");
    CHECK(text_of("a [b] (c) <b>&amp; \"q\" \\") == "a [b] (c) <b>&amp; \"q\" \\");
    text::Problem told = problem("first");
    told.hints = {"{a}", "b"};
    told.others = {{{"areas/b.yaml", 2, 1, 0, "", 0}, "[1](1)"}};
    const Json result = result_of(told);
    CHECK(result["message"]["text"] == "first\nhint: {{a}}\nhint: b");
    CHECK(result["relatedLocations"][0]["message"]["text"] == "[1\\](1)");
    CHECK(result["relatedLocations"][0]["id"] == 1);
}

TEST_CASE("a SARIF region begins and ends on one line; that of a whole file is the point at its beginning") {
    const auto region = [](text::Place place) {
        return result_of(problem("no", std::move(place)))["locations"][0]["physicalLocation"]["region"].dump();
    };
    CHECK(region({"a", 3, 7, 5, "", 0}) == R"({"startLine":3,"startColumn":7,"endLine":3,"endColumn":12})");
    CHECK(region({"a", 3, 7, 0, "", 0}) == R"({"startLine":3,"startColumn":7,"endLine":3,"endColumn":7})");
    CHECK(region(text::place_of("a")) == R"({"startLine":1,"startColumn":1,"endLine":1,"endColumn":1})");
}

TEST_CASE("a SARIF path is a URI reference, whatever bytes it is made of") {
    const auto uri = [](const char* file) {
        const Json result = result_of(problem("no", text::place_of(file)));
        return result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].get<std::string>();
    };
    CHECK(uri("summer-sound/areas/a_b~1.yaml") == "summer-sound/areas/a_b~1.yaml");
    CHECK(uri("50% a:b?#[ü].yaml") == "50%25%20a%3Ab%3F%23%5B%C3%BC%5D.yaml");
    CHECK(uri("\xff\x1b") == "%FF%1B");
}

TEST_CASE("each SARIF result names its rule and where that is in the list") {
    text::Problems problems{problem("a"), problem("b"), problem("c")};
    problems[1].rule = "area-overlap";
    const Json run = run_of(problems);
    CHECK(run["tool"]["driver"]["version"] == "1.2.3");
    CHECK(run["tool"]["driver"]["rules"].size() == 2);
    for (const Json& result : run["results"])
        CHECK(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
    CHECK(run_of({})["results"] == Json::array());
}

TEST_CASE("every rule has what code scanning shows of it, and within its limit of 1,024 characters") {
    text::Problems problems;
    for (const std::string& name : check::rule_names()) {
        problems.push_back(problem("no"));
        problems.back().rule = name;
    }
    const Json rules = run_of(problems)["tool"]["driver"]["rules"];
    CHECK(rules.size() == problems.size());
    for (const Json& rule : rules) {
        CAPTURE(rule["id"].get<std::string>());
        for (const char* key : {"shortDescription", "fullDescription", "help"}) {
            REQUIRE(rule.contains(key));
            CHECK(!rule[key]["text"].get<std::string>().empty());
        }
        CHECK(rule["fullDescription"]["text"].get<std::string>().size() <= 1024);
        CHECK(rule["fullDescription"]["text"].get<std::string>().find('\n') == std::string::npos);
    }
}

TEST_CASE("a SARIF fingerprint stays when lines and times change, and tells all findings apart") {
    text::Problem clash = problem("`jo` is needed in two places on fri 12 jun, 14:00–14:45");
    clash.occurrences = {"one", "two"};
    clash.resources = {"jo"};
    text::Problem moved = clash;
    moved.message = "`jo` is needed in two places on fri 12 jun, 15:00–15:45";
    moved.place.line = 9;
    CHECK(prints_of({clash}) == prints_of({moved}));
    text::Problem for_sam = clash, elsewhere = clash;
    for_sam.resources = {"sam"};
    elsewhere.place.file = "areas/b.yaml";
    const auto prints = prints_of({clash, moved, for_sam, elsewhere, problem("a"), problem("b"), problem("a")});
    CHECK(std::set(prints.begin(), prints.end()).size() == prints.size());
    CHECK(prints_of({problem("a"), problem("a")})[0] == prints_of({problem("a")})[0]);
}
