#include "text/encoding.h"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "text/utf8.h"

namespace backops::text {
namespace {

Problem refusal(Place place, std::string message, std::string hint) {
    return {Severity::error, "encoding", std::move(message), std::move(place), {}, {std::move(hint)}};
}

Place at(std::string_view file, std::string_view text, std::size_t begin, std::size_t bytes) {
    return place_of(file, text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + bytes)});
}

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
            return refusal(at(file, text, i, 1), "a carriage return stands alone here",
                           "save the file with LF or CRLF line ends");
        }
        if (c == 0xC2 && !is_c1(text, i)) continue;
        const unsigned code = c == 0xC2 ? static_cast<unsigned char>(text[i + 1]) : c;
        return refusal(at(file, text, i, c == 0xC2 ? 2 : 1),
                       fmt::format("control character U+{:04X} stands here", code),
                       "delete it; nothing that people read needs it");
    }
    return std::nullopt;
}

}  // namespace

std::optional<Problem> encoding_problem(std::string_view file, std::string_view text) {
    if (looks_like_utf16(text)) return refusal(place_of(file), "this file is UTF-16", "save it as UTF-8");
    if (const auto bad = first_bad_byte(text))
        return refusal(at(file, text, *bad, 1),
                       fmt::format("byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(text[*bad])),
                       "save the file as UTF-8; it may be Latin-1 or Windows-1252 now");
    return bad_character(file, text);
}

}  // namespace backops::text
