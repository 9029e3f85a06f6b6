#pragma once

#include <string>

#include "model/plan.h"
#include "schedule/selection.h"

namespace backops::render {

/// Why there are no rows, as a sentence: "nothing is scheduled for Main Stage on fri 12 jun 2026"; with a `hint:` line
/// where one helps. Lines end in LF, each at most `width` cells.
std::string nothing_found(const model::Plan& plan, const schedule::Selection& selection, int width);

}  // namespace backops::render
