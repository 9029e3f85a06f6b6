#include "yaml/write.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace backops::yaml {
namespace {

bool is_control(unsigned char c) { return c < 0x20 || c == 0x7F; }

// Characters that a plain or literal text must not hold, since some reader treats them as a line end or refuses them.
bool is_special(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (is_control(c) && c != '\n') return true;
        const std::string_view rest = text.substr(i);
        if (c == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA1) return true;
        if (rest.starts_with("\xe2\x80\xa8") || rest.starts_with("\xe2\x80\xa9") || rest.starts_with("\xef\xbb\xbf"))
            return true;
        if (rest.starts_with("\xef\xbf\xbe") || rest.starts_with("\xef\xbf\xbf")) return true;
    }
    return false;
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

bool holds_only(std::string_view text, std::string_view set) {
    return text.find_first_not_of(set) == std::string_view::npos;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool reads_as_number(std::string_view small) {
    if (!small.empty() && (small[0] == '-' || small[0] == '+')) small.remove_prefix(1);
    if (small.empty() || (!is_digit(small[0]) && small[0] != '.')) return false;
    for (const std::string_view prefix : {"0x", "0b", "0o"})
        if (small.starts_with(prefix) && holds_only(small.substr(2), "0123456789abcdef_")) return true;
    return small != "." && holds_only(small, "0123456789_,.:e+-");
}

bool reads_as_timestamp(std::string_view small) {
    return small.size() >= 8 && holds_only(small.substr(0, 4), "0123456789") && small[4] == '-' &&
           holds_only(small, "0123456789-:.+tz ");
}

// What YAML 1.1 or 1.2 readers take for a number, boolean, null, date or base-60 time.
bool reads_as_other(std::string_view text) {
    static constexpr std::array words = {"true", "false", "yes",  "no",   "on",    "off",   "y", "n",
                                         "null", "~",     ".nan", ".inf", "-.inf", "+.inf", "="};
    const std::string small = lower(text);
    return std::find(words.begin(), words.end(), small) != words.end() || reads_as_number(small) ||
           reads_as_timestamp(small);
}

bool is_plain(std::string_view text, bool in_flow) {
    if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
    if (text.find('\n') != std::string_view::npos || is_special(text)) return false;
    if (std::string_view(",[]{}#&*!|>'\"%@`").find(text.front()) != std::string_view::npos) return false;
    if (std::string_view("-?:").find(text.front()) != std::string_view::npos &&
        (in_flow || text.size() == 1 || text[1] == ' '))
        return false;
    if (text.starts_with("---") || text.starts_with("...") || text == "<<") return false;
    for (const std::string_view marker : {"<<<<<<<", "=======", ">>>>>>>"})
        if (text.starts_with(marker)) return false;
    if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
    return !in_flow || text.find_first_of(",[]{}:") == std::string_view::npos;
}

std::string double_quoted(std::string_view text) {
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::string_view rest = text.substr(i);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += text[i];
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (is_control(c)) {
            out += fmt::format("\\x{:02x}", c);
        } else if (c == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA1) {
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(rest[1]));
            ++i;
        } else if (rest.starts_with("\xe2\x80\xa8") || rest.starts_with("\xe2\x80\xa9")) {
            out += rest[2] == '\xa8' ? "\\u2028" : "\\u2029";
            i += 2;
        } else if (rest.starts_with("\xef\xbb\xbf") || rest.starts_with("\xef\xbf\xbe") ||
                   rest.starts_with("\xef\xbf\xbf")) {
            out += rest[1] == '\xbb' ? "\\ufeff" : rest[2] == '\xbe' ? "\\ufffe" : "\\uffff";
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out + '"';
}

// A literal block keeps every byte of its lines, but cannot hold special characters or begin with a blank line's worth
// of doubt.
bool fits_literal(std::string_view text) {
    if (text.find('\n') == std::string_view::npos || is_special(text)) return false;
    if (text.front() == ' ' || text.front() == '\n') return false;
    return !text.ends_with("\n\n");
}

std::string literal_text(std::string_view text, int indent) {
    std::string out = text.ends_with('\n') ? "|\n" : "|-\n";
    if (text.ends_with('\n')) text.remove_suffix(1);
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        if (!line.empty()) out += std::string(static_cast<std::size_t>(indent), ' ');
        out += line;
        out += '\n';
        at = end + 1;
    }
    return out;
}

std::string blanks(int count) { return std::string(static_cast<std::size_t>(count), ' '); }

}  // namespace

std::string scalar_text(const Value& value, bool in_flow) {
    if (is_plain(value.text, in_flow) && (value.bare || !reads_as_other(value.text))) return value.text;
    return double_quoted(value.text);
}

std::string scalar_text(const Value& value, Style like) {
    const bool one_line = value.text.find('\n') == std::string::npos && !is_special(value.text);
    if (like == Style::double_quoted) return double_quoted(value.text);
    if (like != Style::single_quoted || !one_line) return scalar_text(value);
    std::string out = "'";
    for (const char c : value.text) out += c == '\'' ? "''" : std::string(1, c);
    return out + "'";
}

std::string entry_text(std::string_view key, const Value& value, int indent, Manner manner) {
    const std::string name = blanks(indent) + scalar_text(Value::bare_scalar(std::string(key))) + ":";
    switch (value.kind) {
        case Kind::nothing:
            return name + "\n";
        case Kind::scalar:
            if (manner.breaks == Breaks::literal && fits_literal(value.text))
                return name + " " + literal_text(value.text, indent + 2);
            return name + " " + scalar_text(value) + "\n";
        case Kind::list: {
            if (value.items.empty()) return name + " []\n";
            std::string out = name + "\n";
            for (const Value& item : value.items) out += item_text(item, indent + manner.list_indent, manner);
            return out;
        }
        case Kind::map:
            break;
    }
    return value.entries.empty() ? name + " {}\n" : name + "\n" + record_text(value, indent + 2, manner);
}

std::string item_text(const Value& item, int indent, Manner manner) {
    const std::string dash = blanks(indent) + "-";
    if (item.kind == Kind::map && !item.entries.empty())
        return dash + " " + record_text(item, indent + 2, manner).substr(static_cast<std::size_t>(indent) + 2);
    if (item.kind == Kind::list && !item.items.empty()) {
        std::string out;
        for (const Value& inner : item.items) out += item_text(inner, indent + 2, manner);
        return dash + " " + out.substr(static_cast<std::size_t>(indent) + 2);
    }
    if (item.kind == Kind::scalar && manner.breaks == Breaks::literal && fits_literal(item.text))
        return dash + " " + literal_text(item.text, indent + 2);
    if (item.kind == Kind::scalar) return dash + " " + scalar_text(item) + "\n";
    return dash + (item.kind == Kind::list ? " []\n" : item.kind == Kind::map ? " {}\n" : "\n");
}

std::string record_text(const Value& map, int indent, Manner manner) {
    std::string out;
    for (const auto& [key, value] : map.entries) out += entry_text(key, value, indent, manner);
    return out;
}

}  // namespace backops::yaml
