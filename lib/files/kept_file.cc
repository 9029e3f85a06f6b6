#include "files/kept_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <system_error>

#include "files/descriptor.h"
#include "files/fresh_file.h"
#include "files/private_folder.h"

namespace backops::files {
namespace {

namespace fs = std::filesystem;

constexpr mode_t of_others = 077;
constexpr int folder_flags = O_DIRECTORY | O_CLOEXEC;
constexpr std::chrono::hours longest_unused{90 * 24};
/// Beyond this an index is damaged, or no help any more.
constexpr off_t largest = off_t{1} << 31;

bool is_ours(const struct stat& found) {
    return S_ISREG(found.st_mode) && found.st_uid == geteuid() && (found.st_mode & of_others) == 0 &&
           found.st_size < largest;
}

struct CloseStream {
    void operator()(DIR* stream) const { closedir(stream); }
};

/// What has lain there for 90 days when this one was put there.
void remove_unused(const Descriptor& folder, const std::string& fresh, const std::string& ending) {
    struct stat found {};
    if (fstatat(folder.number(), fresh.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0) return;
    const auto oldest = found.st_mtim.tv_sec - std::chrono::seconds(longest_unused).count();
    Descriptor readable(openat(folder.number(), ".", O_RDONLY | folder_flags));
    const std::unique_ptr<DIR, CloseStream> stream(fdopendir(readable.number()));
    if (!stream) return;
    readable.release();
    while (const dirent* entry = readdir(stream.get()))
        if (std::string_view(entry->d_name).ends_with(ending) &&
            fstatat(folder.number(), entry->d_name, &found, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(found.st_mode) &&
            found.st_mtim.tv_sec < oldest)
            unlinkat(folder.number(), entry->d_name, 0);
}

}  // namespace

KeptBytes::KeptBytes(std::string_view bytes)
    : bytes_(std::make_unique_for_overwrite<char[]>(bytes.size())), size_(bytes.size()), filled_(bytes.size()) {
    std::ranges::copy(bytes, bytes_.get());
}

KeptBytes::KeptBytes(Descriptor file, std::size_t size)
    : file_(std::move(file)), bytes_(std::make_unique_for_overwrite<char[]>(size)), size_(size) {}

bool KeptBytes::read_first(std::size_t count) {
    if (count > size_) return false;
    while (filled_ < count) {
        const ssize_t got = ::read(file_.number(), bytes_.get() + filled_, count - filled_);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        filled_ += static_cast<std::size_t>(got);
    }
    return true;
}

bool KeptBytes::copy(std::size_t begin, std::span<char> to) const {
    if (begin > size_ || to.size() > size_ - begin) return false;
    if (begin + to.size() <= filled_) {
        std::ranges::copy(read().substr(begin, to.size()), to.begin());
        return true;
    }
    while (!to.empty()) {
        const ssize_t got = pread(file_.number(), to.data(), to.size(), static_cast<off_t>(begin));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        begin += static_cast<std::size_t>(got);
        to = to.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

KeptBytes open_kept(const std::string& path) {
    try {
        const Descriptor folder = open_private_folder(fs::path(path).parent_path());
        const std::string name = fs::path(path).filename();
        Descriptor file(checked(
            [&] { return openat(folder.number(), name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK); }));
        struct stat found {};
        if (fstat(file.number(), &found) != 0 || !is_ours(found)) return {};
        return {std::move(file), static_cast<std::size_t>(found.st_size)};
    } catch (const std::system_error&) {
        return {};
    }
}

void keep(const std::string& path, std::span<const std::string_view> parts) {
    try {
        const fs::path place = path;
        const std::string ending = place.extension();
        const std::string name = place.filename();
        make_private_folders(place.parent_path());
        const Descriptor folder = open_private_folder(place.parent_path());
        // Its name ends as theirs do: when this is killed, it is removed with those that nobody uses.
        FreshFile fresh = make_fresh_file(folder.number(), place.stem().string() + "-", ending, S_IRUSR | S_IWUSR);
        try {
            write_all(fresh.descriptor.number(), parts);
            if (close(fresh.descriptor.release()) != 0 ||
                renameat(folder.number(), fresh.name.c_str(), folder.number(), name.c_str()) != 0)
                fail();
        } catch (const std::system_error&) {
            unlinkat(folder.number(), fresh.name.c_str(), 0);
            throw;
        }
        remove_unused(folder, name, ending);
    } catch (const std::system_error&) {
        // Where it cannot be kept, the next command reads the files.
    }
}

}  // namespace backops::files
