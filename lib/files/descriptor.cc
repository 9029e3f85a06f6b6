#include "files/descriptor.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <string>
#include <system_error>
#include <vector>

namespace backops::files {

namespace {

constexpr int folder_flags = O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

void check_name(std::string_view name) {
    if (name.empty() || name == "." || name == ".." || name.find('\0') != std::string_view::npos) fail(EINVAL);
}

void check_path(std::string_view path) {
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
        check_name(path.substr(0, slash));
        path.remove_prefix(slash + 1);
    }
    check_name(path);
}

/// The system says "not a directory" for a link to one; the difference matters to the reader of the message.
Descriptor open_subfolder(int parent, const std::string& name, int flags) {
    const int number = openat(parent, name.c_str(), folder_flags | flags);
    if (number >= 0) return Descriptor(number);
    const int code = errno;
    struct stat found {};
    if (code == ENOTDIR && fstatat(parent, name.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(found.st_mode)) {
        fail(ELOOP);
    }
    fail(code);
}

constexpr int read_flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

/// In one call for the folder and the file, which takes a quarter less time; -1 and `errno` when that fails. Older
/// systems than Linux 5.6, and those that forbid what they do not know, open one after the other.
int open_to_read(int root, std::string_view path) {
    static std::atomic<bool> is_known = true;
    if (is_known) {
        open_how how{};
        how.flags = read_flags;
        how.resolve = RESOLVE_NO_SYMLINKS;
        const long number = syscall(SYS_openat2, root, std::string(path).c_str(), &how, sizeof how);
        if (number >= 0 || (errno != ENOSYS && errno != EPERM)) return static_cast<int>(number);
        is_known = false;
    }
    const Place place = place_of(root, path);
    return openat(place.folder, place.name.c_str(), read_flags);
}

}  // namespace

Descriptor::~Descriptor() {
    if (number_ >= 0) close(number_);
}

void fail(int code) { throw std::system_error(code, std::generic_category()); }

void fail() { fail(errno); }

void write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t put = checked([&] { return ::write(file, bytes.data(), bytes.size()); });
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
}

void write_all(int file, std::span<const std::string_view> parts) {
    constexpr std::size_t most = 1024;  // IOV_MAX
    while (!parts.empty()) {
        const auto some = parts.first(std::min(most, parts.size()));
        std::vector<iovec> all;
        for (const std::string_view part : some) all.push_back({const_cast<char*>(part.data()), part.size()});
        auto left =
            static_cast<std::size_t>(checked([&] { return ::writev(file, all.data(), static_cast<int>(all.size())); }));
        std::size_t done = 0;
        for (; done < some.size() && some[done].size() <= left; ++done) left -= some[done].size();
        // The rest of the part that was cut.
        if (done < some.size()) write_all(file, some[done++].substr(left));
        parts = parts.subspan(done);
    }
}

Place place_of(int root, std::string_view path) {
    check_path(path);
    Place place{Descriptor(), root, {}};
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
        place.owned = open_subfolder(place.folder, std::string(path.substr(0, slash)), O_PATH);
        place.folder = place.owned.number();
        path.remove_prefix(slash + 1);
    }
    place.name = path;
    return place;
}

Descriptor open_folder(int root, std::string_view path) {
    if (path.empty()) return Descriptor(checked([&] { return openat(root, ".", O_RDONLY | folder_flags); }));
    const Place place = place_of(root, path);
    return open_subfolder(place.folder, place.name, O_RDONLY);
}

std::int64_t nanoseconds_of(const timespec& time) {
    constexpr std::int64_t second = 1'000'000'000;
    return time.tv_sec * second + time.tv_nsec;
}

Stamp stamp_of(const struct stat& found) {
    return {found.st_dev, found.st_ino, static_cast<std::uint64_t>(found.st_size), nanoseconds_of(found.st_mtim),
            nanoseconds_of(found.st_ctim)};
}

OpenFile open_file(int root, std::string_view path) {
    check_path(path);
    const int number = open_to_read(root, path);
    // A socket cannot be opened at all.
    if (number < 0) fail(errno == ENXIO ? EINVAL : errno);
    Descriptor file(number);
    struct stat found {};
    if (fstat(file.number(), &found) != 0) fail();
    if (!S_ISREG(found.st_mode)) fail(EINVAL);
    return {std::move(file), stamp_of(found)};
}

}  // namespace backops::files
