#include "render/canvas.h"

#include <algorithm>
#include <utility>

#include "render/line.h"
#include "text/width.h"

namespace backops::render {

void Canvas::put(std::size_t line, int at, std::string words, text::Tone tone) {
    if (line >= lines_.size()) lines_.resize(line + 1);
    if (!words.empty()) lines_[line].push_back({at, std::move(words), tone});
}

std::string Canvas::text(bool colour) && {
    std::string all;
    for (auto& pieces : lines_) {
        std::ranges::sort(pieces, {}, &Piece::at);
        Line line(colour);
        int at = 0;
        for (const Piece& piece : pieces) {
            line.skip(piece.at - at);
            const int width = text::display_width(piece.words);
            line.add(piece.words, width, piece.tone);
            at = piece.at + width;
        }
        all += std::move(line).ended();
    }
    return all;
}

}  // namespace backops::render
