#include <algorithm>
#include <charconv>
#include <cstddef>

#include "text/diff.h"
#include "text/paint.h"
#include "text/width.h"

namespace backops::text {
namespace {

/// Lines that a hunk still has to come: without counting, a removed line `-- x` would read as a file's header.
struct Remaining {
    std::size_t before = 0;
    std::size_t after = 0;
    bool is_in_hunk() const { return before > 0 || after > 0; }
};

std::size_t count_in_range(std::string_view header, char mark) {
    auto range = header.substr(std::min(header.find(mark), header.size()));
    range = range.substr(0, range.find(' '));
    const auto comma = range.find(',');
    if (comma == std::string_view::npos) return 1;
    std::size_t count = 0;
    std::from_chars(range.data() + comma + 1, range.data() + range.size(), count);
    return count;
}

Tone tone_in_hunk(std::string_view line, Remaining& remaining) {
    const char mark = line.empty() ? ' ' : line.front();
    if (mark == '\\') return Tone::faint;
    if (mark != '+' && remaining.before > 0) --remaining.before;
    if (mark != '-' && remaining.after > 0) --remaining.after;
    if (mark == '+') return Tone::added;
    return mark == '-' ? Tone::removed : Tone::plain;
}

Tone tone_of(std::string_view line, Remaining& remaining) {
    if (remaining.is_in_hunk()) return tone_in_hunk(line, remaining);
    if (line.starts_with("@@ ")) {
        remaining = {count_in_range(line, '-'), count_in_range(line, '+')};
        return Tone::accent;
    }
    return line.starts_with('\\') ? Tone::faint : Tone::strong;
}

// A CR at a line's end is the only difference between two lines often enough to be worth seeing.
std::string safe_line(std::string_view line) {
    if (!line.ends_with('\r')) return one_line(line);
    return one_line(line.substr(0, line.size() - 1)) + "^M";
}

}  // namespace

std::string shown_diff(std::string_view diff, bool colour) {
    std::string result;
    Remaining remaining;
    while (!diff.empty()) {
        const auto line_end = std::min(diff.find('\n'), diff.size());
        const auto line = diff.substr(0, line_end);
        const auto tone = tone_of(line, remaining);
        result += painted(safe_line(line), tone, colour) + "\n";
        diff.remove_prefix(std::min(line_end + 1, diff.size()));
    }
    return result;
}

}  // namespace backops::text
