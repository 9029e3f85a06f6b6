#include <doctest/doctest.h>

#include "summer_sound.h"

using namespace backops::time;

namespace {

struct Example {
    const char* typed;
    const char* means;
};

/// The table of backops-times(7), row by row.
constexpr Example examples[] = {
    {"2026-06-12T14:00", "2026-06-12T14:00"},
    {"2026-06-12 2:30pm", "2026-06-12T14:30"},
    {"2026-06-12 01:30", "2026-06-12T01:30"},
    {"2026-06-12 01:30+1", "2026-06-12T25:30"},
    {"2026-06-12T25:30", "2026-06-12T25:30"},
    {"2026-06-12", "2026-06-12"},
    {"12 jun 14:00", "2026-06-12T14:00"},
    {"jun 12", "2026-06-12"},
    {"Fri, 12 Jun 2026, 2 pm", "2026-06-12T14:00"},
    {"14:00", "14:00"},
    {"2pm", "14:00"},
    {"noon", "12:00"},
    {"midnight", "24:00"},
    {"25:30", "25:30"},
    {"01:30+1", "25:30"},
    {"fri", "2026-06-12"},
    {"fri 14:00", "2026-06-12T14:00"},
    {"friday at noon", "2026-06-12T12:00"},
    {"fri 01:30", "2026-06-12T25:30"},
    {"fri 01:30+1", "2026-06-12T25:30"},
    {"fri 25:30", "2026-06-12T25:30"},
    {"fri 04:00", "2026-06-12T04:00"},
    {"fri midnight", "2026-06-12T24:00"},
    {"tue 9:30", "2026-06-09T09:30"},
    {"day 2", "2026-06-11"},
    {"day 2 14:00", "2026-06-11T14:00"},
    {"today", "2026-06-11"},
    {"tomorrow 9:30", "2026-06-12T09:30"},
    {"tomorrow morning", "2026-06-12T09:00"},
    {"tomorrow night", "2026-06-12T20:00"},
    {"tonight", "2026-06-11T20:00"},
    {"yesterday", "2026-06-10"},
    {"now", "2026-06-11T15:00"},
    {"in 2 hours", "2026-06-11T17:00"},
    {"in 90m", "2026-06-11T16:30"},
    {"in 3 days", "2026-06-14"},
    {"in 3 days at 9:30", "2026-06-14T09:30"},
    {"next week at 7pm", "2026-06-18T19:00"},
    {"doors", "2026-06-12T18:00"},
    {"doors - 30m", "2026-06-12T17:30"},
    {"load-in + 2h", "2026-06-08T10:00"},
    {"after-party + 1h", "2026-06-12T26:30"},
};

}  // namespace

TEST_CASE("the examples of backops-times(7) mean what it says") {
    const Setting setting = summer_sound();
    for (const Example& example : examples) {
        CAPTURE(example.typed);
        CHECK(read_as(parse_entry(example.typed, setting)) == example.means);
    }
}
