#include "files/output_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <system_error>

#include "files/trouble.h"

namespace backops::files {
namespace {

namespace fs = std::filesystem;

/// A folder that goes with what is in it.
struct Scratch {
    char folder[32] = "/tmp/backops-output-XXXXXX";
    Scratch() { REQUIRE(mkdtemp(folder) != nullptr); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() { fs::remove_all(folder); }
    fs::path path(const std::string& name) const { return fs::path(folder) / name; }

    std::set<std::string> names() const {
        std::set<std::string> all;
        for (const auto& entry : fs::directory_iterator(folder)) all.insert(entry.path().filename());
        return all;
    }
};

void write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }

std::string text_of(const fs::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

void put(const Scratch& scratch, const std::string& name, const std::string& text) {
    OutputFolder folder(scratch.folder);
    folder.stage(name, text);
    folder.put();
}

unsigned mode_of(const fs::path& path) { return static_cast<unsigned>(fs::status(path).permissions()); }

int code_of_staging(const Scratch& scratch, const std::string& name) {
    try {
        OutputFolder(scratch.folder).stage(name, "new");
    } catch (const std::system_error& error) {
        return error.code().value();
    }
    return 0;
}

TEST_CASE("an old file keeps its permissions, and a new one has those of the umask") {
    const Scratch scratch;
    for (const unsigned mode : {0600U, 0640U, 0644U, 0664U, 0400U, 0777U}) {
        write(scratch.path("a.txt"), "old");
        fs::permissions(scratch.path("a.txt"), fs::perms(mode));
        put(scratch, "a.txt", "new");
        CHECK(text_of(scratch.path("a.txt")) == "new");
        CHECK(mode_of(scratch.path("a.txt")) == mode);
        fs::remove(scratch.path("a.txt"));
    }
    const mode_t before = umask(027);
    put(scratch, "b.txt", "new");
    umask(before);
    CHECK(mode_of(scratch.path("b.txt")) == 0640);
}

TEST_CASE("an old file keeps its group, so that its permissions mean the same") {
    if (geteuid() != 0) return;
    const Scratch scratch;
    write(scratch.path("a.txt"), "old");
    REQUIRE(chown(scratch.path("a.txt").c_str(), 0, 12345) == 0);
    REQUIRE(chmod(scratch.path("a.txt").c_str(), 0640) == 0);
    put(scratch, "a.txt", "new");
    struct stat found {};
    REQUIRE(stat(scratch.path("a.txt").c_str(), &found) == 0);
    CHECK(found.st_gid == 12345);
    CHECK(mode_of(scratch.path("a.txt")) == 0640);
}

TEST_CASE("a link is replaced and never followed, wherever it leads") {
    const Scratch scratch;
    write(scratch.path("victim"), "precious");
    REQUIRE(mkfifo(scratch.path("pipe").c_str(), 0600) == 0);
    for (const char* const target : {"victim", "nowhere", "pipe", "/dev/null", "a.txt"}) {
        fs::create_symlink(target, scratch.path("a.txt"));
        put(scratch, "a.txt", "new");
        CHECK(fs::is_regular_file(fs::symlink_status(scratch.path("a.txt"))));
        CHECK(text_of(scratch.path("a.txt")) == "new");
        fs::remove(scratch.path("a.txt"));
    }
    CHECK(text_of(scratch.path("victim")) == "precious");
    CHECK(scratch.names() == std::set<std::string>{"victim", "pipe"});
}

TEST_CASE("what is no file is refused, and nothing is left") {
    const Scratch scratch;
    fs::create_directory(scratch.path("folder"));
    fs::create_directory_symlink("folder", scratch.path("link"));
    REQUIRE(mkfifo(scratch.path("pipe").c_str(), 0600) == 0);
    CHECK(code_of_staging(scratch, "folder") == EISDIR);
    CHECK(code_of_staging(scratch, "link") == EISDIR);
    CHECK(code_of_staging(scratch, "pipe") == EINVAL);
    CHECK(code_of_staging(scratch, std::string(300, 'a')) == ENAMETOOLONG);
    CHECK(scratch.names() == std::set<std::string>{"folder", "link", "pipe"});
}

TEST_CASE("what is staged and not put goes, and until then has no name that a report could have") {
    const Scratch scratch;
    write(scratch.path("a.txt"), "old");
    {
        OutputFolder folder(scratch.folder);
        folder.stage("a.txt", "new");
        folder.stage("b.txt", "new");
        CHECK(scratch.names().size() == 3);
        for (const std::string& name : scratch.names()) CHECK((name == "a.txt" || name.starts_with(".backops-out-")));
        CHECK(text_of(scratch.path("a.txt")) == "old");
    }
    CHECK(scratch.names() == std::set<std::string>{"a.txt"});
}

TEST_CASE("a file that cannot take its place is named, and nothing is left of it") {
    const Scratch scratch;
    OutputFolder folder(scratch.folder);
    folder.stage("a.txt", "new");
    folder.stage("b.txt", "new");
    fs::create_directory(scratch.path("a.txt"));
    std::string named;
    try {
        folder.put();
    } catch (const Trouble& trouble) {
        named = trouble.path();
    }
    CHECK(named == "a.txt");
}

TEST_CASE("a folder that is moved while files are staged takes them along") {
    const Scratch scratch;
    fs::create_directory(scratch.path("one"));
    fs::create_directory(scratch.path("other"));
    OutputFolder folder(scratch.path("one"));
    folder.stage("a.txt", "new");
    fs::rename(scratch.path("one"), scratch.path("moved"));
    fs::create_directory_symlink("other", scratch.path("one"));
    folder.put();
    CHECK(text_of(scratch.path("moved") / "a.txt") == "new");
    CHECK(fs::is_empty(scratch.path("other")));
}

TEST_CASE("only a regular file that is no link is read") {
    const Scratch scratch;
    write(scratch.path("a.txt"), "text");
    write(scratch.path("empty"), "");
    fs::create_symlink("a.txt", scratch.path("link"));
    REQUIRE(mkfifo(scratch.path("pipe").c_str(), 0600) == 0);
    const OutputFolder folder(scratch.folder);
    CHECK(folder.read("a.txt") == "text");
    CHECK(folder.read("empty") == "");
    for (const char* const name : {"link", "pipe", ".", "nowhere"}) CHECK_FALSE(folder.read(name));
}

TEST_CASE("a channel is a device, a pipe, or a link that the system lays") {
    const Scratch scratch;
    write(scratch.path("a.txt"), "text");
    fs::create_symlink("/dev/null", scratch.path("link"));
    REQUIRE(mkfifo(scratch.path("pipe").c_str(), 0600) == 0);
    const OutputFolder here(scratch.folder), devices("/dev"), open("/proc/self/fd");
    for (const char* const name : {"a.txt", "link", "nowhere", "."}) CHECK_FALSE(here.is_channel(name));
    CHECK(here.is_channel("pipe"));
    CHECK(devices.is_channel("null"));
    CHECK(open.is_channel("1"));
    CHECK_FALSE(devices.is_channel("fd"));
}

}  // namespace
}  // namespace backops::files
