#pragma once

#include <span>
#include <vector>

#include "schedule/stretch.h"

namespace backops::schedule {

/// Whether one of them, half-open, holds the moment.
bool is_inside(time::Instant moment, std::span<const Stretch> stretches);

/// What is left of `time` without `cuts`, which are merged; a moment inside one of them is gone.
std::vector<Stretch> without(Stretch time, std::span<const Stretch> cuts);

/// In order, with what meets or touches made one.
std::vector<Stretch> merged(std::vector<Stretch> all);

/// Whether one of `all`, which are merged, holds the whole part; a moment at the end of one is not in it.
bool is_covered(Stretch part, const std::vector<Stretch>& all);

}  // namespace backops::schedule
