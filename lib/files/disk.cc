#include "files/disk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <thread>

#include "files/descriptor.h"
#include "files/lock_holder.h"
#include "files/own_changes.h"
#include "files/path.h"

namespace backops::files {

namespace {

constexpr unsigned permission_bits = 0777;
constexpr std::chrono::milliseconds longest_pause{16};

Kind kind_of(mode_t mode) {
    if (S_ISREG(mode)) return Kind::file;
    if (S_ISDIR(mode)) return Kind::folder;
    return S_ISLNK(mode) ? Kind::link : Kind::other;
}

Kind kind_of(int folder, const dirent& entry) {
    switch (entry.d_type) {
        case DT_REG:
            return Kind::file;
        case DT_DIR:
            return Kind::folder;
        case DT_LNK:
            return Kind::link;
        case DT_UNKNOWN:
            break;
        default:
            return Kind::other;
    }
    struct stat found {};
    return fstatat(folder, entry.d_name, &found, AT_SYMLINK_NOFOLLOW) == 0 ? kind_of(found.st_mode) : Kind::other;
}

struct CloseFolder {
    void operator()(DIR* folder) const { closedir(folder); }
};

std::string read_all(const OpenFile& file, std::uint64_t limit) {
    if (file.stamp.size > limit) fail(EFBIG);
    std::string bytes(static_cast<std::size_t>(file.stamp.size) + 1, '\0');
    std::size_t filled = 0;
    for (;;) {
        const std::size_t space = bytes.size() - filled;
        const ssize_t got = checked([&] { return ::read(file.descriptor.number(), bytes.data() + filled, space); });
        filled += static_cast<std::size_t>(got);
        // All that was there and no more: the usual case, which saves asking for the end.
        if (got == 0 || filled == file.stamp.size) break;
        if (filled > limit) fail(EFBIG);
        if (filled == bytes.size()) bytes.resize(std::min<std::uint64_t>(2 * bytes.size(), limit + 1));
    }
    bytes.resize(filled);
    return bytes;
}

/// Some file systems cannot sync a folder and say so with EINVAL; nothing more can be done there.
void sync_descriptor(const Descriptor& folder) {
    int result = 0;
    do {
        result = fsync(folder.number());
    } while (result != 0 && errno == EINTR);
    if (result != 0 && errno != EINVAL) fail();
}

/// Those whose times come from this machine's clock and whose ctime follows every change (linux/magic.h).
bool has_reliable_stamps(int folder) {
    constexpr unsigned long ext = 0xef53, xfs = 0x58465342, btrfs = 0x9123683e, tmpfs = 0x01021994, f2fs = 0xf2f52010,
                            overlay = 0x794c7630, zfs = 0x2fc12fc1, bcachefs = 0xca451a4e;
    struct statfs found {};
    if (fstatfs(folder, &found) != 0) return false;
    const auto type = static_cast<unsigned long>(found.f_type) & 0xffffffffU;
    return type == ext || type == xfs || type == btrfs || type == tmpfs || type == f2fs || type == overlay ||
           type == zfs || type == bcachefs;
}

/// Tries again and again, for so long in all.
class Patience {
  public:
    explicit Patience(int seconds) : left_(std::chrono::seconds(seconds)) {}

    bool locks(int file, int operation) {
        for (std::chrono::milliseconds pause{1}; flock(file, operation | LOCK_NB) != 0;) {
            if (errno == EINTR) continue;
            if (errno != EWOULDBLOCK) fail();
            if (left_.count() <= 0) return false;
            std::this_thread::sleep_for(pause);
            left_ -= pause;
            pause = std::min(2 * pause, longest_pause);
        }
        return true;
    }

  private:
    std::chrono::milliseconds left_;
};

class HeldDescriptor : public Held {
  public:
    explicit HeldDescriptor(std::shared_ptr<const Descriptor> root) : root_(std::move(root)) {}
    HeldDescriptor(const HeldDescriptor&) = delete;
    HeldDescriptor& operator=(const HeldDescriptor&) = delete;
    ~HeldDescriptor() override { flock(root_->number(), LOCK_UN); }

  private:
    std::shared_ptr<const Descriptor> root_;
};

class RealDisk : public Disk {
  public:
    RealDisk(Descriptor root, Home home)
        : root_(std::make_shared<const Descriptor>(std::move(root))), home_(std::move(home)) {}

    std::string read(const std::string& path, std::uint64_t limit) override { return read_stamped(path, limit).bytes; }

    Stamped read_stamped(const std::string& path, std::uint64_t limit) override {
        const OpenFile file = open_file(root(), path);
        return {read_all(file, limit), file.stamp};
    }

