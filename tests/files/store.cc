#include "files/store.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cerrno>
#include <functional>

#include "files/manifest.h"
#include "memory_disk.h"
#include "text/failure.h"

using namespace backops::files;
using namespace backops::tests;
using backops::text::Failure;

namespace {

using Files = std::map<std::string, std::string>;

template <typename Work>
Failure failure_of(Work work) {
    try {
        work();
    } catch (const Failure& failure) {
        return failure;
    }
    return Failure("it worked");
}

template <typename Work>
std::string message_of(Work work) {
    return failure_of(work).message;
}

const std::vector<Change> both{{"areas/hall.yaml", "old hall", "new hall"}, {"event.yaml", "old", "new"}};
const Files old_files{{"areas/hall.yaml", "old hall"}, {"event.yaml", "old"}};

/// A tree whose change `both` (or another) was recorded, with nothing of it done.
Tree interrupted(const Files& files = old_files, const std::vector<Change>& changes = both) {
    for (std::size_t at = 1;; ++at) {
        const Tree tree = memory_tree(files);
        try {
            Store store = Store::open(failing(open_memory(tree), {at, EIO, Fails::crash}), Access::write);
            store.commit(changes);
        } catch (const Crashed&) {
        }
        if (tree->nodes.contains(".backops-commit")) return tree;
    }
}

Store reader(const Tree& tree) { return Store::open(open_memory(tree), Access::read); }
Store writer(const Tree& tree) { return Store::open(open_memory(tree), Access::write); }
Store helpless_reader(const Tree& tree) { return Store::open(read_only(open_memory(tree), EROFS), Access::read); }

std::vector<std::string> names(const std::vector<Entry>& entries) {
    std::vector<std::string> names;
    for (const Entry& entry : entries) names.push_back(entry.name);
    return names;
}

}  // namespace

TEST_CASE("a commit writes, creates and removes, and returns the sorted paths of what it did") {
    const Tree tree = memory_tree({{"event.yaml", "old"}, {"crew/maya.yaml", "maya"}, {"areas/hall.yaml", "hall"}});
    const std::vector<Change> changes{{"event.yaml", "old", "new"},
                                      {"crew/maya.yaml", "maya", std::nullopt},
                                      {"areas/hall.yaml", "hall", "hall"},
                                      {"areas/foyer.yaml", std::nullopt, "foyer"}};
    CHECK(writer(tree).commit(changes) == std::vector<std::string>{"areas/foyer.yaml", "crew/maya.yaml", "event.yaml"});
    CHECK(tree->files() == Files{{"event.yaml", "new"}, {"areas/hall.yaml", "hall"}, {"areas/foyer.yaml", "foyer"}});
    CHECK(tree->leftovers().empty());
    CHECK(tree->nodes.contains("crew"));
}

TEST_CASE("a commit that changes nothing writes nothing") {
    const Tree tree = memory_tree(old_files);
    const std::vector<Change> changes{{"event.yaml", "old", "old"}, {"crew/maya.yaml", std::nullopt, std::nullopt}};
    Store store = Store::open(open_memory(tree), Access::write);
    CHECK(store.commit(changes).empty());
    CHECK(store.commit({}).empty());
    CHECK(tree->files() == old_files);
}

TEST_CASE("a replaced file keeps its permissions") {
    for (const std::vector<Change>& changes : {both, std::vector<Change>{both[0]}}) {
        const Tree tree = memory_tree(old_files);
        tree->nodes["areas/hall.yaml"].mode = 0640;
        writer(tree).commit(changes);
        CHECK(tree->nodes["areas/hall.yaml"].mode == 0640);
        CHECK(tree->nodes["areas/hall.yaml"].bytes == "new hall");
    }
}

