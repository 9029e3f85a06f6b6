#include "text/paint.h"

namespace backops::text {
namespace {

std::string_view colour_code(Tone tone) {
    switch (tone) {
        case Tone::plain:
            return "";
        case Tone::strong:
            return "1";
        case Tone::faint:
            return "2";
        case Tone::error:
            return "1;31";
        case Tone::warning:
            return "1;33";
        case Tone::added:
            return "32";
        case Tone::removed:
            return "31";
        case Tone::accent:
            return "36";
        case Tone::good:
            return "1;32";
    }
    return "";
}

}  // namespace

std::string painted(std::string_view words, Tone tone, bool colour) {
    const auto code = colour_code(tone);
    if (!colour || words.empty() || code.empty()) return std::string(words);
    std::string result = "\x1b[";
    return result.append(code).append("m").append(words).append("\x1b[0m");
}

}  // namespace backops::text
