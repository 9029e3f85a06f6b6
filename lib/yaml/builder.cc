#include "yaml/builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/wording.h"
#include "yaml/ends.h"
#include "yaml/parse.h"
#include "yaml/refusal.h"
#include "yaml/syntax.h"

namespace backops::yaml {
namespace {

// Each problem holds its line, which may be the whole file.
constexpr std::size_t most_reported = 20;
// Records have a dozen keys; only wider maps are worth a table.
constexpr std::size_t narrow_map = 64;
constexpr std::size_t usual_keys = 16;

text::Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

char char_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

bool is_null_word(std::string_view word) { return word == "~" || word == "null" || word == "Null" || word == "NULL"; }

std::string_view word_at(std::string_view text, std::size_t at, const char* stops) {
    if (at >= text.size()) return {};
    return text.substr(at, std::min(text.find_first_of(stops, at), text.size()) - at);
}

constexpr const char* after_null = " \t\r\n,]}:";
constexpr const char* after_decoration = " \t\r\n,[]{}";

bool is_word(char c) { return c != '"' && c != '\'' && c != '[' && c != '{' && c != '|' && c != '>'; }

Node scalar_node(std::size_t at, std::string_view word) {
    Node node;
    node.kind = Kind::scalar;
    node.text = word;
    node.span = span(at, at + word.size());
    return node;
}

}  // namespace

bool Builder::is_key_next() const {
    return !frames_.empty() && frames_.back().node.kind == Kind::map && !frames_.back().has_key;
}

// The column of the key or dash, outside of all brackets, that the next value belongs to.
int Builder::column_of_owner() const {
    const auto frame =
        std::find_if(frames_.rbegin(), frames_.rend(), [](const Frame& f) { return f.node.style != Style::flow; });
    if (frame == frames_.rend()) return -1;
    return column_of(text_, frame->has_key ? frame->key_span.begin : frame->node.span.begin);
}

void Builder::fail(text::Problem problem) {
    problems_.push_back(std::move(problem));
    throw Stop();
}

void Builder::fail(std::size_t begin, std::size_t end, std::string message, std::vector<std::string> hints) {
    fail(refusal(file_, text_, begin, end, "yaml-syntax", std::move(message), std::move(hints)));
}

void Builder::report(std::size_t begin, std::size_t end, const char* rule, std::string message,
                     std::vector<std::string> hints) {
    problems_.push_back(refusal(file_, text_, begin, end, rule, std::move(message), std::move(hints)));
    if (++reported_ >= most_reported) throw Stop();
}

void Builder::count(std::size_t at) {
    if (++values_ > most_values)
        fail(refusal(file_, text_, at, at, "limit", "there are more than 100,000 values in this file",
                     {"split it into several files"}));
}

// Anchors and tags stand before a value and carry its mark; a map and its first key may share one.
std::size_t Builder::past_decoration(std::size_t at) {
    while (char_at(text_, at) == '&' || char_at(text_, at) == '!') {
        const bool is_anchor = text_[at] == '&';
        const std::string_view word = word_at(text_, at, text_.substr(at).starts_with("!<") ? ">" : after_decoration);
        if (at >= decorated_to_) {
            decorated_to_ = at + word.size();
            report(at, at + word.size(), is_anchor ? "anchor" : "tag",
                   fmt::format("{} is a YAML {}", text::quoted(word), is_anchor ? "anchor" : "tag"),
                   {"delete it, or put the whole text in quotes"});
        }
        at += word.size() + (char_at(text_, at + word.size()) == '>' ? 1 : 0);
        if (!frames_.empty()) frames_.back().last = std::max(frames_.back().last, at);
        at = skip_space(text_, at);
    }
    return at;
}

void Builder::null(std::size_t marked) {
    count(marked);
    if (is_key_next()) {
        const std::size_t at = past_decoration(marked);
        const std::string_view word = word_at(text_, at, after_null);
        if (!is_null_word(word)) fail(at, at + 1, "a key is missing here", {"write `key: value`"});
        return place(scalar_node(at, word));
    }
    const bool is_value = !frames_.empty() && frames_.back().has_key;
    const std::size_t at = past_decoration(is_value ? skip_space(text_, frames_.back().colon + 1) : marked);
    const std::string_view word = word_at(text_, at, after_null);
    if (!is_null_word(word) || !belongs_here(at)) return place(absent());
    refuse_outdented(at, false);
    place(scalar_node(at, word));
}

void Builder::alias(std::size_t marked) {
    count(marked);
    const std::string_view word = word_at(text_, marked, after_decoration);
    report(marked, marked + word.size(), "alias", fmt::format("{} is a YAML alias", text::quoted(word)),
           {"write the value itself, or put the text in quotes"});
    place(scalar_node(marked, word));
}

void Builder::scalar(std::size_t marked, const std::string& value) {
    count(marked);
    const std::size_t at = past_decoration(marked);
    refuse_outdented(at, false);
    Node node;
    node.kind = Kind::scalar;
    node.text = value;
    node.span = span(at, end_of_scalar(at, value, node.style));
    place(std::move(node));
}

// The parser takes what stands at the margin for the value of the key or dash before it, and a tab for indentation.
void Builder::refuse_outdented(std::size_t at, bool is_block_list) {
    if (frames_.empty() || is_key_next() || is_in_flow()) return;
    const std::size_t line = std::max(line_begin(text_, at), text_begin(text_));
    if (skip_blanks(text_, line) != at) return;
    if (text_.substr(line, at - line).find('\t') != std::string_view::npos) fail(tab_indentation(file_, text_, line));
    const int column = static_cast<int>(at - line);
    if (column > column_of_owner() || (is_block_list && column == column_of_owner())) return;
    const std::string_view line_text = text_.substr(at, line_end(text_, at) - at);
    const std::size_t colon = line_text.find(':');
    const bool glued = colon != std::string_view::npos && colon > 0 && is_word(text_[at]);
    const bool dash = line_text.size() > 1 && line_text[0] == '-' && line_text[1] != ' ';
    if (glued || dash) fail(key_without_colon(file_, text_, at, at + line_text.find_last_not_of(" \t\r") + 1));
    fail(at, line_end(text_, at), "this line has no colon, and is not indented below its key",
         {"write `key: value`, or indent the line"});
}

// Just behind the colon; of an item, `take_item` knows better.
Node Builder::absent() const {
    Node node;
    const std::size_t at = frames_.empty()          ? 0
                           : frames_.back().has_key ? frames_.back().colon + 1
                                                    : frames_.back().last;
    node.span = span(at, at);
    return node;
}

// A `null` further down may be the next key or belong to an outer collection: a value is on the same line or deeper.
bool Builder::belongs_here(std::size_t value) const {
    if (frames_.empty() || is_in_flow()) return true;
    const Frame& frame = frames_.back();
    if (frame.node.kind == Kind::list) return column_of(text_, value) > column_of(text_, frame.node.span.begin);
    return line_begin(text_, frame.colon) == line_begin(text_, value) ||
           column_of(text_, value) > column_of(text_, frame.key_span.begin);
}

std::size_t Builder::end_of_scalar(std::size_t at, const std::string& value, Style& style) {
    const char first = char_at(text_, at);
    if (first == '"' || first == '\'') {
        style = first == '"' ? Style::double_quoted : Style::single_quoted;
        const auto end = end_of_quoted(text_, at);
        if (!end) fail(unclosed_quote(file_, text_, at));
        refuse_sprawl(at, *end);
        return *end;
    }
    if (first == '|' || first == '>') {
        style = first == '|' ? Style::literal : Style::folded;
        const std::size_t end = end_of_block_scalar(text_, at, column_of_owner());
        if (style == Style::folded) refuse_misread_folds(at, end);
        return end;
    }
    const auto end = end_of_plain(text_, at, value);
    if (!end) fail(at, at + 1, "where this text ends cannot be seen", {"put it in quotes"});
    return *end;
}

// The parser drops the blank lines that `>+` would keep, and takes blanks at the very end of a file for a text's own.
void Builder::refuse_misread_folds(std::size_t at, std::size_t end) {
    const std::string_view header = word_at(text_, at, " \t\r\n#");
    if (header.find('+') != std::string_view::npos)
        fail(at, at + header.size(), fmt::format("{} is not read by backops", text::quoted(header)),
             {"write `>`, or `|+` and the lines as they shall be"});
    const std::size_t last = line_begin(text_, text_.size());
    if (last > end && last < text_.size() && skip_blanks(text_, end) >= line_end(text_, end) &&
        text_.find_first_not_of(" \t\r\n", end) == std::string_view::npos)
        fail(last, text_.size(), "blanks without a line end stand at the end of the file", {"delete them"});
}

// A quoted text that runs on at the margin is most often one whose closing quote was forgotten.
void Builder::refuse_sprawl(std::size_t begin, std::size_t end) {
    if (text_.substr(begin, end - begin).find('\n') == std::string_view::npos) return;
    if (runs_to_margin(text_, begin, end, column_of_owner())) fail(sprawling_quote(file_, text_, begin));
}

void Builder::open(Kind kind, std::size_t marked) {
    count(marked);
    const std::size_t at = past_decoration(marked);
    if (is_key_next()) {
        if (auto bracket = unclosed_bracket(file_, text_, at)) fail(std::move(*bracket));
        fail(at, at + 1, "a key must be one word", {"write `key: value`"});
    }
    const bool is_flow = char_at(text_, at) == '[' || char_at(text_, at) == '{';
    refuse_outdented(at, kind == Kind::list && !is_flow);
    if (frames_.size() >= deepest)
        fail(refusal(file_, text_, at, at + 1, "limit", "this is nested more than 32 deep", {"use fewer levels"}));
    Frame frame;
    frame.node.kind = kind;
    frame.node.style = is_flow ? Style::flow : Style::block;
    frame.node.span = span(at, at);
    frame.last = is_flow ? at + 1 : at;
    frames_.push_back(std::move(frame));
}

void Builder::close() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    std::size_t end = frame.last;
    if (frame.node.style == Style::flow) {
        end = skip_space(text_, end);
        if (char_at(text_, end) == ',') end = skip_space(text_, end + 1);
        if (char_at(text_, end) != (frame.node.kind == Kind::list ? ']' : '}'))
            fail(frame.node.span.begin, frame.node.span.begin + 1, "where this bracket closes cannot be seen",
                 {"write lists as lines that begin with `- `"});
        ++end;
    }
    frame.node.span.end = static_cast<std::uint32_t>(end);
    place(std::move(frame.node));
}

