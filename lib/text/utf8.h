#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace backops::text {

/// Offset of the first byte that is not part of well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates).
std::optional<std::size_t> first_bad_byte(std::string_view bytes);

/// Code points in `utf8`; each byte that is no UTF-8 counts as one.
std::size_t code_points(std::string_view utf8);

/// The same text for comparing names: canonically composed and case-folded (Unicode full folding).
std::string case_folded(std::string_view utf8);

}  // namespace backops::text
