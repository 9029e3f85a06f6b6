#include "files/private_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "files/trouble.h"

namespace backops::files {

namespace fs = std::filesystem;

void make_private_folders(const std::string& folder) {
    if (access(folder.c_str(), F_OK) == 0) return;
    const std::string above = fs::path(folder).parent_path();
    if (folder == above) fail(ENOENT);
    make_private_folders(above);
    if (mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) fail();
    // Its name must be on the disk before anything in it can be. Where this user may not read the folder above, it is
    // left to the system.
    try_to([&] {
        const Descriptor there(checked([&] { return open(above.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
        checked([&] { return fsync(there.number()); });
    });
}

Descriptor open_private_folder(const std::string& folder) {
    constexpr int flags = O_DIRECTORY | O_CLOEXEC;
    constexpr mode_t writable_by_others = 022;
    const std::string name = fs::path(folder).filename();
    const Descriptor above(checked([&] { return open(fs::path(folder).parent_path().c_str(), O_PATH | flags); }));
    Descriptor there(checked([&] { return openat(above.number(), name.c_str(), O_RDONLY | O_NOFOLLOW | flags); }));
    struct stat found {};
    if (fstat(there.number(), &found) != 0) fail();
    if (found.st_uid != geteuid() || (found.st_mode & writable_by_others) != 0) fail(EPERM);
    return there;
}

}  // namespace backops::files
