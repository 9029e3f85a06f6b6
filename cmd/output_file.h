#pragma once

#include <string>
#include <string_view>

#include "files/output_folder.h"

namespace backops::cmd {

/// text::Failure when `path` is one of the records of the event at `root`: a report never replaces the plan.
void refuse_record(const std::string& path, const std::string& root);

/// Writes a file that the user named, whole or not at all, as files/output_folder.h says; a device or a pipe is written
/// as it is, `-` is standard output. text::Failure with the reason.
void write_file(const std::string& path, std::string_view text);

/// Whether a file that holds `there` need not be written to hold `now`.
using Same = bool (*)(std::string_view there, std::string_view now);
inline bool is_same_text(std::string_view there, std::string_view now) { return there == now; }

/// Many files in a folder that the user named, which is made when it is not there. text::Failure with the reason.
class OutputFiles {
  public:
    explicit OutputFiles(std::string folder);
    /// Writes a file beside its place, unless that holds the same already; whether it did. Thread-safe.
    bool stage_changed(const std::string& name, std::string_view text, Same is_same = is_same_text);
    /// Puts all of them in their places.
    void put();

  private:
    std::string path_;
    files::OutputFolder folder_;
};

/// The bytes of a file that the user named, `-` for standard input; text::Failure when it cannot be read or is over 64
/// MiB.
std::string read_file(const std::string& path);

}  // namespace backops::cmd
