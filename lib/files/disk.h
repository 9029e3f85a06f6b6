#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "files/stamp.h"

namespace backops::files {

enum class Kind : std::uint8_t { file, folder, link, other };

struct Entry {
    std::string name;
    Kind kind = Kind::file;
    friend bool operator==(const Entry&, const Entry&) = default;
};

/// The bytes of a file, with its stamp from before they were read.
struct Stamped {
    std::string bytes;
    std::optional<Stamp> stamp;
};

enum class Lock : std::uint8_t { shared, exclusive };

/// A held lock; released when destroyed.
class Held {
  public:
    virtual ~Held() = default;
};

/// The few things that a file system does for an event directory. Paths are relative to the event's root, with `/`, and
/// never leave it; no symbolic link is followed below the root. Every failure is a std::system_error whose code says
/// why (ENOENT, EACCES, ENOSPC, EROFS, ELOOP for a link, EFBIG above the limit, EINVAL for what is no regular file).
/// `read`, `read_stamped`, `list`, `kind` and `stamps` may be called from several threads at once.
class Disk {
  public:
    virtual ~Disk() = default;

    /// The whole of a regular file of at most `limit` bytes; never blocks on a pipe or device.
    virtual std::string read(const std::string& path, std::uint64_t limit) = 0;
    /// The same with its stamp, if the file system has any.
    virtual Stamped read_stamped(const std::string& path, std::uint64_t limit) { return {read(path, limit), {}}; }
    /// Entries of a folder without `.` and `..`, sorted by name; `""` is the root.
    virtual std::vector<Entry> list(const std::string& folder) = 0;
    /// What stands at the path, the last part not followed; nothing when there is none.
    virtual std::optional<Kind> kind(const std::string& path) = 0;

    /// The time that this file system would put on a change now, in nanoseconds as in Stamp. Nothing where its stamps
    /// are not to be relied on: on network file systems, and on those that we do not know.
    virtual std::optional<std::int64_t> now() { return std::nullopt; }
    /// The stamps of the regular files of these names in a folder, in their order; nothing for what is none.
    virtual std::vector<std::optional<Stamp>> stamps(const std::string&, std::span<const std::string> names) {
        return std::vector<std::optional<Stamp>>(names.size());
    }
    /// A folder's own, which changes when a name in it does; nothing when there is no such folder. `""` is the root.
    virtual std::optional<Stamp> folder_stamp(const std::string&) { return std::nullopt; }

    /// A new file with these bytes and permissions (0: as usual); an existing one is an EEXIST.
    virtual void create(const std::string& path, std::string_view bytes, unsigned mode) = 0;
    /// Permission bits of a file.
    virtual unsigned mode(const std::string& path) = 0;
    /// Gives `to` what `from` has beside its bytes and permissions: owner, access list, attributes; as far as this
    /// process may.
    virtual void copy_attributes(const std::string&, const std::string&) {}
    /// EXDEV where a rename between the root and the path's folder, or over what is at the path, cannot work: one of
    /// them is mounted on its own.
    virtual void check_mount(const std::string&) {}
    /// EACCES or EROFS when this process may not change the file, or the names in the folder, that stands there.
    virtual void check_write(const std::string& path) = 0;
    virtual void make_folder(const std::string& path) = 0;
    virtual void rename(const std::string& from, const std::string& to) = 0;
    /// Swaps what stands at two paths. EINVAL, ENOSYS or ENOTSUP where the file system cannot.
    virtual void exchange(const std::string& one, const std::string& other) = 0;
    virtual void remove(const std::string& path) = 0;         ///< a file
    virtual void remove_folder(const std::string& path) = 0;  ///< an empty one
    virtual void sync_file(const std::string& path) = 0;
    virtual void sync_folder(const std::string& path) = 0;
    virtual void sync_all() = 0;  ///< everything written to this file system (syncfs)

    /// A new number of an unfinished change, remembered durably outside the event for this user alone. A record that
    /// came with a repository, a copy or from another user has a number that is not known. Where nothing can be
    /// remembered, the number will not be known either.
    virtual std::string remember_change() = 0;
    /// Whether the change in this folder is one of these: its number is known, and the folder is this user's or the
    /// owner's of the event. True too where the user said that any record in this event may be followed.
    virtual bool knows_change(const std::string& number, const std::string& folder) = 0;
    virtual void forget_change(const std::string& number) = 0;  ///< never fails

    /// Waits at most `seconds`; nothing when another holds it all that time. Whoever waits to write is not overtaken by
    /// readers that come later. ENOLCK, EBADF, ENOTSUP where locks do not work.
    virtual std::unique_ptr<Held> lock(Lock kind, int seconds) = 0;
    /// Who has a lock that this one waited for: "backops schedule, process 4711 of maya"; empty when nobody can say.
    virtual std::string lock_holder() { return {}; }
};

/// What a user has beside the event; asked for when it is needed.
struct Home {
    /// The folder of the numbers of unfinished changes; empty, or no function: none are remembered.
    std::function<std::string()> state;
    /// Whether the user said that any record in this event may be finished.
    std::function<bool()> trusts_records;
};

/// The directory at `root` (absolute or relative to where the process is), held open: moving it does not confuse us.
std::unique_ptr<Disk> open_disk(const std::string& root, Home home = {});

}  // namespace backops::files
