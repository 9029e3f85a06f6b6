#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "check/finding.h"
#include "check/rule.h"
#include "schedule/resolved_event.h"

namespace backops::check {

/// What the rules find in an event, each time that it is so, with its final level; nothing of level `off`.
struct Report {
    Findings open;
    Findings accepted;  ///< what some `accept` takes
};

/// Which rules are asked for.
using Wanted = std::function<bool(std::string_view rule)>;

/// Runs the rules that are wanted. `today`, a date on the event's clock, ends acceptances.
Report report_of(const schedule::ResolvedEvent& event, time::Date today, const Wanted& is_wanted);

/// For people: what is found of the same things on several days is one finding of the first of them, with their number
/// and its gravest level; one cause that concerns several people is one that names them all. In order of files.
Findings grouped(Findings findings);

}  // namespace backops::check
