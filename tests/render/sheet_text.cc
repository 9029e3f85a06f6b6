#include "render/sheet_text.h"

#include <doctest/doctest.h>

#include "render/sheet_json.h"
#include "schedule/plan_builder.h"

using namespace backops;
using namespace backops::tests;

TEST_CASE("a radio channel with a long name moves its use to the right") {
    model::Plan plan = PlanBuilder().plan();
    plan.event.radio = {{"4", "all"}, {"Stage management", "stage crew"}, {std::string(200, 'x'), "nobody"}};
    const time::Date friday = date("2026-06-12");
    const sheet::Sources sources(plan, schedule::Audience::crew, friday);
    const std::string text = render::sheet_text(render::SheetMaker(sources).day_sheet({friday, {}}), {60, false});
    CHECK(text.find("\n  4     all\n") != std::string::npos);
    CHECK(text.find("\n  Stage management stage crew\n") != std::string::npos);
    CHECK(text.find("xx… nobody\n") != std::string::npos);
}

TEST_CASE("a sheet of a day on which nothing is scheduled says so") {
    const time::Date friday = date("2026-06-12");
    const auto text_of = [&](const model::Plan& plan) {
        const sheet::Sources sources(plan, schedule::Audience::crew, friday);
        return render::sheet_text(render::SheetMaker(sources).call_sheet({friday, {}}), {60, false});
    };
    CHECK(text_of(PlanBuilder().plan()).find("\nnothing is scheduled\n") != std::string::npos);
    PlanBuilder with_doors;
    with_doors.activity("doors", "Doors", "2026-06-12T17:00");
    CHECK(text_of(with_doors.plan()).find("nothing") == std::string::npos);
}
