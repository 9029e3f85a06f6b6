#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <span>
#include <system_error>
#include <thread>
#include <vector>

namespace backops::files {

/// As many threads as are worth it: those of the machine, at most eight.
inline unsigned cores() { return std::clamp(std::thread::hardware_concurrency(), 1U, 8U); }

/// Calls `work` with every part of `all`, at most `size` each, on all cores; what fits into one part by the caller
/// alone. Parts are taken in order, but end in any. It must not throw.
template <class T, class Work>
void on_all_cores(std::span<T> all, std::size_t size, Work&& work) {
    std::atomic<std::size_t> next = 0;
    const auto take_turns = [&] {
        for (std::size_t begin = next.fetch_add(size); begin < all.size(); begin = next.fetch_add(size))
            work(all.subspan(begin, std::min(size, all.size() - begin)));
    };
    std::vector<std::jthread> threads;
    try {
        for (unsigned i = 1; i < cores() && i * size < all.size(); ++i) threads.emplace_back(take_turns);
    } catch (const std::system_error&) {
        // The machine has no more threads to give; those that there are do it.
    }
    take_turns();
}

}  // namespace backops::files
