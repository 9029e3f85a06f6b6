#include "edits/series_dates.h"

#include <fmt/format.h>

#include <algorithm>

#include "edits/named.h"
#include "event/read.h"
#include "schedule/series.h"
#include "text/failure.h"
#include "time/phrase.h"

namespace backops::edits {
namespace {

using event::Noun;

model::Plan plan_around(event::Directory& directory, const event::Draft& series) {
    model::Plan plan;
    plan.event = directory.event();
    for (const std::string& id : directory.ids(Noun::timeframe))
        plan.timeframes.push_back(event::read_timeframe(directory.file(Noun::timeframe, id)));
    plan.activities.push_back(event::read_activity(series.read()));
    return plan;
}

std::optional<time::Date> nearest(const std::vector<time::Date>& dates, time::Date wanted) {
    const auto distance = [&](time::Date date) { return std::abs(date - wanted); };
    const auto found = std::ranges::min_element(dates, {}, distance);
    return found == dates.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

SeriesDates::SeriesDates(event::Directory& directory, const event::Draft& series)
    : plan_(plan_around(directory, series)) {
    model::Activity unskipped = activity();
    const bool repeats = unskipped.repeat && (unskipped.repeat->every || !unskipped.repeat->dates.empty());
    if (!repeats || unskipped.start.date == time::Date{})
        throw text::Failure(series.read().problems, fmt::format("`{}` has no dates that can be read", series.id()));
    unskipped.repeat->skip.clear();
    all_ = schedule::dates_of(plan_, unskipped, schedule::always);
}

bool SeriesDates::has(time::Date date) const { return std::ranges::binary_search(all_, date); }

bool SeriesDates::is_skipped(time::Date date) const {
    return std::ranges::find(activity().repeat->skip, date) != activity().repeat->skip.end();
}

std::optional<time::Date> SeriesDates::last_before(time::Date date) const {
    auto next = std::ranges::lower_bound(all_, date);
    while (next != all_.begin())
        if (!is_skipped(*--next)) return *next;
    return std::nullopt;
}

void SeriesDates::require_in_rule(time::Date date) const {
    if (has(date)) return;
    const std::string& id = activity().id;
    std::vector<std::string> hints;
    if (const auto near = nearest(all_, date))
        hints.push_back(fmt::format("the nearest of its dates: {}", to_text(Named{id, near})));
    throw text::Failure(fmt::format("`{}` does not fall on {}", id, time::long_day(date)), std::move(hints));
}

void SeriesDates::require(time::Date date) const {
    require_in_rule(date);
    if (!is_skipped(date)) return;
    const std::string& id = activity().id;
    throw text::Failure(fmt::format("`{}` is skipped on {}", id, time::long_day(date)),
                        {fmt::format("to bring that date back: backops activity unskip {}", to_text(Named{id, date}))});
}

}  // namespace backops::edits
