#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "files/disk.h"
#include "files/manifest.h"

namespace backops::files {

enum class Action : std::uint8_t {
    done,
    put,        ///< the staged text takes the file's place
    take_away,  ///< the file is removed
    keep,       ///< someone changed the file after the crash: theirs stays, the staged text is put aside
};

struct Pending {
    Step step;
    Action action = Action::done;
};

/// Whether a recorded change waits to be finished. A text::Failure when something else has its name.
bool is_recorded(Disk& disk);

/// What is left to do of the recorded change. Changes nothing. Roll-forward and overlay both follow it, so that what
/// readers are shown is what writers will make. A text::Failure when the record is damaged, a Trouble when it cannot be
/// read.
std::vector<Pending> pending(Disk& disk);

/// Does what is left and makes it durable; says what was put aside. Needs the exclusive lock. A Trouble when it cannot:
/// doing it again goes on from there.
std::vector<std::string> roll_forward(Disk& disk, std::span<const Pending> steps);
/// Forgets a change that was rolled forward.
void remove_record(Disk& disk);

/// Finishes a recorded change and discards one that was never recorded. Needs the exclusive lock. Returns sentences for
/// the user. A Trouble when it cannot.
std::vector<std::string> finish_leftovers(Disk& disk);
/// Removes what a change that was never recorded has left.
void discard_staged(Disk& disk);

/// A recorded change shown as finished, over files that may not be written.
class Overlay {
  public:
    explicit Overlay(Disk& disk);

    /// Where the bytes of this path stand: another path, or nothing when it is shown as removed.
    std::optional<std::string> source(const std::string& path) const;
    /// The entries of a folder, with the change made.
    std::vector<Entry> shown(const std::string& folder, std::vector<Entry> entries) const;
    /// Sentences for the user; `why` is the reason that it could not be finished.
    std::vector<std::string> notices(const std::string& why) const;

  private:
    std::vector<Pending> steps_;
    std::map<std::string, std::optional<std::string>> sources_;
};

}  // namespace backops::files