    std::vector<Entry> list(const std::string& folder) override;
    std::optional<Kind> kind(const std::string& path) override;
    std::optional<std::int64_t> now() override;
    std::vector<std::optional<Stamp>> stamps(const std::string& folder, std::span<const std::string> names) override;
    std::optional<Stamp> folder_stamp(const std::string& folder) override;
    void create(const std::string& path, std::string_view bytes, unsigned mode) override;
    unsigned mode(const std::string& path) override;
    void check_write(const std::string& path) override;
    void copy_attributes(const std::string& from, const std::string& to) override;
    void check_mount(const std::string& path) override;

    std::string remember_change() override { return own_changes().remember(); }
    bool knows_change(const std::string& number, const std::string& folder) override {
        return (own_changes().knows(number) && is_of_user(folder)) || (home_.trusts_records && home_.trusts_records());
    }
    void forget_change(const std::string& number) override { own_changes().forget(number); }

    void make_folder(const std::string& path) override {
        const Place place = place_of(root(), path);
        if (mkdirat(place.folder, place.name.c_str(), permission_bits) != 0) fail();
    }

    void rename(const std::string& from, const std::string& to) override {
        const Place source = place_of(root(), from);
        const Place target = place_of(root(), to);
        if (renameat(source.folder, source.name.c_str(), target.folder, target.name.c_str()) != 0) {
            fail();
        }
    }

    void exchange(const std::string& one, const std::string& other) override {
        const Place first = place_of(root(), one);
        const Place second = place_of(root(), other);
        if (renameat2(first.folder, first.name.c_str(), second.folder, second.name.c_str(), RENAME_EXCHANGE) != 0) {
            fail();
        }
    }

    void remove(const std::string& path) override { unlink(path, 0); }
    void remove_folder(const std::string& path) override { unlink(path, AT_REMOVEDIR); }

    void sync_file(const std::string& path) override {
        const OpenFile file = open_file(root(), path);
        checked([&] { return fsync(file.descriptor.number()); });
    }

    void sync_folder(const std::string& path) override { sync_descriptor(open_folder(root(), path)); }

    void sync_all() override {
        checked([&] { return syncfs(root()); });
    }

    std::unique_ptr<Held> lock(Lock kind, int seconds) override;
    std::string lock_holder() override { return files::lock_holder(root()); }

  private:
    int root() const { return root_->number(); }
    OwnChanges own_changes() const { return OwnChanges(home_.state ? home_.state() : std::string()); }
    bool is_of_user(const std::string& folder) const;

    void unlink(const std::string& path, int flags) {
        const Place place = place_of(root(), path);
        if (unlinkat(place.folder, place.name.c_str(), flags) != 0) fail();
    }

