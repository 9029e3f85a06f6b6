#include "exchange/event_text.h"

#include <doctest/doctest.h>

#include "../render/summer_sound.h"
#include "feed.h"

using namespace backops;
using namespace backops::tests;

namespace {

std::string property(const PlanBuilder& plan, std::string_view name, const schedule::Selection& selection = {}) {
    const Texts found = properties(feed(plan, selection), {name});
    return found.empty() ? "" : found.front();
}

PlanBuilder line_check() {
    PlanBuilder plan;
    plan.area("main-stage", "Main Stage");
    plan.collab("acme-audio", "Acme Audio").email = "office@acme.example";
    plan.person("maya-lindt", "Maya Lindt", "acme-audio").email = "maya@acme.example";
    plan.person("jo-adler", "Jo Adler", "acme-audio").email = "jo@acme.example";
    auto& activity = plan.activity("line-check", "Line check", "2026-06-12T09:30", "2026-06-12T11:00");
    activity.areas = {"main-stage"};
    activity.location = "stage left";
    activity.kind = "rehearsal";
    activity.tags = {"plan-a"};
    activity.description = "Two desks.\nBring ear plugs.";
    activity.organizers = {"jo-adler"};
    activity.participants = {{"acme-audio"}, {"maya-lindt"}};
    activity.needs = {{4, "stagehand", "acme-audio"}};
    return plan;
}

}  // namespace

TEST_CASE("an event says what, where, who and why") {
    const PlanBuilder plan = line_check();
    const auto selection = of({crew("maya-lindt"), area("main-stage")});
    CHECK(property(plan, "SUMMARY") == "SUMMARY:Line check");
    CHECK(property(plan, "LOCATION") == "LOCATION:Main Stage — stage left");
    CHECK(property(plan, "CATEGORIES") == "CATEGORIES:rehearsal,plan-a");
    CHECK(property(plan, "CLASS") == "CLASS:CONFIDENTIAL");
    CHECK(property(plan, "DESCRIPTION", selection) ==
          "DESCRIPTION:Two desks.\\nBring ear plugs.\\n\\nOrganizer: Jo Adler\\nRequired: Acme Audio\\nOptional: Maya "
          "Lindt\\nNeeds: 4 × stagehand (Acme Audio)\\nVia: Maya Lindt (optional)\\, Main Stage");
}

TEST_CASE("a feed is named for the event and whose it is, and each publication has a higher number") {
    const Texts lines = lines_of(feed(line_check(), of({crew("maya-lindt")})));
    const auto has = [&](const char* line) { return std::ranges::find(lines, line) != lines.end(); };
    CHECK(has("NAME:Summer Sound 2026 — Maya Lindt"));
    CHECK(has("X-WR-CALNAME:Summer Sound 2026 — Maya Lindt"));
    CHECK(has("X-WR-TIMEZONE:Europe/Berlin"));
    CHECK(has("DTSTAMP:20260327T110000Z"));
    CHECK(has("LAST-MODIFIED:20260327T110000Z"));
    CHECK(has("SEQUENCE:3279540"));
}

TEST_CASE("an activity that came from another calendar keeps its name there") {
    PlanBuilder plan = line_check();
    plan.activity("line-check").uid = "abc@elsewhere.example";
    CHECK(property(plan, "UID") == "UID:abc@elsewhere.example");
}

TEST_CASE("what is optional for whoever asks, or can not conflict, takes no time") {
    PlanBuilder plan = line_check();
    CHECK(property(plan, "TRANSP", of({crew("maya-lindt")})) == "TRANSP:TRANSPARENT");
    CHECK(property(plan, "TRANSP", of({crew("jo-adler")})) == "TRANSP:TRANSPARENT");
    CHECK(property(plan, "TRANSP", of({collab("acme-audio")})) == "TRANSP:OPAQUE");
    CHECK(property(plan, "TRANSP") == "TRANSP:OPAQUE");
    plan.activity("line-check").kind = "hold";
    CHECK(property(plan, "TRANSP") == "TRANSP:TRANSPARENT");
}

