#pragma once

#include "cmd/command_line.h"

namespace backops::cmd {

/// What the verbs of activities do; each takes dates of series (`breakfast@2026-06-13`, `…..`) where it takes an id.
int list_activities(Session& session, const Arguments& arguments);
int edit_activities(Session& session, const Arguments& arguments);
int show_activities(Session& session, const Arguments& arguments);
int rename_activity(Session& session, const Arguments& arguments);
int remove_activities(Session& session, const Arguments& arguments);
int skip_dates(Session& session, const Arguments& arguments);
int unskip_dates(Session& session, const Arguments& arguments);
int copy_activities(Session& session, const Arguments& arguments);
int shift_activities(Session& session, const Arguments& arguments);

/// The verbs of an activity's run of show.
std::vector<Verb> segment_verbs();

}  // namespace backops::cmd
