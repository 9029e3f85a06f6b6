#include "files/journal.h"

#include <fmt/format.h>

#include <cerrno>
#include <set>

#include "files/manifest.h"
#include "files/path.h"
#include "files/recovery.h"
#include "files/swap.h"
#include "files/trouble.h"
#include "files/undisturbed.h"

namespace backops::files {

namespace {

/// Up to so many files are synced one by one; a sync of everything is cheaper for more.
constexpr std::size_t most_single_syncs = 8;

std::optional<std::string> current_bytes(Disk& disk, const std::string& path) {
    auto file = current_file(disk, path);
    return file ? std::optional(std::move(file->bytes)) : std::nullopt;
}

/// Whether the two were swapped, so that the new text is at `then_new`; false where the file system has no such
/// operation.
bool exchange_surely(Disk& disk, const Change& change, const std::string& then_new) {
    try {
        disk.exchange(temporary_path(change.path), change.path);
    } catch (const std::system_error& error) {
        if (cannot_exchange(error.code())) return false;
        bool took_place = false;
        try_to([&] { took_place = current_bytes(disk, then_new) == change.after; });
        if (!took_place) throw;
    }
    return true;
}

/// What cannot be read for a reason of the disk's own counts as these: they were read or written a moment ago.
bool holds(Disk& disk, const std::string& path, const std::optional<std::string>& bytes) {
    try {
        return current_bytes(disk, path) == bytes;
    } catch (const std::system_error& error) {
        const int code = error.code().value();
        return code != ELOOP && code != EINVAL && code != EISDIR && code != EFBIG;
    }
}

/// A file that is gone is for check_target to find.
unsigned wanted_mode(Disk& disk, const Change& change) {
    return change.before && disk.kind(change.path) ? disk.mode(change.path) : 0;
}

[[noreturn]] void changed_by_someone(const std::string& path) {
    throw text::Failure(fmt::format("{} was changed by someone else since it was read\n{}", path, nothing_changed));
}

/// Stops when the file is no longer what the edit rests on, or could not be replaced once the change is recorded.
void check_target(Disk& disk, const Change& change) {
    at(change.path, [&] {
        if (current_bytes(disk, change.path) != change.before) changed_by_someone(change.path);
        if (change.before && change.after) disk.check_write(change.path);
    });
}

void check_folders(Disk& disk, const std::vector<const Change*>& changes) {
    std::set<std::string> folders;
    for (const Change* change : changes) {
        const std::string folder = folder_of(change->path);
        if (!folders.insert(folder).second) continue;
        at(change->path, [&] {
            if (folder.empty() || disk.kind(folder)) disk.check_write(folder);
        });
    }
}

/// Before anything is recorded: a recorded change that no command can finish would stop all others.
void check_mounts(Disk& disk, const std::vector<const Change*>& changes) {
    for (const Change* change : changes) {
        try {
            disk.check_mount(change->path);
        } catch (const std::system_error& error) {
            throw text::Failure(
                fmt::format("cannot write {}: {}\n{}", change->path, reason(error.code()), nothing_changed),
                {"several files can be changed at once only where all of the event is on one file system: mount its "
                 "whole directory, or change one record at a time"});
        }
    }
}

std::vector<Step> steps_of(const std::vector<const Change*>& changes) {
    std::vector<Step> steps;
    std::size_t staged = 0;
    for (const Change* change : changes) {
        Step step{change->path, std::nullopt, std::nullopt, ++staged};
        if (change->before) step.before = content_hash(*change->before);
        if (change->after) step.after = content_hash(*change->after);
        steps.push_back(std::move(step));
    }
    return steps;
}

std::string staging_path(const Step& step) { return join(staging_folder, std::to_string(step.staged)); }

void sync_staged(Disk& disk, const std::vector<Step>& steps) {
    const std::string manifest = join(staging_folder, manifest_name);
    if (steps.size() > most_single_syncs) {
        at(manifest, [&] { disk.sync_all(); });
    } else {
        for (const Step& step : steps) {
            if (step.after) at(step.path, [&] { disk.sync_file(staging_path(step)); });
        }
        at(manifest, [&] { disk.sync_file(manifest); });
    }
    at(staging_folder, [&] { disk.sync_folder(staging_folder); });
}

void stage(Disk& disk, const std::vector<const Change*>& changes, const Manifest& recorded) {
    const std::vector<Step>& steps = recorded.steps;
    at(staging_folder, [&] { disk.make_folder(staging_folder); });
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const Change& change = *changes[i];
        if (!change.after) continue;
        at(change.path, [&] {
            disk.create(staging_path(steps[i]), *change.after, wanted_mode(disk, change));
            if (change.before) disk.copy_attributes(change.path, staging_path(steps[i]));
        });
    }
    const std::string manifest = join(staging_folder, manifest_name);
    at(manifest, [&] { disk.create(manifest, manifest_text(recorded), 0); });
    sync_staged(disk, steps);
}

/// Up to the commit point.
void record(Disk& disk, const std::vector<const Change*>& changes, const Manifest& recorded) {
    try {
        check_mounts(disk, changes);
        stage(disk, changes, recorded);
        for (const Change* change : changes) check_target(disk, *change);
        check_folders(disk, changes);
        at(commit_folder, [&] { rename_surely(disk, staging_folder, commit_folder); });
    } catch (const Trouble& trouble) {
        try_to([&] { discard_staged(disk); });
        throw cannot("write", trouble, nothing_changed);
    } catch (const text::Failure&) {
        try_to([&] { discard_staged(disk); });
        throw;
    }
}

/// Puts the new file in the place of the old one, and looks at what was there: a save by hand since the last look is
/// put back, unless there is one that is newer still.
void replace(Disk& disk, const Change& change) {
    const std::string temporary = temporary_path(change.path);
    if (!change.before || !exchange_surely(disk, change, change.path))
        return rename_surely(disk, temporary, change.path);
    if (holds(disk, temporary, change.before)) return try_to([&] { disk.remove(temporary); });
    exchange_surely(disk, change, temporary);
    if (!holds(disk, temporary, change.after)) disk.exchange(temporary, change.path);
    changed_by_someone(change.path);
}

void put_one(Disk& disk, const Change& change) {
    const std::string folder = folder_of(change.path), temporary = temporary_path(change.path);
    bool made_folder = false;
    try {
        at(change.path, [&] {
            if (!folder.empty() && !disk.kind(folder)) {
                disk.make_folder(folder);
                made_folder = true;
                disk.sync_folder("");
            }
            disk.create(temporary, *change.after, wanted_mode(disk, change));
            if (change.before) disk.copy_attributes(change.path, temporary);
            disk.sync_file(temporary);
            check_target(disk, change);
            replace(disk, change);
        });
    } catch (...) {
        try_to([&] { disk.remove(temporary); });
        if (made_folder) try_to([&] { disk.remove_folder(folder); });
        throw;
    }
}

}  // namespace