TEST_CASE("up to eight files are synced one by one, more with one sync of everything") {
    for (const int count : {2, 8, 9, 30}) {
        const auto operations = std::make_shared<Operations>();
        std::vector<Change> changes;
        for (int i = 0; i < count; ++i)
            changes.push_back({"areas/a" + std::to_string(i) + ".yaml", std::nullopt, "text"});
        Store::open(failing(open_memory(memory_tree()), {}, operations), Access::write).commit(changes);
        int single = 0;
        int whole = 0;
        for (const std::string& name : operations->names) {
            single += name.starts_with("sync_file ") ? 1 : 0;
            whole += name == "sync_all" ? 1 : 0;
        }
        CHECK(single == (count <= 8 ? count + 1 : 0));
        CHECK(whole == (count <= 8 ? 0 : 1));
    }
}

TEST_CASE("a file that was changed by hand since it was read is never overwritten") {
    const Files edits[] = {{{"areas/hall.yaml", "by hand"}, {"event.yaml", "old"}},
                           {{"event.yaml", "old"}},
                           {{"areas/hall.yaml", ""}, {"event.yaml", "old"}}};
    for (const Files& edited : edits) {
        for (const std::vector<Change>& changes :
             {both, std::vector<Change>{both[0]}, std::vector<Change>{{"areas/hall.yaml", "old hall", std::nullopt}}}) {
            const Tree tree = memory_tree(old_files);
            Store store = writer(tree);
            tree->erase("areas/hall.yaml");
            for (const auto& [path, bytes] : edited) tree->write(path, bytes);
            CHECK(message_of([&] { store.commit(changes); }) ==
                  "areas/hall.yaml was changed by someone else since it was read\nnothing was changed");
            CHECK(tree->files() == edited);
            CHECK(tree->leftovers().empty());
        }
    }
}

TEST_CASE("a file that appeared by hand where one is to be created is never overwritten") {
    const Tree tree = memory_tree({{"crew/maya.yaml", "by hand"}});
    const std::vector<Change> one{{"crew/maya.yaml", std::nullopt, "maya"}};
    const std::vector<Change> two{one[0], {"crew/noa.yaml", std::nullopt, "noa"}};
    for (const std::vector<Change>& changes : {one, two}) {
        CHECK(message_of([&] { writer(tree).commit(changes); }) ==
              "crew/maya.yaml was changed by someone else since it was read\nnothing was changed");
        CHECK(tree->files() == Files{{"crew/maya.yaml", "by hand"}});
    }
}

TEST_CASE("a hand edit at any moment of a commit is kept until the commit point") {
    for (std::size_t at = 1;; ++at) {
        CAPTURE(at);
        const Tree tree = memory_tree(old_files);
        const auto operations = std::make_shared<Operations>();
        bool is_edited = false;
        operations->before = [&](std::size_t number) {
            if (number != at || tree->nodes.contains(".backops-commit")) return;
            for (const std::string& name : operations->names) {
                if (name == "read areas/hall.yaml") return;
            }
            tree->write("areas/hall.yaml", "by hand");
            is_edited = true;
        };
        Store store = Store::open(failing(open_memory(tree), {}, operations), Access::write);
        const std::string message = message_of([&] { store.commit(both); });
        if (!is_edited) break;
        CHECK(message == "areas/hall.yaml was changed by someone else since it was read\nnothing was changed");
        CHECK(tree->files() == Files{{"areas/hall.yaml", "by hand"}, {"event.yaml", "old"}});
    }
}

TEST_CASE("a hand edit at any moment of a commit of one file is kept") {
    for (std::size_t at = 1;; ++at) {
        CAPTURE(at);
        const Tree tree = memory_tree(old_files);
        const auto operations = std::make_shared<Operations>();
        bool is_edited = false;
        operations->before = [&](std::size_t number) {
            if (number != at) return;
            tree->write("areas/hall.yaml", "by hand");
            is_edited = true;
        };
        Store store = Store::open(failing(open_memory(tree), {}, operations), Access::write);
        const std::string message = message_of([&] { store.commit(std::vector<Change>{both[0]}); });
        if (!is_edited) break;
        CHECK((message == "it worked" ||
               message == "areas/hall.yaml was changed by someone else since it was read\nnothing was changed"));
        CHECK(tree->files() == Files{{"areas/hall.yaml", "by hand"}, {"event.yaml", "old"}});
        CHECK(tree->leftovers().empty());
    }
}

