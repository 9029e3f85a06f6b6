#include "files/own_changes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <system_error>

#include "files/descriptor.h"
#include "files/hash.h"
#include "files/private_folder.h"
#include "files/random_number.h"
#include "files/trouble.h"

namespace backops::files {

std::string OwnChanges::remember() const {
    std::string number = to_text(Hash{random_number(), random_number()});
    if (folder_.empty()) return number;
    // Where it cannot be remembered the change is made all the same; if it is interrupted, its user is asked.
    try_to([&] {
        make_private_folders(folder_);
        const Descriptor folder = open_private_folder(folder_);
        const Descriptor file(checked([&] {
            return openat(folder.number(), number.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        }));
        checked([&] { return fsync(folder.number()); });
    });
    return number;
}

bool OwnChanges::knows(const std::string& number) const {
    bool is_known = false;
    if (folder_.empty()) return false;
    try_to([&] {
        const Descriptor folder = open_private_folder(folder_);
        struct stat found {};
        is_known = fstatat(folder.number(), number.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0 &&
                   S_ISREG(found.st_mode) && found.st_uid == geteuid();
    });
    return is_known;
}

void OwnChanges::forget(const std::string& number) const {
    if (folder_.empty()) return;
    try_to([&] { unlinkat(open_private_folder(folder_).number(), number.c_str(), 0); });
}

}  // namespace backops::files
