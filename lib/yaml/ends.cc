#include "yaml/ends.h"

#include <algorithm>
#include <string>

namespace backops::yaml {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_break(char c) { return c == '\n' || c == '\r'; }

// The run of white space that a folded line break stands for: how many LF it has, and where it ends.
struct Fold {
    std::size_t end;
    std::size_t breaks;
};

Fold fold_at(std::string_view text, std::size_t at) {
    Fold fold{at, 0};
    while (fold.end < text.size() && (is_blank(text[fold.end]) || is_break(text[fold.end])))
        if (text[fold.end++] == '\n') ++fold.breaks;
    return fold;
}

}  // namespace

std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t at) {
    const char quote = text[at];
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (quote == '"' && text[i] == '\\') {
            ++i;
        } else if (text[i] == quote) {
            if (quote == '"' || i + 1 >= text.size() || text[i + 1] != '\'') return i + 1;
            ++i;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> end_of_plain(std::string_view text, std::size_t at, std::string_view value) {
    std::size_t i = at;
    for (std::size_t v = 0; v < value.size();) {
        if (i >= text.size()) return std::nullopt;
        if (!is_blank(text[i]) && !is_break(text[i])) {
            if (text[i++] != value[v++]) return std::nullopt;
            continue;
        }
        const Fold fold = fold_at(text, i);
        const std::string_view source = text.substr(i, fold.end - i);
        const std::string means = fold.breaks == 0   ? std::string(source)
                                  : fold.breaks == 1 ? " "
                                                     : std::string(fold.breaks - 1, '\n');
        if (value.substr(v, means.size()) != means) return std::nullopt;
        v += means.size();
        i = fold.end;
    }
    return i;
}

std::size_t end_of_block_scalar(std::string_view text, std::size_t at, int parent) {
    const std::size_t header_end = line_end(text, at);
    const std::string_view header = text.substr(at, std::min<std::size_t>(header_end - at, 3));
    const bool keeps = header.find('+') != std::string_view::npos;
    const std::size_t digit = header.find_first_of("123456789");
    // The column of the text: blanks beyond it are part of the text even on a line of nothing else.
    std::optional<std::size_t> column;
    if (digit != std::string_view::npos) column = static_cast<std::size_t>(std::max(parent, 0) + header[digit] - '0');
    std::size_t end = header_end;
    for (std::size_t line = next_line(text, at); line < text.size(); line = next_line(text, line)) {
        const std::size_t stop = line_end(text, line);
        const std::size_t blanks = std::min(text.find_first_not_of(' ', line), stop) - line;
        const bool blank = line + blanks == stop;
        if (!blank && static_cast<int>(blanks) <= parent) break;
        if (!blank && !column) column = blanks;
        if (!blank || keeps || (column && blanks > *column)) end = stop;
    }
    return end;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) ++at;
    return at;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const char c = text[at];
        if (is_blank(c) || is_break(c)) {
            ++at;
        } else if (c == '#' && (at == text_begin(text) || is_blank(text[at - 1]) || is_break(text[at - 1]))) {
            at = line_end(text, at);
        } else {
            break;
        }
    }
    return at;
}

std::size_t text_begin(std::string_view text) { return text.starts_with("\xef\xbb\xbf") ? 3 : 0; }

std::size_t line_begin(std::string_view text, std::size_t at) {
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
    const std::size_t lf = text.find('\n', at);
    if (lf == std::string_view::npos) return text.ends_with('\r') && at < text.size() ? text.size() - 1 : text.size();
    return lf > at && text[lf - 1] == '\r' ? lf - 1 : lf;
}

std::size_t next_line(std::string_view text, std::size_t at) {
    const std::size_t lf = text.find('\n', at);
    return lf == std::string_view::npos ? text.size() : lf + 1;
}

int column_of(std::string_view text, std::size_t at) {
    const std::size_t begin = std::max(line_begin(text, at), text_begin(text));
    return static_cast<int>(at - std::min(at, begin));
}

}  // namespace backops::yaml