TEST_CASE("what takes the place of a file at any moment of a commit of it is kept") {
    for (const Kind kind : {Kind::file, Kind::folder, Kind::link, Kind::other}) {
        for (std::size_t at = 1;; ++at) {
            CAPTURE(at);
            const Tree tree = memory_tree(old_files);
            const auto operations = std::make_shared<Operations>();
            bool is_replaced = false;
            operations->before = [&](std::size_t number) {
                if (number != at) return;
                tree->erase("areas/hall.yaml");
                tree->place("areas/hall.yaml", kind);
                if (kind == Kind::file) tree->write("areas/hall.yaml", std::string(largest_file + 1, 'x'));
                is_replaced = true;
            };
            Store store = Store::open(failing(open_memory(tree), {}, operations), Access::write);
            const std::string message = message_of([&] { store.commit(std::vector<Change>{both[0]}); });
            if (!is_replaced) break;
            CHECK((message == "it worked" || message.ends_with("\nnothing was changed")));
            CAPTURE(message);
            CAPTURE(operations->names.at(at - 1));
            CHECK(tree->nodes["areas/hall.yaml"].kind == kind);
            if (kind == Kind::file) CHECK(tree->nodes["areas/hall.yaml"].bytes.size() == largest_file + 1);
            CHECK(tree->leftovers().empty());
        }
    }
}

TEST_CASE("of two saves by hand while a file is written the later one stays") {
    const Tree tree = memory_tree(old_files);
    const auto operations = std::make_shared<Operations>();
    int saves = 0;
    operations->before = [&](std::size_t) {
        if (operations->names.back() == "exchange areas/.backops-tmp areas/hall.yaml" && saves < 2)
            tree->write("areas/hall.yaml", "by hand, " + std::to_string(++saves));
    };
    Store store = Store::open(failing(open_memory(tree), {}, operations), Access::write);
    CHECK(message_of([&] { store.commit(std::vector<Change>{both[0]}); }) ==
          "areas/hall.yaml was changed by someone else since it was read\nnothing was changed");
    CHECK(saves == 2);
    CHECK(tree->files().at("areas/hall.yaml") == "by hand, 2");
    CHECK(tree->leftovers().empty());
}

TEST_CASE("where files cannot be swapped, one is put over the other") {
    for (const int error : {EINVAL, ENOSYS, ENOTSUP}) {
        const Tree tree = memory_tree(old_files);
        tree->exchange_error = error;
        writer(tree).commit(std::vector<Change>{both[0]});
        CHECK(tree->files().at("areas/hall.yaml") == *both[0].after);
        CHECK(tree->leftovers().empty());
    }
}

TEST_CASE("an interrupted change is finished by the next command, which says so") {
    for (const Access access : {Access::read, Access::write}) {
        const Tree tree = interrupted();
        const Store store = Store::open(open_memory(tree), access);
        CHECK(store.notices() == std::vector<std::string>{"finished an interrupted change of 2 files"});
        CHECK(store.read("event.yaml") == "new");
        CHECK(tree->files() == Files{{"areas/hall.yaml", "new hall"}, {"event.yaml", "new"}});
        CHECK(tree->leftovers().empty());
    }
}

