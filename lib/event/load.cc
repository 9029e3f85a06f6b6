#include "event/load.h"

#include <future>
#include <set>
#include <string_view>
#include <system_error>

#include "event/cross_checks.h"
#include "event/read.h"
#include "event/read_guarded.h"
#include "event/reading.h"
#include "text/failure.h"

namespace backops::event {
namespace {

/// Parses event.yaml, and what the system knows of zones for it, on a thread of its own, while folders and the rest are
/// read.
std::future<void> read_event_ahead(Directory& directory) {
    try {
        return std::async(std::launch::async, [&] { directory.file(Noun::event, ""); });
    } catch (const std::system_error&) {
        return {};  // There is no thread to be had: it is read when it is needed.
    }
}

/// A series that happens during a time frame which is not there, or which has errors, may happen on other days.
void doubt_series(Loading& loading) {
    std::set<std::string_view> flawed;
    for (const text::Problem& problem : loading.problems)
        if (problem.severity == text::Severity::error) flawed.insert(problem.place.file);
    if (flawed.empty()) return;
    for (model::Activity& activity : loading.plan.activities) {
        const std::string during = activity.repeat ? activity.repeat->during : "";
        if (during.empty()) continue;
        if (!model::find(loading.plan.timeframes, during) || flawed.contains(path_of(Noun::timeframe, during)))
            make_unsure(activity);
    }
}

}  // namespace

Loading load(Directory& directory, const Scope& scope) {
    Loading loading;
    std::future<void> ahead = read_event_ahead(directory);
    for (const Noun noun : folder_nouns) {
        const auto& stray = directory.folder_problems(noun);
        loading.problems.insert(loading.problems.end(), stray.begin(), stray.end());
    }
    Reading reading(directory, loading.plan);
    if (ahead.valid()) ahead.get();
    const RecordFile& event = directory.file(Noun::event, "");
    loading.plan.event = read_event(event);
    reading.read_activities(scope && is_usable(event) ? scope(loading.plan) : std::nullopt);
    reading.read_suspects(event);
    std::vector<const RecordFile*> files = reading.files();
    files.push_back(&event);
    for (const RecordFile* file : files)
        loading.problems.insert(loading.problems.end(), file->problems.begin(), file->problems.end());
    check_references(directory, event, loading.problems);
    if (event.tree) check_across(loading.plan, files, loading.problems);
    text::sort(loading.problems);
    loading.files = reading.size() + 1;
    if (!is_usable(event)) throw text::Failure(std::move(loading.problems), std::string(unusable_event));
    doubt_series(loading);
    reading.keep(event, loading.problems);
    return loading;
}

}  // namespace backops::event
