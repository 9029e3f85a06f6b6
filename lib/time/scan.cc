#include "time/scan.h"

namespace backops::time {

std::string lowered(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::optional<int> whole_number(std::string_view text) {
    Scanner scanner(text);
    std::optional<int> number = scanner.digits(1, 9);
    if (!scanner.done()) return std::nullopt;
    return number;
}

namespace {

/// No-break, Ogham, en quad to hair, narrow no-break, mathematical and ideographic space.
bool is_wide_blank(char32_t point) {
    return point == 0xA0 || point == 0x1680 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F ||
           point == 0x205F || point == 0x3000;
}

/// Zero-width spaces and joiners, marks of direction, the byte order mark.
bool is_invisible(char32_t point) {
    return (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) || point == 0x2060 ||
           (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
}

}  // namespace

std::string with_plain_blanks(std::string_view utf8) {
    std::string plain;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < utf8.size() ? utf8[i] : 0); };
        char32_t point = byte(at);
        std::size_t more = 0;
        if (byte(at) == 0xC2) {
            point = byte(at + 1);
            more = 1;
        } else if (byte(at) >= 0xE1 && byte(at) <= 0xEF) {
            point = static_cast<char32_t>((byte(at) & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F));
            more = 2;
        }
        const bool is_wide = more > 0 && at + more < utf8.size() && is_wide_blank(point);
        const bool is_gone = more > 0 && at + more < utf8.size() && is_invisible(point);
        if (is_wide) plain += ' ';
        if (!is_wide && !is_gone) plain += utf8[at];
        if (is_wide || is_gone) at += more;
    }
    return plain;
}

std::string with_plain_digits(std::string_view utf8) {
    std::string plain;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < utf8.size() ? utf8[i] : 0); };
        // U+FF01 to U+FF3F are EF BC 81 to EF BC BF, in the order of ASCII's 21 to 5F.
        if (byte(at) == 0xEF && byte(at + 1) == 0xBC && byte(at + 2) >= 0x8B && byte(at + 2) <= 0x9A) {
            plain += static_cast<char>(byte(at + 2) - 0x60);
            at += 2;
        } else {
            plain += utf8[at];
        }
    }
    return plain;
}

bool Scanner::take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
}

std::optional<int> Scanner::digits(std::size_t least, std::size_t most) {
    std::size_t length = 0;
    int number = 0;
    while (length < rest_.size() && is_digit(rest_[length])) {
        if (++length > most || length > 9) return std::nullopt;
        number = number * 10 + (rest_[length - 1] - '0');
    }
    if (length < least) return std::nullopt;
    rest_.remove_prefix(length);
    return number;
}

}  // namespace backops::time
