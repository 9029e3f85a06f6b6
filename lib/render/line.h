#pragma once

#include <string>
#include <string_view>

#include "text/paint.h"

namespace backops::render {

/// One line of a text form, built from cells; blanks are written only when something follows them.
class Line {
  public:
    explicit Line(bool colour) : colour_(colour) {}

    void skip(int cells) { pending_ += cells; }
    /// `words` at the beginning of `width` cells; they fit.
    void add(std::string_view words, int width, text::Tone tone);
    std::string ended() && { return std::move(text_) + '\n'; }

  private:
    bool colour_;
    int pending_ = 0;
    std::string text_;
};

}  // namespace backops::render
