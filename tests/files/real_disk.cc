#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <thread>

#include "files/store.h"
#include "files/trouble.h"
#include "text/failure.h"

using namespace backops::files;
using backops::text::Failure;
namespace fs = std::filesystem;

namespace {

using Files = std::map<std::string, std::string>;

/// An event of a user whose state is beside it.
std::unique_ptr<Disk> at_home(const std::string& root) {
    return open_disk(root, {[root] { return root + "-state"; }, {}});
}

/// A new directory, removed at the end.
class Scratch {
  public:
    Scratch() {
        std::string pattern = (fs::temp_directory_path() / "backops-test-XXXXXX").string();
        path_ = mkdtemp(pattern.data());
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        fs::remove_all(path_);
        fs::remove_all(path_ + "-state");
    }

    std::string path(const std::string& inner = "") const { return inner.empty() ? path_ : path_ + "/" + inner; }
    void write(const std::string& inner, const std::string& bytes) const {
        fs::create_directories(fs::path(path(inner)).parent_path());
        std::ofstream(path(inner), std::ios::binary) << bytes;
    }
    std::string read(const std::string& inner) const {
        std::ifstream stream(path(inner), std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    Store open(Access access) const { return Store::open(at_home(path_), access); }

  private:
    std::string path_;
};

template <typename Work>
int error_of(Work work) {
    try {
        work();
    } catch (const std::system_error& error) {
        return error.code().value();
    }
    return 0;
}

template <typename Work>
std::string message_of(Work work) {
    try {
        work();
    } catch (const Failure& failure) {
        return failure.message;
    }
    return "it worked";
}

/// Runs the work in a process of its own; its exit status is 0 if nothing was thrown.
template <typename Work>
pid_t in_child(Work work) {
    const pid_t child = fork();
    if (child != 0) return child;
    int status = 0;
    try {
        work();
    } catch (...) {
        status = 1;
    }
    _exit(status);
}

bool went_well(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

Files shown(const Store& store) {
    Files files;
    for (const Entry& entry : store.list("")) {
        if (entry.kind == Kind::file) files[entry.name] = store.read(entry.name).value();
        if (entry.kind != Kind::folder) continue;
        for (const Entry& inner : store.list(entry.name)) {
            const std::string path = entry.name + "/" + inner.name;
            files[path] = store.read(path).value();
        }
    }
    return files;
}

/// About 300 files; every seventh is there in even generations only, another seventh in odd ones.
Files generation(int number) {
    Files files{{"event.yaml", std::to_string(number)}};
    for (int i = 0; i < 300; ++i) {
        if (i % 7 == 0 && number % 2 != 0) continue;
        if (i % 7 == 1 && number % 2 == 0) continue;
        files[(i % 2 == 0 ? "areas/a" : "crew/c") + std::to_string(i) + ".yaml"] =
            std::to_string(number) + " of " + std::to_string(i);
    }
    return files;
}

std::vector<Change> changes_between(const Files& before, const Files& after) {
    std::vector<Change> changes;
    for (const auto& [path, bytes] : before) {
        const auto found = after.find(path);
        changes.push_back({path, bytes, found == after.end() ? std::nullopt : std::optional(found->second)});
    }
    for (const auto& [path, bytes] : after) {
        if (!before.contains(path)) changes.push_back({path, std::nullopt, bytes});
    }
    return changes;
}

void next_generation(const std::string& root) {
    Store store = Store::open(at_home(root), Access::write);
    const Files now = shown(store);
    store.commit(changes_between(now, generation(std::stoi(now.at("event.yaml")) + 1)));
}

}  // namespace

TEST_CASE("processes killed at random moments of large commits leave one whole generation") {
    const Scratch scratch;
    create_directory(scratch.path("event"), changes_between({}, generation(0)));
    const std::string root = scratch.path("event");
    const auto begin = std::chrono::steady_clock::now();
    next_generation(root);
    const std::chrono::duration<double> usual = std::chrono::steady_clock::now() - begin;
    std::mt19937 random(20260612);
    std::uniform_real_distribution<double> pause(0, std::min(0.25, 2 * usual.count()));
    const auto end = begin + std::chrono::milliseconds(2500);
    int rounds = 0;
    int last = 1;
    int interrupted = 0;
    while (std::chrono::steady_clock::now() < end) {
        const pid_t child = in_child([&] {
            for (;;) next_generation(root);
        });
        std::this_thread::sleep_for(std::chrono::duration<double>(pause(random)));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        const Access access = rounds % 3 == 0 ? Access::write : Access::read;
        const Store store = Store::open(at_home(root), access);
        const Files now = shown(store);
        interrupted += store.notices().empty() ? 0 : 1;
        const int number = std::stoi(now.at("event.yaml"));
        CHECK(number >= last);
        CHECK(now == generation(number));
        last = number;
        ++rounds;
    }
    WARN(last > 1);
    WARN(interrupted > 0);
    Store::open(at_home(root), Access::write);
    for (const auto& entry : fs::directory_iterator(root)) CHECK(entry.path().filename().string()[0] != '.');
}

TEST_CASE("eight processes that write at once lose nothing") {
    const Scratch scratch;
    scratch.write("areas/count.yaml", "0");
    std::vector<pid_t> children;
    for (int process = 0; process < 8; ++process) {
        children.push_back(in_child([&] {
            for (int i = 0; i < 10; ++i) {
                Store store = scratch.open(Access::write);
                const std::string count = store.read("areas/count.yaml").value();
                const std::string own = "areas/a" + std::to_string(process) + "-" + std::to_string(i) + ".yaml";
                store.commit(std::vector<Change>{{"areas/count.yaml", count, std::to_string(std::stoi(count) + 1)},
                                                 {own, std::nullopt, "text"}});
            }
        }));
    }
    for (const pid_t child : children) CHECK(went_well(child));
    CHECK(scratch.read("areas/count.yaml") == "80");
    CHECK(scratch.open(Access::read).list("areas").size() == 81);
}

TEST_CASE("readers beside a writer see whole generations only") {
    const Scratch scratch;
    create_directory(scratch.path("event"), changes_between({}, generation(0)));
    const std::string root = scratch.path("event");
    const pid_t child = in_child([&] {
        for (int i = 0; i < 8; ++i) next_generation(root);
    });
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
        const Files now = shown(Store::open(at_home(root), Access::read));
        CHECK(now == generation(std::stoi(now.at("event.yaml"))));
    }
    CHECK(status == 0);
}

TEST_CASE("a lock keeps others out until it is released, and a wait ends when it is") {
    const Scratch scratch;
    const std::unique_ptr<Disk> first = open_disk(scratch.path());
    const std::unique_ptr<Disk> second = open_disk(scratch.path());
    std::unique_ptr<Held> held = first->lock(Lock::exclusive, 0);
    REQUIRE(held);
    CHECK_FALSE(second->lock(Lock::exclusive, 0));
    CHECK_FALSE(second->lock(Lock::shared, 0));
    std::thread releasing([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        held.reset();
    });
    CHECK(second->lock(Lock::shared, 10));
    releasing.join();
    const std::unique_ptr<Held> reading = first->lock(Lock::shared, 0);
    CHECK(second->lock(Lock::shared, 0));
    CHECK_FALSE(second->lock(Lock::exclusive, 0));
}

TEST_CASE("a lock of a killed process is gone") {
    const Scratch scratch;
    int ready[2];
    REQUIRE(pipe(ready) == 0);
    const pid_t child = in_child([&] {
        const Store store = scratch.open(Access::write);
        if (write(ready[1], "x", 1) == 1) pause();
    });
    char byte = 0;
    REQUIRE(read(ready[0], &byte, 1) == 1);
    CHECK_FALSE(open_disk(scratch.path())->lock(Lock::shared, 0));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    close(ready[0]);
    close(ready[1]);
    CHECK(open_disk(scratch.path())->lock(Lock::exclusive, 0));
}

TEST_CASE("a pipe, a socket, a folder, a link or a file that is too large is refused at once") {
    const Scratch scratch;
    scratch.write("areas/real.yaml", "text");
    scratch.write("areas/large.yaml", std::string(largest_file + 1, 'x'));
    scratch.write("areas/full.yaml", std::string(largest_file, 'x'));
    fs::create_directory(scratch.path("areas/folder.yaml"));
    fs::create_symlink("areas/real.yaml", scratch.path("areas/link.yaml"));
    REQUIRE(mkfifo(scratch.path("areas/pipe.yaml").c_str(), 0600) == 0);
    const int server = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    scratch.path("areas/socket.yaml").copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(bind(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    const std::unique_ptr<Disk> disk = open_disk(scratch.path());
    const std::map<std::string, int> errors{{"areas/pipe.yaml", EINVAL},   {"areas/socket.yaml", EINVAL},
                                            {"areas/folder.yaml", EINVAL}, {"areas/link.yaml", ELOOP},
                                            {"areas/large.yaml", EFBIG},   {"areas/none.yaml", ENOENT}};
    for (const auto& one : errors) {
        CAPTURE(one.first);
        CHECK(error_of([&] { disk->read(one.first, largest_file); }) == one.second);
    }
    CHECK(disk->read("areas/full.yaml", largest_file).size() == largest_file);
    CHECK(disk->kind("areas/pipe.yaml") == Kind::other);
    CHECK(disk->kind("areas/socket.yaml") == Kind::other);
    CHECK(disk->kind("areas/folder.yaml") == Kind::folder);
    CHECK(disk->kind("areas/link.yaml") == Kind::link);
    CHECK_FALSE(disk->kind("areas/real.yaml/inside"));
    Store store = scratch.open(Access::write);
    for (const char* const name :
         {"areas/pipe.yaml", "areas/socket.yaml", "areas/folder.yaml", "areas/link.yaml", "areas/large.yaml"}) {
        for (const std::optional<std::string>& before :
             {std::optional<std::string>("text"), std::optional<std::string>()}) {
            const std::vector<Change> changes{{std::string(name), before, "new"}, {"areas/real.yaml", "text", "new"}};
            CHECK(message_of([&] {
                      store.commit(changes);
                  }).starts_with("cannot write " + std::string(name) + ": it is "));
        }
    }
    CHECK(scratch.read("areas/real.yaml") == "text");
    close(server);
}

TEST_CASE("a file that is read has the stamp that it is asked for by name") {
    const Scratch scratch;
    scratch.write("hall.yaml", "hall");
    const std::unique_ptr<Disk> disk = open_disk(scratch.path());
    const Stamped read = disk->read_stamped("hall.yaml", largest_file);
    CHECK(read.bytes == "hall");
    REQUIRE(read.stamp);
    const std::vector<std::string> names{"hall.yaml"};
    CHECK(read.stamp == disk->stamps("", names).front());
    CHECK(scratch.open(Access::read).read_stamped("hall.yaml")->stamp == read.stamp);
    CHECK_FALSE(scratch.open(Access::read).read_stamped("none.yaml"));
}

TEST_CASE("no link is followed below the root, and no path leaves it") {
    const Scratch outside;
    outside.write("secret.yaml", "secret");
    const Scratch scratch;
    fs::create_directory_symlink(outside.path(), scratch.path("areas"));
    const std::unique_ptr<Disk> disk = open_disk(scratch.path());
    CHECK(error_of([&] { disk->read("areas/secret.yaml", 100); }) == ELOOP);
    CHECK(error_of([&] { disk->list("areas"); }) == ELOOP);
    CHECK(error_of([&] { disk->kind("areas/secret.yaml"); }) == ELOOP);
    CHECK(error_of([&] { disk->create("areas/new.yaml", "x", 0); }) == ELOOP);
    CHECK(error_of([&] { disk->remove("areas/secret.yaml"); }) == ELOOP);
    CHECK(error_of([&] { disk->make_folder("areas/new"); }) == ELOOP);
    for (const std::string path : {"..", "../x", "/etc/hostname", "a/../b", "./x", "", "a//b"}) {
        CAPTURE(path);
        CHECK(error_of([&] { disk->read(path, 100); }) == EINVAL);
    }
    CHECK(error_of([&] { disk->read(std::string("a\0b", 3), 100); }) == EINVAL);
    Store store = scratch.open(Access::write);
    const std::vector<Change> one{{"areas/new.yaml", std::nullopt, "x"}};
    CHECK(message_of([&] { store.commit(one); }) ==
          "cannot write areas/new.yaml: it is a symbolic link\nnothing was changed");
    CHECK(fs::exists(outside.path("secret.yaml")));
    CHECK_FALSE(fs::exists(outside.path("new.yaml")));
}

TEST_CASE("a link to the event directory itself may be opened") {
    const Scratch scratch;
    scratch.write("event/event.yaml", "text");
    fs::create_directory_symlink("event", scratch.path("link"));
    CHECK(Store::open(at_home(scratch.path("link")), Access::read).read("event.yaml") == "text");
}

TEST_CASE("a directory that is removed under a command is a message, one that is moved is followed") {
    const Scratch scratch;
    scratch.write("event/event.yaml", "old");
    const std::vector<Change> change{{"event.yaml", "old", "new"}};
    const std::vector<Change> two{{"areas/a.yaml", std::nullopt, "a"}, {"areas/b.yaml", std::nullopt, "b"}};
    Store store = Store::open(at_home(scratch.path("event")), Access::write);
    fs::rename(scratch.path("event"), scratch.path("moved"));
    store.commit(change);
    CHECK(scratch.read("moved/event.yaml") == "new");
    fs::remove_all(scratch.path("moved"));
    CHECK(message_of([&] { store.commit(two); }) ==
          "cannot write .backops-new: no such file or directory\nnothing was changed");
    const std::vector<Change> again{{"event.yaml", "new", "newer"}};
    CHECK(message_of([&] { store.commit(again); }).starts_with("cannot write event.yaml: no such file or directory"));
    CHECK(store.list("").empty());
}

TEST_CASE("a writer that waits is not overtaken by readers that come later, and knows whom it waits for") {
    const Scratch scratch;
    scratch.write("event.yaml", "text");
    auto reader = open_disk(scratch.path())->lock(Lock::shared, 0);
    REQUIRE(reader);
    std::atomic<bool> has_written = false;
    std::thread writer([&] { has_written = open_disk(scratch.path())->lock(Lock::exclusive, 5) != nullptr; });
    bool is_kept_out = false;
    for (int i = 0; i < 2000 && !is_kept_out; ++i) {
        is_kept_out = !open_disk(scratch.path())->lock(Lock::shared, 0);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    CHECK(is_kept_out);
    reader.reset();
    writer.join();
    CHECK(has_written);
    CHECK(open_disk(scratch.path())->lock(Lock::shared, 0));
    const pid_t child = in_child([&] {
        const auto held = open_disk(scratch.path())->lock(Lock::shared, 5);
        std::this_thread::sleep_for(std::chrono::seconds(20));
    });
    const auto disk = open_disk(scratch.path());
    while (disk->lock(Lock::exclusive, 0)) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    const std::string who = disk->lock_holder();
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    if (fs::exists("/proc/locks")) CHECK(who.find("process " + std::to_string(child)) != std::string::npos);
}

TEST_CASE("a number of an unfinished change is known until it is forgotten, and to this user's state alone") {
    const Scratch scratch;
    const auto with_state = [&](const std::string& state) {
        return open_disk(scratch.path(), {[state] { return state; }, {}});
    };
    const std::string state = scratch.path("deep/state");
    const std::string number = with_state(state)->remember_change();
    CHECK(number.size() == 32);
    CHECK(with_state(state)->remember_change() != number);
    CHECK(with_state(state)->knows_change(number, "deep"));
    CHECK(fs::status(state).permissions() == fs::perms(0700));
    CHECK_FALSE(with_state(scratch.path("other"))->knows_change(number, "deep"));
    CHECK_FALSE(with_state("")->knows_change(number, "deep"));
    CHECK_FALSE(with_state("")->knows_change(with_state("")->remember_change(), "deep"));
    CHECK(open_disk(scratch.path(), {{}, [] { return true; }})->knows_change(number, "deep"));
    fs::create_directory_symlink(state, scratch.path("link"));
    CHECK_FALSE(with_state(scratch.path("link"))->knows_change(number, "deep"));
    with_state(state)->forget_change(number);
    CHECK_FALSE(with_state(state)->knows_change(number, "deep"));
}

TEST_CASE("what a file has beside its bytes stays with it") {
    const Scratch scratch;
    scratch.write("areas/one.yaml", "old");
    scratch.write("areas/two.yaml", "old");
    const std::string one = scratch.path("areas/one.yaml");
    const bool has_attributes = setxattr(one.c_str(), "user.colour", "red", 3, 0) == 0;
    const bool is_root = geteuid() == 0 && chown(one.c_str(), 1234, 4321) == 0;
    Store store = scratch.open(Access::write);
    store.commit(std::vector<Change>{{"areas/one.yaml", "old", "new"}});
    store.commit(std::vector<Change>{{"areas/one.yaml", "new", "newer"}, {"areas/two.yaml", "old", "new"}});
    struct stat found {};
    REQUIRE(stat(one.c_str(), &found) == 0);
    if (is_root) CHECK((found.st_uid == 1234 && found.st_gid == 4321));
    char value[8]{};
    if (has_attributes) CHECK(getxattr(one.c_str(), "user.colour", value, sizeof value) == 3);
}

TEST_CASE("permissions are kept, and new files have the usual ones") {
    const Scratch scratch;
    scratch.write("areas/one.yaml", "old");
    scratch.write("areas/two.yaml", "old");
    fs::permissions(scratch.path("areas/one.yaml"), fs::perms(0640));
    fs::permissions(scratch.path("areas/two.yaml"), fs::perms(0604));
    const mode_t mask = umask(027);
    Store store = scratch.open(Access::write);
    store.commit(std::vector<Change>{{"areas/one.yaml", "old", "new"}});
    store.commit(std::vector<Change>{
        {"areas/one.yaml", "new", "newer"}, {"areas/two.yaml", "old", "new"}, {"crew/b.yaml", {}, "x"}});
    umask(mask);
    CHECK(fs::status(scratch.path("areas/one.yaml")).permissions() == fs::perms(0640));
    CHECK(fs::status(scratch.path("areas/two.yaml")).permissions() == fs::perms(0604));
    CHECK(fs::status(scratch.path("crew/b.yaml")).permissions() == fs::perms(0640));
    CHECK(fs::status(scratch.path("crew")).permissions() == fs::perms(0750));
}

TEST_CASE("who may not write the directory, a folder in it or a file changes nothing") {
    const Scratch scratch;
    create_directory(scratch.path("event"), changes_between({}, generation(0)));
    const std::string root = scratch.path("event");
    fs::permissions(scratch.path(), fs::perms(0755));
    fs::permissions(root, fs::perms(0555));
    fs::permissions(root + "/areas", fs::perms(0555));
    const auto without_rights = [&](const auto& work) {
        return went_well(in_child([&] {
            if (geteuid() == 0 && setuid(65534) != 0) _exit(2);
            if (!work()) _exit(3);
        }));
    };
    CHECK(without_rights([&] { return shown(Store::open(at_home(root), Access::read)) == generation(0); }));
    CHECK(without_rights([&] {
        Store store = Store::open(at_home(root), Access::write);
        return message_of([&] { store.commit(changes_between(generation(0), generation(1))); }) ==
               "cannot write .backops-new: permission denied\nnothing was changed";
    }));
    fs::permissions(root, fs::perms(0777));
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        if (entry.is_regular_file()) fs::permissions(entry.path(), fs::perms(0666));
    }
    CHECK(without_rights([&] {
        Store store = Store::open(at_home(root), Access::write);
        return message_of([&] { store.commit(changes_between(generation(0), generation(1))); }) ==
               "cannot write areas/a0.yaml: permission denied\nnothing was changed";
    }));
    fs::permissions(root + "/areas", fs::perms(0777));
    fs::permissions(root + "/event.yaml", fs::perms(0444));
    CHECK(without_rights([&] {
        Store store = Store::open(at_home(root), Access::write);
        return message_of([&] { store.commit(changes_between(generation(0), generation(1))); }) ==
               "cannot write event.yaml: permission denied\nnothing was changed";
    }));
    CHECK(shown(Store::open(at_home(root), Access::write)) == generation(0));
}

TEST_CASE("a disk lists sorted names with their kinds, and does what its names say") {
    const Scratch scratch;
    const std::unique_ptr<Disk> disk = open_disk(scratch.path());
    disk->create("b", "bytes", 0600);
    CHECK(error_of([&] { disk->create("b", "other", 0); }) == EEXIST);
    disk->make_folder("a");
    disk->make_folder("a/c");
    disk->create("a/c/d", "", 0);
    CHECK(disk->list("") == std::vector<Entry>{{"a", Kind::folder}, {"b", Kind::file}});
    CHECK(disk->list("a/c") == std::vector<Entry>{{"d", Kind::file}});
    CHECK(disk->mode("b") == 0600);
    disk->check_write("b");
    disk->check_write("");
    disk->check_write("a");
    CHECK(error_of([&] { disk->check_write("none"); }) == ENOENT);
    CHECK(error_of([&] { disk->remove("a"); }) == EISDIR);
    CHECK(error_of([&] { disk->remove_folder("a"); }) == ENOTEMPTY);
    CHECK(error_of([&] { disk->list("b"); }) == ENOTDIR);
    disk->create("swapped", "other", 0);
    disk->exchange("swapped", "b");
    CHECK(disk->read("b", 5) == "other");
    disk->exchange("b", "swapped");
    disk->remove("swapped");
    CHECK(error_of([&] { disk->exchange("b", "none"); }) == ENOENT);
    disk->rename("b", "a/b");
    disk->sync_file("a/b");
    disk->sync_folder("a");
    disk->sync_folder("");
    disk->sync_all();
    CHECK(disk->read("a/b", 5) == "bytes");
    CHECK(error_of([&] { disk->read("a/b", 4); }) == EFBIG);
    CHECK(error_of([&] { open_disk(scratch.path("none")); }) == ENOENT);
    CHECK(error_of([&] { open_disk(scratch.path("a/b")); }) == ENOTDIR);
}

TEST_CASE("a directory is made whole, beside it nothing is left") {
    const Scratch scratch;
    const std::vector<Change> files{{"event.yaml", std::nullopt, "event"}, {"areas/hall.yaml", std::nullopt, "hall"}};
    scratch.write(".backops-new-event/rest/of", "an earlier time");
    create_directory(scratch.path("event/"), files);
    CHECK(scratch.read("event/event.yaml") == "event");
    CHECK(scratch.read("event/areas/hall.yaml") == "hall");
    CHECK(std::distance(fs::directory_iterator(scratch.path()), {}) == 1);
}

TEST_CASE("an empty directory or a new repository is filled, one that has such a file is refused") {
    const Scratch scratch;
    const std::vector<Change> files{{"event.yaml", std::nullopt, "event"}, {"areas/hall.yaml", std::nullopt, "hall"}};
    fs::create_directory(scratch.path("empty"));
    create_directory(scratch.path("empty"), files);
    CHECK(scratch.read("empty/areas/hall.yaml") == "hall");
    scratch.write("repository/.git/HEAD", "ref");
    create_directory(scratch.path("repository"), files);
    CHECK(scratch.read("repository/event.yaml") == "event");
    scratch.write("taken/areas/hall.yaml", "mine");
    CHECK(message_of([&] { create_directory(scratch.path("taken"), files); }) ==
          "cannot make " + scratch.path("taken") + "/areas/hall.yaml: it is there already\nnothing was changed");
    CHECK_FALSE(fs::exists(scratch.path("taken/event.yaml")));
}

TEST_CASE("a directory that cannot be made leaves nothing behind") {
    const Scratch scratch;
    scratch.write("file", "x");
    fs::create_symlink("nowhere", scratch.path("dangling"));
    const std::vector<Change> files{{"event.yaml", std::nullopt, "event"}};
    CHECK(message_of([&] { create_directory(scratch.path("file"), files); }) ==
          "cannot make " + scratch.path("file") + ": not a directory\nnothing was changed");
    CHECK(message_of([&] { create_directory(scratch.path("dangling"), files); }) ==
          "cannot make " + scratch.path("dangling") + ": it is there already\nnothing was changed");
    CHECK(message_of([&] { create_directory(scratch.path("a/b"), files); }) ==
          "cannot make " + scratch.path("a/b") + ": " + scratch.path("a") +
              ": no such file or directory\nnothing was changed");
    const std::vector<Change> clash{{"areas/hall.yaml", std::nullopt, "file"},
                                    {"areas/hall.yaml", std::nullopt, "hall"}};
    CHECK(message_of([&] { create_directory(scratch.path("clash"), clash); }) ==
          "cannot make " + scratch.path("clash") + ": it is there already\nnothing was changed");
    const std::vector<Change> hidden{{"../x", std::nullopt, "file"}};
    CHECK(message_of([&] { create_directory(scratch.path("new"), hidden); }) ==
          "`../x` is not a path inside the event");
    CHECK(std::distance(fs::directory_iterator(scratch.path()), {}) == 2);
}

TEST_CASE("system errors are said in words") {
    const std::map<int, std::string> words{{EACCES, "permission denied"},
                                           {EPERM, "permission denied"},
                                           {ENOSPC, "no space left on the device"},
                                           {EROFS, "read-only file system"},
                                           {EFBIG, "it is larger than 1 MiB"},
                                           {ELOOP, "it is a symbolic link"},
                                           {EPIPE, "broken pipe"}};
    for (const auto& [code, word] : words) CHECK(reason(std::error_code(code, std::generic_category())) == word);
}
