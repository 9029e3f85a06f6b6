#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "text/paint.h"

namespace backops::render {

/// Lines of words, each put at its cell in any order; words must not overlap.
class Canvas {
  public:
    void put(std::size_t line, int at, std::string words, text::Tone tone);
    std::size_t height() const { return lines_.size(); }

    /// Ends in LF; no line ends in blanks.
    std::string text(bool colour) &&;

  private:
    struct Piece {
        int at;
        std::string words;
        text::Tone tone;
    };
    std::vector<std::vector<Piece>> lines_;
};

}  // namespace backops::render
