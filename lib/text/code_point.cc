#include "text/code_point.h"

#include <utf8proc.h>

#include <algorithm>

namespace backops::text {

CodePoint code_point_at(std::string_view utf8, std::size_t offset) {
    const auto first = static_cast<unsigned char>(utf8[offset]);
    if (first < 0x80) return {first, 1, true};
    const auto rest = utf8.substr(offset, 4);
    utf8proc_int32_t value = 0;
    const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                                        static_cast<utf8proc_ssize_t>(rest.size()), &value);
    if (bytes <= 0) return {};
    return {static_cast<char32_t>(value), static_cast<std::size_t>(bytes), true};
}

bool is_mark(char32_t value) {
    if (value < 0x300) return false;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(value));
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME;
}

bool acts_on_a_terminal(char32_t value) {
    const bool is_control = value < 0x20 || (value >= 0x7F && value < 0xA0);
    const bool turns_direction = (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069);
    const bool is_hidden = value == 0xFEFF || (value >= 0xE0000 && value <= 0xE007F);
    return is_control || turns_direction || is_hidden;
}

bool is_ascii(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace backops::text
