#pragma once

#include <string_view>

namespace backops::text {

/// What a reader takes for one character (an extended grapheme cluster of UAX #29) and the terminal cells it takes.
struct Cluster {
    std::string_view bytes;
    int width = 0;
};

/// The cluster that `rest` begins with; `rest` is not empty. Its width is that of its widest part, but two for a
/// flag and for an emoji or keycap that is asked for by U+FE0F.
Cluster first_cluster(std::string_view rest);

}  // namespace backops::text
