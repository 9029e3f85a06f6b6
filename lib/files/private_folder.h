#pragma once

#include <string>

#include "files/descriptor.h"

namespace backops::files {

/// Makes a folder and those above it that are missing, for this user alone (XDG Base Directory Specification).
/// std::system_error when one cannot be made.
void make_private_folders(const std::string& folder);

/// A folder that belongs to this user and that nobody else can write, open for reading. The folders above it may be
/// reached by links; it may not be a link itself. std::system_error for any other folder, EPERM for one of others.
Descriptor open_private_folder(const std::string& folder);

}  // namespace backops::files
