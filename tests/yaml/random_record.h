#pragma once

#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/value.h"

namespace backops::yaml::test {

/// Small deterministic choices: the same seed gives the same files on every machine.
class Dice {
  public:
    explicit Dice(std::uint32_t seed) : next_(std::mt19937(seed)) {}
    /// Each choice is made by one of the bytes; the first of all when there are no more.
    explicit Dice(std::string_view bytes) : next_(Bytes{bytes}) {}
    std::size_t below(std::size_t n) { return next_() % n; }
    bool one_in(std::size_t n) { return below(n) == 0; }
    template <class T>
    const T& of(const std::vector<T>& choices) {
        return choices[below(choices.size())];
    }

  private:
    struct Bytes {
        std::string_view left;
        std::uint32_t operator()() {
            if (left.empty()) return 0;
            const auto byte = static_cast<unsigned char>(left.front());
            left.remove_prefix(1);
            return byte;
        }
    };
    std::function<std::uint32_t()> next_;
};

/// A record in every style that people write by hand: quoted, folded, literal and flow values, lists at their key's
/// column or deeper, odd indentation, comments, blank lines, CRLF, a BOM, `---`, no final newline.
std::string random_record(Dice& dice);

/// One line of words, some of which need quotes in YAML.
std::string random_words(Dice& dice);
/// Any Unicode text at all, odd leading characters more often than not.
std::string random_text(Dice& dice);
/// A scalar, or a list or map at most `depth` deep.
Value random_value(Dice& dice, int depth);

}  // namespace backops::yaml::test
