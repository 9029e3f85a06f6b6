#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace backops::text {

/// The candidate that `text` was most likely meant to be: fewest edits (swapped neighbours are one edit; case does
/// not count), at most a third of the length of the longer (at least one edit is always allowed for words of three
/// letters or more); a candidate that has `text` as a whole part between hyphens also counts. First of equals.
/// None for a word of more than 64 letters.
std::optional<std::string> nearest(std::string_view text, std::span<const std::string> candidates);

/// How many edits are between two words, counted as `nearest` does; for a word of more than 64 letters, its length.
std::size_t edits(std::string_view word, std::string_view other);

}  // namespace backops::text
