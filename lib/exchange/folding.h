#pragma once

#include <string>
#include <string_view>

namespace backops::exchange {

/// The lines of a calendar file folded anew as RFC 5545, section 3.1, has it: at most 75 octets each, characters whole.
/// libical tears the CR and the LF of a line apart where that one just fits.
std::string refolded(std::string_view text);

}  // namespace backops::exchange
