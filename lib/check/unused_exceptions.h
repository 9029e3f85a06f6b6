#pragma once

#include "check/finding.h"
#include "model/plan.h"

namespace backops::check {

/// unused-skip, unused-change: dates of `skip` and `changes` that are none of the series', and so do nothing; with the
/// nearest that is. Series that have no dates at all are empty_series'.
Findings unused_exceptions(const model::Plan& plan);

}  // namespace backops::check
