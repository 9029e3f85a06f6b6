#include "text/excerpt.h"

#include <algorithm>
#include <cstddef>

#include "text/cluster.h"
#include "text/code_point.h"
#include "text/utf8.h"
#include "text/width.h"

namespace backops::text {
namespace {

constexpr int widest = 160;
constexpr int caret_stays_left_of = 140;
constexpr int kept_before_caret = 60;
// Text without any width is not cut by counting cells.
constexpr std::size_t most_bytes = 4096;
constexpr std::size_t most_cluster_bytes = 128;
constexpr std::string_view ellipsis = "…";

/// Cells of a line, half-open.
struct Cells {
    int begin = 0;
    int end = 0;
};

struct Measured {
    int total = 0;
    Cells caret;
};

Measured measured(std::string_view line, int column, int length) {
    const long first = column;
    const long past = first + std::max(length, 1);
    Measured result;
    long at_column = 1;
    while (!line.empty()) {
        const auto cluster = first_cluster(line);
        const auto next_column = at_column + static_cast<long>(code_points(cluster.bytes));
        if (next_column <= first) result.caret.begin += cluster.width;
        if (at_column < past) result.caret.end += cluster.width;
        result.total += cluster.width;
        at_column = next_column;
        line.remove_prefix(cluster.bytes.size());
    }
    result.caret.end = std::max(result.caret.end, result.caret.begin + 1);
    return result;
}

int window_begin(const Measured& line) {
    if (line.total <= widest || line.caret.end <= caret_stays_left_of) return 0;
    return std::clamp(line.caret.begin - kept_before_caret, 0, line.total - widest);
}

std::string_view bounded(std::string_view cluster) {
    if (cluster.size() <= most_cluster_bytes) return cluster;
    std::size_t end = 0;
    while (end < most_cluster_bytes) end += code_point_at(cluster, end).bytes;
    return cluster.substr(0, end);
}

struct Window {
    std::string text;
    Cells shown;    ///< cells of the whole line that `text` shows
    int shift = 0;  ///< cells that an ellipsis takes before them
};

Window window_of(std::string_view line, int begin) {
    Window window;
    int at = 0;
    bool has_begun = false;
    while (!line.empty()) {
        const auto cluster = first_cluster(line);
        const int end = at + cluster.width;
        if (end > begin + widest || window.text.size() > most_bytes) {
            window.text += ellipsis;
            break;
        }
        if (at >= begin) {
            if (!has_begun) {
                window.shown.begin = at;
                window.shift = at > 0 ? 1 : 0;
                if (at > 0) window.text += ellipsis;
                has_begun = true;
            }
            window.text += bounded(cluster.bytes);
            window.shown.end = end;
        }
        at = end;
        line.remove_prefix(cluster.bytes.size());
    }
    return window;
}

std::string repeated(char c, int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), c); }

}  // namespace

std::string excerpt_of(const Place& place, Tone caret, bool colour) {
    if (place.line <= 0 || place.excerpt.empty()) return {};
    const auto line = one_line(place.excerpt);
    const auto measure = measured(line, place.column - place.skipped, place.length);
    const auto window = window_of(line, window_begin(measure));
    const auto number = std::to_string(place.line);
    auto result = painted("  " + number + " | ", Tone::faint, colour) + window.text + "\n";
    if (place.column <= 0) return result;
    const int begin = std::min(measure.caret.begin, window.shown.end);
    const int end = std::max(std::min(measure.caret.end, window.shown.end), begin + 1);
    result += painted("  " + repeated(' ', static_cast<int>(number.size())) + " | ", Tone::faint, colour);
    result += repeated(' ', begin - window.shown.begin + window.shift);
    return result + painted(repeated('^', end - begin), caret, colour) + "\n";
}

}  // namespace backops::text
