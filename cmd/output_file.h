#pragma once

#include <string>
#include <string_view>

namespace backops::cmd {

/// text::Failure when `path` is one of the records of the event at `root`: a report never replaces the plan.
void refuse_record(const std::string& path, const std::string& root);

/// Writes a file that the user named, whole or not at all (a temporary file beside it, renamed). text::Failure with the
/// reason.
void write_file(const std::string& path, std::string_view text);

/// Whether a file that holds `there` need not be written to hold `now`.
using Same = bool (*)(std::string_view there, std::string_view now);
inline bool is_same_text(std::string_view there, std::string_view now) { return there == now; }

/// The same, unless the file holds that already; whether it was written.
bool write_changed_file(const std::string& path, std::string_view text, Same is_same = is_same_text);

/// The bytes of a file that the user named, `-` for standard input; text::Failure when it cannot be read or is over 64
/// MiB.
std::string read_file(const std::string& path);

}  // namespace backops::cmd