void Builder::place(Node node) {
    if (frames_.empty()) {
        root_ = std::move(node);
        return;
    }
    Frame& frame = frames_.back();
    if (frame.node.kind == Kind::list) return take_item(frame, std::move(node));
    if (!frame.has_key) return take_key(frame, std::move(node));
    frame.last = std::max<std::size_t>(frame.last, node.span.end);
    frame.has_key = false;
    refuse_duplicate(frame);
    if (frames_.size() == 1 && frame.node.entries.empty()) frame.node.entries.reserve(usual_keys);
    frame.node.entries.push_back({std::move(frame.key), frame.key_span, std::move(node)});
}

void Builder::take_item(Frame& frame, Node node) {
    if (node.kind == Kind::nothing) {
        const std::size_t mark = skip_space(text_, frame.last);
        if (frame.node.style == Style::flow)
            fail(mark, mark + 1, "an item is missing here", {"delete the comma too many"});
        const std::size_t behind = char_at(text_, mark) == '-' ? mark + 1 : frame.last;
        node.span = span(behind, behind);
    }
    frame.last = std::max<std::size_t>(frame.last, node.span.end);
    frame.node.items.push_back(std::move(node));
}

void Builder::refuse_key_without_colon(const Node& key) {
    const std::size_t begin = key.span.begin;
    const std::size_t before = text_.find_last_not_of(" \t", begin == 0 ? 0 : begin - 1);
    if (begin > 0 && before != std::string_view::npos && text_[before] == '?')
        fail(before, before + 1, "`?` before a key is not read by backops", {"delete it and write `key: value`"});
    if (auto bracket = unclosed_bracket(file_, text_, begin)) fail(std::move(*bracket));
    fail(key_without_colon(file_, text_, begin, key.span.end));
}

