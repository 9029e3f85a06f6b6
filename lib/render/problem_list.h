#pragma once

#include "render/json.h"
#include "text/problem.h"

namespace backops::render {

/// Problems as `backops/check/1` has them: every key always, also those that only problems of the schedule fill.
Json problem_list(const text::Problems& problems);

}  // namespace backops::render
