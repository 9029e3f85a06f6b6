#include "files/swap.h"

#include <cerrno>

#include "files/hash.h"
#include "files/path.h"
#include "files/store.h"
#include "files/trouble.h"

namespace backops::files {

namespace {

std::optional<Hash> hash_at(Disk& disk, const std::string& path) {
    std::optional<Hash> hash;
    try_to([&] { hash = content_hash(disk.read(path, largest_file)); });
    return hash;
}

/// For file systems that cannot swap two files. A text that is not the old one was saved by somebody, and is copied
/// first. A save between the copy and the rename is lost: such a file system gives no way to see it.
void put_over(Disk& disk, const Step& step) {
    const std::string copy = staged_path(step) + ".theirs";
    std::optional<std::string> theirs;
    try {
        theirs = disk.read(step.path, largest_file);
    } catch (const std::system_error& error) {
        if (error.code().value() != ENOENT) throw;
    }
    const bool is_other = theirs && content_hash(*theirs) != step.before;
    if (is_other && !disk.kind(copy)) {
        disk.create(copy, *theirs, 0);
        disk.sync_file(copy);
    }
    rename_surely(disk, staged_path(step), step.path);
    if (is_other) disk.rename(copy, staged_path(step));
}

void put(Disk& disk, const Step& step) {
    try {
        return disk.exchange(staged_path(step), step.path);
    } catch (const std::system_error& error) {
        if (cannot_exchange(error.code())) return put_over(disk, step);
        if (hash_at(disk, step.path) == step.after) return;
        if (error.code().value() != ENOENT) throw;
    }
    // The file does not exist yet.
    rename_surely(disk, staged_path(step), step.path);
}

void take_away(Disk& disk, const Step& step) {
    try {
        rename_surely(disk, step.path, staged_path(step));
    } catch (const std::system_error& error) {
        if (error.code().value() != ENOENT) throw;
    }
}

}  // namespace

std::string staged_path(const Step& step) { return join(commit_folder, std::to_string(step.staged)); }

bool cannot_exchange(const std::error_code& code) {
    return code == std::errc::invalid_argument || code == std::errc::function_not_supported ||
           code == std::errc::operation_not_supported || code == std::errc::not_supported;
}

void make_folder(Disk& disk, const Step& step) {
    const std::string folder = folder_of(step.path);
    if (step.after && !folder.empty() && !disk.kind(folder)) disk.make_folder(folder);
}

void make(Disk& disk, const Step& step) { step.after ? put(disk, step) : take_away(disk, step); }

void rename_surely(Disk& disk, const std::string& from, const std::string& to) {
    try {
        disk.rename(from, to);
    } catch (const std::system_error&) {
        bool took_place = false;
        try_to([&] { took_place = !disk.kind(from) && disk.kind(to); });
        if (!took_place) throw;
    }
}

void remove_surely(Disk& disk, const std::string& path) {
    try {
        disk.remove(path);
    } catch (const std::system_error&) {
        bool took_place = false;
        try_to([&] { took_place = !disk.kind(path); });
        if (!took_place) throw;
    }
}

}  // namespace backops::files
