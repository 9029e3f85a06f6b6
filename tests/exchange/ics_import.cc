#include "exchange/ics_import.h"

#include <doctest/doctest.h>

#include "calendar.h"

using namespace backops::tests;

namespace {

std::string record(const std::string& lines) { return Calendar().record(lines); }

}  // namespace

TEST_CASE("an event's times are on the event's clock, or have their own zone") {
    CHECK(record("DTSTART;TZID=Europe/Berlin:20260612T140000\nDTEND;TZID=Europe/Berlin:20260612T153000") ==
          "start: 2026-06-12T14:00\nend: \"15:30\"\n");
    CHECK(record("DTSTART:20260612T120000Z\nDURATION:PT90M") == "start: 2026-06-12T14:00\nduration: 1h30m\n");
    CHECK(record("DTSTART:20260612T140000") == "start: 2026-06-12T14:00\n");
    CHECK(record("DTSTART;TZID=America/New_York:20260612T140000\nDTEND;TZID=Europe/Berlin:20260612T213000") ==
          "start: 2026-06-12T14:00\nend: \"15:30\"\ntimezone: America/New_York\n");
    CHECK(record("DTSTART;TZID=Europe/Berlin:20260612T230000\nDURATION:P1DT1H") ==
          "start: 2026-06-12T23:00\nend: 2026-06-14T00:00\n");
}

TEST_CASE("the end of whole days is exclusive in a calendar, and inclusive here") {
    CHECK(record("DTSTART;VALUE=DATE:20260612") == "start: 2026-06-12\n");
    CHECK(record("DTSTART;VALUE=DATE:20260612\nDTEND;VALUE=DATE:20260613") == "start: 2026-06-12\n");
    CHECK(record("DTSTART;VALUE=DATE:20260612\nDTEND;VALUE=DATE:20260614") == "start: 2026-06-12\nend: 2026-06-13\n");
    CHECK(record("DTSTART;VALUE=DATE:20260612\nDURATION:P3D") == "start: 2026-06-12\nend: 2026-06-14\n");
}

TEST_CASE("zones are found by the names that programs have for them") {
    for (const char* zone : {"America/New_York", "Eastern Standard Time", "/mozilla.org/20070129_1/America/New_York",
                             "america-new_york", "\"America/New_York\"", "/America/New_York"}) {
        CAPTURE(zone);
        CHECK(record(std::string("DTSTART;TZID=") + zone + ":20260612T140000") ==
              "start: 2026-06-12T14:00\ntimezone: America/New_York\n");
    }
    const std::string ours = Calendar::event("DTSTART;TZID=Our Time:20260612T140000");
    CHECK(Calendar().complaints(ours) == Lines{"5 no time zone is called `Our Time`"});
    Calendar calendar;
    calendar.calendar_options.zones = {{"Our Time", "Europe/Berlin"}};
    CHECK(calendar.take(ours).problems.empty());
    CHECK(Calendar().complaints("BEGIN:VTIMEZONE\nTZID:X\nX-LIC-LOCATION:Europe/Berlin\nEND:VTIMEZONE\n" +
                                Calendar::event("DTSTART;TZID=X:20260612T140000")) == Lines{});
}

