#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "files/descriptor.h"

namespace backops::files {

/// The bytes of a file of our own outside the event that may be lost at any time, read as far as they are asked for.
class KeptBytes {
  public:
    KeptBytes() = default;
    explicit KeptBytes(std::string_view bytes);
    KeptBytes(Descriptor file, std::size_t size);

    std::size_t size() const { return size_; }
    /// What has been read of them so far: the first of them.
    std::string_view read() const { return {bytes_.get(), filled_}; }
    /// Reads on until so many have been; false when the file does not have them.
    bool read_first(std::size_t count);
    /// Some of them, wherever they stand, into a place of the caller's; false when the file does not have them.
    /// Thread-safe.
    bool copy(std::size_t begin, std::span<char> to) const;

  private:
    Descriptor file_;
    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0, filled_ = 0;
};

/// The file's bytes. Empty when the file is missing or is not a regular file, when another user can read or write it or
/// write its folder, when it or its folder is a symbolic link, and when it cannot be read.
KeptBytes open_kept(const std::string& path);

/// Puts it there, one part behind the other, for the next time, readable for this user alone; its folder is made when
/// it is not there, and so is what leads to that. Others see the old bytes or the new. Nothing comes of it where that
/// cannot be done, or where `open_kept` would not believe it. Files beside it that nobody has put there for 90 days are
/// removed.
void keep(const std::string& path, std::span<const std::string_view> parts);

}  // namespace backops::files
