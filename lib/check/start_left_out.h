#pragma once

#include "check/finding.h"
#include "model/plan.h"

namespace backops::check {

/// start-left-out: series whose own rule (`every` and `on`, or plain `dates`) does not have their start, so that it is
/// no occurrence (design, section 2.1). A start that `skip` or `during` leaves out is meant so; one that never happens
/// at all is empty_series'.
Findings start_left_out(const model::Plan& plan);

}  // namespace backops::check
