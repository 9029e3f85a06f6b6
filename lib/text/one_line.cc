#include <algorithm>

#include "text/code_point.h"
#include "text/width.h"

namespace backops::text {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_line_end_or_tab(char32_t value) {
    return value == '\n' || value == '\r' || value == '\t' || value == 0x2028 || value == 0x2029;
}

bool is_plain(char c) { return c >= ' ' && c < '\x7F'; }

std::string made_safe(std::string_view utf8, bool keeps_lines) {
    if (std::all_of(utf8.begin(), utf8.end(), is_plain)) return std::string(utf8);
    std::string result;
    result.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const auto plain = std::find_if_not(utf8.begin() + static_cast<std::ptrdiff_t>(at), utf8.end(), is_plain);
        const auto end = static_cast<std::size_t>(plain - utf8.begin());
        result += utf8.substr(at, end - at);
        at = end;
        if (at == utf8.size()) break;
        const auto point = code_point_at(utf8, at);
        const auto bytes = utf8.substr(at, point.bytes);
        at += point.bytes;
        if (bytes == "\r" && utf8.substr(at).starts_with('\n')) continue;
        if (bytes == "\n" && keeps_lines) {
            result += '\n';
        } else if (is_line_end_or_tab(point.value)) {
            result += ' ';
        } else if (!point.valid || acts_on_a_terminal(point.value)) {
            result += replacement;
        } else {
            result += bytes;
        }
    }
    return result;
}

}  // namespace

std::string one_line(std::string_view utf8) { return made_safe(utf8, false); }

std::string many_lines(std::string_view utf8) { return made_safe(utf8, true); }

}  // namespace backops::text
