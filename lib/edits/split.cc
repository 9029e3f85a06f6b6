#include "edits/split.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "event/node_values.h"
#include "event/timing.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::edits {
namespace {

using event::Draft;
using event::Intake;
using event::Noun;
using yaml::Value;

using Goes = std::function<bool(time::Date)>;

/// Takes away the items of a list of dates that go, from the back so that places stay right.
void drop_dates(Draft& series, const yaml::Path& path, const Goes& goes) {
    const yaml::Node* list = yaml::at(series.document().root(), path);
    for (std::size_t i = list ? list->items.size() : 0; i-- > 0;) {
        list = yaml::at(series.document().root(), path);
        const auto date = time::parse_date(list->items[i].text);
        if (!date || !goes(*date)) continue;
        yaml::Path item = path;
        item.emplace_back(i);
        series.document().remove(item);
    }
}

void drop_changes(Draft& series, const Goes& goes) {
    const yaml::Path path{"repeat", "changes"};
    const yaml::Node* changes = yaml::at(series.document().root(), path);
    std::vector<std::string> gone;
    for (std::size_t i = 0; changes && i < changes->entries.size(); ++i)
        if (const auto date = time::parse_date(changes->entries[i].key); date && goes(*date))
            gone.push_back(changes->entries[i].key);
    for (const std::string& key : gone) series.document().remove({"repeat", "changes", key});
}

void drop(Draft& series, const Goes& goes) {
    drop_dates(series, {"repeat", "dates"}, goes);
    drop_dates(series, {"repeat", "skip"}, goes);
    drop_changes(series, goes);
}

void start_on(Draft& series, time::Date date, Intake& intake) {
    auto start = event::time_of(series.document().root(), "start");
    if (!start || start->time.date == date) return;
    start->time.date = date;
    const std::string text = start->is_date ? time::to_text(date) : time::to_text(start->time);
    event::set_timing(series, {text, std::nullopt, std::nullopt, start->is_date}, intake);
}

std::size_t count_before(const SeriesDates& dates, time::Date date) {
    return static_cast<std::size_t>(std::ranges::lower_bound(dates.all(), date) - dates.all().begin());
}

void end_with(Draft& series, const SeriesDates& dates, time::Date last, Intake& intake) {
    const model::Repeat& repeat = *dates.activity().repeat;
    if (!repeat.every) return;
    if (repeat.count) {
        const std::string count = std::to_string(count_before(dates, last) + 1);
        return series.put("repeat.count", Value::bare_scalar(count));
    }
    // A time frame bounds both ends, and only one of them is left to it.
    if (!repeat.during.empty()) start_on(series, dates.all().front(), intake);
    series.put("repeat.until", Value::bare_scalar(time::to_text(last)));
    series.document().remove({"repeat", "during"});
}

}  // namespace

void end_before(Draft& series, const SeriesDates& dates, time::Date date, Intake& intake) {
    const auto last = dates.last_before(date);
    if (!last)
        throw text::Failure(fmt::format("nothing would be left of `{}`", series.id()),
                            {fmt::format("to remove it: backops activity rm {}", series.id())});
    end_with(series, dates, *last, intake);
    drop(series, [&](time::Date other) { return *last < other; });
}

std::optional<std::string> to_go_on(const SeriesDates& dates, std::span<const time::Date> more) {
    const model::Repeat& repeat = *dates.activity().repeat;
    if (!repeat.during.empty()) return std::nullopt;
    if (repeat.count) return fmt::format("--set repeat.count={}", dates.all().size() + more.size());
    if (repeat.every) return fmt::format("--set repeat.until={}", time::to_text(more.back()));
    std::string options;
    for (const time::Date date : more)
        options += fmt::format("{}--add repeat.dates={}", options.empty() ? "" : " ", time::to_text(date));
    return options;
}

Draft rest_of(const Draft& series, const SeriesDates& dates, time::Date date, const std::string& new_id,
              Intake& intake) {
    Draft rest = Draft::fresh(Noun::activity, new_id, series.document().text());
    start_on(rest, date, intake);
    if (const auto& count = dates.activity().repeat->count) {
        const std::size_t left = static_cast<std::size_t>(*count) - count_before(dates, date);
        rest.put("repeat.count", Value::bare_scalar(std::to_string(left)));
    }
    drop(rest, [&](time::Date other) { return other < date; });
    rest.document().remove({"uid"});
    return rest;
}

Draft& split(event::Drafts& drafts, Draft& series, const SeriesDates& dates, time::Date date, const std::string& new_id,
             Intake& intake) {
    Draft rest = rest_of(series, dates, date, new_id, intake);
    rest.put("continues", Value::scalar(series.id()));
    end_before(series, dates, date, intake);
    return drafts.fresh(Noun::activity, new_id, rest.document().text());
}

}  // namespace backops::edits
