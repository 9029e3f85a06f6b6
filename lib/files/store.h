#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "files/disk.h"

namespace backops::files {

/// Largest file that is read, in bytes (design, section 2).
inline constexpr std::uint64_t largest_file = 1024 * 1024;

/// One file of a change: its bytes when the edit was made (nothing: there was none) and after (nothing: it is removed).
struct Change {
    std::string path;  ///< relative to the event's root: `areas/main-stage.yaml`; at most one folder deep
    std::optional<std::string> before;
    std::optional<std::string> after;
};

enum class Access : std::uint8_t { read, write };

/// An event directory under a lock: shared while reading, exclusive from before the read that an edit rests on. Opening
/// finishes or discards what an interrupted command left; where it may not write, what was recorded is shown as
/// finished. Destroying it releases the lock. All failures are text::Failure with the path and the reason in words
/// ("cannot write crew/maya-lindt.yaml: permission denied", "another command has been using this event for 10 seconds:
/// backops schedule, process 4711 of maya").
class Store {
  public:
    /// The lock that a store holds. Who prints gives a reader's back first: a pager that nobody looks at must not keep
    /// others from writing.
    using Lease = std::shared_ptr<std::unique_ptr<Held>>;
    Lease lease() const;

    static Store open(std::unique_ptr<Disk> disk, Access access);
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    /// The file's bytes as of now, nothing when there is none. Thread-safe. std::system_error for what is there but
    /// cannot be read as a record (too large, a link, a pipe, no permission): the caller makes it a problem of that
    /// file.
    std::optional<std::string> read(const std::string& path) const;
    /// The same with its stamp, which is of no use where `now` has nothing.
    std::optional<Stamped> read_stamped(const std::string& path) const;
    Access access() const;
    /// As Disk::list, with an interrupted change shown as finished; a missing folder is empty. Our own leftovers are
    /// hidden.
    std::vector<Entry> list(const std::string& folder) const;

    /// As Disk::now and Disk::stamps: what files can be told from by what they were. Nothing also while an interrupted
    /// change is shown as finished, since stamps know nothing of it. `stamps` and `folder_stamp` are thread-safe, and
    /// have nothing for what cannot be reached.
    std::optional<std::int64_t> now() const;
    std::vector<std::optional<Stamp>> stamps(const std::string& folder, std::span<const std::string> names) const;
    std::optional<Stamp> folder_stamp(const std::string& folder) const;

    /// All of it or nothing, durable when it returns (mechanisms: journal folder and one rename as commit point; a
    /// single file without the journal). A file whose bytes are no longer `before` stops it: nothing is changed, the
    /// failure names the file. Changes whose before and after are equal are passed over; returns the paths written and
    /// removed, sorted.
    std::vector<std::string> commit(std::span<const Change> changes);

    /// Sentences for standard error about what the last opening or commit found: "finished an interrupted change of 12
    /// files", or where a hand edit is kept.
    const std::vector<std::string>& notices() const;

  private:
    struct Inside;
    explicit Store(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

/// Makes the directory `target` with these files, all or nothing: staged beside it and renamed. An existing empty
/// directory is filled; one that holds other things (a new git repository) is filled through a commit; one with any of
/// these files is refused.
void create_directory(const std::string& target, std::span<const Change> files, const Home& home = {});

}  // namespace backops::files
