#include "yaml/splice.h"

#include <algorithm>

#include "yaml/ends.h"

namespace backops::yaml {
namespace {

std::string_view line_break(std::string_view text) {
    const std::size_t lf = text.find('\n');
    return lf != std::string_view::npos && lf > 0 && text[lf - 1] == '\r' ? "\r\n" : "\n";
}

std::string in_breaks_of(std::string_view text, const std::string& lines) {
    if (line_break(text) == "\n") return lines;
    std::string out;
    for (const char c : lines) out += c == '\n' ? "\r\n" : std::string(1, c);
    return out;
}

std::string replaced(std::string_view text, std::size_t begin, std::size_t end, const std::string& by) {
    return std::string(text.substr(0, begin)) + by + std::string(text.substr(end));
}

// Whole lines put in at `at`, which is a line's beginning or the end of a text that may lack its final line end.
std::string with_lines(std::string_view text, std::size_t at, const std::string& lines) {
    const bool open = at > 0 && text[at - 1] != '\n' && at != text_begin(text);
    return replaced(text, at, at, (open ? std::string(line_break(text)) : "") + in_breaks_of(text, lines));
}

// The first byte of a line behind any BOM.
std::size_t line_of(std::string_view text, std::size_t at) { return std::max(line_begin(text, at), text_begin(text)); }

bool is_first_on_line(std::string_view text, std::size_t at) {
    const std::size_t begin = line_of(text, at);
    return text.substr(begin, at - begin).find_first_not_of(' ') == std::string_view::npos;
}

// The dash of an item of a list in lines; the item itself may begin on a later line.
std::size_t dash_of(std::string_view text, const Node& list, std::size_t index) {
    return index == 0 ? list.span.begin : skip_space(text, list.items[index - 1].span.end);
}

bool ends_its_line(std::string_view text, std::size_t end) {
    const std::size_t next = skip_blanks(text, end);
    return next >= line_end(text, end) || (text[next] == '#' && next > end);
}

struct Lines {
    std::size_t begin;
    std::size_t end;
};

// The whole lines from the token at `first` to the end of `value`; nothing when other things share them.
std::optional<Lines> lines_of(std::string_view text, std::size_t first, const Node& value) {
    if (!is_first_on_line(text, first) || !ends_its_line(text, value.span.end)) return std::nullopt;
    return Lines{line_of(text, first), next_line(text, value.span.end)};
}

std::string without_lines(std::string_view text, Lines lines, BlankLines blank_lines) {
    while (blank_lines == BlankLines::go && lines.end < text.size() &&
           skip_blanks(text, lines.end) == line_end(text, lines.end))
        lines.end = next_line(text, lines.end);
    return replaced(text, lines.begin, lines.end, "");
}

std::optional<std::string> without_flow_part(std::string_view text, std::size_t begin, std::size_t end, bool is_only,
                                             std::optional<std::size_t> next, std::optional<std::size_t> before) {
    if (is_only) return std::nullopt;
    if (next) return replaced(text, begin, *next, "");
    return replaced(text, *before, end, "");
}

}  // namespace

std::optional<std::string> scalar_for(std::string_view text, const Node& old, const Value& value, bool in_flow) {
    if (value.kind != Kind::scalar) return std::nullopt;
    const bool block = old.style == Style::literal || old.style == Style::folded;
    if (block || value.text.find('\n') != std::string::npos) return std::nullopt;
    if (old.kind == Kind::nothing) {
        const bool glued = old.span.begin > 0 && (text[old.span.begin - 1] == ':' || text[old.span.begin - 1] == '-');
        return (glued ? " " : "") + scalar_text(value, in_flow);
    }
    if (old.kind != Kind::scalar) return std::nullopt;
    const bool quoted = old.style != Style::plain;
    return quoted ? scalar_text(value, old.style) : scalar_text(value, in_flow);
}

std::optional<std::string> with_scalar(std::string_view text, const Node& old, const Value& value, bool in_flow) {
    const auto scalar = scalar_for(text, old, value, in_flow);
    return scalar ? std::optional(replaced(text, old.span.begin, old.span.end, *scalar)) : std::nullopt;
}

std::optional<std::string> with_new_entry(std::string_view text, const Node& map, std::size_t index,
                                          std::string_view key, const Value& value, Manner manner) {
    if (map.style == Style::flow) {
        if (value.kind != Kind::scalar || map.entries.empty()) return std::nullopt;
        const std::string pair =
            scalar_text(Value::bare_scalar(std::string(key)), true) + ": " + scalar_text(value, true);
        if (index == 0)
            return replaced(text, map.entries[0].key_span.begin, map.entries[0].key_span.begin, pair + ", ");
        return replaced(text, map.entries[index - 1].value.span.end, map.entries[index - 1].value.span.end,
                        ", " + pair);
    }
    const int indent = column_of(text, map.span.begin);
    if (index == 0) {
        if (!is_first_on_line(text, map.entries[0].key_span.begin)) return std::nullopt;
        const std::size_t line = line_of(text, map.entries[0].key_span.begin);
        return with_lines(text, line, entry_text(key, value, indent, manner));
    }
    return with_lines(text, next_line(text, map.entries[index - 1].value.span.end),
                      entry_text(key, value, indent, manner));
}

std::optional<std::string> with_new_item(std::string_view text, const Node& list, std::size_t index, const Value& item,
                                         Manner manner) {
    if (list.style == Style::flow) {
        if (item.kind != Kind::scalar) return std::nullopt;
        if (list.items.empty()) return replaced(text, list.span.begin + 1, list.span.end - 1, scalar_text(item, true));
        const std::size_t at = index == 0 ? list.items[0].span.begin : list.items[index - 1].span.end;
        return replaced(text, at, at, index == 0 ? scalar_text(item, true) + ", " : ", " + scalar_text(item, true));
    }
    const std::string lines = item_text(item, column_of(text, list.span.begin), manner);
    if (index > 0) return with_lines(text, next_line(text, list.items[index - 1].span.end), lines);
    const std::size_t dash = dash_of(text, list, 0);
    if (!is_first_on_line(text, dash)) return std::nullopt;
    return with_lines(text, line_of(text, dash), lines);
}

std::optional<std::string> without_entry(std::string_view text, const Node& map, std::size_t index,
                                         BlankLines blank_lines) {
    const Entry& entry = map.entries[index];
    if (map.style == Style::flow) {
        const bool last = index + 1 == map.entries.size();
        return without_flow_part(
            text, entry.key_span.begin, entry.value.span.end, map.entries.size() == 1,
            last ? std::nullopt : std::optional<std::size_t>(map.entries[index + 1].key_span.begin),
            index == 0 ? std::nullopt : std::optional<std::size_t>(map.entries[index - 1].value.span.end));
    }
    if (const auto lines = lines_of(text, entry.key_span.begin, entry.value))
        return without_lines(text, *lines, blank_lines);
    // The first key of an item, on the dash's line: the next key takes its place when nothing stands between them.
    if (index != 0 || map.entries.size() == 1 || !ends_its_line(text, entry.value.span.end)) return std::nullopt;
    const std::size_t next = map.entries[1].key_span.begin;
    if (line_begin(text, next) != next_line(text, entry.value.span.end)) return std::nullopt;
    return replaced(text, entry.key_span.begin, next, "");
}

std::optional<std::string> without_item(std::string_view text, const Node& list, std::size_t index,
                                        BlankLines blank_lines) {
    const Node& item = list.items[index];
    if (list.style == Style::flow) {
        const bool last = index + 1 == list.items.size();
        return without_flow_part(
            text, item.span.begin, item.span.end, list.items.size() == 1,
            last ? std::nullopt : std::optional<std::size_t>(list.items[index + 1].span.begin),
            index == 0 ? std::nullopt : std::optional<std::size_t>(list.items[index - 1].span.end));
    }
    const auto lines = lines_of(text, dash_of(text, list, index), item);
    if (!lines) return std::nullopt;
    return without_lines(text, *lines, blank_lines);
}

std::optional<std::string> without_items(std::string_view text, const Node& list,
                                         std::span<const std::size_t> indexes) {
    std::string kept;
    std::size_t kept_to = 0;
    const auto cut = [&](std::size_t begin, std::size_t end) {
        kept += text.substr(kept_to, std::max(begin, kept_to) - kept_to);
        kept_to = std::max(end, kept_to);
    };
    // In brackets what comes after the last that stays goes with its comma.
    std::size_t staying = list.items.size();
    for (auto index = indexes.rbegin(); index != indexes.rend() && *index + 1 == staying; ++index) --staying;
    for (const std::size_t index : indexes) {
        if (list.style != Style::flow) {
            const auto lines = lines_of(text, dash_of(text, list, index), list.items[index]);
            if (!lines) return std::nullopt;
            cut(lines->begin, lines->end);
        } else if (index < staying) {
            cut(list.items[index].span.begin, list.items[index + 1].span.begin);
        } else if (staying == 0) {
            return std::nullopt;
        } else {
            cut(list.items[staying - 1].span.end, list.items.back().span.end);
        }
    }
    return kept.append(text.substr(kept_to));
}

std::optional<std::string> with_entry_rewritten(std::string_view text, const Node& map, std::size_t index,
                                                const Value& value, Manner manner) {
    const Entry& entry = map.entries[index];
    const auto lines = lines_of(text, entry.key_span.begin, entry.value);
    if (map.style == Style::flow || !lines) return std::nullopt;
    const std::string by =
        value.empty() ? "" : entry_text(entry.key, value, column_of(text, entry.key_span.begin), manner);
    return replaced(text, lines->begin, lines->end, in_breaks_of(text, by));
}

std::optional<std::string> with_item_rewritten(std::string_view text, const Node& list, std::size_t index,
                                               const Value& value, Manner manner) {
    if (list.style == Style::flow) return std::nullopt;
    const std::size_t dash = dash_of(text, list, index);
    const auto lines = lines_of(text, dash, list.items[index]);
    if (!lines) return std::nullopt;
    const std::string by = value.empty() ? "" : item_text(value, column_of(text, dash), manner);
    return replaced(text, lines->begin, lines->end, in_breaks_of(text, by));
}

std::string with_record_rewritten(std::string_view text, const Node& root, const Value& record) {
    const std::string lines = record_text(record);
    if (root.kind == Kind::nothing) return with_lines(text, text.size(), lines);
    const std::size_t begin = line_of(text, root.span.begin);
    return replaced(text, begin, next_line(text, root.span.end), in_breaks_of(text, lines));
}

}  // namespace backops::yaml
