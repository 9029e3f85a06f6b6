#include "time/zone.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <algorithm>

using namespace backops::time;

namespace {

struct Told {
    std::string instant;
    Clock clock;
    bool operator==(const Told&) const = default;
};

Told told(const Zone& zone, const char* text) {
    const Moment moment = zone.at(*parse_wall_time(text));
    return {to_text(moment.instant), moment.clock};
}

}  // namespace

TEST_CASE("Berlin skips 02:00 to 03:00 in March and repeats it in October") {
    const Zone zone = *find_zone("Europe/Berlin");
    CHECK(told(zone, "2026-03-29T01:59") == Told{"2026-03-29T00:59:00Z", Clock::plain});
    CHECK(told(zone, "2026-03-29T02:00") == Told{"2026-03-29T01:00:00Z", Clock::skipped});
    CHECK(told(zone, "2026-03-29T02:30") == Told{"2026-03-29T01:30:00Z", Clock::skipped});
    CHECK(told(zone, "2026-03-29T03:00") == Told{"2026-03-29T01:00:00Z", Clock::plain});
    CHECK(told(zone, "2026-03-28T26:30") == Told{"2026-03-29T01:30:00Z", Clock::skipped});
    CHECK(told(zone, "2026-10-25T01:59") == Told{"2026-10-24T23:59:00Z", Clock::plain});
    CHECK(told(zone, "2026-10-25T02:30") == Told{"2026-10-25T00:30:00Z", Clock::repeated});
    CHECK(told(zone, "2026-10-25T03:00") == Told{"2026-10-25T02:00:00Z", Clock::plain});
    CHECK(to_text(zone.wall_time(*parse_instant("2026-10-25T01:30:00Z"))) == "2026-10-25T02:30");
    CHECK(to_text(zone.wall_time(*parse_instant("2026-10-25T00:30:00Z"))) == "2026-10-25T02:30");
}

TEST_CASE("Lord Howe Island moves its clock by half an hour") {
    const Zone zone = *find_zone("Australia/Lord_Howe");
    CHECK(told(zone, "2026-10-04T02:15") == Told{"2026-10-03T15:45:00Z", Clock::skipped});
    CHECK(told(zone, "2026-10-04T02:30") == Told{"2026-10-03T15:30:00Z", Clock::plain});
    CHECK(told(zone, "2026-04-05T01:45") == Told{"2026-04-04T14:45:00Z", Clock::repeated});
    CHECK(told(zone, "2026-04-05T02:00") == Told{"2026-04-04T15:30:00Z", Clock::plain});
}

TEST_CASE("New York changes on its own days, and Apia left out a whole one") {
    const Zone york = *find_zone("America/New_York");
    CHECK(told(york, "2026-03-08T02:30") == Told{"2026-03-08T07:30:00Z", Clock::skipped});
    CHECK(told(york, "2026-11-01T01:30") == Told{"2026-11-01T05:30:00Z", Clock::repeated});
    const Zone apia = *find_zone("Pacific/Apia");
    CHECK(told(apia, "2011-12-29T12:00") == Told{"2011-12-29T22:00:00Z", Clock::plain});
    CHECK(told(apia, "2011-12-30T12:00") == Told{"2011-12-30T22:00:00Z", Clock::skipped});
    CHECK(told(apia, "2011-12-31T12:00") == Told{"2011-12-30T22:00:00Z", Clock::plain});
}

