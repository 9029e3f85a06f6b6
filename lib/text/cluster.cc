#include "text/cluster.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstddef>

#include "text/code_point.h"

namespace backops::text {
namespace {

constexpr char32_t emoji_presentation = 0xFE0F;

bool is_printable_ascii(char c) { return c >= ' ' && c < '\x7F'; }

bool is_regional_indicator(char32_t value) { return value >= 0x1F1E6 && value <= 0x1F1FF; }

bool can_be_emoji(char32_t value) {
    if (value == '#' || value == '*' || (value >= '0' && value <= '9')) return true;
    const auto* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(value));
    return property->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

// Blocks in which what Unicode will add is known to be wide: a newer terminal draws it so.
bool is_in_wide_block(char32_t value) {
    return (value >= 0x1F300 && value <= 0x1F64F) || (value >= 0x1F900 && value <= 0x1FAFF) ||
           (value >= 0x20000 && value <= 0x3FFFD);
}

int cells(char32_t value) {
    const auto signed_value = static_cast<utf8proc_int32_t>(value);
    if (is_in_wide_block(value) && utf8proc_category(signed_value) == UTF8PROC_CATEGORY_CN) return 2;
    return utf8proc_charwidth(signed_value);
}

}  // namespace

Cluster first_cluster(std::string_view rest) {
    if (is_printable_ascii(rest[0]) && (rest.size() == 1 || is_printable_ascii(rest[1]))) return {rest.substr(0, 1), 1};
    const auto first = code_point_at(rest, 0);
    int width = cells(first.value);
    auto last = first;
    std::size_t end = first.bytes;
    utf8proc_int32_t state = 0;
    while (end < rest.size()) {
        const auto next = code_point_at(rest, end);
        if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(last.value),
                                             static_cast<utf8proc_int32_t>(next.value), &state)) {
            break;
        }
        const bool is_flag = is_regional_indicator(last.value) && is_regional_indicator(next.value);
        const bool is_emoji = next.value == emoji_presentation && can_be_emoji(last.value);
        width = std::max(width, is_flag || is_emoji ? 2 : cells(next.value));
        end += next.bytes;
        last = next;
    }
    return {rest.substr(0, end), width};
}

}  // namespace backops::text
