#include "edits/series_dates.h"

#include <fmt/format.h>

#include <algorithm>

#include "event/node_values.h"
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
    : directory_(directory), plan_(plan_around(directory, series)) {
    model::Activity unskipped = activity();
    const bool repeats = unskipped.repeat && (unskipped.repeat->every || !unskipped.repeat->dates.empty());
    if (!repeats || unskipped.start.date == time::Date{})
        throw text::Failure(series.read().problems, fmt::format("`{}` has no dates that can be read", series.id()));
    skipped_ = std::move(unskipped.repeat->skip);
    std::ranges::sort(skipped_);
    unskipped.repeat->skip.clear();
    all_ = schedule::dates_of(plan_, unskipped, schedule::always);
}

bool SeriesDates::has(time::Date date) const { return std::ranges::binary_search(all_, date); }

bool SeriesDates::is_skipped(time::Date date) const { return std::ranges::binary_search(skipped_, date); }

std::optional<time::Date> SeriesDates::last_before(time::Date date) const {
    auto next = std::ranges::lower_bound(all_, date);
    while (next != all_.begin())
        if (!is_skipped(*--next)) return *next;
    return std::nullopt;
}

std::optional<Named> SeriesDates::continued(const Named& named) const {
    return continued(named, directory_.ids(Noun::activity).size());
}

// A circle of series that continue each other ends with the depth.
std::optional<Named> SeriesDates::continued(const Named& named, std::size_t depth) const {
    for (const std::string& id : directory_.ids(Noun::activity)) {
        const event::RecordFile& file = directory_.file(Noun::activity, id);
        const bool is_sound = file.tree && !text::any_error(file.problems) && file.tree->find("repeat");
        if (depth == 0 || !is_sound || event::text_of(*file.tree, "continues") != named.id) continue;
        const SeriesDates dates(directory_, event::Draft::of(directory_, Noun::activity, id));
        const Named there{id, named.date, named.following};
        if (dates.has(*named.date) && !dates.is_skipped(*named.date)) return there;
        if (const auto further = dates.continued(there, depth - 1)) return further;
    }
    return std::nullopt;
}

void SeriesDates::require_in_rule(const Named& named) const {
    if (has(*named.date)) return;
    std::vector<std::string> hints;
    if (const auto other = continued(named))
        hints.push_back(fmt::format("did you mean `{}`?", to_text(*other)));
    else if (const auto near = nearest(all_, *named.date))
        hints.push_back(fmt::format("the nearest of its dates: {}", to_text(Named{named.id, near, named.following})));
    throw text::Failure(fmt::format("`{}` does not fall on {}", named.id, time::long_day(*named.date)),
                        std::move(hints));
}

void SeriesDates::require(const Named& named) const {
    require_in_rule(named);
    if (!is_skipped(*named.date)) return;
    std::vector<std::string> hints;
    const auto next =
        std::ranges::find_if(all_, [&](time::Date date) { return *named.date < date && !is_skipped(date); });
    if (named.following && next != all_.end())
        hints.push_back(fmt::format("from the next of its dates on: {}", to_text(Named{named.id, *next, true})));
    hints.push_back(
        fmt::format("to bring that date back: backops activity unskip {}", to_text(Named{named.id, named.date})));
    throw text::Failure(fmt::format("`{}` is skipped on {}", named.id, time::long_day(*named.date)), std::move(hints));
}

}  // namespace backops::edits
