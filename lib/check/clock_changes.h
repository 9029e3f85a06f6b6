#pragma once

#include "check/finding.h"
#include "model/plan.h"

namespace backops::check {

/// nonexistent-time, ambiguous-time: starts and written ends that a clock change of their zone skips (read with the
/// offset before the gap) or repeats (the first of the two). RFC 5545 section 3.3.5; design, section 3. A series is
/// looked at only around its zone's clock changes, and has one finding for each that meets an occurrence as the series
/// writes it; what one of its `changes` writes is looked at as that of a single activity is.
Findings clock_changes(const model::Plan& plan);

}  // namespace backops::check