TEST_CASE("readers that may not write are shown an interrupted change as finished") {
    const Tree tree = interrupted(
        {{"event.yaml", "old"}, {"areas/hall.yaml", "hall"}},
        {{"event.yaml", "old", "new"}, {"areas/hall.yaml", "hall", std::nullopt}, {"crew/m.yaml", {}, "m"}});
    const Store store = helpless_reader(tree);
    CHECK(store.notices() ==
          std::vector<std::string>{"an interrupted change of 3 files is shown as finished; it cannot be finished here: "
                                   "read-only file system"});
    CHECK(names(store.list("")) == std::vector<std::string>{"areas", "crew", "event.yaml"});
    CHECK(names(store.list("crew")) == std::vector<std::string>{"m.yaml"});
    CHECK(store.list("areas").empty());
    CHECK(store.read("crew/m.yaml") == "m");
    CHECK_FALSE(store.read("areas/hall.yaml"));
    CHECK(store.read_stamped("crew/m.yaml")->bytes == "m");
    CHECK_FALSE(store.read_stamped("crew/m.yaml")->stamp);
    CHECK_FALSE(store.read_stamped("areas/hall.yaml"));
    CHECK_FALSE(store.now());
    CHECK(tree->files() == Files{{"event.yaml", "old"}, {"areas/hall.yaml", "hall"}});
}

TEST_CASE("a change whose files were changed since the crash is set aside as a whole, and says what each file is") {
    const Tree tree = interrupted();
    tree->write("areas/hall.yaml", "by hand");
    const Files by_hand{{"areas/hall.yaml", "by hand"}, {"event.yaml", "old"}};
    const std::vector<std::string> standing{"1 file has the old text: event.yaml",
                                            "1 file has neither: areas/hall.yaml"};
    const auto said = [&](const std::string& place) {
        std::vector<std::string> all{
            "a change of 2 files was interrupted, and the files were changed since, so it was not finished; it is "
            "kept in " +
            place};
        all.insert(all.end(), standing.begin(), standing.end());
        return all;
    };
    const Store overlaid = helpless_reader(tree->copy());
    CHECK(overlaid.read("areas/hall.yaml") == "by hand");
    CHECK(overlaid.read("event.yaml") == "old");
    CHECK(overlaid.notices() == said(".backops-commit"));

    tree->place(".backops-kept-change", Kind::folder);
    std::optional<Store> store = reader(tree);
    CHECK(store->notices() == said(".backops-kept-change-2"));
    CHECK(names(store->list("")) == std::vector<std::string>{"areas", "event.yaml"});
    store.reset();
    CHECK(tree->files() == by_hand);
    CHECK(tree->nodes[".backops-kept-change-2/1"].bytes == "new hall");
    CHECK(tree->own_changes.empty());
    CHECK(writer(tree).notices().empty());
}

TEST_CASE("no kind of change by hand after a crash is written over") {
    using Act = std::function<void(MemoryTree&)>;
    const Act acts[] = {[](MemoryTree& tree) { tree.erase("event.yaml"); },
                        [](MemoryTree& tree) { tree.write("event.yaml", std::string(largest_file + 1, 'x')); },
                        [](MemoryTree& tree) { tree.erase("areas"), tree.place("areas", Kind::file); },
                        [](MemoryTree& tree) { tree.place("event.yaml", Kind::link); },
                        [](MemoryTree& tree) { tree.place("event.yaml", Kind::folder); },
                        [](MemoryTree& tree) { tree.place("areas/hall.yaml", Kind::other); },
                        [](MemoryTree& tree) { tree.erase(".backops-commit/1"); },
                        [](MemoryTree& tree) { tree.write(".backops-commit/2", "half"); },
                        [](MemoryTree& tree) { tree.place(".backops-commit/2", Kind::link); },
                        [](MemoryTree& tree) { tree.write(".backops-commit/1", std::string(largest_file + 1, 'x')); }};
    for (const Act& act : acts) {
        const Tree tree = interrupted();
        act(*tree);
        const Files before = tree->files();
        CHECK(writer(tree).notices().size() >= 2);
        CHECK(tree->files() == before);
        CHECK(tree->nodes.contains(".backops-kept-change/manifest"));
        CHECK_FALSE(tree->nodes.contains(".backops-commit"));
    }
}

