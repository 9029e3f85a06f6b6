#pragma once

#include <array>
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
/// The new text of a one-file change, in the folder of that file: a folder that is mounted on its own works too, and a
/// new file gets the group and the rights that its folder gives.
inline const std::string temporary_name = ".backops-tmp";
/// All folders of an event that hold files of ours.
inline constexpr std::array<std::string_view, 8> written_folders{"areas", "collaborators", "crew",  "activities",
                                                                 "tasks", "timeframes",    "views", "templates"};

/// `a/b`, or `b` when the folder is the root.
std::string join(std::string_view folder, std::string_view name);
/// What stands before the last `/`; empty: the root.
std::string folder_of(std::string_view path);
std::string name_of(std::string_view path);

/// Whether this is a file that a change may write: event.yaml, a record (`areas/main-stage.yaml`) or a template. What
/// else lies in an event directory, or beside it in a repository, is nobody's business here.
bool is_writable_path(std::string_view path);

}  // namespace backops::files
