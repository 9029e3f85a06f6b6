#include "files/kept_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "files/descriptor.h"

namespace backops::files {
namespace {

namespace fs = std::filesystem;

constexpr mode_t of_others = 077;
constexpr std::chrono::hours longest_unused{90 * 24};
/// Beyond this an index is damaged, or no help any more.
constexpr off_t largest = off_t{1} << 31;

bool is_ours(const struct stat& found) {
    return S_ISREG(found.st_mode) && found.st_uid == geteuid() && (found.st_mode & of_others) == 0 &&
           found.st_size < largest;
}

void make_private_folder(const fs::path& folder) {
    if (fs::is_directory(folder)) return;
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::owner_all);
}

void remove_unused(const fs::path& folder, const std::string& ending) {
    const auto now = fs::file_time_type::clock::now();
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ending && entry.is_regular_file() &&
            entry.last_write_time() + longest_unused < now)
            fs::remove(entry.path());
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
    Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat found {};
    if (file.number() < 0 || fstat(file.number(), &found) != 0 || !is_ours(found)) return {};
    return {std::move(file), static_cast<std::size_t>(found.st_size)};
}

void keep(const std::string& path, std::span<const std::string_view> parts) {
    const std::string fresh = fmt::format("{}.{}", path, getpid());
    try {
        const fs::path folder = fs::path(path).parent_path();
        make_private_folder(folder);
        unlink(fresh.c_str());  // of a process that had this number and was killed
        Descriptor file(
            checked([&] { return open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600); }));
        write_all(file.number(), parts);
        if (close(file.release()) != 0 || std::rename(fresh.c_str(), path.c_str()) != 0) fail();
        remove_unused(folder, fs::path(path).extension().string());
    } catch (const std::system_error&) {
        unlink(fresh.c_str());
    }
}

}  // namespace backops::files
