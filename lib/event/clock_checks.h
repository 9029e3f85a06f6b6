#pragma once

#include <span>

#include "event/record_file.h"
#include "model/plan.h"
#include "text/problem.h"

namespace backops::event {

/// Starts and ends of single activities that a clock change of their zone skips (nonexistent-time: read with the offset
/// before the gap) or repeats (ambiguous-time: the first of the two), as warnings. RFC 5545 section 3.3.5; design,
/// section 3.
void check_clocks(const model::Plan& plan, std::span<const RecordFile> files, text::Problems& problems);

}  // namespace backops::event
