#include "event/load.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>

#include "event/cross_checks.h"
#include "event/read.h"
#include "text/failure.h"

namespace backops::event {
namespace {

/// A record to be read, and its place among those of its noun.
struct Wanted {
    Noun noun;
    const std::string* id;
    std::size_t place;
};

unsigned workers(std::size_t files) {
    const unsigned cores = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
    return files < 64 ? 1 : cores;
}

std::vector<Wanted> all_records(Directory& directory) {
    std::vector<Wanted> wanted;
    for (const Noun noun : folder_nouns) {
        std::size_t place = 0;
        for (const std::string& id : directory.ids(noun)) wanted.push_back({noun, &id, place++});
    }
    return wanted;
}

void make_room(Directory& directory, model::Plan& plan) {
    plan.areas.resize(directory.ids(Noun::area).size());
    plan.collaborators.resize(directory.ids(Noun::collaborator).size());
    plan.crew.resize(directory.ids(Noun::crew).size());
    plan.activities.resize(directory.ids(Noun::activity).size());
    plan.timeframes.resize(directory.ids(Noun::timeframe).size());
    plan.views.resize(directory.ids(Noun::view).size());
}

void put(const RecordFile& file, std::size_t place, model::Plan& plan) {
    switch (file.noun) {
        case Noun::area:
            plan.areas[place] = read_area(file);
            break;
        case Noun::collaborator:
            plan.collaborators[place] = read_collaborator(file);
            break;
        case Noun::crew:
            plan.crew[place] = read_crew(file);
            break;
        case Noun::activity:
            plan.activities[place] = read_activity(file);
            break;
        case Noun::timeframe:
            plan.timeframes[place] = read_timeframe(file);
            break;
        case Noun::view:
            plan.views[place] = read_view(file);
            break;
        case Noun::event:
            break;
    }
}

// Each worker takes the next few records; what it reads lands in that record's own place, so order never depends on
// threads. Trees are large, and most are of no more use.
std::vector<RecordFile> read_all(const files::Store& store, const std::vector<Wanted>& wanted, model::Plan& plan) {
    constexpr std::size_t batch = 16;
    std::vector<RecordFile> files;
    files.reserve(wanted.size() + 1);  // event.yaml joins them
    files.resize(wanted.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t begin = next.fetch_add(batch); begin < wanted.size(); begin = next.fetch_add(batch))
            for (std::size_t i = begin; i < std::min(begin + batch, wanted.size()); ++i) {
                files[i] = read_record_at(store, wanted[i].noun, *wanted[i].id);
                put(files[i], wanted[i].place, plan);
                if (!is_checked_across(files[i])) files[i].tree.reset();
            }
    };
    std::vector<std::jthread> threads;
    try {
        for (unsigned i = 1; i < workers(wanted.size()); ++i) threads.emplace_back(work);
    } catch (const std::system_error&) {
        // The machine has no more threads to give; those that there are do it.
    }
    work();
    // All must have ended before the files go.
    threads.clear();
    return files;
}

}  // namespace

Loading load(Directory& directory) {
    Loading loading;
    for (const Noun noun : folder_nouns) {
        const auto& stray = directory.folder_problems(noun);
        loading.problems.insert(loading.problems.end(), stray.begin(), stray.end());
    }
    make_room(directory, loading.plan);
    std::vector<RecordFile> files = read_all(directory.store(), all_records(directory), loading.plan);
    files.push_back(directory.file(Noun::event, ""));
    const RecordFile& event = files.back();
    loading.plan.event = read_event(event);
    for (const RecordFile& file : files)
        loading.problems.insert(loading.problems.end(), file.problems.begin(), file.problems.end());
    if (event.tree) check_across(loading.plan, files, loading.problems);
    text::sort(loading.problems);
    loading.files = files.size();
    if (!is_usable(event)) throw text::Failure(std::move(loading.problems), std::string(unusable_event));
    return loading;
}

}  // namespace backops::event
