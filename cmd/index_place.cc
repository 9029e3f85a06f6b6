#include "cmd/index_place.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "files/hash.h"

namespace backops::cmd {
namespace {

namespace fs = std::filesystem;

std::string_view variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// Of this user; empty when the environment names none. A home that is not there is not made.
std::string cache_folder() {
    const std::string_view cache = variable("XDG_CACHE_HOME");
    if (cache.starts_with('/')) return std::string(cache);
    const std::string_view home = variable("HOME");
    std::error_code error;
    return home.starts_with('/') && fs::is_directory(home, error) ? fmt::format("{}/.cache", home) : "";
}

/// Whether a path leads into the directory at `root` or to it, by whatever links.
bool is_inside(const fs::path& path, const std::string& root) {
    std::error_code error;
    for (fs::path at = fs::weakly_canonical(path, error); !error; at = at.parent_path()) {
        std::error_code absent;
        if (fs::equivalent(at, root, absent)) return true;
        if (at == at.parent_path()) return false;
    }
    return true;
}

/// Another text for each state of a file.
std::string state_of(const char* path) {
    struct stat found {};
    if (stat(path, &found) != 0) return "-";
    return fmt::format("{}:{}:{}:{}.{}", found.st_dev, found.st_ino, found.st_size, found.st_mtim.tv_sec,
                       found.st_mtim.tv_nsec);
}

}  // namespace

event::IndexPlace index_place(const std::string& root) {
    const std::string folder = cache_folder();
    if (folder.empty() || variable("BACKOPS_INDEX") == "off") return {};
    // A reader leaves the event as it is, and believes nothing that came with it.
    if (is_inside(fs::path(folder) / "backops", root)) return {};
    // Another build may read files otherwise, and other zones may be known to it.
    const std::string program = state_of("/proc/self/exe");
    if (program == "-") return {};
    return {fmt::format("{}/backops/{}.index", folder, files::to_text(files::content_hash(root))),
            fmt::format("backops {} {} {} {}", BACKOPS_VERSION, program, state_of("/usr/share/zoneinfo"),
                        state_of("/usr/share/zoneinfo/tzdata.zi"))};
}

}  // namespace backops::cmd
