#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "files/disk.h"

namespace backops::tests {

/// A directory in memory. Several disks may be open on one tree, as several processes are on a directory.
struct MemoryTree {
    struct Node {
        files::Kind kind = files::Kind::file;
        std::string bytes;
        unsigned mode = 0644;
        unsigned owner = 0;
    };

    std::map<std::string, Node> nodes;
    int shared_locks = 0;
    bool exclusive_lock = false;
    int lock_error = 0;                 ///< what taking a lock fails with; 0: locks work
    int exchange_error = 0;             ///< what swapping files fails with; 0: it works
    std::set<std::string> own_changes;  ///< numbers of unfinished changes that the user knows
    std::uint64_t changes = 0;
    bool remembers = true;
    std::mutex mutex;

    /// A change by hand: no lock, no questions. Makes the folder.
    void write(const std::string& path, const std::string& bytes);
    void place(const std::string& path, files::Kind kind);
    void erase(const std::string& path);
    /// Path and bytes of every file, those of backops itself left out.
    std::map<std::string, std::string> files() const;
    /// Names of everything that backops itself has left.
    std::vector<std::string> leftovers() const;
    /// The same files in a tree of its own, with no locks held.
    std::shared_ptr<MemoryTree> copy() const;
};

using Tree = std::shared_ptr<MemoryTree>;

Tree memory_tree(const std::map<std::string, std::string>& files = {});
/// Locks are taken at once or, when held by another disk, refused at once.
std::unique_ptr<files::Disk> open_memory(Tree tree);

/// Thrown by a disk whose process was killed; no std::exception, so that nothing catches it by accident.
struct Crashed {};

enum class Fails {
    once,      ///< this operation, without effect
    from_now,  ///< this operation and all that write after it
    late,      ///< this operation takes effect, and is reported as failed
    partly,    ///< as once, but a file that was to be created is left half written
    crash,     ///< Crashed is thrown here and by every later operation
};

struct Fault {
    std::size_t at = 0;  ///< the number of the operation, from 1; 0: never
    int error = 5;
    Fails how = Fails::once;
};

/// What a failing disk did; outlives it.
struct Operations {
    std::vector<std::string> names;
    bool failed = false;
    std::function<void(std::size_t number)> before;  ///< called before each operation, if set
};

/// Passes everything on to `inner` until the fault.
std::unique_ptr<files::Disk> failing(std::unique_ptr<files::Disk> inner, Fault fault,
                                     std::shared_ptr<Operations> operations = std::make_shared<Operations>());
/// Reads and locks work, everything that writes fails with `error`.
std::unique_ptr<files::Disk> read_only(std::unique_ptr<files::Disk> inner, int error);

}  // namespace backops::tests
