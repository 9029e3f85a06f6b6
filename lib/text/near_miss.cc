#include "text/near_miss.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "text/code_point.h"
#include "text/utf8.h"

namespace backops::text {
namespace {

// As many letters as a machine word has bits; an id has no more, and nobody mistypes a longer word.
constexpr std::size_t longest_word = 64;
constexpr std::size_t most_bytes_a_letter = 4;

void read_letters(std::string_view word, std::u32string& letters) {
    letters.clear();
    if (is_ascii(word)) {
        for (const char c : word) letters += static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        return;
    }
    const auto folded = case_folded(word);
    for (std::size_t at = 0; at < folded.size();) {
        const auto point = code_point_at(folded, at);
        at += point.bytes;
        letters += point.value;
    }
}

/// A word that others are compared with: how many edits away each is by optimal string alignment (insertions,
/// deletions, substitutions, swapped neighbours; no letter edited twice). A column of the usual table is held in the
/// bits of a few numbers, so that thousands of candidates take no time: Hyyrö, A Bit-Vector Algorithm for Computing
/// Levenshtein and Damerau Edit Distances, 2003.
class Word {
  public:
    explicit Word(std::u32string_view letters) : letters_(letters) {
        for (std::size_t i = 0; i < letters.size(); ++i) {
            if (letters[i] < ascii_.size()) ascii_[letters[i]] |= std::uint64_t{1} << i;
        }
    }

    std::size_t edits_to(std::u32string_view other) const {
        const auto last = std::uint64_t{1} << (letters_.size() - 1);
        std::uint64_t rises = ~std::uint64_t{0};
        std::uint64_t falls = 0;
        std::uint64_t diagonal = 0;
        std::uint64_t matches_before = 0;
        std::size_t count = letters_.size();
        for (const char32_t letter : other) {
            const auto matches = matches_of(letter);
            const auto swaps = ((~diagonal & matches) << 1) & matches_before;
            diagonal = (((matches & rises) + rises) ^ rises) | matches | falls | swaps;
            auto rises_across = falls | ~(diagonal | rises);
            auto falls_across = diagonal & rises;
            if ((rises_across & last) != 0) ++count;
            if ((falls_across & last) != 0) --count;
            rises_across = (rises_across << 1) | 1;
            falls_across <<= 1;
            rises = falls_across | ~(diagonal | rises_across);
            falls = rises_across & diagonal;
            matches_before = matches;
        }
        return count;
    }

  private:
    std::uint64_t matches_of(char32_t letter) const {
        if (letter < ascii_.size()) return ascii_[letter];
        std::uint64_t matches = 0;
        for (std::size_t i = 0; i < letters_.size(); ++i) {
            if (letters_[i] == letter) matches |= std::uint64_t{1} << i;
        }
        return matches;
    }

    std::u32string_view letters_;
    std::array<std::uint64_t, 128> ascii_{};
};

bool has_part(std::u32string_view candidate, std::u32string_view word) {
    for (std::size_t at = candidate.find(word); at != std::u32string_view::npos; at = candidate.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool begins = at == 0 || candidate[at - 1] == U'-';
        const bool ends = end == candidate.size() || candidate[end] == U'-';
        if (begins && ends) return true;
    }
    return false;
}

std::size_t most_edits(std::size_t word, std::size_t candidate) {
    return std::max<std::size_t>(std::max(word, candidate) / 3, word >= 3 ? 1 : 0);
}

}  // namespace

std::size_t edits(std::string_view word, std::string_view other) {
    std::u32string letters;
    std::u32string others;
    read_letters(word, letters);
    read_letters(other, others);
    if (letters.empty() || letters.size() > longest_word) return std::max(letters.size(), others.size());
    return Word(letters).edits_to(others);
}

std::optional<std::string> nearest(std::string_view text, std::span<const std::string> candidates) {
    if (text.empty() || text.size() > longest_word * most_bytes_a_letter) return std::nullopt;
    std::u32string letters;
    std::u32string other;
    read_letters(text, letters);
    if (letters.empty() || letters.size() > longest_word) return std::nullopt;
    const Word word(letters);
    const std::string* best = nullptr;
    const std::string* first_with_part = nullptr;
    std::size_t fewest = letters.size() + 1;
    for (const auto& candidate : candidates) {
        if (candidate.size() > 2 * longest_word * most_bytes_a_letter) continue;
        read_letters(candidate, other);
        const auto count = word.edits_to(other);
        if (count < fewest && count <= most_edits(letters.size(), other.size())) {
            best = &candidate;
            fewest = count;
        }
        if (first_with_part == nullptr && has_part(other, letters)) first_with_part = &candidate;
    }
    if (best == nullptr) best = first_with_part;
    return best == nullptr ? std::nullopt : std::optional(*best);
}

}  // namespace backops::text
