#pragma once

#include <optional>
#include <span>
#include <string>

#include "schedule/selection.h"
#include "schedule/stretch.h"

namespace backops::schedule {

/// From when to when a person is there on a show day: from the first start to the last end of what is on their own
/// calendar, busy or not, all-day and cancelled activities apart. Nothing without any.
std::optional<Stretch> on_site(const model::Plan& plan, std::span<const Occurrence> occurrences,
                               const std::string& person, time::Date day);

}  // namespace backops::schedule
