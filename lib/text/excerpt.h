#pragma once

#include <string>

#include "text/paint.h"
#include "text/span.h"

namespace backops::text {

/// The line of `place` behind its number, and under it the caret, aligned in terminal cells; every line ends in LF.
/// Made safe for a terminal; a line of more than 160 cells is cut around the caret. Empty when the place has no line
/// or its line has nothing to show.
std::string excerpt_of(const Place& place, Tone caret, bool colour);

}  // namespace backops::text
