#include "files/output_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "files/fresh_file.h"
#include "files/trouble.h"

namespace backops::files {

namespace {

constexpr unsigned permission_bits = 0777, of_group = 070, of_others = 07;

/// What has the name itself; nothing when there is none.
std::optional<struct stat> found_at(int folder, const std::string& name) {
    struct stat found {};
    if (fstatat(folder, name.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0) return found;
    if (errno != ENOENT) fail();
    return std::nullopt;
}

bool is_folder(int folder, const std::string& name) {
    struct stat found {};
    return fstatat(folder, name.c_str(), &found, 0) == 0 && S_ISDIR(found.st_mode);
}

/// The old file's permissions. Its group may read the new one as it could the old; another group gets no more of it
/// than everybody.
void keep_mode(int file, const struct stat& old) {
    struct stat fresh {};
    if (fstat(file, &fresh) != 0) fail();
    unsigned mode = old.st_mode & permission_bits;
    if (fresh.st_gid != old.st_gid && fchown(file, static_cast<uid_t>(-1), old.st_gid) != 0)
        mode = (mode & ~of_group) | ((mode & of_others) << 3);
    // File systems without permissions refuse to set what they have already.
    if ((fresh.st_mode & permission_bits) != mode && fchmod(file, mode) != 0) fail();
}

/// Where names stand for what is open or for a device, and only the system lays links.
bool is_of_the_system(const std::string& folder) {
    std::error_code error;
    const std::string real = std::filesystem::canonical(folder, error).string();
    return !error && (real == "/dev" || real.starts_with("/proc/"));
}

}  // namespace

OutputFolder::OutputFolder(const std::string& path)
    : path_(path), folder_(checked([&] { return open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC); })) {}

OutputFolder::~OutputFolder() {
    for (const Staged& file : staged_) unlinkat(folder_.number(), file.staged.c_str(), 0);
}

std::optional<std::string> OutputFolder::read(const std::string& name) const {
    constexpr off_t most = off_t{64} << 20;
    const Descriptor file(openat(folder_.number(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat found {};
    if (file.number() < 0 || fstat(file.number(), &found) != 0 || !S_ISREG(found.st_mode) || found.st_size > most)
        return std::nullopt;
    std::string bytes(static_cast<std::size_t>(found.st_size), '\0');
    for (std::size_t filled = 0; filled < bytes.size();) {
        const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return std::nullopt;
        filled += static_cast<std::size_t>(got);
    }
    return bytes;
}

void OutputFolder::stage(const std::string& name, std::string_view bytes) {
    constexpr unsigned for_everybody = 0666, for_the_owner = 0600;
    const auto old = found_at(folder_.number(), name);
    const bool is_file = old && S_ISREG(old->st_mode);
    if (is_folder(folder_.number(), name)) fail(EISDIR);
    if (old && !is_file && !S_ISLNK(old->st_mode)) fail(EINVAL);
    // Nobody may open it before it has the permissions that it will keep.
    FreshFile file = make_fresh_file(folder_.number(), ".backops-out-", "", is_file ? for_the_owner : for_everybody);
    {
        const std::lock_guard lock(staging_);
        staged_.push_back({file.name, name});
    }
    write_all(file.descriptor.number(), bytes);
    if (is_file) keep_mode(file.descriptor.number(), *old);
    {
        const std::lock_guard lock(staging_);
        std::swap(last_, file.descriptor);
    }
    // Network file systems report here what they could not write. After EINTR the descriptor is closed all the same.
    const int number = file.descriptor.release();
    if (number >= 0 && close(number) != 0 && errno != EINTR) fail();
}

// One file by itself; of many, all that this file system has to write, which takes as long as a few of them would.
void OutputFolder::sync() const {
    const bool is_one = staged_.size() == 1;
    const auto call = [&] { return is_one ? fsync(last_.number()) : syncfs(last_.number()); };
    while (call() != 0) {
        // Some file systems cannot sync and say so; nothing more can be done there.
        if (errno == EINVAL) return;
        if (errno != EINTR) fail();
    }
}

void OutputFolder::put() {
    if (staged_.empty()) return;
    at(staged_.back().name, [&] { sync(); });
    last_ = Descriptor();
    while (!staged_.empty()) {
        const Staged& file = staged_.back();
        if (renameat(folder_.number(), file.staged.c_str(), folder_.number(), file.name.c_str()) != 0)
            throw Trouble(file.name, {errno, std::generic_category()});
        staged_.pop_back();
    }
    // That the old file is not back after a power cut is good to have, and no reason to fail.
    const Descriptor readable(openat(folder_.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (readable.number() >= 0) fsync(readable.number());
}

bool OutputFolder::is_channel(const std::string& name) const {
    const auto found = found_at(folder_.number(), name);
    if (!found || S_ISREG(found->st_mode) || S_ISDIR(found->st_mode)) return false;
    return !S_ISLNK(found->st_mode) || (is_of_the_system(path_) && !is_folder(folder_.number(), name));
}

void OutputFolder::write_through(const std::string& name, std::string_view bytes) const {
    const int follow = is_of_the_system(path_) ? 0 : O_NOFOLLOW;
    const Descriptor file(checked(
        [&] { return openat(folder_.number(), name.c_str(), O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC | follow); }));
    write_all(file.number(), bytes);
}

}  // namespace backops::files
