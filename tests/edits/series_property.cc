#include <doctest/doctest.h>

#include <algorithm>

#include "edits/occurrence.h"
#include "edits/shift.h"
#include "edits/skip.h"
#include "edits/split.h"
#include "event/referrers.h"
#include "event/timing.h"
#include "random_series.h"
#include "resolved.h"

namespace backops::edits::tests {
namespace {

using event::Draft;
using event::Drafts;
using event::Noun;
using event::tests::Opened;
using event::tests::summer_sound;
using yaml::test::Dice;

constexpr int series_tried = 400;

/// An event with one random series that reads without errors.
class RandomEvent {
  public:
    explicit RandomEvent(Dice& dice) : event_(summer_sound({{"activities/series.yaml", random_series(dice)}})) {}

    bool is_sound() {
        const auto& file = event_.directory.file(Noun::activity, "series");
        INFO(file.text);
        return !text::any_error(file.problems) && !dates().empty();
    }
    Draft draft() { return Draft::of(event_.directory, Noun::activity, "series"); }
    std::vector<std::string> lines(const Draft& draft) { return lines_of(event_.directory, draft); }
    std::vector<Line> parts(const Draft& draft) { return parts_of(event_.directory, draft); }
    /// Those that it happens on.
    std::vector<time::Date> dates() {
        std::vector<time::Date> dates;
        for (const Line& line : parts(draft())) dates.push_back(*time::parse_date(line.original));
        std::ranges::sort(dates);
        return dates;
    }
    Opened& event() { return event_; }

