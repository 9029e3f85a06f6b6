#include "text/width.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "text/cluster.h"

namespace backops::text {
namespace {

constexpr std::string_view ellipsis = "…";

struct Prefix {
    std::string_view text;
    int width = 0;
};

bool is_printable_ascii(char c) { return c >= ' ' && c < '\x7F'; }

// How many characters at the beginning take one cell each; of the last one before others, a mark may follow.
std::size_t plain_length(std::string_view utf8) {
    const auto other = std::find_if_not(utf8.begin(), utf8.end(), is_printable_ascii);
    const auto length = static_cast<std::size_t>(other - utf8.begin());
    return length == utf8.size() || length == 0 ? length : length - 1;
}

Prefix longest_prefix(std::string_view utf8, int width) {
    // One more than fits, since a mark on the last that does would follow it; not the whole of a long text.
    const auto most = static_cast<std::size_t>(std::max(width, 0));
    std::size_t end = std::min(plain_length(utf8.substr(0, most + 1)), most);
    int taken = static_cast<int>(end);
    while (end < utf8.size()) {
        const auto cluster = first_cluster(utf8.substr(end));
        if (taken + cluster.width > width) break;
        taken += cluster.width;
        end += cluster.bytes.size();
    }
    return {utf8.substr(0, end), taken};
}

std::string blanks(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

/// Fills lines word by word; the blanks between two words stay when both are on one line.
class Lines {
  public:
    explicit Lines(int width) : width_(std::max(width, 1)) {}

    void add(std::string_view gap, std::string_view word) {
        const int cells = display_width(word);
        const int gap_cells = static_cast<int>(gap.size());
        if (!line_.empty() && taken_ + gap_cells + cells > width_) {
            end_line();
        } else if (gap_cells + cells <= width_ - taken_) {
            append(gap, gap_cells);
        }
        cells > width_ ? add_in_pieces(word) : append(word, cells);
    }

    void end_line() {
        lines_.push_back(std::move(line_));
        line_.clear();
        taken_ = 0;
    }

    std::vector<std::string> finished() {
        end_line();
        return std::move(lines_);
    }

  private:
    void append(std::string_view piece, int cells) {
        line_ += piece;
        taken_ += cells;
    }

    void add_in_pieces(std::string_view word) {
        while (!word.empty()) {
            auto piece = longest_prefix(word, width_);
            // A character that is wider than the whole line stands on a line alone rather than getting lost.
            if (piece.text.empty()) {
                const auto cluster = first_cluster(word);
                piece = {cluster.bytes, cluster.width};
            }
            append(piece.text, piece.width);
            word.remove_prefix(piece.text.size());
            if (!word.empty()) end_line();
        }
    }

    int width_;
    int taken_ = 0;
    std::string line_;
    std::vector<std::string> lines_;
};

void add_words(Lines& lines, std::string_view text) {
    while (true) {
        const auto word_begin = std::min(text.find_first_not_of(' '), text.size());
        const auto word_end = std::min(text.find(' ', word_begin), text.size());
        if (word_begin == text.size()) return;
        lines.add(text.substr(0, word_begin), text.substr(word_begin, word_end - word_begin));
        text.remove_prefix(word_end);
    }
}

}  // namespace

int display_width(std::string_view utf8) { return longest_prefix(utf8, 1 << 30).width; }

std::string cut(std::string_view utf8, int width) {
    if (width <= 0) return {};
    const auto whole = longest_prefix(utf8, width);
    if (whole.text.size() == utf8.size()) return std::string(utf8);
    return std::string(longest_prefix(whole.text, width - 1).text) + std::string(ellipsis);
}

std::string fitted(std::string_view utf8, int width, Align align) {
    if (width <= 0) return {};
    auto text = cut(utf8, width);
    const auto padding = blanks(width - display_width(text));
    return align == Align::left ? text + padding : padding + text;
}

std::vector<std::string> wrapped(std::string_view utf8, int width) {
    Lines lines(width);
    while (true) {
        const auto line_end = utf8.find('\n');
        add_words(lines, utf8.substr(0, line_end));
        if (line_end == std::string_view::npos) return lines.finished();
        lines.end_line();
        utf8.remove_prefix(line_end + 1);
    }
}

}  // namespace backops::text