void Builder::take_key(Frame& frame, Node node) {
    if (node.style == Style::literal || node.style == Style::folded)
        fail(node.span.begin, node.span.begin + 1, "a key must be one word", {"write `key: value`"});
    const std::size_t colon = skip_blanks(text_, node.span.end);
    if (char_at(text_, colon) != ':') refuse_key_without_colon(node);
    if (node.text == "<<" && node.style == Style::plain)
        report(node.span.begin, node.span.end, "merge-key", "`<<` is a YAML merge key", {"write the keys themselves"});
    frame.key = std::move(node.text);
    frame.key_span = node.span;
    frame.has_key = true;
    frame.colon = colon;
    frame.last = colon + 1;
}

void Builder::refuse_duplicate(const Frame& frame) {
    const auto& entries = frame.node.entries;
    const auto near = entries.begin() + static_cast<std::ptrdiff_t>(std::min(entries.size(), narrow_map));
    const auto found = std::find_if(entries.begin(), near, [&](const Entry& e) { return e.key == frame.key; });
    text::Span first;
    if (found != near) {
        first = found->key_span;
    } else {
        if (entries.size() < narrow_map) return;
        const auto [known, is_new] =
            wide_keys_.try_emplace(fmt::format("{}:{}", frame.node.span.begin, frame.key), frame.key_span);
        if (is_new) return;
        first = known->second;
    }
    text::Problem problem = refusal(file_, text_, frame.key_span.begin, frame.key_span.end, "duplicate-key",
                                    fmt::format("{} is given twice", text::quoted(frame.key)), {"keep one of the two"});
    problem.others.push_back({text::place_of(file_, text_, first), "the first is here"});
    problems_.push_back(std::move(problem));
    if (++reported_ >= most_reported) throw Stop();
}

}  // namespace backops::yaml