TEST_CASE("a rule becomes repeat where that has words for it") {
    const std::string start = "DTSTART;TZID=Europe/Berlin:20260610T090000\n";
    const auto repeat = [&](const std::string& lines) {
        const std::string text = record(start + lines);
        const std::size_t at = text.find("repeat:\n");
        return at == std::string::npos ? "" : text.substr(at + 8);
    };
    CHECK(repeat("RRULE:FREQ=DAILY") == "  every: day\n");
    CHECK(repeat("RRULE:FREQ=DAILY;COUNT=3\nEXDATE;TZID=Europe/Berlin:20260611T090000,20260711T090000") ==
          "  every: day\n  count: 3\n  skip:\n  - 2026-06-11\n");
    CHECK(repeat("RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=WE,SA;UNTIL=20260701T070000Z") ==
          "  every: 2 weeks\n  on:\n  - wed\n  - sat\n  week_start: sun\n  until: 2026-07-01\n");
    CHECK(repeat("RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20260701T065959Z") == "  every: week\n  until: 2026-06-30\n");
    CHECK(repeat("RRULE:FREQ=MONTHLY;BYDAY=2WE,-1FR") == "  every: month\n  on:\n  - 2 wed\n  - last fri\n");
    CHECK(repeat("RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10") == "  every: 12 months\n  on:\n  - 10\n");
    CHECK(repeat("RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=8,9") ==
          "  dates:\n  - 2026-06-10\n  - 2026-06-11\n");
    CHECK(repeat("RDATE;TZID=Europe/Berlin:20260612T090000,20260613T110000") ==
          "  dates:\n  - 2026-06-10\n  - 2026-06-12\n  - 2026-06-13\n  changes:\n    2026-06-13:\n      start: "
          "\"11:00\"\nx-imported-changes:\n- 2026-06-13\n");
    CHECK(Calendar().complaints(Calendar::event(start + "RRULE:FREQ=HOURLY")) ==
          Lines{"6 the rule `FREQ=HOURLY` is not understood"});
}

TEST_CASE("a date of its own changes what it says otherwise") {
    Calendar calendar;
    const std::string series =
        Calendar::event("DTSTART;TZID=Europe/Berlin:20260610T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY");
    const std::string change = Calendar::event(
        "RECURRENCE-ID;TZID=Europe/Berlin:20260612T090000\nDTSTART;TZID=Europe/Berlin:20260613T100000\n"
        "DURATION:PT2H\nLOCATION:Tent\nSTATUS:CANCELLED");
    CHECK(calendar.take(series + change).problems.empty());
    CHECK(calendar.activity("a") ==
          "name: A\nstart: 2026-06-10T09:00\nduration: 1h\nrepeat:\n  every: day\n  changes:\n    2026-06-12:\n"
          "      status: cancelled\n      start: 2026-06-13T10:00\n      end: \"12:00\"\n      areas:\n      - tent\n"
          "uid: a@house\nx-imported-changes:\n- 2026-06-12\n");
    CHECK(calendar.take(series + change).unchanged == Lines{"a"});
    CHECK(calendar.take(series).changed == Lines{"a"});
    CHECK(calendar.activity("a").find("12:00") == std::string::npos);
    CHECK(Calendar().complaints(change) ==
          Lines{"5 `A` has no such date in its series, so it is an activity by itself"});
}

TEST_CASE("what a calendar does not say stays, and the file is otherwise as it was") {
    Calendar calendar;
    calendar.tree->write("activities/doors.yaml",
                         "# ours\nname: Doors\nstart: 2026-06-12 18:00   # sharp\nduration: 90m\nareas: [main-stage]\n"
                         "notes: ask\nuid: a@house\nx-note: keep\n");
    const std::string same = Calendar::event("DTSTART:20260612T160000Z\nDTEND:20260612T173000Z\nLOCATION:main stage");
    CHECK(calendar.take(same).changed == Lines{"doors"});
    CHECK(calendar.activity("doors") ==
          "# ours\nname: A\nstart: 2026-06-12 18:00   # sharp\nduration: 90m\nareas: [main-stage]\nnotes: ask\nuid: "
          "a@house\nx-note: keep\n");
    CHECK(calendar.take(same).unchanged == Lines{"doors"});
    CHECK(calendar.take(Calendar::event("DTSTART:20260612T160000Z\nDTEND:20260612T180000Z")).changed == Lines{"doors"});
    CHECK(calendar.activity("doors").find("duration: 2h\n") != std::string::npos);
}

