#pragma once

#include <string>
#include <vector>

#include "cmd/command_line.h"
#include "event/intake.h"
#include "event/load.h"
#include "schedule/selection.h"

namespace backops::cmd {

/// Options that say whose calendars, and which rows of them: the same for every verb that takes a selection.
std::vector<Option> calendar_options();
std::vector<Option> range_options();
/// What a command selects for. `publish` takes the crew as its audience unless another is given; `look` and `select`
/// (for a change) show everything; `measure` takes calendars and no filters.
enum class Purpose : unsigned char { look, publish, select, measure };
std::vector<Option> filter_options(Purpose purpose = Purpose::look);

/// What they say, for an event that is loaded. text::Failure for a view or time frame with problems, for keys of a view
/// that the verb cannot keep to, and for people and collaborators whom a public audience may not see.
schedule::Selection selection_of(const Arguments& arguments, event::Intake& intake, const model::Plan& plan,
                                 const schedule::Zones& zones, Purpose purpose = Purpose::look);

/// Whether it is limited to days or times.
bool has_range(const schedule::Selection& selection);

/// Says on standard error which kinds and tags no activity of the event has, with the nearest that one has.
void warn_of_unknown_words(Session& session, const model::Plan& plan, const schedule::Selection& selection);

/// What a typed time stands for in a range: a day alone for its show day's beginning.
time::Instant moment_of(const time::Entered& entered, event::Intake& intake, const schedule::Zones& zones);

/// Keeps what starts in the range, as `activity list` takes it, where a schedule takes what overlaps.
void keep_starting(schedule::Schedule& schedule, const schedule::Selection& selection);

/// Problems that touch an answer: of the records in it and of activities and time frames that might belong in it.
text::Problems touching(const event::Loading& loading, const schedule::Schedule& schedule);

}  // namespace backops::cmd