  private:
    Opened event_;
};

template <class Act>
void for_random_series(std::uint32_t seed, Act act) {
    Dice dice(seed);
    int tried = 0;
    for (int i = 0; i < series_tried; ++i) {
        RandomEvent random(dice);
        if (!random.is_sound()) continue;
        ++tried;
        INFO(random.draft().document().text());
        act(random, dice);
    }
    CHECK(tried > series_tried / 2);
}

std::string line_on(const std::vector<Line>& lines, time::Date date) {
    for (const Line& line : lines)
        if (line.original == time::to_text(date)) return line.rest;
    return "none";
}

}  // namespace

TEST_CASE("one date of a series by itself is what the series has on that date") {
    for_random_series(1, [](RandomEvent& random, Dice&) {
        const auto all = random.parts(random.draft());
        for (const time::Date date : random.dates()) {
            const Draft alone = single(random.draft(), date, random.event().intake);
            const auto lines = random.parts(alone);
            REQUIRE(lines.size() == 1);
            REQUIRE(lines.front().original.empty());
            REQUIRE(lines.front().rest == line_on(all, date));
        }
    });
}

TEST_CASE("a date that is written as it is changes no byte") {
    for_random_series(2, [](RandomEvent& random, Dice& dice) {
        Draft series = random.draft();
        const time::Date date = dice.of(random.dates());
        set_change(series, date, single(series, date, random.event().intake), random.event().intake);
        REQUIRE(series.document().text() == random.draft().document().text());
    });
}

TEST_CASE("a change of one date is read back as it was meant, and no other date changes") {
    for_random_series(3, [](RandomEvent& random, Dice& dice) {
        event::Intake& intake = random.event().intake;
        Draft series = random.draft();
        const time::Date date = dice.of(random.dates());
        Draft wanted = single(series, date, intake);
        const bool all_day = wanted.document().root().find("start")->text.find("T") == std::string::npos;
        if (!all_day) {
            const std::string start = dice.of<std::string>({"06:10", "25:20", "day 2 12:00", "23:59", "fri 02:00"});
            event::set_timing(wanted, {start, std::nullopt, std::nullopt, false}, intake);
            if (dice.one_in(2))
                event::set_timing(wanted, {std::nullopt, std::nullopt, dice.of<std::string>({"10m", "5h"}), false},
                                  intake);
            if (dice.one_in(3))
                event::set_timing(wanted, {std::nullopt, dice.of<std::string>({"05:00", "16:00"}), std::nullopt, false},
                                  intake);
        }
        if (all_day || dice.one_in(2)) wanted.set("name", "Quite another", intake);
        if (dice.one_in(2)) wanted.add("areas", "foh", intake);
        set_change(series, date, wanted, intake);
        series.verify();
        INFO(series.document().text());
        const auto lines = random.parts(series);
        REQUIRE(line_on(lines, date) == random.parts(wanted).front().rest);
        for (const Line& line : random.parts(random.draft())) {
            if (line.original != time::to_text(date))
                REQUIRE(line_on(lines, *time::parse_date(line.original)) == line.rest);
        }
    });
}

TEST_CASE("both halves of a split series have together what the one had") {
    for_random_series(4, [](RandomEvent& random, Dice& dice) {
        event::Intake& intake = random.event().intake;
        const auto dates = random.dates();
        const time::Date date = dice.of(dates);
        Drafts drafts(random.event().directory);
        Draft& series = drafts.of(Noun::activity, "series");
        const SeriesDates before(random.event().directory, series);
        if (!before.last_before(date)) return;
        auto wanted = random.lines(series);
        const Draft& rest = split(drafts, series, before, date, "series-2", intake);
        INFO(series.document().text(), "\n", rest.document().text());
        series.verify();
        rest.verify();
        auto lines = random.lines(series);
        for (const std::string& line : random.lines(rest)) lines.push_back(line);
        std::ranges::sort(wanted);
        std::ranges::sort(lines);
        REQUIRE(lines == wanted);
        for (const Line& line : random.parts(series)) REQUIRE(*time::parse_date(line.original) < date);
        for (const Line& line : random.parts(rest)) REQUIRE(*time::parse_date(line.original) >= date);
    });
}

TEST_CASE("a skipped date is gone, alone, and comes back as the series has it") {
    for_random_series(5, [](RandomEvent& random, Dice& dice) {
        Draft series = random.draft();
        const SeriesDates dates(random.event().directory, series);
        const time::Date date = dice.of(random.dates());
        REQUIRE(skip(series, dates, date));
        series.verify();
        INFO(series.document().text());
        auto wanted = random.parts(random.draft());
        std::erase_if(wanted, [&](const Line& line) { return line.original == time::to_text(date); });
        const auto lines = random.parts(series);
        REQUIRE(lines.size() == wanted.size());
        for (std::size_t i = 0; i < lines.size(); ++i)
            REQUIRE(lines[i].original + lines[i].rest == wanted[i].original + wanted[i].rest);
        REQUIRE_FALSE(skip(series, SeriesDates(random.event().directory, series), date));
        const auto is_it = [&](time::Date other) { return other == date; };
        REQUIRE(unskip(series, is_it) == std::vector{date});
        REQUIRE(unskip(series, is_it).empty());
        REQUIRE(line_on(random.parts(series), date) != "none");
    });
}

TEST_CASE("a shifted series has all its dates later by as much, those with times of their own too") {
    for_random_series(6, [](RandomEvent& random, Dice& dice) {
        Draft series = random.draft();
        if (reason_to_stay(series, 600)) return;
        const std::int64_t by = dice.of<std::int64_t>({600, -600, 3 * 3600});
        const auto before = random.parts(series);
        try {
            shift(series, by, random.event().intake);
        } catch (const text::Failure&) {
            return;
        }
        series.verify();
        INFO(series.document().text());
        const auto after = random.parts(series);
        REQUIRE(after.size() == before.size());
        for (std::size_t i = 0; i < after.size(); ++i) {
            REQUIRE(after[i].original == before[i].original);
            REQUIRE(after[i].from == before[i].from + by);
        }
    });
}

TEST_CASE("one shifted date is later by as much on its show day, and no other moves") {
    for_random_series(7, [](RandomEvent& random, Dice& dice) {
        Draft series = random.draft();
        if (reason_to_stay(series, 600)) return;
        const time::Date date = dice.of(random.dates());
        const std::int64_t by = dice.of<std::int64_t>({600, 5 * 3600});
        shift_date(series, date, by, random.event().intake);
        series.verify();
        const auto after = random.parts(series);
        for (const Line& line : random.parts(random.draft())) {
            const auto there = std::ranges::find(after, line.original, &Line::original);
            REQUIRE(there != after.end());
            const bool is_it = line.original == time::to_text(date);
            REQUIRE(there->from == line.from + (is_it ? by : 0));
            REQUIRE(there->day == line.day);
        }
    });
}

}  // namespace backops::edits::tests
