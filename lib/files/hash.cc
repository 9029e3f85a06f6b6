#include "files/hash.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>

namespace backops::files {

namespace {

std::uint64_t word_at(std::string_view bytes, std::size_t begin) {
    const std::size_t size = std::min<std::size_t>(8, bytes.size() - begin);
    std::uint64_t word = 0;
    if (size == sizeof word && std::endian::native == std::endian::little) {
        std::memcpy(&word, bytes.data() + begin, sizeof word);
        return word;
    }
    for (std::size_t i = 0; i < size; ++i) {
        word |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[begin + i])) << (8 * i);
    }
    return word;
}

std::uint64_t spread(std::uint64_t value) {
    value = (value ^ (value >> 32)) * 0xd6e8feb86659fd93U;
    value = (value ^ (value >> 29)) * 0x9fb21c651e98df25U;
    return value ^ (value >> 32);
}

bool is_lower_hex(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::uint64_t hex_value(std::string_view digits) {
    std::uint64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return value;
}

}  // namespace

Hash content_hash(std::string_view bytes) {
    std::uint64_t first = 0xcbf29ce484222325U;
    std::uint64_t second = 0x6c62272e07bb0142U;
    for (std::size_t begin = 0; begin < bytes.size(); begin += 8) {
        const std::uint64_t word = word_at(bytes, begin);
        first = std::rotl((first ^ word) * 0x9e3779b97f4a7c15U, 29);
        second = (second + spread(word)) * 0xc2b2ae3d27d4eb4fU ^ (second >> 31);
    }
    // The length keeps apart contents that differ only in zero bytes at the end.
    const std::uint64_t size = bytes.size();
    return {spread(first ^ size), spread(second + (size * 0x165667b19e3779f9U))};
}

std::string to_text(const Hash& hash) { return fmt::format("{:016x}{:016x}", hash.high, hash.low); }

std::optional<Hash> parse_hash(std::string_view text) {
    if (text.size() != 32 || !is_lower_hex(text)) return std::nullopt;
    return Hash{hex_value(text.substr(0, 16)), hex_value(text.substr(16))};
}

}  // namespace backops::files
