#include "files/recovery.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "files/path.h"
#include "files/store.h"
#include "files/trouble.h"

namespace backops::files {

namespace {

constexpr std::uint64_t largest_manifest = 64 * 1024 * 1024;
constexpr std::size_t longest_kept_name = 200;

std::string staged_path(const Step& step) { return join(commit_folder, std::to_string(step.staged)); }

/// What stands at a target: its hash, nothing, or something that no change of ours could have put there.
struct Target {
    std::optional<Hash> hash;
    bool is_foreign = false;
};

Target target(Disk& disk, const std::string& path) {
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

Action action_for(Disk& disk, const Step& step, const std::set<std::string>& staged) {
    if (step.after && !staged.contains(std::to_string(step.staged))) return Action::done;
    const Target now = target(disk, step.path);
    if (now.is_foreign) return Action::keep;
    if (now.hash == step.after) return Action::done;
    if (now.hash == step.before) return step.after ? Action::put : Action::take_away;
    return Action::keep;
}

void check_staged(Disk& disk, const Step& step) {
    try {
        const std::string bytes = disk.read(staged_path(step), largest_file);
        if (content_hash(bytes) == *step.after) return;
    } catch (const std::system_error& error) {
        const int code = error.code().value();
        if (code != EINVAL && code != ELOOP && code != EFBIG) throw Trouble(staged_path(step), error.code());
    }
    damaged(fmt::format("the new text of {} is not what was recorded", step.path));
}

std::set<std::string> names(Disk& disk, const std::string& folder) {
    std::set<std::string> found;
    at(folder, [&] {
        for (Entry& entry : disk.list(folder)) found.insert(std::move(entry.name));
    });
    return found;
}

bool removes_more(const Pending& pending) { return pending.action == Action::keep && !pending.step.after; }

std::string kept_notice(const Step& step, const std::string& other) {
    return fmt::format(
        "{} was changed by someone else after a change was interrupted: it is kept as it is, and the text of the "
        "interrupted change is in {}",
        step.path, other);
}

std::string not_removed_notice(const Step& step) {
    return fmt::format(
        "{} was to be removed by an interrupted change, but was changed by someone else since: it is kept", step.path);
}

std::string counted_files(std::size_t count) {
    return count == 1 ? std::string("1 file") : fmt::format("{} files", count);
}

std::string free_kept_name(Disk& disk, const std::string& path) {
    std::string name = fmt::format("{}kept-{}", own_prefix, path).substr(0, longest_kept_name);
    std::ranges::replace(name, '/', '-');
    std::string candidate = name;
    for (int number = 2; disk.kind(candidate); ++number) candidate = fmt::format("{}-{}", name, number);
    return candidate;
}

void make_missing_folder(Disk& disk, const std::string& folder) {
    if (folder.empty() || disk.kind(folder)) return;
    disk.make_folder(folder);
}

void apply(Disk& disk, const Pending& pending) {
    const Step& step = pending.step;
    at(step.path, [&] {
        if (pending.action == Action::put) {
            make_missing_folder(disk, folder_of(step.path));
            disk.rename(staged_path(step), step.path);
        }
        if (pending.action == Action::take_away) disk.remove(step.path);
    });
}

std::string put_aside(Disk& disk, const Step& step) {
    return at(step.path, [&] {
        std::string kept = free_kept_name(disk, step.path);
        disk.rename(staged_path(step), kept);
        return kept;
    });
}

void sync_touched(Disk& disk, std::span<const Pending> steps) {
    std::set<std::string> folders{""};
    for (const Pending& pending : steps) folders.insert(folder_of(pending.step.path));
    for (const std::string& folder : folders) {
        at(folder.empty() ? "." : folder, [&] {
            if (folder.empty() || disk.kind(folder) == Kind::folder) disk.sync_folder(folder);
        });
    }
}

}  // namespace

bool is_recorded(Disk& disk) {
    const std::optional<Kind> kind = at(commit_folder, [&] { return disk.kind(commit_folder); });
    if (kind && *kind != Kind::folder) {
        throw text::Failure(fmt::format("{} is in the way: it is not a folder", commit_folder));
    }
    return kind.has_value();
}

std::vector<Pending> pending(Disk& disk) {
    const std::set<std::string> staged = names(disk, commit_folder);
    if (staged.empty()) return {};
    const std::string manifest = join(commit_folder, manifest_name);
    if (!staged.contains(manifest_name)) damaged("it is missing");
    std::vector<Pending> steps;
    for (Step& step : parse_manifest(at(manifest, [&] { return disk.read(manifest, largest_manifest); }))) {
        const Action action = action_for(disk, step, staged);
        if (step.after && (action == Action::put || action == Action::keep)) check_staged(disk, step);
        steps.push_back({std::move(step), action});
    }
    return steps;
}

std::vector<std::string> roll_forward(Disk& disk, std::span<const Pending> steps) {
    std::vector<std::string> notices;
    for (const Pending& pending : steps) apply(disk, pending);
    for (const Pending& pending : steps) {
        if (pending.action != Action::keep) continue;
        notices.push_back(removes_more(pending) ? not_removed_notice(pending.step)
                                                : kept_notice(pending.step, put_aside(disk, pending.step)));
    }
    sync_touched(disk, steps);
    return notices;
}

void remove_record(Disk& disk) {
    // The manifest goes last: without it nobody could tell what the other files are.
    at(commit_folder, [&] {
        bool has_manifest = false;
        for (const Entry& entry : disk.list(commit_folder)) {
            if (entry.name == manifest_name) {
                has_manifest = true;
            } else {
                disk.remove(join(commit_folder, entry.name));
            }
        }
        if (has_manifest) disk.remove(join(commit_folder, manifest_name));
        disk.remove_folder(commit_folder);
        disk.sync_folder("");
    });
}

void discard_staged(Disk& disk) {
    at(temporary_file, [&] {
        if (disk.kind(temporary_file)) disk.remove(temporary_file);
    });
    at(staging_folder, [&] {
        const std::optional<Kind> kind = disk.kind(staging_folder);
        if (!kind) return;
        if (*kind != Kind::folder) return disk.remove(staging_folder);
        for (const Entry& entry : disk.list(staging_folder)) disk.remove(join(staging_folder, entry.name));
        disk.remove_folder(staging_folder);
    });
}

std::vector<std::string> finish_leftovers(Disk& disk) {
    std::vector<std::string> notices;
    if (is_recorded(disk)) {
        const std::vector<Pending> steps = pending(disk);
        const bool is_done = std::ranges::all_of(steps, [](const Pending& p) { return p.action == Action::done; });
        notices = roll_forward(disk, steps);
        remove_record(disk);
        if (!is_done) {
            notices.insert(notices.begin(),
                           fmt::format("finished an interrupted change of {}", counted_files(steps.size())));
        }
    }
    discard_staged(disk);
    return notices;
}

Overlay::Overlay(Disk& disk) : steps_(files::pending(disk)) {
    for (const Pending& pending : steps_) {
        if (pending.action == Action::put) sources_[pending.step.path] = staged_path(pending.step);
        if (pending.action == Action::take_away) sources_[pending.step.path] = std::nullopt;
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
    std::vector<std::string> notices;
    if (!sources_.empty()) {
        notices.push_back(
            fmt::format("an interrupted change of {} is shown as finished; it cannot be finished here: {}",
                        counted_files(steps_.size()), why));
    }
    for (const Pending& pending : steps_) {
        if (pending.action != Action::keep) continue;
        notices.push_back(removes_more(pending) ? not_removed_notice(pending.step)
                                                : kept_notice(pending.step, staged_path(pending.step)));
    }
    return notices;
}

}  // namespace backops::files
