#include "files/locking.h"

#include <fmt/format.h>

#include <cerrno>

#include "files/trouble.h"

namespace backops::files {

namespace {

/// Readers keep writers waiting as well as writers do: the words are for both.
text::Failure occupied(Disk& disk, std::string_view outcome) {
    const std::string who = disk.lock_holder();
    return text::Failure(fmt::format("another command has been using this event for {} seconds{}{}{}{}",
                                     longest_wait_seconds, who.empty() ? "" : ": ", who, outcome.empty() ? "" : "\n",
                                     outcome));
}

bool means_no_locks(const std::error_code& code) {
    const int value = code.value();
    return value == ENOLCK || value == EBADF || value == ENOTSUP || value == EOPNOTSUPP || value == ENOSYS;
}

}  // namespace

std::unique_ptr<Held> shared_lock(Disk& disk) {
    try {
        std::unique_ptr<Held> held = disk.lock(Lock::shared, longest_wait_seconds);
        if (!held) throw occupied(disk, "");
        return held;
    } catch (const std::system_error& error) {
        if (means_no_locks(error.code())) return nullptr;
        throw Trouble("the event directory", error.code());
    }
}

std::unique_ptr<Held> exclusive_lock(Disk& disk) {
    std::unique_ptr<Held> held =
        at("the event directory", [&] { return disk.lock(Lock::exclusive, longest_wait_seconds); });
    if (!held) throw occupied(disk, "");
    return held;
}

std::unique_ptr<Held> lock_to_write(Disk& disk) {
    std::unique_ptr<Held> held;
    try {
        held = at("the event directory", [&] { return disk.lock(Lock::exclusive, longest_wait_seconds); });
    } catch (const Trouble& trouble) {
        if (!means_no_locks(trouble.code())) throw cannot("lock", trouble, nothing_changed);
        throw text::Failure(
            fmt::format("cannot write here: file locks do not work on this file system\n{}", nothing_changed));
    }
    if (!held) throw occupied(disk, nothing_changed);
    return held;
}

}  // namespace backops::files
