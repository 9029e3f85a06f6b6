#pragma once

#include <string>
#include <string_view>

namespace backops::files {

/// The bytes of a file of our own outside the event that may be lost at any time. Empty when there is none, when it is
/// no regular file of this user alone, or when anything else is odd about it.
std::string read_kept(const std::string& path);

/// Puts it there for the next time, readable for this user alone; its folder is made when it is not there. Others see
/// the old bytes or the new. Nothing comes of it where that cannot be done. Files beside it that nobody has put there
/// for 90 days are removed.
void keep(const std::string& path, std::string_view bytes);

}  // namespace backops::files
