#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "time/duration.h"

namespace backops::time {

/// A duration that stands after a sign: `whole` is what was typed and is named in the message, `sign` is put before
/// what the hints say to write.
text::Parsed<Duration> parse_signed_part(std::string_view text, std::string_view whole, const std::string& sign);

/// What a text that is no duration can only mean, in ours: `1.5 h`, `90 minutes`; none when nothing is certain.
std::vector<Duration> meant_durations(std::string_view text);

}  // namespace backops::time
