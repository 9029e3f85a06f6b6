#pragma once

#include <optional>
#include <vector>

#include "cmd/command_line.h"
#include "cmd/session.h"
#include "event/directory.h"
#include "event/load.h"
#include "schedule/selection.h"

namespace backops::cmd {

/// A schedule that is to be printed, and what it was made from.
struct Printing {
    event::Directory& directory;
    const event::Loading& loading;
    const schedule::Zones& zones;
    schedule::Selection selection;
    schedule::Schedule schedule;
};

/// Options of every verb that prints a schedule: form, format, clock and file.
std::vector<Option> form_options();

/// The clock of `--tz`; nothing without one. text::Failure for a zone that is not known.
std::optional<time::Zone> asked_zone(const Arguments& arguments);

/// Those that say where it goes.
std::vector<Option> file_options(std::string_view file_help);

/// The selection that the rows are of, in the format that is asked for: a calendar file has cancelled ones too.
schedule::Selection rows_for_format(const Arguments& arguments, const schedule::Selection& selection);

/// Prints a schedule as these options say; the exit status. text::Failure for options that do not go together.
int print_schedule(Session& session, const Arguments& arguments, Printing printing);

/// Writes what was made of a schedule to standard output or the file of `-o`, with the problems that touch it; the
/// exit status.
int deliver(Session& session, const Arguments& arguments, const Printing& printing, const std::string& text);

}  // namespace backops::cmd
