#include "render/line.h"

#include <algorithm>

#include "text/width.h"

namespace backops::render {

void Line::add(std::string_view words, int width, text::Tone tone) {
    if (!words.empty()) {
        text_.append(static_cast<std::size_t>(std::max(pending_, 0)), ' ');
        text_ += text::painted(words, tone, colour_);
        pending_ = 0;
    }
    pending_ += width - text::display_width(words);
}

}  // namespace backops::render
