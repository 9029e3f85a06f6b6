#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "files/disk.h"
#include "files/manifest.h"

// A change of several files is recorded, then made, then forgotten (README.md). What an interrupted command leaves is
// judged as a whole before anything is written.

namespace backops::files {

/// What a step's file is as it stands now.
enum class Standing : std::uint8_t { before, after, other };

struct Pending {
    Step step;
    Standing standing = Standing::before;
    /// What lies beside the manifest for it: nothing, the new text, the old text, or what someone else had saved there.
    enum class Beside : std::uint8_t { nothing, new_text, old_text, other } beside = Beside::nothing;
};

enum class Verdict : std::uint8_t {
    finish,   ///< every file is as it was before the change or as it is to be, and every new text is there
    aside,    ///< someone changed the files since: the change is kept under another name, and no file is written
    foreign,  ///< the record was not made here by this user: nobody follows it, and nobody removes it
};

struct Leftover {
    Verdict verdict = Verdict::finish;
    std::string number;
    std::vector<Pending> steps;
    bool is_done() const;  ///< every file is as it is to be
};

/// Whether a recorded change waits to be finished. A text::Failure when something else has its name.
bool is_recorded(Disk& disk);

/// The recorded change. Changes nothing. A text::Failure when the record is damaged, a Trouble when it or one of its
/// files cannot be read.
Leftover leftover(Disk& disk);

/// Makes the steps that are still to be made and makes all durable; says what it kept of others. Needs the exclusive
/// lock. A Trouble when it cannot: doing it again goes on from there.
std::vector<std::string> roll_forward(Disk& disk, std::span<const Pending> steps);
/// Forgets a change that was rolled forward.
void remove_record(Disk& disk, const std::string& number);

/// Finishes a recorded change or sets it aside, and discards one that was never recorded. Needs the exclusive lock.
/// Returns sentences for the user. A Trouble when it cannot; a text::Failure for a foreign record.
std::vector<std::string> finish_leftovers(Disk& disk);
/// Removes what a change that was never recorded has left.
void discard_staged(Disk& disk);
/// Where the text of this file is written before it takes its place.
std::string temporary_path(const std::string& path);

/// A recorded change shown as finished, over files that may not be written; one that will not be finished is not shown.
class Overlay {
  public:
    explicit Overlay(Leftover leftover);

    /// Where the bytes of this path stand: another path, or nothing when it is shown as removed.
    std::optional<std::string> source(const std::string& path) const;
    /// The entries of a folder, with the change made.
    std::vector<Entry> shown(const std::string& folder, std::vector<Entry> entries) const;
    /// Sentences for the user; `why` is the reason that it could not be finished.
    std::vector<std::string> notices(const std::string& why) const;

  private:
    Leftover leftover_;
    std::map<std::string, std::optional<std::string>> sources_;
};

}  // namespace backops::files