TEST_CASE("a file that is to go is never put over anything else in its place beside the record") {
    const std::vector<Change> removal{{"areas/hall.yaml", "old hall", std::nullopt}, {"event.yaml", "old", "new"}};
    const auto in_its_place = [&](const auto& place) {
        const Tree tree = interrupted(old_files, removal);
        place(*tree);
        writer(tree);
        return tree->files();
    };
    const Files made{{"event.yaml", "new"}};
    const std::string beside = ".backops-commit/1";
    CHECK(in_its_place([](MemoryTree&) {}) == made);
    CHECK(in_its_place([&](MemoryTree& tree) { tree.write(beside, "old hall"); }) == made);
    CHECK(in_its_place([&](MemoryTree& tree) { tree.write(beside, "by hand"); }) == old_files);
    CHECK(in_its_place([&](MemoryTree& tree) { tree.place(beside, Kind::folder); }) == old_files);
    CHECK(in_its_place([&](MemoryTree& tree) { tree.place(beside, Kind::link); }) == old_files);
}

TEST_CASE("a record that was not made here is followed and removed by nobody") {
    for (const bool is_of_other : {false, true}) {
        const Tree tree = interrupted();
        if (is_of_other)
            tree->nodes[".backops-commit"].owner = 1001;
        else
            tree->own_changes.clear();
        const auto nodes = [&] {
            std::map<std::string, std::string> all;
            for (const auto& [path, node] : tree->nodes) all[path] = node.bytes;
            return all;
        };
        const auto before = nodes();
        for (const auto open : {reader, helpless_reader}) {
            const Store store = open(tree);
            CHECK(store.read("event.yaml") == "old");
            CHECK(store.notices().front() ==
                  ".backops-commit records a change of 2 files that you did not make here: nothing of it is used");
        }
        const Failure failure = failure_of([&] { writer(tree); });
        CHECK(failure.message ==
              ".backops-commit records an interrupted change of 2 files that you did not make here\n"
              "2 files have the old text: areas/hall.yaml, event.yaml\nnothing was changed");
        CHECK(failure.hints.size() == 2);
        CHECK(nodes() == before);
    }
}

TEST_CASE("what someone saves in a file's place while several are written is kept and named") {
    const auto operations = std::make_shared<Operations>();
    const Tree plain = memory_tree(old_files);
    Store::open(failing(open_memory(plain), {}, operations), Access::write).commit(both);
    const auto is_commit_point = [](const std::string& name) { return name == "rename .backops-new .backops-commit"; };
    const auto point = std::ranges::find_if(operations->names, is_commit_point) - operations->names.begin() + 1;
    for (std::size_t at = static_cast<std::size_t>(point) + 1; at <= operations->names.size(); ++at) {
        for (const bool can_exchange : {true, false}) {
            const Tree tree = memory_tree(old_files);
            if (!can_exchange) tree->exchange_error = EINVAL;
            const auto seen = std::make_shared<Operations>();
            bool is_saved = false;
            std::string last;
            seen->before = [&](std::size_t number) {
                if (number != at || tree->files().at("event.yaml") != "old") return;
                last = seen->names.back();
                tree->write("event.yaml", "by hand");
                is_saved = true;
            };
            Store store = Store::open(failing(open_memory(tree), {}, seen), Access::write);
            store.commit(both);
            CAPTURE(last);
            CHECK(tree->files().at("areas/hall.yaml") == "new hall");
            // Without a swap nothing can be done about a save between the look and the rename.
            if (!is_saved || (!can_exchange && last.starts_with("rename .backops-commit/"))) continue;
            CHECK(tree->files().at("event.yaml") == "new");
            CHECK(tree->nodes[".backops-kept-event.yaml"].bytes == "by hand");
            CHECK(store.notices() ==
                  std::vector<std::string>{"event.yaml was changed by someone else while it was written: "
                                           "it has the new text, and theirs is kept in "
                                           ".backops-kept-event.yaml"});
        }
    }
}

