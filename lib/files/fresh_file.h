#pragma once

#include <string>
#include <string_view>

#include "files/descriptor.h"

namespace backops::files {

/// A new file, open for writing, and the name that it has in its folder.
struct FreshFile {
    Descriptor descriptor;
    std::string name;
};

/// Makes a file in an open folder under a name that nobody could lay there before: `begin`, 16 random digits, `end`.
/// No link is followed. std::system_error when it cannot be made.
FreshFile make_fresh_file(int folder, std::string_view begin, std::string_view end, unsigned mode);

}  // namespace backops::files
