#include "edits/skip.h"

#include <algorithm>
#include <limits>

namespace backops::edits {
namespace {

const yaml::Path skip_path{"repeat", "skip"};

/// The place of the first skipped date that is not before this one; lists that people keep in another order get new
/// dates at their end.
std::size_t place_for(const yaml::Node* list, const std::string& date) {
    if (!list || !std::ranges::is_sorted(list->items, {}, &yaml::Node::text))
        return std::numeric_limits<std::size_t>::max();
    const auto next = std::ranges::lower_bound(list->items, date, {}, &yaml::Node::text);
    return static_cast<std::size_t>(next - list->items.begin());
}

}  // namespace

bool skip(event::Draft& series, const SeriesDates& dates, time::Date date) {
    if (dates.is_skipped(date)) return false;
    const std::string text = time::to_text(date);
    series.document().remove({"repeat", "changes", text});
    series.document().insert(skip_path, place_for(yaml::at(series.document().root(), skip_path), text),
                             yaml::Value::bare_scalar(text));
    return true;
}

std::vector<time::Date> unskip(event::Draft& series, const std::function<bool(time::Date)>& is_meant) {
    std::vector<time::Date> back;
    std::vector<std::size_t> indexes;
    const yaml::Node* list = yaml::at(series.document().root(), skip_path);
    for (std::size_t i = 0; list && i < list->items.size(); ++i) {
        const auto date = time::parse_date(list->items[i].text);
        if (!date || !is_meant(*date)) continue;
        back.push_back(*date);
        indexes.push_back(i);
    }
    series.document().remove_items(skip_path, indexes);
    return back;
}

}  // namespace backops::edits
