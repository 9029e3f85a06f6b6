#include "exchange/folding.h"

#include <algorithm>

namespace backops::exchange {

namespace {

constexpr std::size_t longest_line = 75;

std::string unfolded(std::string_view text) {
    constexpr std::string_view fold = "\r\n ";
    std::string all;
    all.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find(fold, at);
        all += text.substr(at, end - at);
        at = end == std::string_view::npos ? text.size() : end + fold.size();
    }
    return all;
}

bool is_within_a_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

void add_folded(std::string& all, std::string_view line) {
    for (std::size_t room = longest_line; line.size() > room; room = longest_line - 1) {
        std::size_t end = room;
        while (end > 1 && is_within_a_character(line[end])) --end;
        all.append(line.substr(0, end)).append("\r\n ");
        line.remove_prefix(end);
    }
    all.append(line).append("\r\n");
}

}  // namespace

std::string refolded(std::string_view text) {
    const std::string lines = unfolded(text);
    std::string all;
    all.reserve(lines.size() + lines.size() / 16);
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = std::min(lines.find("\r\n", at), lines.size());
        add_folded(all, std::string_view(lines).substr(at, end - at));
        at = end + 2;
    }
    return all;
}

}  // namespace backops::exchange