TEST_CASE("a failure of any operation while an interrupted change is finished leaves it to the next command") {
    for (const Access access : {Access::read, Access::write}) {
        for (std::size_t at = 1;; ++at) {
            CAPTURE(at);
            const Tree tree = interrupted();
            const auto operations = std::make_shared<Operations>();
            const std::string message = message_of([&] {
                Store::open(failing(open_memory(tree), {at, EIO, Fails::once}, operations), access);
            });
            if (!operations->failed) break;
            CHECK((message == "it worked" || message.find("input/output error") != std::string::npos));
            CHECK(writer(tree).read("event.yaml") == "new");
            CHECK(tree->files() == Files{{"areas/hall.yaml", "new hall"}, {"event.yaml", "new"}});
            CHECK(tree->leftovers().empty());
        }
    }
}

TEST_CASE("a change that was made by hand after the crash just as recorded is no conflict") {
    const Tree tree = interrupted();
    tree->write("areas/hall.yaml", "new hall");
    CHECK(writer(tree).notices() == std::vector<std::string>{"finished an interrupted change of 2 files"});
    CHECK(tree->leftovers().empty());
}

TEST_CASE("any damage to the record is a message, for readers and writers, and changes nothing") {
    const Tree tree = interrupted();
    const std::string manifest = tree->nodes[".backops-commit/manifest"].bytes;
    const auto check = [](const Tree& damaged) {
        for (const auto open : {reader, writer, helpless_reader}) {
            const Failure failure = failure_of([&] { open(damaged); });
            CHECK(failure.message.starts_with(
                "the record of an interrupted change, .backops-commit/manifest, is damaged: "));
            CHECK(failure.hints.size() == 1);
        }
        CHECK(damaged->files() == old_files);
    };
    for (std::size_t i = 0; i < manifest.size(); ++i) {
        for (const char byte : {'\0', '/', '\n', static_cast<char>(manifest[i] ^ 1)}) {
            if (byte == manifest[i]) continue;
            const Tree damaged = tree->copy();
            damaged->nodes[".backops-commit/manifest"].bytes[i] = byte;
            check(damaged);
        }
        const Tree shorter = tree->copy();
        shorter->nodes[".backops-commit/manifest"].bytes.resize(i);
        check(shorter);
    }
    const Tree missing = tree->copy();
    missing->erase(".backops-commit/manifest");
    check(missing);
}

TEST_CASE("something else under the names of ours is a message or is cleared away, never followed") {
    for (const Kind kind : {Kind::file, Kind::link, Kind::other}) {
        const Tree tree = memory_tree(old_files);
        tree->place(".backops-commit", kind);
        CHECK(message_of([&] { reader(tree); }) == ".backops-commit is in the way: it is not a folder");
        CHECK(message_of([&] { writer(tree); }) == ".backops-commit is in the way: it is not a folder");
        const Tree other = memory_tree(old_files);
        other->place(".backops-new", kind);
        other->place(".backops-tmp", kind);
        writer(other).commit(both);
        CHECK(other->leftovers().empty());
    }
    const Tree tree = memory_tree(old_files);
    tree->place(".backops-new", Kind::folder);
    tree->place(".backops-new/deep", Kind::folder);
    writer(tree).commit(both);
    CHECK(tree->leftovers() == std::vector<std::string>{".backops-kept-folder", ".backops-kept-folder/deep"});
}

