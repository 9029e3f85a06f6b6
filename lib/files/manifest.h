#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "files/hash.h"

namespace backops::files {

/// What one file of a recorded change was and is to be; nothing: no file.
struct Step {
    std::string path;
    std::optional<Hash> before;
    std::optional<Hash> after;
    std::size_t staged = 0;  ///< from 1: the file of this number beside the manifest has the new text before the step,
                             ///< and the old one after it
    friend bool operator==(const Step&, const Step&) = default;
};

/// A recorded change.
struct Manifest {
    std::string number;  ///< as Disk::remember_change gave it
    std::vector<Step> steps;
};

/// Plain text: a version line, the number, a line for each step, and a line with the hash of all before it.
std::string manifest_text(const Manifest& manifest);

/// A text::Failure for one that is damaged, from another version, or names a path that may not be written, a path twice
/// or a staged file twice.
Manifest parse_manifest(std::string_view text);

/// What cannot be followed in the record of an interrupted change; nobody is asked to guess.
[[noreturn]] void damaged(std::string_view why);

}  // namespace backops::files
