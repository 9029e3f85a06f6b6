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

/// The stages of one schedule, in milliseconds.
struct Stages {
    double read = 0;
    double select = 0;
    double render = 0;
    double all() const { return read + select + render; }
};

Stages stages_of(const std::string& root, const schedule::Selection& selection) {
    Stages stages;
    event::Loading loading;
    schedule::Schedule schedule;
    std::string text;
    stages.read = milliseconds([&] {
        event::Directory directory(files::Store::open(files::open_disk(root), files::Access::read));
        loading = event::load(directory);
    });
    stages.select =
        milliseconds([&] { schedule = schedule::schedule_of(loading.plan, schedule::Zones(loading.plan), selection); });
    stages.render = milliseconds([&] {
        text = render::agenda_text({loading.plan, schedule, selection}, {100, false});
    });
    return stages;
}

void print(const char* name, double value, double plain) {
    std::printf("%-38s%9.1f%8.2f\n", name, value, value / plain);
}

void print(const char* name, const std::vector<Stages>& rounds, double plain) {
    const auto of = [&](auto stage) {
        std::vector<double> values;
        for (const Stages& one : rounds) values.push_back(stage(one));
        return median(std::move(values));
    };
    print(name, of([](const Stages& s) { return s.all(); }), plain);
    print("  reading", of([](const Stages& s) { return s.read; }), plain);
    print("  selecting", of([](const Stages& s) { return s.select; }), plain);
    print("  rendering", of([](const Stages& s) { return s.render; }), plain);
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
    std::vector<double> plain;
    std::vector<Stages> all, events;
    for (int round = 0; round < rounds; ++round) {
        plain.push_back(milliseconds([&] { plain_load(files); }));
        all.push_back(stages_of(root, everything));
        events.push_back(stages_of(root, event));
    }
    const double one = median(plain);
    std::printf("%zu files inside one process, median of %d rounds\n%-38s%9s%8s\n", files.size(), rounds, "", "ms",
                "ratio");
    print("one YAML::Load pass, one thread", one, one);
    print("schedule of everything", all, one);
    print("schedule of the event's calendar", events, one);
}
