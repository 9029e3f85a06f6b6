#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace backops::time {

/// ASCII only, whatever the process's locale says.
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_blank(char c) { return c == ' ' || c == '\t'; }
std::string lowered(std::string_view text);
std::string_view trimmed(std::string_view text);

/// The number that one to nine digits write; nothing for anything else.
std::optional<int> whole_number(std::string_view text);

/// The same text with every blank that Unicode has, such as the narrow one before AM, made ASCII's, and without marks
/// that cannot be seen.
std::string with_plain_blanks(std::string_view utf8);

/// The same text with fullwidth digits, colons, hyphens and slashes made ASCII.
std::string with_plain_digits(std::string_view utf8);

/// Reads a short text from left to right.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : rest_(text) {}
    bool done() const { return rest_.empty(); }
    std::string_view rest() const { return rest_; }
    bool take(char c);
    /// The whole run of digits that comes next, when it is `least` to `most` (at most nine) long.
    std::optional<int> digits(std::size_t least, std::size_t most);

  private:
    std::string_view rest_;
};

}  // namespace backops::time
