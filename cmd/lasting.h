#pragma once

#include <deque>
#include <utility>

namespace backops::cmd {

/// Makes a value that is kept until the process ends, which gives back all memory at once: to destroy a large plan
/// piece by piece takes as long as to read it.
template <class T, class... From>
T& lasting_made(From&&... from) {
    static auto* const kept = new std::deque<T>;
    return kept->emplace_back(std::forward<From>(from)...);
}

/// Keeps a value in the same way.
template <class T>
T& lasting(T value) {
    return lasting_made<T>(std::move(value));
}

}  // namespace backops::cmd
