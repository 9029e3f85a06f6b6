#include "event/load.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "event/cross_checks.h"
#include "event/read.h"

namespace backops::event {
namespace {

struct Wanted {
    Noun noun;
    const std::string* id;
};

unsigned workers(std::size_t files) {
    const unsigned cores = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
    return files < 64 ? 1 : cores;
}

// Each worker takes the next few records; what it reads lands in that record's own place, so order never depends on
// threads.
void read_all(const files::Store& store, const std::vector<Wanted>& wanted, std::vector<RecordFile>& files) {
    constexpr std::size_t batch = 16;
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t begin = next.fetch_add(batch); begin < wanted.size(); begin = next.fetch_add(batch))
            for (std::size_t i = begin; i < std::min(begin + batch, wanted.size()); ++i)
                files[i] = read_record_at(store, wanted[i].noun, *wanted[i].id);
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < workers(wanted.size()); ++i) threads.emplace_back(work);
    work();
}

void put(const RecordFile& file, model::Plan& plan) {
    switch (file.noun) {
        case Noun::area:
            plan.areas.push_back(read_area(file));
            break;
        case Noun::collaborator:
            plan.collaborators.push_back(read_collaborator(file));
            break;
        case Noun::crew:
            plan.crew.push_back(read_crew(file));
            break;
        case Noun::activity:
            plan.activities.push_back(read_activity(file));
            break;
        case Noun::timeframe:
            plan.timeframes.push_back(read_timeframe(file));
            break;
        case Noun::view:
            plan.views.push_back(read_view(file));
            break;
        case Noun::event:
            break;
    }
}

}  // namespace

Loading load(Directory& directory) {
    Loading loading;
    loading.plan.event = directory.event();
    std::vector<Wanted> wanted;
    for (const Noun noun : folder_nouns) {
        for (const std::string& id : directory.ids(noun)) wanted.push_back({noun, &id});
        const auto& stray = directory.folder_problems(noun);
        loading.problems.insert(loading.problems.end(), stray.begin(), stray.end());
    }
    std::vector<RecordFile> files(wanted.size());
    read_all(directory.store(), wanted, files);
    for (const RecordFile& file : files) put(file, loading.plan);
    files.push_back(directory.file(Noun::event, ""));
    for (const RecordFile& file : files)
        loading.problems.insert(loading.problems.end(), file.problems.begin(), file.problems.end());
    check_across(loading.plan, files, loading.problems);
    text::sort(loading.problems);
    loading.files = files.size();
    return loading;
}

}  // namespace backops::event