TEST_CASE("while one command writes, others may neither read nor write; while one reads, others may read") {
    const std::string busy = "another command has been using this event for 10 seconds";
    const Tree tree = memory_tree(old_files);
    {
        const Store store = writer(tree);
        CHECK(message_of([&] { reader(tree); }) == busy);
        CHECK(message_of([&] { writer(tree); }) == busy + "\nnothing was changed");
    }
    const Store first = reader(tree);
    const Store second = reader(tree);
    CHECK(message_of([&] { writer(tree); }) == busy + "\nnothing was changed");
}

TEST_CASE("where locks do not work readers go on and writers stop") {
    for (const int error : {ENOLCK, EBADF, ENOTSUP, ENOSYS}) {
        const Tree tree = memory_tree(old_files);
        tree->lock_error = error;
        CHECK(reader(tree).read("event.yaml") == "old");
        CHECK(message_of([&] { writer(tree); }) ==
              "cannot write here: file locks do not work on this file system\nnothing was changed");
    }
    const Tree tree = memory_tree(old_files);
    tree->lock_error = EIO;
    CHECK(message_of([&] { reader(tree); }) == "cannot read the event directory: input/output error");
    CHECK(message_of([&] { writer(tree); }) ==
          "cannot lock the event directory: input/output error\nnothing was changed");
}

TEST_CASE("a record that is a link, a folder, a pipe or too large is never replaced, and the message says what it is") {
    const std::map<Kind, std::string> words{{Kind::link, "it is a symbolic link"},
                                            {Kind::folder, "it is not a regular file"},
                                            {Kind::other, "it is not a regular file"}};
    for (const auto& [kind, word] : words) {
        const Tree tree = memory_tree(old_files);
        tree->place("event.yaml", kind);
        CHECK(message_of([&] { writer(tree).commit(both); }) ==
              "cannot write event.yaml: " + word + "\nnothing was changed");
        CHECK(tree->nodes["areas/hall.yaml"].bytes == "old hall");
        CHECK(tree->leftovers().empty());
        CHECK_THROWS_AS(reader(tree).read("event.yaml"), std::system_error);
    }
    const Tree tree = memory_tree({{"event.yaml", std::string(largest_file + 1, 'x')}});
    CHECK_THROWS_AS(reader(tree).read("event.yaml"), std::system_error);
    const std::vector<Change> large{{"areas/a.yaml", std::nullopt, std::string(largest_file + 1, 'x')}};
    CHECK(message_of([&] { writer(tree).commit(large); }) ==
          "cannot write areas/a.yaml: it would be larger than 1 MiB\nnothing was changed");
}

TEST_CASE("paths that leave the event, are hidden, or lie deeper than one folder are a mistake of the program") {
    for (const std::string path : {"", "/etc/passwd", "../x", "areas/../x", "a/b/c", ".git", "areas/.x", "./x",
                                   "areas/", "a//b", "a\nb", ".backops-commit/manifest"}) {
        CAPTURE(path);
        const std::vector<Change> changes{{path, std::nullopt, "x"}};
        const Tree tree = memory_tree(old_files);
        CHECK(failure_of([&] { writer(tree).commit(changes); }).status == backops::text::bug);
        CHECK(tree->files() == old_files);
    }
    const std::vector<Change> twice{both[1], both[1]};
    CHECK(failure_of([&] { writer(memory_tree(old_files)).commit(twice); }).status == backops::text::bug);
    CHECK(failure_of([&] { reader(memory_tree(old_files)).commit(both); }).status == backops::text::bug);
}

TEST_CASE("a missing folder is empty and a missing file is nothing") {
    const Store store = reader(memory_tree(old_files));
    CHECK(store.list("crew").empty());
    CHECK_FALSE(store.read("crew/maya.yaml"));
}

TEST_CASE("a list shows other people's dot files and hides ours") {
    const Tree tree = memory_tree({{"event.yaml", "old"}, {".gitignore", "x"}, {".backops-tmp", "x"}});
    tree->place(".backops-new", Kind::folder);
    CHECK(names(reader(tree).list("")) == std::vector<std::string>{".gitignore", "event.yaml"});
}