TEST_CASE("the run of show is there for who is in it") {
    PlanBuilder plan = line_check();
    model::Segment drums, keys;
    drums.name = "Drums";
    drums.cue = "A1";
    drums.duration = time::Duration{1800};
    drums.location = "riser";
    keys.name = "Keys";
    keys.who = {"maya-lindt"};
    plan.activity("line-check").segments = {drums, keys};
    CHECK(property(plan, "DESCRIPTION").ends_with("\\n\\n09:30 A1 Drums\\, riser\\n10:00 Keys"));
    CHECK(property(plan, "DESCRIPTION", of({crew("maya-lindt")})).ends_with("\\n\\n10:00 Keys"));
}

TEST_CASE("the public sees no kinds, and of people the names that are public, whatever they are there for") {
    PlanBuilder plan = line_check();
    plan.activity("line-check").visibility = model::Visibility::everyone;
    schedule::Selection selection = of({area("main-stage")});
    selection.audience = schedule::Audience::everyone;
    const std::string text = feed(plan, selection);
    CHECK(properties(text, {"DESCRIPTION", "CATEGORIES", "CLASS"}) ==
          Texts{"DESCRIPTION:Two desks.\\nBring ear plugs.", "CLASS:PUBLIC"});
    for (const char* secret : {"Maya", "Jo", "Acme", "stagehand", "rehearsal", "plan-a"})
        CHECK(text.find(secret) == std::string::npos);
    plan.person("maya-lindt").visibility = plan.collab("acme-audio").visibility = model::Visibility::everyone;
    CHECK(property(plan, "DESCRIPTION", selection) ==
          "DESCRIPTION:Two desks.\\nBring ear plugs.\\n\\nWith: Acme Audio\\, Maya Lindt");
}

TEST_CASE("addresses are there when they are asked for, and else nowhere") {
    const PlanBuilder plan = line_check();
    CHECK(properties(feed(plan, {}, true), {"ORGANIZER", "ATTENDEE"}) ==
          Texts{"ORGANIZER;CN=Jo Adler:mailto:jo@acme.example",
                "ATTENDEE;CN=Acme Audio;CUTYPE=GROUP;ROLE=REQ-PARTICIPANT:mailto:office@acme.example",
                "ATTENDEE;CN=Maya Lindt;ROLE=OPT-PARTICIPANT:mailto:maya@acme.example"});
    CHECK(feed(plan).find("mailto") == std::string::npos);
    CHECK(feed(plan).find("@acme.example") == std::string::npos);
}

TEST_CASE("a person who is known by an address alone is shown to crew by id") {
    PlanBuilder plan = line_check();
    plan.person("maya-lindt").name = "maya@acme.example";
    schedule::Selection selection = of({area("main-stage")});
    selection.audience = schedule::Audience::crew;
    CHECK(feed(plan, selection).find("@acme.example") == std::string::npos);
    CHECK(property(plan, "DESCRIPTION", selection).find("Optional: maya-lindt") != std::string::npos);
}

TEST_CASE("nothing in a text leaves its property") {
    const std::string hostile =
        "a\r\nATTENDEE:x\nEND:VEVENT\\n;,:\"'\x1B[2J\x07\xE2\x80\xAE"
        "b\xC2\x85\xE2\x80\xA8"
        "c";
    PlanBuilder plan = line_check();
    plan.event().name = hostile;
    plan.area("main-stage").name = hostile;
    plan.collab("acme-audio").name = hostile;
    for (const char* id : {"maya-lindt", "jo-adler"}) plan.person(id).name = hostile;
    auto& activity = plan.activity("line-check");
    activity.name = activity.description = activity.location = activity.notes = activity.kind = activity.uid = hostile;
    activity.tags = {hostile};
    activity.needs.front().role = hostile;
    model::Segment segment;
    segment.name = segment.cue = segment.location = hostile;
    activity.segments = {segment};
    const std::string text = feed(plan, of({crew("maya-lindt"), area("main-stage")}), true);
    const Texts lines = lines_of(text);
    CHECK(std::ranges::count(lines, "END:VEVENT") == 1);
    for (const std::string& line : lines) {
        CHECK_FALSE(line.starts_with("ATTENDEE:"));
        CHECK(line.find_first_of(":;") != std::string::npos);
        CHECK(std::ranges::none_of(line, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }));
        for (const char* acting : {"\xE2\x80\xAE", "\xC2\x85", "\xE2\x80\xA8"})
            CHECK(line.find(acting) == std::string::npos);
    }
    CHECK(property(plan, "SUMMARY").starts_with("SUMMARY:a ATTENDEE:x END:VEVENT\\\\n\\;\\,:\"'"));
}