TEST_CASE("places, kinds, tags and people are those of this event") {
    Calendar calendar;
    calendar.tree->write("crew/maya-lindt.yaml",
                         "name: Maya Lindt\ncollaborator: acme-audio\nemail: maya@acme.example\n");
    CHECK(calendar.record("DTSTART:20260612T160000Z\nLOCATION:Tent\\, main-stage — left\nCATEGORIES:Show,Loud Music\n"
                          "CLASS:PUBLIC\nTRANSP:TRANSPARENT\nDURATION:PT1H\nORGANIZER:MAILTO:Maya@acme.example\n"
                          "ATTENDEE;ROLE=OPT-PARTICIPANT:mailto:maya@acme.example\nATTENDEE:mailto:x@y.example") ==
          "kind: show\nstart: 2026-06-12T18:00\nduration: 1h\nareas:\n- tent\n- main-stage\nlocation: left\n"
          "organizers:\n- maya-lindt\nparticipants:\n  optional:\n  - maya-lindt\nbusy: false\nvisibility: public\n"
          "tags:\n- loud-music\n");
}

TEST_CASE("a place that is no area stays text, or becomes one") {
    const std::string lines = "DTSTART:20260612T160000Z\nLOCATION:Foyer — bar";
    CHECK(record(lines) == "start: 2026-06-12T18:00\nlocation: Foyer — bar\n");
    Calendar calendar;
    calendar.calendar_options.create = true;
    CHECK(calendar.record(lines) == "start: 2026-06-12T18:00\nareas:\n- foyer\nlocation: bar\n");
    CHECK(calendar.tree->files().at("areas/foyer.yaml") == "name: Foyer\n");
}

TEST_CASE("lines may be folded inside a character and end in anything") {
    Calendar calendar;
    CHECK(calendar
              .take("\xEF\xBB\xBF"
                    "begin:vcalendar\r\nBEGIN:VEVENT\r\nUID:a@house\r\nSUMMARY:B\xC3\r\n \xBChne \r\n\t1\r\n"
                    "DTSTART:20260612T160000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
              .added == Lines{"buhne-1"});
    CHECK(calendar.activity("buhne-1").starts_with("name: Bühne 1\n"));
}

TEST_CASE("texts are unescaped and made fit for one line") {
    CHECK(Calendar()
              .take("BEGIN:VEVENT\nSUMMARY:a\\, b\\nc\\;\x1b[31m\nDTSTART:20260612\nDESCRIPTION:one\\n\\n "
                    "two\\\\\nEND:VEVENT\n")
              .added == Lines{"a-b-c-31m"});
    Calendar calendar;
    calendar.take("BEGIN:VEVENT\nSUMMARY:A\nDTSTART:20260612\nDESCRIPTION:one\\n\\n two\\\\\nEND:VEVENT\n");
    CHECK(calendar.activity("a") == "name: A\ndescription: |\n  one\n\n   two\\\nstart: 2026-06-12\n");
}

TEST_CASE("all that is wrong is told at once, and nothing is written") {
    Calendar calendar;
    const auto before = calendar.tree->files();
    CHECK(calendar.complaints("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:2026\nlost\n"
                              "END:VEVENT\nBEGIN:VEVENT\nDTSTART:20260612\nEND:VEVENT\nEND:VCALENDAR\n") ==
          Lines{"2 this event has no `DTSTART`", "6 `2026` is no date or time of DTSTART",
                "7 this line is no `NAME:value`"});
    CHECK(calendar.tree->files() == before);
}

TEST_CASE("a UID of the event's own names the activity") {
    Calendar calendar;
    calendar.tree->write("activities/doors.yaml", "name: Doors\nstart: 2026-06-12T18:00\n");
    CHECK(calendar.take(Calendar::event("DTSTART:20260612T170000Z", "doors.u-1@backops")).changed == Lines{"doors"});
    CHECK(calendar.activity("doors") == "name: A\nstart: 2026-06-12T19:00\n");
    CHECK(calendar.take(Calendar::event("DTSTART:20260612T170000Z", "doors.u-2@backops")).added == Lines{"a"});
}
