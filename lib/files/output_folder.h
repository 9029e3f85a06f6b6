#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/descriptor.h"

namespace backops::files {

/// A folder that the user named for reports, held open. Each file in it is written under a random name that begins with
/// `.backops-out-`, synced, and renamed to its own: others see the old file or the new one, and a run that is killed
/// leaves nothing that looks like a report. What fails is a std::system_error, and leaves no file under a random name.
class OutputFolder {
  public:
    /// Symbolic links on the way to it are followed, since the user named them.
    explicit OutputFolder(const std::string& path);
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;
    /// Removes what was staged and not put.
    ~OutputFolder();

    /// The bytes of a regular file of at most 64 MiB; nothing for anything else. Thread-safe.
    std::optional<std::string> read(const std::string& name) const;
    /// Writes these bytes, for `put` to give them this name. A file of that name must be a regular one (its permissions
    /// are kept; a new one gets those of the umask) or a symbolic link, which is replaced and not followed; EISDIR for
    /// a folder and for a link to one, EINVAL for anything else. Thread-safe.
    void stage(const std::string& name, std::string_view bytes);
    /// Gives all that is staged its name, when it is safely on the disk. A Trouble names the file that failed; those
    /// before it are in place.
    void put();

    /// Whether a report can only be written through this name: a device, a pipe, or one that the system keeps for what
    /// is open, such as /dev/stdout and /dev/fd/63. A link anywhere but in /dev and /proc is none of these.
    bool is_channel(const std::string& name) const;
    /// Writes these bytes to such a one, behind what is there.
    void write_through(const std::string& name, std::string_view bytes) const;

  private:
    struct Staged {
        std::string staged, name;
    };
    void sync() const;

    std::string path_;
    Descriptor folder_;
    std::mutex staging_;
    std::vector<Staged> staged_;
    Descriptor last_;  ///< of what was staged last
};

}  // namespace backops::files