    std::shared_ptr<const Descriptor> root_;
    Home home_;
};

std::vector<Entry> RealDisk::list(const std::string& folder) {
    Descriptor descriptor = open_folder(root(), folder);
    const std::unique_ptr<DIR, CloseFolder> stream(fdopendir(descriptor.number()));
    if (!stream) fail();
    const int number = descriptor.release();
    std::vector<Entry> entries;
    for (;;) {
        errno = 0;
        const dirent* entry = readdir(stream.get());
        if (entry == nullptr) break;
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") entries.push_back({std::string(name), kind_of(number, *entry)});
    }
    if (errno != 0) fail();
    std::ranges::sort(entries, {}, &Entry::name);
    return entries;
}

std::optional<Kind> RealDisk::kind(const std::string& path) {
    try {
        const Place place = place_of(root(), path);
        struct stat found {};
        if (fstatat(place.folder, place.name.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0) fail();
        return kind_of(found.st_mode);
    } catch (const std::system_error& error) {
        const int code = error.code().value();
        if (code == ENOENT || code == ENOTDIR) return std::nullopt;
        throw;
    }
}

std::optional<std::int64_t> RealDisk::now() {
    // The coarse clock is the one that the kernel takes file times from.
    timespec time{};
    if (!has_reliable_stamps(root()) || clock_gettime(CLOCK_REALTIME_COARSE, &time) != 0) return std::nullopt;
    return nanoseconds_of(time);
}

std::vector<std::optional<Stamp>> RealDisk::stamps(const std::string& folder, std::span<const std::string> names) {
    const Descriptor descriptor = open_folder(root(), folder);
    std::vector<std::optional<Stamp>> stamps(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        struct stat found {};
        if (fstatat(descriptor.number(), names[i].c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(found.st_mode))
            stamps[i] = stamp_of(found);
    }
    return stamps;
}

std::optional<Stamp> RealDisk::folder_stamp(const std::string& folder) {
    struct stat found {};
    try {
        const Descriptor descriptor = open_folder(root(), folder);
        if (fstat(descriptor.number(), &found) == 0) return stamp_of(found);
    } catch (const std::system_error&) {
        // There is none: whoever lists it says why.
    }
    return std::nullopt;
}

void RealDisk::create(const std::string& path, std::string_view bytes, unsigned mode) {
    const Place place = place_of(root(), path);
    Descriptor file(checked([&] {
        return openat(place.folder, place.name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    }));
    try {
        write_all(file.number(), bytes);
        if (mode != 0 && fchmod(file.number(), mode & permission_bits) != 0) fail();
        // Network file systems report here what they could not write. After EINTR the descriptor is closed all the
        // same.
        if (close(file.release()) != 0 && errno != EINTR) fail();
    } catch (const std::system_error&) {
        unlinkat(place.folder, place.name.c_str(), 0);
        throw;
    }
}

unsigned RealDisk::mode(const std::string& path) {
    const Place place = place_of(root(), path);
    struct stat found {};
    if (fstatat(place.folder, place.name.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0) fail();
    return found.st_mode & permission_bits;
}

void RealDisk::check_write(const std::string& path) {
    if (path.empty()) {
        if (faccessat(root(), ".", W_OK | X_OK, AT_EACCESS) != 0) fail();
        return;
    }
    const Place place = place_of(root(), path);
    const int wanted = kind(path) == Kind::folder ? W_OK | X_OK : W_OK;
    if (faccessat(place.folder, place.name.c_str(), wanted, AT_EACCESS) != 0) fail();
}

/// Owners may be set by root alone, and file systems differ in what they keep: what cannot be copied is left.
void RealDisk::copy_attributes(const std::string& from, const std::string& to) {
    const OpenFile source = open_file(root(), from), target = open_file(root(), to);
    struct stat old {
    }, fresh{};
    const int old_file = source.descriptor.number(), new_file = target.descriptor.number();
    if (fstat(old_file, &old) == 0 && fstat(new_file, &fresh) == 0 &&
        (old.st_uid != fresh.st_uid || old.st_gid != fresh.st_gid) && fchown(new_file, old.st_uid, old.st_gid) != 0 &&
        fchown(new_file, static_cast<uid_t>(-1), old.st_gid) != 0)
        return;
    std::array<char, 4096> names{};
    const ssize_t length = flistxattr(old_file, names.data(), names.size());
    for (ssize_t at = 0; at < length;
         at += static_cast<ssize_t>(std::strlen(&names[static_cast<std::size_t>(at)])) + 1) {
        const char* name = &names[static_cast<std::size_t>(at)];
        std::array<char, 4096> value{};
        const ssize_t size = fgetxattr(old_file, name, value.data(), value.size());
        if (size >= 0 && fsetxattr(new_file, name, value.data(), static_cast<std::size_t>(size), 0) != 0) continue;
    }
    // A change of the owner takes bits away.
    fchmod(new_file, old.st_mode & permission_bits);
}

void RealDisk::check_mount(const std::string& path) {
    const auto mount_of = [&](int folder, const char* name) -> std::optional<std::uint64_t> {
        struct statx found {};
        const int flags = AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH | AT_NO_AUTOMOUNT;
        if (statx(folder, name, flags, STATX_MNT_ID, &found) != 0) return std::nullopt;
        if ((found.stx_mask & STATX_MNT_ID) != 0) return found.stx_mnt_id;
        return (std::uint64_t{found.stx_dev_major} << 32U) | found.stx_dev_minor;
    };
    const auto whole = mount_of(root(), "");
    const std::string parent = folder_of(path);
    if (!parent.empty() && !kind(parent)) return;
    const Place place = place_of(root(), path);
    for (const auto& mount : {mount_of(place.folder, ""), mount_of(place.folder, place.name.c_str())})
        if (mount && mount != whole) fail(EXDEV);
}

bool RealDisk::is_of_user(const std::string& folder) const {
    struct stat whole {
    }, found{};
    const Place place = place_of(root(), folder);
    if (fstat(root(), &whole) != 0 || fstatat(place.folder, place.name.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0)
        return false;
    return found.st_uid == geteuid() || found.st_uid == whole.st_uid;
}

std::unique_ptr<Held> RealDisk::lock(Lock kind, int seconds) {
    const int operation = kind == Lock::shared ? LOCK_SH : LOCK_EX;
    Patience patience(seconds);
    // Whoever comes passes this door, and a writer that waits for the readers inside keeps it shut.
    const Descriptor door(openat(root(), "event.yaml", O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (door.number() >= 0 && !patience.locks(door.number(), operation)) return nullptr;
    if (!patience.locks(root(), operation)) return nullptr;
    return std::make_unique<HeldDescriptor>(root_);
}

}  // namespace

std::unique_ptr<Disk> open_disk(const std::string& root, Home home) {
    return std::make_unique<RealDisk>(
        Descriptor(checked([&] { return open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); })), std::move(home));
}

}  // namespace backops::files
