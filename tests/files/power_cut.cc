#include <doctest/doctest.h>

#include <cerrno>
#include <optional>
#include <random>
#include <string>

#include "forgetful_disk.h"
#include "scenarios.h"

using namespace backops::files;
using namespace backops::tests;
using backops::text::Failure;

namespace {

/// A process that is killed at an operation, or runs to its end, on a disk of which the power may go.
struct Killed {
    explicit Killed(const Scenario& scenario, int exchange_error = 0)
        : tree(memory_tree(scenario.before)), medium(*tree) {
        tree->exchange_error = exchange_error;
    }

    /// Whether it came to its end.
    template <typename Work>
    bool run(std::size_t at, Work work) {
        try {
            work(failing(remembered(open_memory(tree), medium), {at, EIO, Fails::crash}));
            return true;
        } catch (const Crashed&) {
            // Locks go with the process.
            return false;
        }
    }
    bool commit(std::size_t at, const Scenario& scenario) {
        return run(at, [&](std::unique_ptr<Disk> disk) {
            Store::open(std::move(disk), Access::write).commit(scenario.changes);
        });
    }

    /// What stands there when the power is back: `way` 0 has nothing that was not synced, 1 all names and no bytes, 2
    /// all, others anything.
    Tree after_power_cut(unsigned way) const {
        std::mt19937 chance(way);
        const bool is_random = way > 2;
        const Tree left =
            medium.after_power_cut([&] { return is_random ? static_cast<int>(chance() % 3) : static_cast<int>(way); });
        left->own_changes = tree->own_changes;
        left->changes = tree->changes;
        left->exchange_error = tree->exchange_error;
        return left;
    }

    Tree tree;
    Medium medium;
};

constexpr unsigned ways = 24;

}  // namespace

TEST_CASE("a disk that forgets keeps what was synced, and of the rest any part") {
    const Tree tree = memory_tree({{"areas/hall.yaml", "old"}});
    Medium medium(*tree);
    const auto disk = remembered(open_memory(tree), medium);
    const auto left = [&](int kept) { return medium.after_power_cut([=] { return kept; })->files(); };
    disk->create("areas/tent.yaml", "new text", 0);
    CHECK(left(0) == Files{{"areas/hall.yaml", "old"}});
    CHECK(left(1) == Files{{"areas/hall.yaml", "old"}, {"areas/tent.yaml", "new "}});
    CHECK(left(2) == Files{{"areas/hall.yaml", "old"}, {"areas/tent.yaml", "new text"}});
    disk->sync_file("areas/tent.yaml");
    CHECK(left(0) == Files{{"areas/hall.yaml", "old"}});
    disk->exchange("areas/tent.yaml", "areas/hall.yaml");
    disk->sync_folder("areas");
    CHECK(left(0) == Files{{"areas/hall.yaml", "new text"}, {"areas/tent.yaml", "old"}});
    disk->make_folder("crew");
    disk->rename("areas/tent.yaml", "crew/tent.yaml");
    disk->sync_folder("crew");
    CHECK(left(0) == Files{{"areas/hall.yaml", "new text"}});
    disk->sync_folder("");
    CHECK(left(0) == Files{{"areas/hall.yaml", "new text"}, {"crew/tent.yaml", "old"}});
    disk->remove("areas/hall.yaml");
    CHECK(left(0).contains("areas/hall.yaml"));
    disk->sync_all();
    CHECK(left(0) == Files{{"crew/tent.yaml", "old"}});
}

TEST_CASE("a power cut at any operation leaves the old event or the new one, and the new one once it was said") {
    const auto cut_at_each = [](const Scenario& scenario, int exchange_error) {
        bool is_done = false;
        for (std::size_t at = 1; !is_done; ++at) {
            Killed killed(scenario, exchange_error);
            is_done = killed.commit(at, scenario);
            for (unsigned way = 0; way < ways; ++way) {
                INFO(scenario.name << ", operation " << at << ", way " << way);
                const Tree left = killed.after_power_cut(way);
                const Files after = seen(open_memory(left->copy()), Access::write);
                CHECK((after == scenario.after || (!is_done && after == scenario.before)));
                CHECK(seen(read_only(open_memory(left), EROFS), Access::read) == after);
            }
        }
    };
    for (const Scenario& scenario : scenarios()) {
        cut_at_each(scenario, 0);
        cut_at_each(scenario, EINVAL);  // a file system where files cannot be swapped
    }
}

TEST_CASE("a power cut while the next command finishes a change leaves the old event or the new one") {
    for (const Scenario& scenario : scenarios()) {
        const std::size_t step = scenario.changes.size() > 4 ? 7 : 1;
        bool is_done = false;
        for (std::size_t at = 1; !is_done; at += step) {
            bool is_cleared = false;
            for (std::size_t again = 1; !is_cleared; ++again) {
                Killed killed(scenario);
                is_done = killed.commit(at, scenario);
                bool says_finished = false;
                is_cleared = killed.run(again, [&](std::unique_ptr<Disk> disk) {
                    says_finished = !Store::open(std::move(disk), Access::write).notices().empty();
                });
                for (unsigned way = 0; way < ways; way += 3) {
                    INFO(scenario.name << ", operation " << at << ", then " << again << ", way " << way);
                    const Files after = seen(open_memory(killed.after_power_cut(way)), Access::write);
                    const bool must_be_new = is_done || says_finished;
                    CHECK((after == scenario.after || (!must_be_new && after == scenario.before)));
                }
            }
        }
    }
}
