#pragma once

#include <string>
#include <string_view>

namespace backops::text {

/// `[a-z0-9]+(-[a-z0-9]+)*`, at most 64 characters.
bool is_id(std::string_view text);

/// Of text that is not one: "`Big Tent` cannot be an id: use lower-case letters, digits and single hyphens".
std::string why_no_id(std::string_view text);

/// The id made from a name: decomposed, marks dropped, letters without decomposition by table (ø ß æ œ ł đ ð þ ı),
/// lower case, everything else a hyphen; cut at a hyphen to at most 64. Empty when nothing is left: "Café Müller" →
/// "cafe-muller".
std::string id_from(std::string_view name);

}  // namespace backops::text
