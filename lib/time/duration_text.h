#pragma once

#include <string>
#include <string_view>

#include "time/duration.h"

namespace backops::time {

/// A duration that stands after a sign: `whole` is what was typed and is named in the message, `sign` is put before
/// what the hints say to write.
text::Parsed<Duration> parse_signed_part(std::string_view text, std::string_view whole, const std::string& sign);

}  // namespace backops::time
