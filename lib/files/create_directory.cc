#include <fmt/format.h>

#include <cerrno>
#include <set>

#include "files/locking.h"
#include "files/path.h"
#include "files/store.h"
#include "files/trouble.h"

namespace backops::files {

namespace {

struct Target {
    std::string path;    ///< as given
    std::string parent;  ///< the directory that is to hold it
    std::string name;
};

Target target_of(std::string path) {
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return {path, ".", path};
    return {path, slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

text::Failure refusal(const std::string& path, std::string_view why) {
    return text::Failure(fmt::format("cannot make {}: {}\n{}", path, why, nothing_changed));
}

/// The directory, open; nothing when there is none.
std::unique_ptr<Disk> open_existing(const Target& target, const Home& home) {
    try {
        return open_disk(target.path, home);
    } catch (const std::system_error& error) {
        if (error.code().value() == ENOENT) return nullptr;
        throw refusal(target.path, reason(error.code()));
    }
}

void fill(const Target& target, std::unique_ptr<Disk> disk, std::span<const Change> files) {
    Disk& there = *disk;
    Store store = Store::open(std::move(disk), Access::write);
    for (const Change& file : files) {
        try {
            if (there.kind(file.path)) throw refusal(join(target.path, file.path), "it is there already");
        } catch (const std::system_error& error) {
            throw refusal(join(target.path, file.path), reason(error.code()));
        }
    }
    store.commit(files);
}

void remove_tree(Disk& disk, const std::string& path) {
    for (const Entry& entry : disk.list(path)) {
        const std::string inner = join(path, entry.name);
        if (entry.kind == Kind::folder) {
            remove_tree(disk, inner);
        } else {
            disk.remove(inner);
        }
    }
    disk.remove_folder(path);
}

/// Leaves a complete and durable directory at `staged`.
void stage_directory(Disk& parent, const std::string& staged, std::span<const Change> files) {
    if (parent.kind(staged)) remove_tree(parent, staged);
    parent.make_folder(staged);
    std::set<std::string> folders;
    for (const Change& file : files) {
        if (!file.after) continue;
        const std::string folder = folder_of(file.path);
        if (!folder.empty() && folders.insert(folder).second) parent.make_folder(join(staged, folder));
        parent.create(join(staged, file.path), *file.after, 0);
    }
    parent.sync_all();
    for (const std::string& folder : folders) parent.sync_folder(join(staged, folder));
    parent.sync_folder(staged);
}

void make_new(const Target& target, std::span<const Change> files) {
    std::unique_ptr<Disk> parent;
    try {
        parent = open_disk(target.parent);
    } catch (const std::system_error& error) {
        throw refusal(target.path, fmt::format("{}: {}", target.parent, reason(error.code())));
    }
    const std::unique_ptr<Held> held = lock_to_write(*parent);
    const std::string staged = fmt::format("{}-{}", staging_folder, target.name);
    try {
        if (parent->kind(target.name)) throw refusal(target.path, "it is there already");
        stage_directory(*parent, staged, files);
        parent->rename(staged, target.name);
    } catch (const std::system_error& error) {
        try_to([&] { remove_tree(*parent, staged); });
        throw refusal(target.path, reason(error.code()));
    }
    try_to([&] { parent->sync_folder(""); });
}

}  // namespace

void create_directory(const std::string& path, std::span<const Change> files, const Home& home) {
    for (const Change& file : files) {
        if (!is_writable_path(file.path)) {
            throw text::Failure(fmt::format("`{}` is not a path inside the event", file.path), {}, text::bug);
        }
    }
    const Target target = target_of(path);
    if (std::unique_ptr<Disk> disk = open_existing(target, home)) {
        fill(target, std::move(disk), files);
    } else {
        make_new(target, files);
    }
}

}  // namespace backops::files
