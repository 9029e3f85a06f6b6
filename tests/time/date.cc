#include "time/date.h"

#include <doctest/doctest.h>

using namespace backops::time;

TEST_CASE("a date's text is read back as the same date, every day from 1900 to 2999") {
    const Date last = *parse_date("2999-12-31");
    int wrong = 0;
    for (Date date = *parse_date("1900-01-01"); date <= last; date = date + 1)
        wrong += parse_date(to_text(date)) != date;
    CHECK(wrong == 0);
}

TEST_CASE("1970-01-01 is day 0, a Thursday") {
    CHECK(parse_date("1970-01-01") == Date{0});
    CHECK(weekday(Date{0}) == Weekday::thu);
    CHECK(weekday(Date{-1}) == Weekday::wed);
    CHECK(weekday(*parse_date("2026-06-12")) == Weekday::fri);
}

TEST_CASE("only a day that exists, written in full, is a date") {
    for (const char* text : {"", "2026-06", "2026-6-12", "2026-06-1", "2026-02-29", "2026-06-31", "2026-13-01",
                             "2026-00-10", "2026-06-00", "1899-12-31", "3000-01-01", "2026/06/12", "2026-06-12 ",
                             " 2026-06-12", "+026-06-12", "2026-06-1x", "12-06-2026", "20260612", "２０２６-06-12"})
        CHECK_MESSAGE(!parse_date(text), text);
    CHECK(parse_date("2024-02-29"));
    CHECK(parse_date("2000-02-29"));
    CHECK(!parse_date("2100-02-29"));
}

TEST_CASE("a month or day beyond the calendar is no date, however large") {
    CHECK(!date_of(2026, 257, 1));
    CHECK(!date_of(2026, 1, 257));
    CHECK(!date_of(2026, 0, 1));
    CHECK(!date_of(100000, 1, 1));
}

TEST_CASE("weekdays are read by short and whole name in any case") {
    CHECK(parse_weekday("fri") == Weekday::fri);
    CHECK(parse_weekday("SUNDAY") == Weekday::sun);
    CHECK(parse_weekday("Wed") == Weekday::wed);
    CHECK(!parse_weekday("thur"));
    CHECK(!parse_weekday(""));
    CHECK(!parse_weekday("fridays"));
}

TEST_CASE("names are short and lower case") {
    CHECK(short_name(Weekday::tue) == "tue");
    CHECK(month_name(6) == "jun");
    CHECK(month_name(0).empty());
    CHECK(month_name(13).empty());
}
