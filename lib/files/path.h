#pragma once

#include <string>
#include <string_view>

namespace backops::files {

/// Everything of ours in an event's root begins with this.
inline constexpr std::string_view own_prefix = ".backops-";
/// A change that is being prepared; nothing counts yet.
inline const std::string staging_folder = ".backops-new";
/// A change that is recorded and has to be finished.
inline const std::string commit_folder = ".backops-commit";
inline const std::string manifest_name = "manifest";
/// The new text of a one-file change.
inline const std::string temporary_file = ".backops-tmp";

/// `a/b`, or `b` when the folder is the root.
std::string join(std::string_view folder, std::string_view name);
/// What stands before the last `/`; empty: the root.
std::string folder_of(std::string_view path);
std::string name_of(std::string_view path);

/// Whether the path may be written: a name, or a folder and a name; no part is empty, begins with a dot, has more than
/// 255 bytes or a control character.
bool is_writable_path(std::string_view path);

}  // namespace backops::files
