#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "event/load.h"
#include "files/disk.h"
#include "render/agenda.h"
#include "schedule/selection.h"

// Compares what backops does with an event directory with one plain YAML::Load pass over the same files, in one run.
//   bench_load DIRECTORY [ROUNDS]
namespace {

using namespace backops;

double milliseconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

std::vector<std::string> yaml_files(const std::string& root) {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
        if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
    return files;
}

std::size_t plain_load(const std::vector<std::string>& files) {
    std::size_t keys = 0;
    for (const std::string& file : files) {
        std::ifstream stream(file);
        const std::string text((std::istreambuf_iterator<char>(stream)), {});
        keys += YAML::Load(text).size();
    }
    return keys;
}

std::size_t whole_schedule(const std::string& root, const schedule::Selection& selection) {
    event::Directory directory(files::Store::open(files::open_disk(root), files::Access::read));
    const event::Loading loading = event::load(directory);
    const schedule::Zones zones(loading.plan);
    const schedule::Schedule schedule = schedule::schedule_of(loading.plan, zones, selection);
    return render::agenda_text(loading.plan, schedule, selection, {100, false}).size();
}

}  // namespace

int main(int count, char** words) {
    if (count < 2) {
        std::fprintf(stderr, "usage: bench_load DIRECTORY [ROUNDS]\n");
        return 2;
    }
    const std::string root = words[1];
    const int rounds = count > 2 ? std::max(1, std::atoi(words[2])) : 11;
    const auto files = yaml_files(root);
    schedule::Selection everything;
    schedule::Selection event;
    event.calendars.push_back({});
    std::vector<double> plain, all, events;
    for (int round = 0; round < rounds; ++round) {
        plain.push_back(milliseconds([&] { plain_load(files); }));
        all.push_back(milliseconds([&] { whole_schedule(root, everything); }));
        events.push_back(milliseconds([&] { whole_schedule(root, event); }));
    }
    std::printf("%zu files, median of %d rounds\n\n", files.size(), rounds);
    std::printf("%-34s %10s %8s\n", "work", "ms", "ratio");
    std::printf("%-34s %10.1f %8.2f\n", "one YAML::Load pass, one thread", median(plain), 1.0);
    std::printf("%-34s %10.1f %8.2f\n", "schedule of everything", median(all), median(all) / median(plain));
    std::printf("%-34s %10.1f %8.2f\n", "schedule of the event's calendar", median(events), median(events) / median(plain));
}
