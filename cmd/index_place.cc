#include "cmd/index_place.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include "cmd/user_folder.h"
#include "files/hash.h"

namespace backops::cmd {
namespace {

/// Another text for each state of a file.
std::string state_of(const char* path) {
    struct stat found {};
    if (stat(path, &found) != 0) return "-";
    return fmt::format("{}:{}:{}:{}.{}", found.st_dev, found.st_ino, found.st_size, found.st_mtim.tv_sec,
                       found.st_mtim.tv_nsec);
}

}  // namespace

event::IndexPlace index_place(const std::string& root) {
    if (variable("BACKOPS_INDEX") == "off") return {};
    const std::string folder = user_folder(UserFolder::cache, root);
    if (folder.empty()) return {};
    // Another build may read files otherwise, and other zones may be known to it.
    const std::string program = state_of("/proc/self/exe");
    if (program == "-") return {};
    return {fmt::format("{}/{}.index", folder, files::to_text(files::content_hash(root))),
            fmt::format("backops {} {} {} {}", BACKOPS_VERSION, program, state_of("/usr/share/zoneinfo"),
                        state_of("/usr/share/zoneinfo/tzdata.zi"))};
}

}  // namespace backops::cmd
