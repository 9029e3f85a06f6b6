#include "yaml/raw_checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.h"
#include "yaml/parse.h"
#include "yaml/refusal.h"

namespace backops::yaml {
namespace {

using text::Problem;

bool looks_like_utf16(std::string_view text) {
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) return true;
    return text.size() >= 4 && (text[0] == '\0') != (text[1] == '\0') && (text[2] == '\0') != (text[3] == '\0');
}

// C1 controls but NEL, which YAML counts as printable; in UTF-8 they are C2 80 to C2 9F.
bool is_c1(std::string_view text, std::size_t at) {
    if (static_cast<unsigned char>(text[at]) != 0xC2 || at + 1 >= text.size()) return false;
    const auto next = static_cast<unsigned char>(text[at + 1]);
    return next >= 0x80 && next < 0xA0 && next != 0x85;
}

std::optional<Problem> bad_character(std::string_view file, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != 0x7F && c != 0xC2) continue;
        if (c == '\t' || c == '\n') continue;
        if (c == '\r') {
            if (i + 1 < text.size() && text[i + 1] == '\n') continue;
            return refusal(file, text, i, i + 1, "encoding", "a carriage return stands alone here",
                           {"save the file with LF or CRLF line ends"});
        }
        if (c == 0xC2 && !is_c1(text, i)) continue;
        const unsigned code = c == 0xC2 ? static_cast<unsigned char>(text[i + 1]) : c;
        return refusal(file, text, i, i + (c == 0xC2 ? 2 : 1), "encoding",
                       fmt::format("control character U+{:04X} stands here", code),
                       {"delete it; nothing that people read needs it"});
    }
    return std::nullopt;
}

std::optional<Problem> merge_marker(std::string_view file, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view line = text.substr(at, text.find('\n', at) - at);
        for (const std::string_view marker : {"<<<<<<<", "|||||||", "=======", ">>>>>>>"}) {
            if (!line.starts_with(marker)) continue;
            const bool whole = line.size() == 7 || line[7] == ' ' || line[7] == '\r';
            if (!whole) continue;
            return refusal(file, text, at, at + 7, "merge-conflict", "a merge conflict was left in this file",
                           {"keep the lines that are right and delete the markers `<<<<<<<`, `=======` and `>>>>>>>`"});
        }
        const std::size_t end = text.find('\n', at);
        at = end == std::string_view::npos ? text.size() : end + 1;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Problem> unreadable(std::string_view file, std::string_view text) {
    if (looks_like_utf16(text)) return refusal(file, "encoding", "this file is UTF-16", {"save it as UTF-8"});
    if (const auto bad = text::first_bad_byte(text))
        return refusal(file, text, *bad, *bad + 1, "encoding",
                       fmt::format("byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(text[*bad])),
                       {"save the file as UTF-8; it may be Latin-1 or Windows-1252 now"});
    if (auto bad = bad_character(file, text)) return bad;
    if (auto marker = merge_marker(file, text)) return marker;
    const auto brackets = std::count_if(text.begin(), text.end(), [](char c) { return c == '[' || c == '{'; });
    if (static_cast<std::size_t>(brackets) > most_brackets)
        return refusal(file, "limit", "there are more than 4,096 opening brackets in this file",
                       {"write lists as lines that begin with `- `"});
    return std::nullopt;
}

}  // namespace backops::yaml
