#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace backops::fuzz {

inline std::string_view bytes(const std::uint8_t* begin, std::size_t size) {
    return {reinterpret_cast<const char*>(begin), size};
}

/// The text up to the first NUL, and the bytes behind it, by which choices are made.
struct Parts {
    std::string_view text;
    std::string_view choices;
};
inline Parts parts(std::string_view input) {
    const std::size_t end = input.find('\0');
    if (end == std::string_view::npos) return {input, {}};
    return {input.substr(0, end), input.substr(end + 1)};
}

/// Ends the program where the claim does not hold, and says what it is and of what.
inline void hold(bool claim, std::string_view words, std::string_view what = {}) {
    if (claim) return;
    std::fprintf(stderr, "does not hold: %.*s: %.*s\n", static_cast<int>(words.size()), words.data(),
                 static_cast<int>(what.size()), what.data());
    std::abort();
}

}  // namespace backops::fuzz
