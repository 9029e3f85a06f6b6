#include "event/changed_plan.h"

#include <algorithm>
#include <iterator>
#include <optional>

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

template <class R>
void put(std::vector<R>& records, const std::string& id, std::optional<R> record) {
    const auto at = std::ranges::lower_bound(records, id, {}, &R::id);
    const bool is_there = at != records.end() && at->id == id;
    if (is_there && record)
        *at = std::move(*record);
    else if (is_there)
        records.erase(at);
    else if (record)
        records.insert(at, std::move(*record));
}

void put(const RecordName& name, const std::optional<RecordFile>& file, model::Plan& plan) {
    const auto& [noun, id] = name;
    const auto read = [&](auto read_one) {
        using R = decltype(read_one(*file));
        return file ? std::optional<R>(read_one(*file)) : std::nullopt;
    };
    switch (noun) {
        case Noun::event:
            if (file) plan.event = read_event(*file);
            break;
        case Noun::area:
            return put(plan.areas, id, read(read_area));
        case Noun::collaborator:
            return put(plan.collaborators, id, read(read_collaborator));
        case Noun::crew:
            return put(plan.crew, id, read(read_crew));
        case Noun::activity:
            return put(plan.activities, id, read(read_activity));
        case Noun::timeframe:
            return put(plan.timeframes, id, read(read_timeframe));
        case Noun::view:
            return put(plan.views, id, read(read_view));
    }
}

}  // namespace

ChangedPlan changed_plan(model::Plan plan, std::span<const files::Change> changes) {
    ChangedPlan changed{std::move(plan), {}, {}};
    for (const files::Change& change : changes) {
        auto name = record_at(change.path);
        if (!name) continue;
        std::optional<RecordFile> file;
        if (change.after) file = read_record(name->first, name->second, *change.after);
        put(*name, file, changed.plan);
        changed.records.push_back(std::move(*name));
        if (file) std::ranges::move(file->problems, std::back_inserter(changed.problems));
    }
    return changed;
}

}  // namespace backops::event
