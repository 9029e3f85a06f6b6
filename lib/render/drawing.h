#pragma once

#include <cstdint>
#include <optional>

#include "model/plan.h"
#include "schedule/selection.h"

namespace backops::render {

/// Whose columns stand across in a grid.
enum class Resource : std::uint8_t { area, collaborator, crew };

/// All that a form is drawn from. The rows are what every format gets; where times are to be shown in another zone, the
/// schedule is in that zone already.
struct Drawing {
    const model::Plan& plan;
    const schedule::Schedule& schedule;
    const schedule::Selection& selection;
    Resource columns = Resource::area;
};

/// How a text form is drawn.
struct Screen {
    int width = 100;  ///< terminal cells, at least 40
    bool colour = false;
};

}  // namespace backops::render
