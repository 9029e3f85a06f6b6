#pragma once

#include <vector>

#include "cmd/command_line.h"
#include "cmd/session.h"
#include "event/load.h"
#include "schedule/selection.h"

namespace backops::cmd {

/// Options of every verb that prints a schedule: form, format, clock and file.
std::vector<Option> form_options();

/// Prints a schedule as these options say, with the problems that touch it; the exit status. `selection` is what it was
/// selected by. text::Failure for options that do not go together.
int print_schedule(Session& session, const Arguments& arguments, const event::Loading& loading,
                   const schedule::Zones& zones, schedule::Selection selection, schedule::Schedule schedule);

}  // namespace backops::cmd
