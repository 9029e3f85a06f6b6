#pragma once

#include "check/finding.h"
#include "model/plan.h"

namespace backops::check {

/// empty-series: series that never happen, each with the reason: `every` never comes to a day of `on`, it is over
/// before its first date, or all of its dates are skipped.
Findings empty_series(const model::Plan& plan);

}  // namespace backops::check
