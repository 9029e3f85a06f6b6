#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "memory_disk.h"

namespace backops::tests {

/// What would be left of a tree if the power went now. Of a file the bytes are safe once it was synced, of a folder the
/// names; a name may be safe before the bytes. What was done to names and is not safe may be lost in any selection, but
/// what was done to one name later never without what was done to it earlier. A rename or an exchange is one deed, also
/// between two folders: journals of file systems promise that. Nothing is promised for the name of a new folder by
/// syncing what is in it.
class Medium {
  public:
    /// All that is in the tree is safe.
    explicit Medium(const MemoryTree& tree);

    void create(const std::string& path, const MemoryTree::Node& node);
    void rename(const std::string& from, const std::string& to);
    void exchange(const std::string& one, const std::string& other);
    void remove(const std::string& path);
    void sync_file(const std::string& path);
    void sync_folder(const std::string& path);
    void sync_all();

    /// A tree with what was safe, and of each thing that was not as much as `kept` says: from 0, nothing, to 2, all.
    Tree after_power_cut(const std::function<int()>& kept) const;

  private:
    using Slot = std::pair<std::size_t, std::string>;  ///< a folder's number and a name in it
    using Names = std::map<Slot, std::size_t>;         ///< the number of what stands there; 0: nothing
    struct Thing {
        MemoryTree::Node node;
        bool is_safe = false;
    };

    Slot slot(const std::string& path) const;
    std::size_t number_of(const std::string& path) const;
    void note(Names deed);

    std::vector<Thing> things_;
    Names now_, safe_;
    std::vector<Names> deeds_;  ///< those that are not safe, in order
};

/// Passes everything on to `inner`, and what took effect to the medium, which outlives it.
std::unique_ptr<files::Disk> remembered(std::unique_ptr<files::Disk> inner, Medium& medium);

}  // namespace backops::tests
