#include "files/own_changes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <random>

#include "files/descriptor.h"
#include "files/hash.h"

namespace backops::files {

namespace {

constexpr mode_t for_the_user_alone = 0700;

std::string random_number() {
    std::random_device source;
    const auto word = [&] { return (std::uint64_t{source()} << 32U) | source(); };
    return to_text(Hash{word(), word()});
}

/// The folder, made where it is missing, if it is a folder of this user.
Descriptor open_own(const std::string& folder, bool makes) {
    if (folder.empty()) return Descriptor();
    if (makes) {
        std::error_code failed;
        std::filesystem::create_directories(std::filesystem::path(folder).parent_path(), failed);
        mkdir(folder.c_str(), for_the_user_alone);
    }
    Descriptor open_folder(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    struct stat found {};
    if (open_folder.number() < 0 || fstat(open_folder.number(), &found) != 0) return Descriptor();
    return found.st_uid == geteuid() ? std::move(open_folder) : Descriptor();
}

}  // namespace

std::string OwnChanges::remember() const {
    std::string number = random_number();
    const Descriptor folder = open_own(folder_, true);
    if (folder.number() < 0) return number;
    const Descriptor file(
        openat(folder.number(), number.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (file.number() >= 0) fsync(folder.number());
    return number;
}

bool OwnChanges::knows(const std::string& number) const {
    const Descriptor folder = open_own(folder_, false);
    struct stat found {};
    return folder.number() >= 0 && fstatat(folder.number(), number.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0 &&
           S_ISREG(found.st_mode) && found.st_uid == geteuid();
}

void OwnChanges::forget(const std::string& number) const {
    const Descriptor folder = open_own(folder_, false);
    if (folder.number() >= 0) unlinkat(folder.number(), number.c_str(), 0);
}

}  // namespace backops::files
