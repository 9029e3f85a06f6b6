#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <mutex>
#include <span>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace backops::files {

/// As many threads as are worth it: those of the machine, at most eight. Asked once, since it takes reading a file.
inline unsigned cores() {
    static const unsigned count = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
    return count;
}

/// Lets what this thread allocates grow in one step. The C library asks the system for each page of a thread's own heap
/// anew, and waits for the other threads' page faults each time; what it was once given it does not ask for again.
inline void make_room() {
    // The first is given back to the system, and tells the library to keep ones of its size.
    for (const std::size_t size : {std::size_t{1} << 23, std::size_t{1} << 22}) {
        void* volatile room = std::malloc(size);
        std::free(room);
    }
}

/// Calls `work` with every part of `all`, at most `size` each, on all cores; what fits into one part by the caller
/// alone. Parts are taken in order, but end in any. Each thread has a copy of `work`, which may keep what it learns.
/// The first exception of a part is the caller's, and no further part is begun.
template <class T, class Work>
void on_all_cores(std::span<T> all, std::size_t size, const Work& work) {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    std::mutex failing;
    const auto take_turns = [&] {
        try {
            Work own = work;
            for (std::size_t begin = next.fetch_add(size); begin < all.size(); begin = next.fetch_add(size))
                own(all.subspan(begin, std::min(size, all.size() - begin)));
        } catch (...) {
            const std::lock_guard lock(failing);
            if (!failure) failure = std::current_exception();
            next = all.size();
        }
    };
    {
        std::vector<std::jthread> threads;
        try {
            for (unsigned i = 1; i < cores() && i * size < all.size(); ++i)
                threads.emplace_back([&] {
                    make_room();
                    take_turns();
                });
        } catch (const std::system_error&) {
            // The machine has no more threads to give; those that there are do it.
        }
        take_turns();
    }
    if (failure) std::rethrow_exception(failure);
}

/// What `make` makes of each thing, in their order; `size` of them are made by one core at a time.
template <class T, class Make>
auto made_on_all_cores(std::span<const T> things, std::size_t size, Make&& make) {
    std::vector<decltype(make(things[0]))> all(things.size());
    on_all_cores(things, size, [&](std::span<const T> some) {
        auto made = all.begin() + (some.data() - things.data());
        for (const T& thing : some) *made++ = make(thing);
    });
    return all;
}

}  // namespace backops::files
