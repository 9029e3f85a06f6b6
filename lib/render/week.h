#pragma once

#include <string>

#include "render/drawing.h"

namespace backops::render {

/// The days of each week side by side, each a list of what begins when; as many abreast as can be read on the screen,
/// the others below. What lasts for days stands on each, with arrows. No line is wider than the screen.
std::string week_text(const Drawing& drawing, const Screen& screen);

/// A table for each week.
std::string week_markdown(const Drawing& drawing);

/// A page with a table for each week, which on a narrow screen is a list by day.
std::string week_html(const Drawing& drawing);

}  // namespace backops::render
