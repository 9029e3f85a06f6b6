#include "yaml/syntax.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "text/wording.h"
#include "yaml/ends.h"
#include "yaml/refusal.h"

namespace backops::yaml {
namespace {

using text::Problem;

constexpr std::size_t longest_shown = 80;

Problem problem(std::string_view file, std::string_view text, std::size_t at, std::size_t length, std::string message,
                std::vector<std::string> hints) {
    return refusal(file, text, at, at + length, "yaml-syntax", std::move(message), std::move(hints));
}

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

// What a line holds: where its value begins, behind dashes and a key, and whether anything stands before it.
struct Value {
    std::size_t begin;
    std::string_view words;  // without the comment
    bool has_owner;
};

// One past the key's colon, if a key begins at `at`.
std::optional<std::size_t> past_key(std::string_view text, std::size_t at, std::size_t end) {
    std::size_t colon = at;
    if (is_one_of(text[at], "\"'")) {
        const auto close = end_of_quoted(text, at);
        if (!close || *close >= end) return std::nullopt;
        colon = skip_blanks(text, *close);
        if (colon >= end || text[colon] != ':') return std::nullopt;
    } else {
        const std::string_view line = text.substr(0, end);
        colon = line.find(": ", at);
        if (colon == std::string_view::npos && line.ends_with(':')) colon = end - 1;
        if (colon == std::string_view::npos || colon < at) return std::nullopt;
    }
    return colon + 1;
}

std::string_view trimmed(std::string_view words) {
    const std::size_t first = std::min(words.find_first_not_of(" \t"), words.size());
    words.remove_prefix(first);
    return words.substr(0, words.find_last_not_of(" \t") + 1);
}

std::string_view without_comment(std::string_view words) {
    const std::size_t comment = is_one_of(words.empty() ? ' ' : words.front(), "\"'") ? words.npos : words.find(" #");
    words = words.substr(0, comment);
    const std::size_t last = words.find_last_not_of(" \t\r");
    return words.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

std::optional<Value> value_on_line(std::string_view text, std::size_t line) {
    const std::size_t end = line_end(text, line);
    const std::size_t first = skip_blanks(text, std::max(line, text_begin(text)));
    std::size_t at = first;
    while (at + 1 < end && text[at] == '-' && text[at + 1] == ' ') at = skip_blanks(text, at + 1);
    if (at >= end || text[at] == '#') return std::nullopt;
    if (const auto behind = past_key(text, at, end)) at = skip_blanks(text, *behind);
    if (at >= end) return std::nullopt;
    const std::string_view words = without_comment(text.substr(at, end - at));
    if (words.empty() || words.front() == '#') return std::nullopt;
    return Value{at, words, at > first};
}

std::string write_in_quotes(std::string_view words) {
    if (words.size() > longest_shown) return "put the whole text in quotes";
    if (!is_one_of('\'', words)) {
        if (is_one_of('"', words) || is_one_of('\\', words)) return fmt::format("write `'{}'`", words);
        return fmt::format("write `\"{}\"`", words);
    }
    std::string quoted;
    for (const char c : words) quoted += is_one_of(c, "\"\\") ? std::string("\\") + c : std::string(1, c);
    return fmt::format("write `\"{}\"`", quoted);
}

// The first quote that opens a value and never closes, or closes only after what looks like other lines.
std::optional<Problem> open_quote(std::string_view file, std::string_view text, std::size_t at) {
    for (std::size_t line = 0; line <= at && line < text.size(); line = next_line(text, line)) {
        const auto value = value_on_line(text, line);
        if (!value || !is_one_of(value->words.front(), "\"'")) continue;
        const auto close = end_of_quoted(text, value->begin);
        if (!close) return unclosed_quote(file, text, value->begin);
        const std::size_t end = line_end(text, line);
        if (*close <= end) continue;
        const std::size_t rest = skip_blanks(text, *close);
        const bool clean = rest >= line_end(text, *close) || is_one_of(text[rest], "#,:]}");
        const int column = static_cast<int>(skip_blanks(text, line) - line);
        if (!clean || runs_to_margin(text, value->begin, *close, column))
            return sprawling_quote(file, text, value->begin);
        line = line_begin(text, *close);
    }
    return std::nullopt;
}

bool has_tab_indentation(std::string_view text, std::size_t line) {
    const std::size_t first = skip_blanks(text, line);
    return first < line_end(text, first) && text.substr(line, first - line).find('\t') != std::string_view::npos;
}

// `[main-stage]# the big one`
std::optional<Problem> glued_comment(std::string_view file, std::string_view text, const Value& value) {
    for (const std::string_view mark : {"]#", "}#"})
        if (const std::size_t at = value.words.find(mark); at != std::string_view::npos)
            return problem(file, text, value.begin + at + 1, 1, "a comment needs a blank before its `#`",
                           {"put a blank before it"});
    return std::nullopt;
}

std::optional<Problem> wrong_value(std::string_view file, std::string_view text, const Value& value) {
    const char first = value.words.front();
    if (is_one_of(first, "@%`*&!") || (is_one_of(first, "]},") && value.has_owner))
        return problem(file, text, value.begin, 1,
                       first == '`' ? "a text that begins with a backtick needs quotes"
                                    : fmt::format("a text that begins with `{}` needs quotes", first),
                       {write_in_quotes(value.words)});
    if (is_one_of(first, "\"'")) {
        const auto close = end_of_quoted(text, value.begin);
        const std::size_t end = line_end(text, value.begin);
        if (!close || *close >= end) return std::nullopt;
        const std::size_t rest = skip_blanks(text, *close);
        if (rest >= end || is_one_of(text[rest], "#,:]}")) return std::nullopt;
        return problem(file, text, rest, end - rest, "text follows the closing quote",
                       {"put the whole text in quotes, or none of it"});
    }
    if (value.has_owner && value.words.starts_with("- "))
        return problem(file, text, value.begin, 1, "a list begins on the line of its key",
                       {"put each `- ` on a line of its own below the key"});
    if (is_one_of(first, "[{")) return glued_comment(file, text, value);
    if (is_one_of(first, "|>")) return std::nullopt;
    if (value.has_owner && (value.words.find(": ") != std::string_view::npos || value.words.ends_with(':')))
        return problem(file, text, value.begin, value.words.size(), "a text with `: ` in it needs quotes",
                       {write_in_quotes(value.words)});
    return std::nullopt;
}

std::optional<Problem> wrong_line(std::string_view file, std::string_view text, std::size_t line) {
    if (has_tab_indentation(text, line)) return tab_indentation(file, text, line);
    if (text.substr(line).starts_with("--- "))
        return problem(file, text, line, 3, "text follows `---` on its line",
                       {"put it on the next line, or delete `---`"});
    const auto value = value_on_line(text, line);
    return value ? wrong_value(file, text, *value) : std::nullopt;
}

std::optional<Problem> wrong_escape(std::string_view file, std::string_view text, std::size_t at,
                                    const std::string& message) {
    const auto is_about = [&](std::string_view word) { return message.find(word) != std::string::npos; };
    if (!is_about("escape") && !is_about("unicode") && !is_about("hex")) return std::nullopt;
    const std::size_t slash = text.rfind('\\', at == 0 ? 0 : at - 1);
    if (slash == std::string_view::npos || slash + 1 >= text.size()) return std::nullopt;
    return problem(file, text, slash, 2, "this `\\` begins no escape that double quotes know",
                   {"write `\\\\` for a backslash, or put the text in single quotes"});
}

std::size_t line_before(std::string_view text, std::size_t line) {
    while (line > 0) {
        line = line_begin(text, line - 1);
        const std::size_t first = skip_blanks(text, line);
        if (first < line_end(text, line) && text[first] != '#') break;
    }
    return line;
}

// A line that stands where a key should: below a key in the same column, and not a key itself.
std::optional<Problem> missing_colon(std::string_view file, std::string_view text, std::size_t line) {
    const auto value = value_on_line(text, line);
    if (!value || value->has_owner || is_one_of(value->words.front(), "[]{}|>?")) return std::nullopt;
    const int column = column_of(text, value->begin);
    for (std::size_t above = line; above > 0;) {
        above = line_before(text, above);
        const std::size_t first = skip_blanks(text, std::max(above, text_begin(text)));
        if (first >= line_end(text, first) || text[first] == '#' || column_of(text, first) > column) continue;
        if (column_of(text, first) < column || !past_key(text, first, line_end(text, first))) return std::nullopt;
        return key_without_colon(file, text, value->begin, value->begin + value->words.size());
    }
    // Nothing stands above it: it is the record's first line, and no key.
    if (past_key(text, value->begin, line_end(text, value->begin))) return std::nullopt;
    return key_without_colon(file, text, value->begin, value->begin + value->words.size());
}

}  // namespace

Problem key_without_colon(std::string_view file, std::string_view text, std::size_t begin, std::size_t end) {
    const std::string_view words = text.substr(begin, end - begin);
    const auto wrong = [&](std::string_view what, std::string hint) {
        return problem(file, text, begin, words.size(), fmt::format("{} {}", text::quoted(words), what),
                       {std::move(hint)});
    };
    const bool is_short = words.size() < longest_shown && words.find_first_of("`\n") == std::string_view::npos;
    if (words.size() > 1 && words[0] == '-' && words[1] != '-' && is_short)
        return wrong("has no blank after its dash", fmt::format("write `- {}`", words.substr(1)));
    const std::size_t colon = words.find(':');
    if (colon != std::string_view::npos && colon > 0 && colon + 1 < words.size() && words[colon + 1] != '/' && is_short)
        return wrong("has no blank after its colon",
                     fmt::format("write `{}: {}`", words.substr(0, colon), words.substr(colon + 1)));
    const std::size_t equals = words.find('=');
    if (equals != std::string_view::npos && equals > 0 && equals + 1 < words.size() && is_short)
        return wrong("has no colon after its key", fmt::format("write `{}: {}`", trimmed(words.substr(0, equals)),
                                                               trimmed(words.substr(equals + 1))));
    return wrong("has no colon after it", "write `key: value`, or delete it");
}

bool runs_to_margin(std::string_view text, std::size_t begin, std::size_t end, int column) {
    for (std::size_t line = next_line(text, begin); line < end; line = next_line(text, line)) {
        const std::size_t first = skip_blanks(text, line);
        if (first < line_end(text, line) && static_cast<int>(first - line) <= column) return true;
    }
    return false;
}

Problem tab_indentation(std::string_view file, std::string_view text, std::size_t line) {
    const std::size_t tab = std::min(text.find('\t', line), text.size());
    return problem(file, text, tab, skip_blanks(text, tab) - tab, "a tab indents this line",
                   {"indent with blanks, two for each level"});
}

std::optional<Problem> unclosed_bracket(std::string_view file, std::string_view text, std::size_t at) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char before = i == 0 ? '\n' : text[i - 1];
        if (c == '#' && is_one_of(before, " \t\n"))
            i = line_end(text, i);
        else if (is_one_of(c, "\"'") && is_one_of(before, " [{,"))
            i = end_of_quoted(text, i).value_or(i + 1) - 1;
        else if (is_one_of(c, "[{") && (!open.empty() || is_one_of(before, " \n")))
            open.push_back(i);
        else if (is_one_of(c, "]}") && !open.empty())
            open.pop_back();
    }
    if (open.empty() || open.front() > at) return std::nullopt;
    const char bracket = text[open.front()];
    return problem(
        file, text, open.front(), 1, fmt::format("this `{}` is never closed", bracket),
        {bracket == '[' ? "put a `]` at the end of the list" : "put a `}` behind the last key and its value"});
}

