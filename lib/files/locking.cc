#include "files/locking.h"

#include <fmt/format.h>

#include <cerrno>

#include "files/trouble.h"

namespace backops::files {

namespace {

constexpr std::string_view occupied = "another backops is writing here";

bool means_no_locks(const std::error_code& code) {
    const int value = code.value();
    return value == ENOLCK || value == EBADF || value == ENOTSUP || value == EOPNOTSUPP || value == ENOSYS;
}

}  // namespace

std::unique_ptr<Held> shared_lock(Disk& disk) {
    try {
        std::unique_ptr<Held> held = disk.lock(Lock::shared, longest_wait_seconds);
        if (!held) throw text::Failure(std::string(occupied));
        return held;
    } catch (const std::system_error& error) {
        if (means_no_locks(error.code())) return nullptr;
        throw Trouble("the event directory", error.code());
    }
}

std::unique_ptr<Held> exclusive_lock(Disk& disk) {
    std::unique_ptr<Held> held =
        at("the event directory", [&] { return disk.lock(Lock::exclusive, longest_wait_seconds); });
    if (!held) throw text::Failure(std::string(occupied));
    return held;
}

std::unique_ptr<Held> lock_to_write(Disk& disk) {
    try {
        return exclusive_lock(disk);
    } catch (const Trouble& trouble) {
        if (!means_no_locks(trouble.code())) throw cannot("lock", trouble, nothing_changed);
        throw text::Failure(
            fmt::format("cannot write here: file locks do not work on this file system\n{}", nothing_changed));
    } catch (const text::Failure&) {
        throw text::Failure(fmt::format("{}\n{}", occupied, nothing_changed));
    }
}

}  // namespace backops::files