std::optional<Stamped> current_file(Disk& disk, const std::string& path) {
    try {
        return disk.read_stamped(path, largest_file);
    } catch (const std::system_error& error) {
        if (error.code().value() == ENOENT) return std::nullopt;
        throw;
    }
}

void commit_one(Disk& disk, const Change& change) {
    const Undisturbed no_signals;
    try {
        if (change.after) {
            put_one(disk, change);
        } else {
            check_target(disk, change);
            at(change.path, [&] { remove_surely(disk, change.path); });
        }
    } catch (const Trouble& trouble) {
        throw cannot("write", trouble, nothing_changed);
    }
    try {
        at(change.path, [&] { disk.sync_folder(folder_of(change.path)); });
    } catch (const Trouble& trouble) {
        throw cannot("write", trouble, "the change was made, but may be lost in a power cut");
    }
}

std::vector<std::string> commit_many(Disk& disk, const std::vector<const Change*>& changes) {
    const Manifest manifest{disk.remember_change(), steps_of(changes)};
    std::vector<std::string> notices;
    // Who presses Ctrl-C here means a change that is made in some milliseconds: it ends them after it.
    const Undisturbed no_signals;
    try {
        record(disk, changes, manifest);
    } catch (const text::Failure&) {
        disk.forget_change(manifest.number);
        throw;
    }
    std::vector<Pending> to_do;
    for (const Step& step : manifest.steps)
        to_do.push_back({step, Standing::before, step.after ? Pending::Beside::new_text : Pending::Beside::nothing});
    try {
        notices = roll_forward(disk, to_do);
    } catch (const Trouble& trouble) {
        throw cannot("write", trouble, recorded);
    }
    // The change is made and durable: a record that cannot be removed is no failure of it, the next command removes it.
    try_to([&] { remove_record(disk, manifest.number); });
    return notices;
}

}  // namespace backops::files
