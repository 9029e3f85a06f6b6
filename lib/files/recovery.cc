#include "files/recovery.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "files/leftover_words.h"
#include "files/path.h"
#include "files/store.h"
#include "files/swap.h"
#include "files/trouble.h"

namespace backops::files {

namespace {

constexpr std::uint64_t largest_manifest = 64 * 1024 * 1024;

/// A file's hash; nothing where there is none. `is_foreign`: something that no change of ours could have put there.
struct Found {
    std::optional<Hash> hash;
    bool is_foreign = false;
};

Found found_at(Disk& disk, const std::string& path) {
    try {
        return {content_hash(disk.read(path, largest_file)), false};
    } catch (const std::system_error& error) {
        switch (error.code().value()) {
            case ENOENT:
                return {};
            case ENOTDIR:
            case ELOOP:
            case EISDIR:
            case EINVAL:
            case EFBIG:
                return {std::nullopt, true};
            default:
                throw Trouble(path, error.code());
        }
    }
}

Standing standing_of(Disk& disk, const Step& step) {
    const Found now = found_at(disk, step.path);
    if (now.is_foreign) return Standing::other;
    if (now.hash == step.after) return Standing::after;
    return now.hash == step.before ? Standing::before : Standing::other;
}

Pending::Beside beside_of(Disk& disk, const Step& step, const std::set<std::string>& names) {
    using Beside = Pending::Beside;
    if (!names.contains(std::to_string(step.staged))) return Beside::nothing;
    const Found found = found_at(disk, staged_path(step));
    if (found.is_foreign || !found.hash) return Beside::other;
    if (found.hash == step.after) return Beside::new_text;
    return found.hash == step.before ? Beside::old_text : Beside::other;
}

/// A file that is removed is moved beside the manifest, so nobody else's file may be in that place.
bool can_be_finished(const Pending& pending) {
    using Beside = Pending::Beside;
    if (pending.standing != Standing::before) return pending.standing == Standing::after;
    if (pending.step.after) return pending.beside == Beside::new_text;
    return pending.beside == Beside::nothing || pending.beside == Beside::old_text;
}

std::set<std::string> names(Disk& disk, const std::string& folder) {
    std::set<std::string> found;
    at(folder, [&] {
        for (Entry& entry : disk.list(folder)) found.insert(std::move(entry.name));
    });
    return found;
}

std::string free_name(Disk& disk, const std::string& name) {
    std::string candidate = name;
    for (int number = 2; disk.kind(candidate); ++number) candidate = fmt::format("{}-{}", name, number);
    return candidate;
}

/// What someone saved in the place of a file while it was written is never lost.
std::optional<std::string> kept_of_others(Disk& disk, const Step& step, const std::set<std::string>& beside) {
    if (beside_of(disk, step, beside) != Pending::Beside::other) return std::nullopt;
    return at(step.path, [&] {
        std::string kept = free_name(disk, kept_name(step.path));
        disk.rename(staged_path(step), kept);
        return std::optional(std::move(kept));
    });
}

void sync_touched(Disk& disk, std::span<const Pending> steps) {
    std::set<std::string> folders{"", commit_folder};
    for (const Pending& pending : steps) folders.insert(folder_of(pending.step.path));
    for (const std::string& folder : folders) {
        at(folder.empty() ? "." : folder, [&] {
            if (folder.empty() || disk.kind(folder) == Kind::folder) disk.sync_folder(folder);
        });
    }
}

std::string set_aside(Disk& disk, const std::string& what, const std::string& name) {
    return at(what, [&] {
        std::string kept = free_name(disk, name);
        disk.rename(what, kept);
        disk.sync_folder("");
        return kept;
    });
}

void remove_whole(Disk& disk, const std::string& folder) {
    for (const Entry& entry : disk.list(folder)) disk.remove(join(folder, entry.name));
    disk.remove_folder(folder);
}

/// A folder where a file is expected, or in one of ours, is not ours: it is moved out of the way as it is.
void discard(Disk& disk, const std::string& path) {
    at(path, [&] {
        const std::optional<Kind> kind = disk.kind(path);
        if (!kind) return;
        if (*kind != Kind::folder) return disk.remove(path);
        bool has_folder = name_of(path) == temporary_name;
        for (const Entry& entry : disk.list(path)) has_folder |= entry.kind == Kind::folder;
        if (has_folder) return static_cast<void>(set_aside(disk, path, join(folder_of(path), ".backops-kept-folder")));
        // It may have been a record: its new name must be on the disk before any of its files is removed.
        disk.sync_folder("");
        remove_whole(disk, path);
    });
}

}  // namespace

bool Leftover::is_done() const {
    return std::ranges::all_of(steps, [](const Pending& one) { return one.standing == Standing::after; });
}

bool is_recorded(Disk& disk) {
    const std::optional<Kind> kind = at(commit_folder, [&] { return disk.kind(commit_folder); });
    if (kind && *kind != Kind::folder) {
        throw text::Failure(fmt::format("{} is in the way: it is not a folder", commit_folder));
    }
    return kind.has_value();
}

Leftover leftover(Disk& disk) {
    const std::set<std::string> beside = names(disk, commit_folder);
    if (beside.empty()) return {};
    const std::string path = join(commit_folder, manifest_name);
    if (!beside.contains(manifest_name)) damaged("it is missing");
    Manifest manifest = parse_manifest(at(path, [&] { return disk.read(path, largest_manifest); }));
    Leftover left{Verdict::finish, std::move(manifest.number), {}};
    for (Step& step : manifest.steps) {
        const Standing standing = standing_of(disk, step);
        const Pending::Beside what = at(staged_path(step), [&] { return beside_of(disk, step, beside); });
        left.steps.push_back({std::move(step), standing, what});
    }
    if (!disk.knows_change(left.number, commit_folder))
        left.verdict = Verdict::foreign;
    else if (!std::ranges::all_of(left.steps, can_be_finished))
        left.verdict = Verdict::aside;
    return left;
}

std::vector<std::string> roll_forward(Disk& disk, std::span<const Pending> steps) {
    std::vector<const Step*> to_make;
    for (const Pending& pending : steps)
        if (pending.standing == Standing::before) to_make.push_back(&pending.step);
    for (const Step* step : to_make) at(step->path, [&] { make_folder(disk, *step); });
    // The order matters for a power cut: first the record and the new folders must be on the disk, then a new text may
    // be moved to its place.
    at(commit_folder, [&] { disk.sync_folder(""); });
    for (const Step* step : to_make) at(step->path, [&] { make(disk, *step); });
    std::vector<std::string> notices;
    const std::set<std::string> beside = names(disk, commit_folder);
    for (const Pending& pending : steps)
        if (const auto kept = kept_of_others(disk, pending.step, beside))
            notices.push_back(kept_words(pending.step.path, *kept));
    sync_touched(disk, steps);
    return notices;
}

void remove_record(Disk& disk, const std::string& number) {
    // One rename ends the record. If its files were removed one by one, a power cut could leave any part of them.
    at(commit_folder, [&] {
        rename_surely(disk, commit_folder, staging_folder);
        disk.sync_folder("");
    });
    disk.forget_change(number);
    try_to([&] { remove_whole(disk, staging_folder); });
}

std::string temporary_path(const std::string& path) { return join(folder_of(path), temporary_name); }

void discard_staged(Disk& disk) {
    // One that stays is in the way of edits in its own folder alone.
    try_to([&] { discard(disk, temporary_name); });
    for (const std::string_view folder : written_folders) try_to([&] { discard(disk, join(folder, temporary_name)); });
    discard(disk, staging_folder);
}

std::vector<std::string> finish_leftovers(Disk& disk) {
    std::vector<std::string> notices;
    if (is_recorded(disk)) {
        const Leftover left = leftover(disk);
        if (left.verdict == Verdict::foreign) throw foreign_record(left);
        if (left.verdict == Verdict::aside) {
            notices = aside_words(left, set_aside(disk, commit_folder, ".backops-kept-change"));
            disk.forget_change(left.number);
        } else {
            notices = roll_forward(disk, left.steps);
            discard(disk, staging_folder);
            remove_record(disk, left.number);
            if (!left.is_done()) notices.insert(notices.begin(), finished_words(left));
        }
    }
    discard_staged(disk);
    return notices;
}

Overlay::Overlay(Leftover leftover) : leftover_(std::move(leftover)) {
    if (leftover_.verdict != Verdict::finish) return;
    for (const Pending& pending : leftover_.steps) {
        if (pending.standing != Standing::before) continue;
        sources_[pending.step.path] =
            pending.step.after ? std::optional(staged_path(pending.step)) : std::optional<std::string>();
    }
}

std::optional<std::string> Overlay::source(const std::string& path) const {
    const auto found = sources_.find(path);
    return found == sources_.end() ? std::optional(path) : found->second;
}

std::vector<Entry> Overlay::shown(const std::string& folder, std::vector<Entry> entries) const {
    std::map<std::string, Kind> kinds;
    for (Entry& entry : entries) kinds.emplace(std::move(entry.name), entry.kind);
    for (const auto& [path, source] : sources_) {
        const std::string parent = folder_of(path);
        if (parent == folder) {
            if (source) {
                kinds[name_of(path)] = Kind::file;
            } else {
                kinds.erase(name_of(path));
            }
        } else if (folder.empty() && source) {
            kinds.emplace(parent, Kind::folder);
        }
    }
    std::vector<Entry> shown;
    for (const auto& [name, kind] : kinds) shown.push_back({name, kind});
    return shown;
}

std::vector<std::string> Overlay::notices(const std::string& why) const {
    if (leftover_.verdict == Verdict::foreign) return foreign_words(leftover_);
    if (leftover_.verdict == Verdict::aside) return aside_words(leftover_, commit_folder);
    if (sources_.empty()) return {};
    return {shown_words(leftover_, why)};
}

}  // namespace backops::files
