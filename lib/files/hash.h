#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace backops::files {

/// 128 bits that tell contents apart. Not cryptographic: it guards against accidents, not against forgers.
struct Hash {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    friend bool operator==(const Hash&, const Hash&) = default;
};

/// The same on every machine, so that it may be stored.
Hash content_hash(std::string_view bytes);

/// 32 lower-case hexadecimal digits; round-trips with parse_hash.
std::string to_text(const Hash& hash);
/// Nothing when the text is not what to_text writes.
std::optional<Hash> parse_hash(std::string_view text);

}  // namespace backops::files
