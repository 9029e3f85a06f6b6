#include "edits/kept.h"

#include <algorithm>

#include "yaml/value.h"

namespace backops::edits {
namespace {

using event::Draft;

bool differs(const Draft& before, const Draft& after, std::string_view key) {
    const yaml::Node* old = before.document().root().find(key);
    const yaml::Node* now = after.document().root().find(key);
    if (!old || !now) return old != now;
    return !yaml::same(yaml::value_of(*old), yaml::value_of(*now));
}

bool is_length(std::string_view key) { return key == "end" || key == "duration"; }

/// `end` and `duration` stand for each other.
bool is_hidden(const Draft& before, const Draft& after, std::string_view key) {
    if (is_length(key)) return differs(before, after, "end") || differs(before, after, "duration");
    return differs(before, after, key);
}

void add(std::vector<Kept>& all, std::string_view key, time::Date date) {
    const std::string_view what = key == "start" || is_length(key) ? "time" : key;
    auto found = std::ranges::find(all, what, &Kept::what);
    if (found == all.end()) found = all.insert(found, {std::string(what), {}});
    if (std::ranges::find(found->dates, date) == found->dates.end()) found->dates.push_back(date);
}

}  // namespace

std::vector<Kept> kept(const Draft& before, const Draft& after) {
    std::vector<Kept> all;
    const yaml::Node* changes = yaml::at(after.document().root(), {"repeat", "changes"});
    for (std::size_t i = 0; changes && i < changes->entries.size(); ++i) {
        const yaml::Entry& change = changes->entries[i];
        const auto date = time::parse_date(change.key);
        for (const yaml::Entry& own : change.value.entries)
            if (date && is_hidden(before, after, own.key)) add(all, own.key, *date);
    }
    return all;
}

}  // namespace backops::edits