Problem unclosed_quote(std::string_view file, std::string_view text, std::size_t at) {
    return problem(file, text, at, 1, fmt::format("this `{}` is never closed", text[at]),
                   {fmt::format("put a `{}` at the end of the text", text[at])});
}

Problem sprawling_quote(std::string_view file, std::string_view text, std::size_t at) {
    return problem(
        file, text, at, 1, fmt::format("this `{}` is not closed before the next key", text[at]),
        {fmt::format("put a `{}` at the end of the text, or indent the lines that go on with it", text[at])});
}

Problem syntax_problem(std::string_view file, std::string_view text, std::size_t at, const std::string& message) {
    at = std::min(at, text.size());
    const std::size_t line = line_begin(text, at);
    if (auto wrong = wrong_escape(file, text, at, message)) return *wrong;
    if (auto wrong = open_quote(file, text, at)) return *wrong;
    if (auto wrong = wrong_line(file, text, line)) return *wrong;
    if (auto wrong = unclosed_bracket(file, text, at)) return *wrong;
    const std::size_t before = line_before(text, line);
    if (auto wrong = wrong_line(file, text, before)) return *wrong;
    for (const std::size_t suspect : {before, line})
        if (auto wrong = missing_colon(file, text, suspect)) return *wrong;
    if (message.find("map") != std::string::npos || message.find("sequence") != std::string::npos) {
        const std::size_t first = skip_blanks(text, line);
        const std::size_t end = std::max(first, line_end(text, first));
        return problem(file, text, first, end - first, "this line does not line up with the lines around it",
                       {"keys of one record begin in the same column; lists are lines that begin with `- `"});
    }
    return problem(file, text, at, 1, "this is not YAML as backops reads it",
                   {"write `key: value` lines, and lists as lines that begin with `- `"});
}

}  // namespace backops::yaml
