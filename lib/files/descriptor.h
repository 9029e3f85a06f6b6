#pragma once

#include <cerrno>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "files/stamp.h"

struct stat;
struct timespec;

namespace backops::files {

/// An open file descriptor, closed when destroyed.
class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor();

    int number() const { return number_; }
    int release() { return std::exchange(number_, -1); }

  private:
    int number_;
};

/// Throws the reason that the last system call left, or the one given.
[[noreturn]] void fail();
[[noreturn]] void fail(int code);

/// Repeats a system call that a signal interrupted; throws when it fails otherwise.
template <typename Call>
auto checked(Call&& call) {
    for (;;) {
        const auto result = call();
        if (result >= 0) return result;
        if (errno != EINTR) fail();
    }
}

/// All of the bytes, however many calls that takes.
void write_all(int file, std::string_view bytes);
/// One part behind the other.
void write_all(int file, std::span<const std::string_view> parts);

/// Where a path leads: the folder that holds its last part, reached without following any link, and that part's name.
struct Place {
    Descriptor owned;  ///< open as long as `folder` is used; none when that is the root
    int folder;
    std::string name;
};

/// EINVAL for a path with an empty part, `.`, `..` or a NUL, ELOOP where a folder is a link.
Place place_of(int root, std::string_view path);

/// The folder itself, readable; empty: the root.
Descriptor open_folder(int root, std::string_view path);

struct OpenFile {
    Descriptor descriptor;
    Stamp stamp;  ///< when it was opened
};

/// Since 1970-01-01T00:00:00Z.
std::int64_t nanoseconds_of(const timespec& time);
/// Of a file or folder, as the system has it.
Stamp stamp_of(const struct stat& found);

/// A file that is surely a regular one, readable; EINVAL for anything else. Never blocks.
OpenFile open_file(int root, std::string_view path);

}  // namespace backops::files