TEST_CASE("what was asked before does not change an answer") {
    for (const char* name : {"Europe/Berlin", "Australia/Lord_Howe", "America/New_York", "Asia/Kolkata"}) {
        const Zone zone = *find_zone(name);
        const std::int64_t begin = linear(*parse_wall_time("2026-01-01T00:00"));
        int wrong = 0;
        for (int step = 0; step < 366 * 48; ++step) {
            const WallTime time = from_linear(begin + step * 1800);
            const Moment near = zone.at(time);
            zone.at(from_linear(begin + (step * 7919LL % 20000) * 86400));
            const Moment again = zone.at(time);
            wrong += near.instant != again.instant || near.clock != again.clock;
            wrong += near.clock != Clock::skipped && zone.wall_time(near.instant) != time;
            wrong += near.clock == Clock::skipped && zone.wall_time(near.instant) == time;
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("a zone is found by its exact name only") {
    CHECK(find_zone("Europe/Zagreb")->name() == "Europe/Zagreb");
    CHECK(find_zone("UTC"));
    for (const char* name : {"", "../x", "../../etc/passwd", "/etc/localtime", "europe/berlin", "EUROPE/BERLIN",
                             "Europe", "Europe/", "Europe/Berlin ", "Europe//Berlin", "Europe/Atlantis", "localtime",
                             "posixrules", "posix/Europe/Berlin", ".", "zone.tab", "tzdata.zi", "CEST"})
        CHECK_MESSAGE(!find_zone(name), name);
    CHECK(!find_zone(std::string_view("UTC\0x", 5)));
    CHECK(!find_zone(std::string(100000, 'x')));
}

TEST_CASE("equal names are equal zones") {
    CHECK(*find_zone("Europe/Berlin") == *find_zone("Europe/Berlin"));
    CHECK(!(*find_zone("Europe/Berlin") == *find_zone("Europe/Paris")));
}

TEST_CASE("zone names are sorted, and each is found") {
    const std::vector<std::string> names = zone_names();
    CHECK(names.size() > 300);
    CHECK(std::is_sorted(names.begin(), names.end()));
    int missing = 0;
    for (const std::string& name : names) missing += !find_zone(name);
    CHECK(missing == 0);
    CHECK(std::find(names.begin(), names.end(), "localtime") == names.end());
}

TEST_CASE("the process's own zone does not matter") {
    const Zone zone = *find_zone("Europe/Berlin");
    const char* before = getenv("TZ");
    const std::string kept = before ? before : "";
    setenv("TZ", "Pacific/Apia", 1);
    CHECK(told(zone, "2026-06-12T14:00") == Told{"2026-06-12T12:00:00Z", Clock::plain});
    CHECK(to_text(*parse_instant("2026-06-12T12:00:00Z")) == "2026-06-12T12:00:00Z");
    before ? setenv("TZ", kept.c_str(), 1) : unsetenv("TZ");
}

TEST_CASE("instants are read with Z or an offset, with seconds or without") {
    CHECK(to_text(*parse_instant("2026-06-12T05:00Z")) == "2026-06-12T05:00:00Z");
    CHECK(to_text(*parse_instant("2026-06-12T05:00:30+02:00")) == "2026-06-12T03:00:30Z");
    CHECK(to_text(*parse_instant("2026-06-12T23:30-05:30")) == "2026-06-13T05:00:00Z");
    for (const char* text : {"", "2026-06-12T05:00", "2026-06-12 05:00Z", "2026-06-12T05:00z", "2026-06-12T24:00Z",
                             "2026-06-12T05:00+2", "2026-06-12T05:00+02:60", "2026-06-12T05:00+24:00",
                             "2026-06-12T05:00ZZ", "2026-02-30T05:00Z", "2026-06-12T05:00:61Z", "2026-06-12T05:00:Z"})
        CHECK_MESSAGE(!parse_instant(text), text);
}

TEST_CASE("a zone's clock changes are the wall times that it skips and repeats, between two dates") {
    const auto told = [](const char* zone, const char* first, const char* last) {
        std::string text;
        for (const ClockChange& change : find_zone(zone)->clock_changes(*parse_date(first), *parse_date(last)))
            text += to_text(change.from) + "/" + to_text(change.until) + " ";
        return text;
    };
    CHECK(told("Europe/Berlin", "2026-01-01", "2026-12-31") ==
          "2026-03-29T02:00/2026-03-29T03:00 2026-10-25T02:00/2026-10-25T03:00 ");
    CHECK(told("Australia/Lord_Howe", "2026-04-05", "2026-04-05") == "2026-04-05T01:30/2026-04-05T02:00 ");
    CHECK(told("Pacific/Apia", "2011-12-25", "2012-01-01") == "2011-12-30T00:00/2011-12-31T00:00 ");
    CHECK(told("Europe/Berlin", "2026-06-10", "2026-06-14").empty());
    CHECK(told("Asia/Kolkata", "1990-01-01", "2999-12-31").empty());
}

TEST_CASE("a year of Berlin has the winter before it, the summer, and the winter after") {
    const Zone zone = *find_zone("Europe/Berlin");
    const auto all = zone.observances(*parse_instant("2026-01-01T00:00:00Z"), *parse_instant("2027-01-01T00:00:00Z"));
    REQUIRE(all.size() == 3);
    CHECK(to_text(all[0].begin) == "2025-10-26T01:00:00Z");
    CHECK(all[0].offset_before == 7200);
    CHECK(all[0].offset == 3600);
    CHECK(!all[0].is_daylight);
    CHECK(all[0].abbreviation == "CET");
    CHECK(to_text(all[1].begin) == "2026-03-29T01:00:00Z");
    CHECK(all[1].offset == 7200);
    CHECK(all[1].is_daylight);
    CHECK(all[1].abbreviation == "CEST");
    CHECK(to_text(all[2].begin) == "2026-10-25T01:00:00Z");
}

TEST_CASE("a zone without clock changes has one stretch, with no other before it") {
    const auto all = find_zone("Etc/UTC")->observances(*parse_instant("2026-01-01T00:00:00Z"),
                                                       *parse_instant("2027-01-01T00:00:00Z"));
    REQUIRE(all.size() == 1);
    CHECK(all[0].offset_before == 0);
    CHECK(all[0].offset == 0);
    CHECK(all[0].begin < *parse_instant("1800-01-01T00:00:00Z"));
}
