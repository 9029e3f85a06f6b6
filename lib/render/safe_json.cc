#include "render/safe_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "text/code_point.h"

namespace backops::render {
namespace {

constexpr char32_t first_beyond_16_bits = 0x10000;

bool is_plain(char c) { return static_cast<unsigned char>(c) < 0x7F; }

bool is_risky(char32_t value) {
    return value == 0x2028 || value == 0x2029 || (value >= 0x7F && text::acts_on_a_terminal(value));
}

void escape(char32_t value, std::string& safe) {
    const auto out = std::back_inserter(safe);
    if (value < first_beyond_16_bits) {
        fmt::format_to(out, "\\u{:04x}", static_cast<unsigned>(value));
        return;
    }
    const auto rest = static_cast<unsigned>(value - first_beyond_16_bits);
    fmt::format_to(out, "\\u{:04x}\\u{:04x}", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
}

}  // namespace

std::string safe_json(std::string json) {
    if (std::ranges::all_of(json, is_plain)) return json;
    std::string safe;
    safe.reserve(json.size());
    for (std::size_t at = 0; at < json.size();) {
        const auto point = text::code_point_at(json, at);
        if (is_risky(point.value))
            escape(point.value, safe);
        else
            safe.append(json, at, point.bytes);
        at += point.bytes;
    }
    return safe;
}

}  // namespace backops::render
