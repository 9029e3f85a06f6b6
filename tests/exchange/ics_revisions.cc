#include "exchange/ics_revisions.h"

#include <doctest/doctest.h>

#include "calendar.h"

using namespace backops::tests;

namespace {

std::string event(const std::string& name, const std::string& start, const std::string& lines = "") {
    return "BEGIN:VEVENT\nUID:0@house\nSUMMARY:" + name + "\nDTSTART;TZID=Europe/Berlin:202606" + start + "00\n" +
           lines + "END:VEVENT\n";
}

Lines added(const std::string& events) { return Calendar().take(events).added; }

}  // namespace

TEST_CASE("events that share a UID are told apart, revisions of one are not") {
    CHECK(added(event("A", "11T1000") + event("B", "12T1100")) == Lines{"a", "b"});
    CHECK(added(event("A", "11T1000") + event("B", "11T1000")) == Lines{"a", "b"});
    CHECK(added(event("A", "11T1000") + event("A", "12T1000")) == Lines{"a", "a-2026-06-12"});
    CHECK(added(event("A", "11T1000") + event("A", "11T1000")) == Lines{"a"});
    CHECK(added(event("A", "11T1000", "SEQUENCE:2\n") + event("B", "12T1100", "SEQUENCE:1\n")) == Lines{"a"});
    CHECK(added(event("A", "11T1000", "DTSTAMP:20260101T000000Z\n") +
                event("A", "12T1100", "DTSTAMP:20260102T000000Z\n")) == Lines{"a"});
    CHECK(added(event("A", "11T1000", "DTSTAMP:20260101T000000Z\n") +
                event("A", "12T1100", "DTSTAMP:20260101T000002Z\n")) == Lines{"a", "a-2026-06-12"});
}

TEST_CASE("a UID that is shared gets its event's start, and where that is shared too its name") {
    Calendar calendar;
    calendar.take(event("A", "11T1000") + event("B", "11T1000") + event("C", "12T1000"));
    CHECK(calendar.activity("a").find("uid: 0@house#start-20260611T080000Z-a\n") != std::string::npos);
    CHECK(calendar.activity("b").find("uid: 0@house#start-20260611T080000Z-b\n") != std::string::npos);
    CHECK(calendar.activity("c").find("uid: 0@house#start-20260612T080000Z\n") != std::string::npos);
}

TEST_CASE("a zone that only the file knows has the file's offsets") {
    const auto zone = [](const std::string& offset) {
        return "BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:" + offset +
               "\nTZOFFSETTO:" + offset + "\nEND:STANDARD\nEND:VTIMEZONE\n";
    };
    const auto start = [&](const std::string& offset, const std::string& lines) {
        Calendar calendar;
        calendar.take(zone(offset) + Calendar::event("DTSTART;TZID=Ours:20260612T140000" + lines));
        const std::string text = calendar.activity("a");
        return text.substr(8, text.find("\nuid:") - 8);
    };
    CHECK(start("+0200", "") == "start: 2026-06-12T14:00");
    CHECK(start("+1100", "") == "start: 2026-06-12T05:00");
    CHECK(start("+0345", "") == "start: 2026-06-12T12:15");
    CHECK(start("-0500", "\nRRULE:FREQ=DAILY;COUNT=2") == "start: 2026-06-12T21:00\nrepeat:\n  every: day\n  count: 2");
    CHECK(
        Calendar().complaints(zone("+0345") + Calendar::event("DTSTART;TZID=Ours:20260612T140000\nRRULE:FREQ=DAILY")) ==
        Lines{"13 no time zone is called `Ours`"});
}
