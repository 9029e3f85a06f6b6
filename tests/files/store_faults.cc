#include <doctest/doctest.h>

#include <cerrno>

#include "scenarios.h"

using namespace backops::files;
using namespace backops::tests;
using backops::text::Failure;

namespace {

/// What is seen by a writer, a reader, a reader that may not write, and one that has no locks either; all must be
/// equal.
Files seen_by_all(const Tree& tree) {
    const Files by_writer = seen(open_memory(tree->copy()), Access::write);
    CHECK(seen(open_memory(tree->copy()), Access::read) == by_writer);
    CHECK(seen(read_only(open_memory(tree->copy()), EROFS), Access::read) == by_writer);
    CHECK(seen(read_only(open_memory(tree->copy()), EACCES), Access::read) == by_writer);
    const Tree without_locks = tree->copy();
    without_locks->lock_error = ENOLCK;
    CHECK(seen(open_memory(without_locks), Access::read) == by_writer);
    const Tree cleared = tree->copy();
    Store::open(open_memory(cleared), Access::write);
    CHECK(cleared->files() == by_writer);
    CHECK(cleared->leftovers().empty());
    return by_writer;
}

/// Opens and commits on a disk with this fault; what the failure says, or nothing when all went well.
std::optional<std::string> outcome(const Tree& tree, const Scenario& scenario, Fault fault,
                                   const std::shared_ptr<Operations>& operations) {
    try {
        Store store = Store::open(failing(open_memory(tree), fault, operations), Access::write);
        store.commit(scenario.changes);
        return std::nullopt;
    } catch (const Failure& failure) {
        return failure.message;
    }
}

/// What a process leaves that is killed at this operation of the change.
Tree crashed(const Scenario& scenario, std::size_t at, const std::shared_ptr<Operations>& operations) {
    const Tree tree = memory_tree(scenario.before);
    try {
        outcome(tree, scenario, {at, EIO, Fails::crash}, operations);
    } catch (const Crashed&) {
    }
    return tree;
}

bool says(const std::string& message, const std::string& words) { return message.find(words) != std::string::npos; }

}  // namespace

/// The files as they were, everything of ours left: git reset, a checkout, a backup.
void put_back(MemoryTree& tree, const Files& files) {
    for (const auto& [path, bytes] : tree.files())
        if (!files.contains(path)) tree.erase(path);
    for (const auto& [path, bytes] : files) tree.write(path, bytes);
}

TEST_CASE("files that are put back after a crash at any operation are the old event or the new one, never a mixture") {
    for (const Scenario& scenario : scenarios()) {
        for (std::size_t at = 1;; ++at) {
            CAPTURE(scenario.name);
            CAPTURE(at);
            const auto operations = std::make_shared<Operations>();
            const Tree tree = crashed(scenario, at, operations);
            put_back(*tree, scenario.before);
            const Files after = seen(open_memory(tree), Access::read);
            CHECK((after == scenario.before || after == scenario.after));
            CHECK(tree->files() == after);
            CHECK(seen(open_memory(tree), Access::write) == after);
            if (!operations->failed) break;
        }
    }
}

TEST_CASE("a record of which not all has arrived writes nothing that was not there") {
    const Scenario scenario = twenty();
    for (std::size_t at = 1;; ++at) {
        CAPTURE(at);
        const auto operations = std::make_shared<Operations>();
        const Tree tree = crashed(scenario, at, operations);
        if (!operations->failed) break;
        for (int staged = 1; staged <= 21; staged += 3) tree->erase(".backops-commit/" + std::to_string(staged));
        const Files before = tree->files();
        const Files after = seen(open_memory(tree), Access::read);
        CHECK((after == before || after == scenario.after));
    }
}

TEST_CASE("a crash at any operation leaves the old event or the new one, the same for every reader and writer") {
    for (const Scenario& scenario : scenarios()) {
        bool seen_old = false;
        bool seen_new = false;
        for (std::size_t at = 1;; ++at) {
            CAPTURE(scenario.name);
            CAPTURE(at);
            const auto operations = std::make_shared<Operations>();
            const Tree tree = crashed(scenario, at, operations);
            const Files after = seen_by_all(tree);
            CHECK((after == scenario.before || after == scenario.after));
            CHECK((!seen_new || after == scenario.after));
            seen_old = seen_old || after == scenario.before;
            seen_new = seen_new || after == scenario.after;
            if (!operations->failed) break;
        }
        CHECK(seen_old);
        CHECK(seen_new);
    }
}

