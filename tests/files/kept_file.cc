#include "files/kept_file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "files/descriptor.h"

namespace backops::files {
namespace {

/// Parts of all sizes, some of them empty, more than one call of the system takes, and what they are together.
struct Parts {
    std::vector<std::string> texts;
    std::vector<std::string_view> views;
    std::string all;

    Parts() {
        constexpr std::size_t count = 3000;
        for (std::size_t i = 0; i < count; ++i)
            texts.emplace_back(i % 7 == 0 ? 0 : i % 100 == 1 ? 70'000 : i % 50, static_cast<char>('a' + i % 26));
        for (const std::string& text : texts) {
            views.emplace_back(text);
            all += text;
        }
    }
};

namespace fs = std::filesystem;

/// A folder that is not there yet, and goes with what is in it.
struct Scratch {
    char folder[32] = "/tmp/backops-kept-XXXXXX";
    Scratch() { REQUIRE(mkdtemp(folder) != nullptr); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() { fs::remove_all(folder); }
    fs::path path(const std::string& name) const { return fs::path(folder) / "new" / name; }
};

void keep_text(const fs::path& path, std::string_view text) { keep(path, {{text}}); }

std::string kept_text(const fs::path& path) {
    KeptBytes kept = open_kept(path);
    return kept.read_first(kept.size()) ? std::string(kept.read()) : "unreadable";
}

TEST_CASE("what is kept in parts is read as one, by this user alone") {
    const Scratch scratch;
    const Parts parts;
    keep(scratch.path("a.index"), parts.views);
    CHECK(kept_text(scratch.path("a.index")) == parts.all);
    CHECK((fs::status(scratch.path("a.index")).permissions() & fs::perms::all) ==
          (fs::perms::owner_read | fs::perms::owner_write));
    CHECK((fs::status(scratch.path("")).permissions() & fs::perms::all) == fs::perms::owner_all);
    keep(scratch.path("a.index"), {});
    CHECK(open_kept(scratch.path("a.index")).size() == 0);
}

TEST_CASE("what others may have written, or what is no file of that kind, is not read") {
    const Scratch scratch;
    keep_text(scratch.path("a.index"), "text");
    fs::permissions(scratch.path("a.index"), fs::perms::group_read, fs::perm_options::add);
    CHECK(open_kept(scratch.path("a.index")).size() == 0);
    keep_text(scratch.path("b.index"), "text");
    if (geteuid() == 0) {
        REQUIRE(chown(scratch.path("b.index").c_str(), 1, 1) == 0);
        CHECK(open_kept(scratch.path("b.index")).size() == 0);
    }
    keep_text(scratch.path("c.index"), "text");
    REQUIRE(truncate(scratch.path("c.index").c_str(), off_t{1} << 31) == 0);
    CHECK(open_kept(scratch.path("c.index")).size() == 0);
    fs::create_directory(scratch.path("d.index"));
    CHECK(open_kept(scratch.path("d.index")).size() == 0);
    fs::create_symlink("a.index", scratch.path("e.index"));
    CHECK(open_kept(scratch.path("e.index")).size() == 0);
    CHECK(open_kept(scratch.path("f.index")).size() == 0);
}

TEST_CASE("a file that is cut short while it is read has no more bytes than it has") {
    const Scratch scratch;
    keep_text(scratch.path("a.index"), "0123456789");
    KeptBytes kept = open_kept(scratch.path("a.index"));
    REQUIRE(truncate(scratch.path("a.index").c_str(), 5) == 0);
    REQUIRE(kept.read_first(3));
    std::array<char, 4> some{};
    CHECK(kept.copy(1, some));
    CHECK_FALSE(kept.copy(4, some));
    CHECK_FALSE(kept.copy(8, some));
    CHECK_FALSE(kept.copy(11, some));
    CHECK_FALSE(kept.read_first(8));
    CHECK_FALSE(kept.read_first(11));
}

TEST_CASE("what nobody has put there for 90 days goes when something is kept beside it") {
    const Scratch scratch;
    const auto age = [](const fs::path& path, int days) {
        fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(24 * days));
    };
    for (const char* const name : {"old.index", "younger.index", "old.other"}) keep_text(scratch.path(name), "text");
    fs::create_directory(scratch.path("folder.index"));
    age(scratch.path("old.index"), 91);
    age(scratch.path("old.other"), 91);
    age(scratch.path("folder.index"), 91);
    age(scratch.path("younger.index"), 89);
    keep_text(scratch.path("new.index"), "text");
    CHECK_FALSE(fs::exists(scratch.path("old.index")));
    for (const char* const name : {"younger.index", "old.other", "folder.index", "new.index"})
        CHECK(fs::exists(scratch.path(name)));
}

TEST_CASE("what cannot be put in its place leaves nothing behind") {
    const Scratch scratch;
    fs::create_directories(scratch.path("a.index") / "full");
    keep_text(scratch.path("a.index"), "text");
    CHECK(std::distance(fs::directory_iterator(scratch.path("")), {}) == 1);
    keep_text(scratch.path("a.index") / "full" / "b.index", "text");
    CHECK(kept_text(scratch.path("a.index") / "full" / "b.index") == "text");
    keep_text(scratch.path("a.index") / "full" / "b.index" / "c.index", "text");
    CHECK(kept_text(scratch.path("a.index") / "full" / "b.index") == "text");
}

TEST_CASE("parts arrive whole where only some bytes are taken at a time") {
    int ends[2];
    REQUIRE(pipe2(ends, O_CLOEXEC) == 0);
    const Descriptor from(ends[0]);
    Descriptor to(ends[1]);
    const Parts parts;
    std::string got;
    std::jthread reader([&] {
        std::array<char, 1000> buffer{};
        for (ssize_t size = 0; (size = read(from.number(), buffer.data(), buffer.size())) > 0;)
            got.append(buffer.data(), static_cast<std::size_t>(size));
    });
    write_all(to.number(), parts.views);
    to = Descriptor();
    reader.join();
    CHECK(got == parts.all);
}

}  // namespace
}  // namespace backops::files
