#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace backops::text {

/// What reading one value gave: the value, or why not (a message as of a Problem) and what to write instead.
template <class T>
struct Parsed {
    std::optional<T> value;
    std::string error;
    std::vector<std::string> hints;

    Parsed(T read) : value(std::move(read)) {}
    Parsed(std::string error, std::vector<std::string> hints) : error(std::move(error)), hints(std::move(hints)) {}

    explicit operator bool() const { return value.has_value(); }
    const T& operator*() const { return *value; }
    const T* operator->() const { return &*value; }
};

}  // namespace backops::text
