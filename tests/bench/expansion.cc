#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <vector>

#include "check/newly_broken.h"
#include "check/problems.h"
#include "check/report.h"
#include "check/touched.h"
#include "event/load.h"
#include "files/disk.h"
#include "schedule/selection.h"

// Compares the expansion of an event's series with the reading of its files, in one run, and asks whether a day of a
// series costs more when the series began long ago.
//   bench_expansion DIRECTORY [ROUNDS]
namespace {

using namespace backops;

double milliseconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

double median(int rounds, const std::function<void()>& work) {
    std::vector<double> values;
    for (int round = 0; round < rounds; ++round) values.push_back(milliseconds(work));
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

event::Directory open(const std::string& root) {
    return event::Directory(files::Store::open(files::open_disk(root), files::Access::read));
}

/// The plan with every series begun so many days before the event.
model::Plan begun_before(model::Plan plan, int days) {
    for (model::Activity& activity : plan.activities) {
        if (!activity.repeat) continue;
        const int by = plan.event.start - activity.start.date - days;
        activity.start.date = activity.start.date + by;
        if (activity.end) activity.end->date = activity.end->date + by;
    }
    return plan;
}

void print(const char* name, double value, double whole) {
    std::printf("%-38s%9.2f%11.2f\n", name, value, 100 * value / whole);
}

void compare(const std::string& root, int rounds) {
    event::Loading loading;
    const double reading = median(rounds, [&] {
        event::Directory directory = open(root);
        loading = event::load(directory);
    });
    const model::Plan& plan = loading.plan;
    const schedule::DayRange day{plan.event.start, plan.event.start};
    const auto expand = [&](const model::Plan& of, std::optional<schedule::DayRange> range) {
        return median(rounds, [&] { schedule::occurrences(of, schedule::Zones(of), range); });
    };
    model::Plan singles = plan;
    std::erase_if(singles.activities, [](const model::Activity& activity) { return activity.repeat.has_value(); });
    model::Plan series = plan;
    std::erase_if(series.activities, [](const model::Activity& activity) { return !activity.repeat; });
    std::printf("%zu activities, %zu of them series, %zu occurrences, median of %d rounds\n%-38s%9s%11s\n",
                plan.activities.size(), series.activities.size(),
                schedule::occurrences(plan, schedule::Zones(plan), std::nullopt).size(), rounds, "", "ms", "% reading");
    print("reading every file", reading, reading);
    print("all occurrences", expand(plan, std::nullopt), reading);
    print("  of the single activities alone", expand(singles, std::nullopt), reading);
    print("  of the series alone", expand(series, std::nullopt), reading);
    print("one day", expand(plan, day), reading);
    print("  of series begun the day before", expand(begun_before(series, 1), day), reading);
    print("  of series begun ten years before", expand(begun_before(series, 3650), day), reading);
    print("all calendars too", median(rounds, [&] { const schedule::ResolvedEvent resolved(plan); }), reading);
    const schedule::ResolvedEvent resolved(plan);
    const auto all = [](std::string_view) { return true; };
    print("every rule", median(rounds, [&] { check::report_of(resolved, day.first, all); }), reading);
    for (const check::Rule* rule : check::schedule_rules())
        if (rule->find)
            print(("  " + std::string(rule->name)).c_str(), median(rounds, [&] { rule->find(resolved); }), reading);
    const auto report = check::report_of(resolved, day.first, all);
    print("  findings told as problems",
          median(rounds,
                 [&] {
                     event::Directory directory = open(root);
                     check::problems_of(directory, loading, grouped(report.open));
                 }),
          reading);
    model::Plan edited = plan;
    // The middle one of those that are not everybody's.
    auto middle = edited.activities.begin() + static_cast<std::ptrdiff_t>(edited.activities.size() / 2);
    model::Activity& moved =
        *std::find_if(middle, edited.activities.end(), [](const auto& one) { return !one.global; });
    moved.start.seconds += 30 * 60;
    const std::vector<event::RecordName> changed{{event::Noun::activity, moved.id}};
    print("what an edit breaks", median(rounds, [&] { check::newly_broken(plan, edited, changed, day.first); }),
          reading);
    const check::Touched part = check::touched(plan, edited, changed);
    std::printf("  by %zu of %zu activities and %zu of %zu people\n", part.after.activities.size(),
                plan.activities.size(), part.after.crew.size(), plan.crew.size());
}

}  // namespace

int main(int count, char** words) {
    if (count < 2) {
        std::fprintf(stderr, "usage: bench_expansion DIRECTORY [ROUNDS]\n");
        return 2;
    }
    compare(words[1], count > 2 ? std::max(1, std::atoi(words[2])) : 11);
}
