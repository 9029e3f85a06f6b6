#include "files/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "files/journal.h"
#include "files/locking.h"
#include "files/path.h"
#include "files/recovery.h"
#include "files/trouble.h"

namespace backops::files {

struct Store::Inside {
    std::unique_ptr<Disk> disk;
    Store::Lease lease = std::make_shared<std::unique_ptr<Held>>();
    std::unique_ptr<Held>& held = *lease;
    Access access = Access::read;
    std::optional<Overlay> overlay;
    std::vector<std::string> notices;

    void show_as_finished(const std::string& why) {
        overlay.emplace(leftover(*disk));
        notices = overlay->notices(why);
    }
    bool has_foreign_record() { return leftover(*disk).verdict == Verdict::foreign; }
    void open_for_reading();
    void open_for_writing();
};

namespace {

/// How often a reader starts again because another command was interrupted in between.
constexpr int most_attempts = 3;

/// The changes that change something, by path. What may not be written is a mistake of the caller.
std::vector<const Change*> effective(std::span<const Change> changes) {
    std::vector<const Change*> effective;
    for (const Change& change : changes) {
        if (!is_writable_path(change.path)) {
            throw text::Failure(fmt::format("`{}` is not a path inside the event", change.path), {}, text::bug);
        }
        if (change.before != change.after) effective.push_back(&change);
    }
    std::ranges::sort(effective, {}, [](const Change* change) -> const std::string& { return change->path; });
    const auto twice = std::ranges::adjacent_find(effective, {}, [](const Change* c) { return c->path; });
    if (twice != effective.end()) {
        throw text::Failure(fmt::format("`{}` is written twice in one change", (*twice)->path), {}, text::bug);
    }
    return effective;
}

void check_size(const Change& change) {
    if (!change.after || change.after->size() <= largest_file) return;
    throw text::Failure(
        fmt::format("cannot write {}: it would be larger than 1 MiB\n{}", change.path, nothing_changed));
}

}  // namespace

void Store::Inside::open_for_reading() {
    std::string why = "another command was interrupted";
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        held = shared_lock(*disk);
        if (!is_recorded(*disk)) return;
        if (!held) return show_as_finished("file locks do not work here");
        if (has_foreign_record()) return show_as_finished("");
        held.reset();
        try {
            held = exclusive_lock(*disk);
            std::vector<std::string> found = finish_leftovers(*disk);
            notices.insert(notices.end(), found.begin(), found.end());
        } catch (const std::system_error& error) {
            why = reason(error.code());
            attempt = most_attempts;
        }
        held.reset();
    }
    held = shared_lock(*disk);
    if (is_recorded(*disk)) show_as_finished(why);
}

void Store::Inside::open_for_writing() {
    held = lock_to_write(*disk);
    try {
        notices = finish_leftovers(*disk);
    } catch (const Trouble& trouble) {
        throw cannot("clear up after an interrupted command:", trouble, nothing_changed);
    }
}

Store Store::open(std::unique_ptr<Disk> disk, Access access) {
    auto inside = std::make_unique<Inside>();
    inside->disk = std::move(disk);
    inside->access = access;
    if (access == Access::write) {
        inside->open_for_writing();
    } else {
        try {
            inside->open_for_reading();
        } catch (const Trouble& trouble) {
            throw cannot("read", trouble, "");
        }
    }
    return Store(std::move(inside));
}

Store::Store(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

std::optional<std::string> Store::read(const std::string& path) const {
    auto file = read_stamped(path);
    return file ? std::optional(std::move(file->bytes)) : std::nullopt;
}

std::optional<Stamped> Store::read_stamped(const std::string& path) const {
    if (!inside_->overlay) return current_file(*inside_->disk, path);
    const std::optional<std::string> source = inside_->overlay->source(path);
    auto file = source ? current_file(*inside_->disk, *source) : std::nullopt;
    // Stamps know nothing of the change that is shown as finished.
    if (file) file->stamp.reset();
    return file;
}

std::vector<Entry> Store::list(const std::string& folder) const {
    std::vector<Entry> entries;
    try {
        entries = inside_->disk->list(folder);
    } catch (const std::system_error& error) {
        if (error.code().value() != ENOENT) throw;
    }
    std::erase_if(entries, [](const Entry& entry) { return entry.name.starts_with(own_prefix); });
    return inside_->overlay ? inside_->overlay->shown(folder, std::move(entries)) : entries;
}

std::optional<std::int64_t> Store::now() const { return inside_->overlay ? std::nullopt : inside_->disk->now(); }

std::vector<std::optional<Stamp>> Store::stamps(const std::string& folder, std::span<const std::string> names) const {
    try {
        return inside_->disk->stamps(folder, names);
    } catch (const std::system_error&) {
        return std::vector<std::optional<Stamp>>(names.size());
    }
}

Store::Lease Store::lease() const { return inside_->lease; }

Access Store::access() const { return inside_->access; }

std::optional<Stamp> Store::folder_stamp(const std::string& folder) const {
    return inside_->disk->folder_stamp(folder);
}

std::vector<std::string> Store::commit(std::span<const Change> changes) {
    if (inside_->access != Access::write) {
        throw text::Failure("an event that was opened for reading cannot be changed", {}, text::bug);
    }
    const std::vector<const Change*> to_make = effective(changes);
    for (const Change* change : to_make) check_size(*change);
    if (to_make.empty()) return {};
    try {
        inside_->notices = finish_leftovers(*inside_->disk);
        inside_->overlay.reset();
        if (to_make.size() == 1) {
            commit_one(*inside_->disk, *to_make.front());
        } else {
            inside_->notices = commit_many(*inside_->disk, to_make);
        }
    } catch (const Trouble& trouble) {
        throw cannot("clear up after an interrupted command:", trouble, nothing_changed);
    } catch (const text::Failure&) {
        // What is recorded counts as made from here on, for this command too.
        try_to([&] {
            if (is_recorded(*inside_->disk)) inside_->overlay.emplace(leftover(*inside_->disk));
        });
        throw;
    }
    std::vector<std::string> paths;
    for (const Change* change : to_make) paths.push_back(change->path);
    return paths;
}

const std::vector<std::string>& Store::notices() const { return inside_->notices; }

}  // namespace backops::files