TEST_CASE("a crash while an interrupted change is being finished loses nothing either") {
    const std::vector<Scenario> all = scenarios();
    for (const Scenario& scenario : {all[4], all[5], all[6]}) {
        for (std::size_t at = 1;; at += scenario.changes.size() > 4 ? 7 : 1) {
            const auto operations = std::make_shared<Operations>();
            const Tree tree = crashed(scenario, at, operations);
            if (!operations->failed) break;
            const Files expected = seen(open_memory(tree->copy()), Access::write);
            for (std::size_t again = 1;; ++again) {
                CAPTURE(scenario.name);
                CAPTURE(at);
                CAPTURE(again);
                const Tree retried = tree->copy();
                const auto more = std::make_shared<Operations>();
                const Access access = again % 2 == 0 ? Access::read : Access::write;
                try {
                    Store::open(failing(open_memory(retried), {again, EIO, Fails::crash}, more), access);
                } catch (const Crashed&) {
                }
                CHECK(seen(open_memory(retried->copy()), Access::write) == expected);
                CHECK(seen(read_only(open_memory(retried->copy()), EROFS), Access::read) == expected);
                if (!more->failed) break;
            }
        }
    }
}

TEST_CASE("a failure of any operation says the reason and what came of the change, and that is true") {
    const std::map<int, std::string> words{{ENOSPC, "no space left on the device"},
                                           {EACCES, "permission denied"},
                                           {EROFS, "read-only file system"},
                                           {EIO, "input/output error"},
                                           {EDQUOT, "disk quota exceeded"}};
    for (const Scenario& scenario : scenarios()) {
        for (const Fails how : {Fails::once, Fails::from_now, Fails::late, Fails::partly}) {
            for (const auto& word : words) {
                const int error = word.first;
                const std::string& reason = word.second;
                for (std::size_t at = 1;; ++at) {
                    const Tree tree = memory_tree(scenario.before);
                    const auto operations = std::make_shared<Operations>();
                    const std::optional<std::string> message = outcome(tree, scenario, {at, error, how}, operations);
                    if (!operations->failed) break;
                    INFO(scenario.name << " " << error << " at " << at << ": " << operations->names[at - 1] << ": "
                                       << message.value_or("done"));
                    const Files after = seen_by_all(tree);
                    if (!message) {
                        CHECK(after == scenario.after);
                    } else if (says(*message, "nothing was changed")) {
                        CHECK(after == scenario.before);
                        CHECK(says(*message, reason));
                    } else {
                        const bool is_known = says(*message, "\nrecorded, will be finished by the next command") ||
                                              says(*message, "\nthe change was made, but may be lost in a power cut");
                        CHECK(is_known);
                        CHECK(says(*message, reason));
                        CHECK(after == scenario.after);
                    }
                }
            }
        }
    }
}

TEST_CASE("a command that goes on after a change was recorded and not finished sees it as finished") {
    const Scenario scenario = twenty();
    int recorded = 0;
    for (std::size_t at = 1;; ++at) {
        const Tree tree = memory_tree(scenario.before);
        const auto operations = std::make_shared<Operations>();
        std::optional<Store> store;
        bool is_recorded = false;
        try {
            store.emplace(
                Store::open(failing(open_memory(tree), {at, ENOSPC, Fails::from_now}, operations), Access::write));
            store->commit(scenario.changes);
        } catch (const Failure& failure) {
            is_recorded = says(failure.message, "recorded");
        }
        if (!operations->failed) break;
        if (!is_recorded) continue;
        CHECK(shown(*store) == scenario.after);
        ++recorded;
    }
    CHECK(recorded > 10);
}

TEST_CASE("a command can try again after a passing failure") {
    const Scenario scenario = twenty();
    const auto opening = std::make_shared<Operations>();
    Store::open(failing(open_memory(memory_tree(scenario.before)), {}, opening), Access::write);
    for (std::size_t at = opening->names.size() + 1;; ++at) {
        CAPTURE(at);
        const Tree tree = memory_tree(scenario.before);
        const auto operations = std::make_shared<Operations>();
        Store store = Store::open(failing(open_memory(tree), {at, ENOSPC, Fails::partly}, operations), Access::write);
        try {
            store.commit(scenario.changes);
        } catch (const Failure& failure) {
            if (says(failure.message, "nothing was changed")) {
                CHECK(store.commit(scenario.changes).size() == scenario.changes.size() - 1);
            } else {
                const std::vector<Change> next{{"views/notes.yaml", "not ours", "mine"}};
                CHECK(store.commit(next) == std::vector<std::string>{"views/notes.yaml"});
                tree->write("views/notes.yaml", "not ours");
            }
        }
        CHECK(tree->files() == scenario.after);
        if (!operations->failed) break;
    }
}
