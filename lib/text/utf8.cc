#include "text/utf8.h"

#include <utf8proc.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "text/code_point.h"

namespace backops::text {
namespace {

// Nearly all text is ASCII, and every file that is read passes through here: eight bytes at a time.
std::size_t ascii_prefix(std::string_view bytes, std::size_t from) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    while (from + 8 <= bytes.size()) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data() + from, 8);
        if ((eight & high_bits) != 0) break;
        from += 8;
    }
    while (from < bytes.size() && static_cast<unsigned char>(bytes[from]) < 0x80) ++from;
    return from;
}

std::string ascii_folded(std::string_view ascii) {
    std::string result(ascii);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

void append_folded(std::string& result, std::string_view piece) {
    if (piece.empty()) return;
    utf8proc_uint8_t* folded = nullptr;
    const auto length = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(piece.data()), static_cast<utf8proc_ssize_t>(piece.size()), &folded,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(folded, &std::free);
    if (length < 0) {
        result += piece;
    } else {
        result.append(reinterpret_cast<const char*>(folded), static_cast<std::size_t>(length));
    }
}

}  // namespace

std::optional<std::size_t> first_bad_byte(std::string_view bytes) {
    for (std::size_t at = ascii_prefix(bytes, 0); at < bytes.size(); at = ascii_prefix(bytes, at)) {
        const auto point = code_point_at(bytes, at);
        if (!point.valid) return at;
        at += point.bytes;
    }
    return std::nullopt;
}

std::size_t code_points(std::string_view utf8) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size(); ++count) {
        const auto ascii_end = ascii_prefix(utf8, at);
        count += ascii_end - at;
        at = ascii_end;
        if (at == utf8.size()) break;
        at += code_point_at(utf8, at).bytes;
    }
    return count;
}

std::string case_folded(std::string_view utf8) {
    if (is_ascii(utf8)) return ascii_folded(utf8);
    // Putting marks into canonical order takes time quadratic in a run of them, so that no run goes in whole.
    std::string result;
    std::size_t begin = 0;
    std::size_t marks = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto point = code_point_at(utf8, at);
        marks = point.valid && is_mark(point.value) ? marks + 1 : 0;
        if (!point.valid || marks > longest_mark_run) {
            append_folded(result, utf8.substr(begin, at - begin));
            begin = at;
            marks = 0;
        }
        at += point.bytes;
        if (!point.valid) {
            result += utf8[begin];
            begin = at;
        }
    }
    append_folded(result, utf8.substr(begin));
    return result;
}

}  // namespace backops::text
