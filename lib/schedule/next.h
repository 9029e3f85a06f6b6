#pragma once

#include <cstddef>

#include "schedule/selection.h"

namespace backops::schedule {

/// The first `count` rows of the selection that start at `now` or later. The range grows until there are enough, so
/// that a long series costs no more than what is shown of it.
Schedule next_of(const model::Plan& plan, const Zones& zones, Selection selection, time::Instant now,
                 std::size_t count);

}  // namespace backops::schedule
