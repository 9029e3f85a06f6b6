#include "cmd/index_place.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdlib>
#include <string_view>

#include "files/hash.h"

namespace backops::cmd {
namespace {

std::string_view variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// Of this user; empty when the environment names none.
std::string cache_folder() {
    const std::string_view cache = variable("XDG_CACHE_HOME");
    if (cache.starts_with('/')) return std::string(cache);
    const std::string_view home = variable("HOME");
    return home.starts_with('/') ? fmt::format("{}/.cache", home) : "";
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
    // Another build may read files otherwise, and other zones may be known to it.
    const std::string program = state_of("/proc/self/exe");
    if (program == "-") return {};
    return {fmt::format("{}/backops/{}.index", folder, files::to_text(files::content_hash(root))),
            fmt::format("backops {} {} {} {}", BACKOPS_VERSION, program, state_of("/usr/share/zoneinfo"),
                        state_of("/usr/share/zoneinfo/tzdata.zi"))};
}

}  // namespace backops::cmd
