#include "event/changed_plan.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "event/read.h"

namespace backops::event {
namespace {

std::optional<RecordName> record_at(std::string_view path) {
    if (path == path_of(Noun::event, "")) return RecordName{Noun::event, ""};
    for (const Noun noun : folder_nouns) {
        constexpr std::string_view ending = ".yaml";
        const std::size_t stem = folder(noun).size() + 1;
        if (!path.starts_with(folder(noun)) || !path.ends_with(ending) || path.size() <= stem + ending.size()) continue;
        const std::string id(path.substr(stem, path.size() - stem - ending.size()));
        if (path == path_of(noun, id)) return RecordName{noun, id};
    }
    return std::nullopt;
}

/// Puts `other` (nothing: none) in the place of the record, which it then is.
template <class R>
void exchange(std::vector<R>& records, const std::string& id, std::optional<R>& other) {
    const auto at = std::ranges::lower_bound(records, id, {}, &R::id);
    const bool is_there = at != records.end() && at->id == id;
    if (is_there && other) {
        std::swap(*at, *other);
    } else if (is_there) {
        other = std::move(*at);
        records.erase(at);
    } else if (other) {
        records.insert(at, std::move(*other));
        other.reset();
    }
}

template <class R>
std::function<void()> exchanging(std::vector<R>& records, const std::string& id, const std::optional<RecordFile>& file,
                                 R (*read)(const RecordFile&)) {
    return [&records, id, other = file ? std::optional<R>(read(*file)) : std::nullopt]() mutable {
        exchange(records, id, other);
    };
}

std::function<void()> exchanging(const RecordName& name, const std::optional<RecordFile>& file, model::Plan& plan) {
    const auto& [noun, id] = name;
    switch (noun) {
        case Noun::event:
            break;
        case Noun::area:
            return exchanging(plan.areas, id, file, read_area);
        case Noun::collaborator:
            return exchanging(plan.collaborators, id, file, read_collaborator);
        case Noun::crew:
            return exchanging(plan.crew, id, file, read_crew);
        case Noun::activity:
            return exchanging(plan.activities, id, file, read_activity);
        case Noun::timeframe:
            return exchanging(plan.timeframes, id, file, read_timeframe);
        case Noun::view:
            return exchanging(plan.views, id, file, read_view);
    }
    if (!file) return [] {};  // An event is not removed.
    return [&event = plan.event, other = read_event(*file)]() mutable { std::swap(event, other); };
}

}  // namespace

ChangedPlan::ChangedPlan(model::Plan& plan, std::span<const files::Change> changes) : plan_(plan) {
    for (const files::Change& change : changes) {
        auto name = record_at(change.path);
        if (!name) continue;
        std::optional<RecordFile> file;
        if (change.after) file = read_record(name->first, name->second, *change.after);
        exchanges_.push_back(exchanging(*name, file, plan));
        records_.push_back(std::move(*name));
        if (file) std::ranges::move(file->problems, std::back_inserter(problems_));
    }
}

void ChangedPlan::swap() {
    for (const auto& exchange : exchanges_) exchange();
    // Of one record that was changed twice the last change is undone first.
    std::ranges::reverse(exchanges_);
}

}  // namespace backops::event
