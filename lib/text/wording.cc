#include "text/wording.h"

#include <initializer_list>

#include "text/width.h"

namespace backops::text {
namespace {

constexpr int longest_quote = 80;

bool ends_in_any(std::string_view noun, std::initializer_list<std::string_view> ends) {
    for (const auto end : ends) {
        if (noun.ends_with(end)) return true;
    }
    return false;
}

bool ends_in_consonant_and_y(std::string_view noun) {
    return noun.size() > 1 && noun.back() == 'y' &&
           std::string_view("aeiou").find(noun[noun.size() - 2]) == std::string_view::npos;
}

std::string plural(std::string_view noun) {
    std::string result(noun);
    if (noun.ends_with("series")) return result;
    if (noun.ends_with("person")) return result.replace(result.size() - 6, 6, "people");
    if (ends_in_consonant_and_y(noun)) return result.replace(result.size() - 1, 1, "ies");
    return result += ends_in_any(noun, {"s", "x", "z", "ch", "sh"}) ? "es" : "s";
}

std::string with_thousands(std::size_t count) {
    auto digits = std::to_string(count);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ",");
    }
    return digits;
}

std::string joined(std::span<const std::string> things) {
    std::string result;
    std::string_view between;
    for (const auto& thing : things) {
        result.append(between).append(thing);
        between = ", ";
    }
    return result;
}

std::string ended(std::span<const std::string> things, const std::string& last) {
    return things.empty() ? last : joined(things) + " and " + last;
}

}  // namespace

std::string counted(std::size_t count, std::string_view noun) {
    return with_thousands(count) + " " + (count == 1 ? std::string(noun) : plural(noun));
}

std::string listed(std::span<const std::string> things) {
    return things.empty() ? std::string() : ended(things.first(things.size() - 1), things.back());
}

std::string listed(std::span<const std::string> things, std::size_t most) {
    if (things.size() <= most) return listed(things);
    return ended(things.first(most), with_thousands(things.size() - most) + " more");
}

std::string shell_word(std::string_view text) {
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:@%+,";
    if (!text.empty() && text.find_first_not_of(plain) == text.npos) return std::string(text);
    std::string word = "'";
    for (const char c : text) word += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return word + "'";
}

std::string quoted(std::string_view thing) { return "`" + cut(one_line(thing), longest_quote) + "`"; }

}  // namespace backops::text
