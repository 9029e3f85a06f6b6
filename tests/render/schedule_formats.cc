#include <doctest/doctest.h>

#include "render/agenda.h"
#include "summer_sound.h"

using namespace backops;
using namespace backops::tests;

namespace {

bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

PlanBuilder hostile(std::string name) {
    PlanBuilder builder;
    builder.area("hall", "<i>Hall</i> | A");
    auto& activity = builder.activity("a", "A", "2026-06-12T14:00", "2026-06-12T15:00");
    activity.name = std::move(name);
    activity.areas = {"hall"};
    auto& frame = builder.timeframe("f", "<u>Frame</u>", "2026-06-12", "2026-06-12");
    frame.global = true;
    frame.color = "red;} body{display:none";
    return builder;
}

std::string csv(const std::string& name) { return render::schedule_csv(schedule_of(hostile(name), {})); }

std::string html(const PlanBuilder& builder) {
    const schedule::Schedule schedule = schedule_of(builder, {});
    const schedule::Selection all;
    return render::agenda_html({builder.plan(), schedule, all});
}

std::string markdown(const PlanBuilder& builder) {
    const schedule::Schedule schedule = schedule_of(builder, {});
    const schedule::Selection all;
    return render::agenda_markdown({builder.plan(), schedule, all});
}

}  // namespace

TEST_CASE("CSV has one line a row, CRLF, and a header also without rows") {
    const std::string none = render::schedule_csv({});
    CHECK(none.starts_with("id,occurrence,name,kind,status,day,start_date,start_time,"));
    CHECK(none.ends_with(",via\r\n"));
    CHECK(has(csv("Line check"), "\r\na,,Line check,,confirmed,2026-06-12,2026-06-12,14:00,2026-06-12,15:00,"));
}

TEST_CASE("no cell of CSV is a formula, and none breaks its line") {
    for (const char* sign : {"=", "+", "-", "@"})
        CHECK(has(csv(std::string(sign) + "cmd()"), ",\"'" + std::string(sign) + "cmd()\","));
    CHECK(has(csv("say \"hi\", all"), ",\"say \"\"hi\"\", all\","));
    CHECK(has(csv("one\ntwo\r\nthree"), ",one two three,"));
    CHECK(has(csv("a\x1b[31m\u202E"), ",a\uFFFD[31m\uFFFD,"));
}

TEST_CASE("NDJSON has one object a line, nothing that acts on a terminal") {
    const std::string lines = render::schedule_ndjson(schedule_of(hostile("a\nb\x1b\u202E"), {}));
    CHECK(std::ranges::count(lines, '\n') == 1);
    CHECK(lines.starts_with("{\"id\":\"a\","));
    CHECK_FALSE(has(lines, "\x1b"));
    CHECK_FALSE(has(lines, "\u202E"));
}

TEST_CASE("names are never markup in HTML, nor is a colour a rule of its own") {
    const std::string page = html(hostile("<script>x</script>\x1b\u202E"));
    CHECK_FALSE(has(page, "<script"));
    CHECK(has(page, "&lt;script&gt;x&lt;/script&gt;\uFFFD\uFFFD"));
    CHECK(has(page, "&lt;i&gt;Hall"));
    CHECK(has(page, "<li>&lt;u&gt;Frame"));
    CHECK_FALSE(has(page, "display:none"));
}

TEST_CASE("names are never markup in Markdown") {
    const std::string page = markdown(hostile("<b>x</b> | [y](z)\nnext"));
    CHECK(has(page, "\\<b>x\\</b> \\| \\[y\\](z) next"));
    CHECK(has(page, "\\<i>Hall\\</i> \\| A"));
}

TEST_CASE("Markdown and HTML have the day, its time frames, marks and their meaning") {
    const PlanBuilder sound = summer_sound();
    const std::string text = markdown(sound), page = html(sound);
    CHECK(has(text, "## FRI 12 JUN\n\nday 3 of 5 · Show days"));
    CHECK(has(text, "? Secret set"));
    CHECK(has(text, "? tentative"));
    CHECK(has(page, "<time datetime=\"2026-06-12\">FRI 12 JUN</time></h2>"));
    CHECK(has(page, "<time datetime=\"2026-06-12T21:30:00Z\">23:30</time>"));
    CHECK(has(page, "aria-label=\"tentative\""));
    CHECK(has(page, "<th scope=\"row\" class=\"what\">"));
}
