#pragma once

#include <string>
#include <string_view>

namespace backops::text {

/// What colour is for: it supports what the words say and never carries it alone.
enum class Tone : unsigned char { plain, strong, faint, error, warning, added, removed, accent, good };

/// `words` in a tone's colour (ANSI SGR of the 16 basic colours, so that light and dark terminals both work), or as
/// they are.
std::string painted(std::string_view words, Tone tone, bool colour);

}  // namespace backops::text
