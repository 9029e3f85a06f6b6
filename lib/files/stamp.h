#pragma once

#include <cstdint>

namespace backops::files {

/// What a file system keeps of a file beside its bytes. Times are nanoseconds since 1970-01-01T00:00:00Z; `changed`
/// (ctime) is set by every change and cannot be set back.
struct Stamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t modified = 0;
    std::int64_t changed = 0;
    friend bool operator==(const Stamp&, const Stamp&) = default;
};

/// Whether a change at `now` or later gives another stamp: the last one lies back further than the steps in which the
/// file system counts time (10 ms; 2 s where it seems to count seconds), and not in the future.
constexpr bool is_settled(const Stamp& stamp, std::int64_t now) {
    constexpr std::int64_t second = 1'000'000'000;
    const bool counts_seconds = stamp.changed % second == 0 && stamp.modified % second == 0;
    const std::int64_t step = counts_seconds ? 2 * second : second / 100;
    return stamp.changed < now - step && stamp.modified < now - step;
}

}  // namespace backops::files
