#pragma once

#include <deque>
#include <utility>

namespace backops::cmd {

/// Keeps a value until the process ends, which gives back all memory at once: to destroy a large plan piece by piece
/// takes as long as to read it.
template <class T>
T& lasting(T value) {
    static auto* const kept = new std::deque<T>;
    return kept->emplace_back(std::move(value));
}

}  // namespace backops::cmd
