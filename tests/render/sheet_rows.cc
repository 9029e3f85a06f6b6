#include <doctest/doctest.h>

#include "render/sheet_json.h"
#include "schedule/plan_builder.h"

using namespace backops;
using namespace backops::tests;

TEST_CASE("a row has the same hash on every sheet, whichever was made first") {
    PlanBuilder builder;
    builder.collab("acme", "Acme");
    builder.person("jo", "Jo", "acme");
    builder.person("ana", "Ana", "acme");
    builder.activity("show", "Show", "2026-06-12T20:00", "2026-06-12T23:00").participants = {{"jo"}, {"ana"}};
    const time::Date friday = date("2026-06-12");
    const sheet::Sources sources(builder.plan(), schedule::Audience::crew, friday);
    const auto hashes = [&](std::vector<schedule::CalendarName> calendars) {
        std::vector<std::string> all;
        render::SheetMaker maker(sources);
        for (const schedule::CalendarName& calendar : calendars) {
            render::Json sheet = maker.call_sheet({friday, of({calendar})});
            all.push_back(sheet.at("rows").at(0).at("hash"));
            maker.take_back(std::move(sheet));
        }
        return all;
    };
    const std::string hash = hashes({crew("jo")}).front();
    CHECK(hashes({crew("ana"), crew("jo")}) == Texts{hash, hash});
}
