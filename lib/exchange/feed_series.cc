#include "exchange/feed_series.h"

#include <fmt/format.h>

#include <algorithm>

#include "exchange/rrule.h"
#include "schedule/series.h"

namespace backops::exchange {

namespace {

using schedule::Occurrence;

/// How occurrences lie on their dates.
struct Shape {
    std::int64_t offset = 0;   ///< of the start, in seconds from the midnight of the original date
    std::int64_t seconds = 0;  ///< elapsed time; all day: of days
    bool is_plain = true;
    friend bool operator==(const Shape&, const Shape&) = default;
};

Shape shape_of(const Occurrence& occurrence) {
    const std::int64_t offset = time::linear(occurrence.start) - time::linear({*occurrence.original, 0});
    if (occurrence.activity->all_day)
        return {offset, std::int64_t{occurrence.end->date - occurrence.start.date} * time::day_seconds, true};
    const std::int64_t seconds = occurrence.until.seconds - occurrence.from.seconds;
    return {offset, seconds, is_plain(occurrence.zone, occurrence.start, seconds)};
}

std::int64_t floor_of_days(std::int64_t seconds) { return time::from_linear(seconds).date.days; }

class SeriesOfRows {
  public:
    explicit SeriesOfRows(std::span<const FeedRow> rows)
        : rows_(rows), pattern_(pattern_of(rows)), shape_(shape_of(*pattern_.occurrence)) {
        for (const FeedRow& row : rows) originals_.push_back(*row.occurrence->original);
    }

    FeedSeries series() const {
        FeedSeries series;
        series.times = first_times();
        series.text = pattern_.text;
        add_dates(series);
        for (const FeedRow& row : rows_) {
            if (!is_as_pattern(row))
                series.exceptions.push_back({at(*row.occurrence->original), times_of(*row.occurrence), row.text});
        }
        return series;
    }

  private:
    /// What most of the others are like: the first without a change and away from clock changes, else the first.
    static const FeedRow& pattern_of(std::span<const FeedRow> rows) {
        const auto usual = std::ranges::find_if(
            rows, [](const FeedRow& row) { return !row.occurrence->change && shape_of(*row.occurrence).is_plain; });
        return usual == rows.end() ? rows.front() : *usual;
    }

    bool is_as_pattern(const FeedRow& row) const {
        const Shape shape = shape_of(*row.occurrence);
        return shape.is_plain && shape == shape_ && row.occurrence->zone == pattern_.occurrence->zone &&
               row.text == pattern_.text;
    }

    bool is_all_day() const { return pattern_.occurrence->activity->all_day; }
    time::WallTime wall_on(time::Date original) const {
        return time::from_linear(time::linear({original, 0}) + shape_.offset);
    }
    FeedTime at(time::Date original) const {
        const time::WallTime wall = wall_on(original);
        return is_all_day() ? feed_date(wall.date) : feed_time(wall, pattern_.occurrence->zone);
    }

    /// Readers take the length of all dates from the first: where a clock change falls into that one, its end says
    /// another length than its elapsed time.
    FeedTimes first_times() const {
        const time::Zone& zone = pattern_.occurrence->zone;
        const time::WallTime start = wall_on(originals_.front());
        const time::WallTime end = time::from_linear(time::linear(start) + shape_.seconds);
        FeedTimes times{at(originals_.front()), std::nullopt, std::nullopt};
        if (is_all_day()) {
            times.end = feed_date(end.date + 1);
        } else if (shape_.seconds > 0) {
            if (is_plain(zone, start, shape_.seconds))
                times.end = feed_time(end, zone);
            else
                times.seconds = shape_.seconds;
        }
        return times;
    }

    void add_dates(FeedSeries& series) const {
        if (add_rule(series)) return;
        for (const time::Date original : std::span(originals_).subspan(1)) series.dates.push_back(at(original));
    }

    bool add_rule(FeedSeries& series) const {
        const model::Repeat& repeat = *pattern_.occurrence->activity->repeat;
        if (!repeat.every) return false;
        time::Rule rule = schedule::rule_of(repeat);
        rule.until.reset();
        rule.count.reset();
        rule.skip.clear();
        const auto all = time::dates_within(rule, originals_.front(), originals_.front(), originals_.back());
        const bool has_most = std::ranges::includes(all, originals_) && all.size() <= 2 * originals_.size();
        const auto words = has_most ? rrule_of(rule, originals_.front(), static_cast<int>(floor_of_days(shape_.offset)))
                                    : std::nullopt;
        if (!words) return false;
        series.rule = *words + (repeat.count ? fmt::format(";COUNT={}", all.size()) : ";UNTIL=" + last_date());
        for (const time::Date date : all)
            if (!std::ranges::binary_search(originals_, date)) series.left_out.push_back(at(date));
        return true;
    }

    std::string last_date() const {
        const time::Date last = originals_.back();
        if (is_all_day()) return to_text(at(last));
        const time::Moment moment = pattern_.occurrence->zone.at(wall_on(last));
        // A skipped or repeated time is later for some readers, though never by as much as this.
        const std::int64_t later = moment.clock == time::Clock::plain ? 0 : time::day_seconds / 2;
        return to_text(feed_time(time::Instant{moment.instant.seconds + later}));
    }

    std::span<const FeedRow> rows_;
    const FeedRow& pattern_;
    Shape shape_;
    std::vector<time::Date> originals_;
};

}  // namespace

FeedSeries series_of(std::span<const FeedRow> rows) {
    const FeedRow& first = rows.front();
    // The only date that is left of a series is one happening, with all that its change says.
    if (rows.size() == 1) return {times_of(*first.occurrence), first.text, {}, {}, {}, {}};
    return SeriesOfRows(rows).series();
}

}  // namespace backops::exchange
