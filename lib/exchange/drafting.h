#pragma once

#include <string>
#include <utility>
#include <vector>

#include "event/intake.h"
#include "event/referrers.h"
#include "event/timing.h"
#include "exchange/import_report.h"
#include "exchange/names.h"
#include "exchange/source.h"
#include "yaml/value.h"

namespace backops::exchange {

/// What makes an activity say what a file says of it.
struct Edits {
    std::vector<std::pair<std::string, yaml::Value>>
        values;  ///< by key (`participants.required`); nothing: the key goes
    event::Timing timing;
    bool empty() const { return values.empty() && !timing.start && !timing.end && !timing.length; }
};

/// Drafts of records that an import makes or changes. False: the record would be more than its file can hold, and
/// nothing may be written.
bool draft_new(event::Drafts& drafts, event::Noun noun, const std::string& id, const yaml::Value& record);
bool draft_changes(event::Drafts& drafts, const std::string& activity, Edits edits, event::Intake& intake);
/// What they say when it is false.
std::string too_large(const std::string& id);

/// Drafts the records that names made, and reports their ids.
void draft_created(event::Drafts& drafts, const Names& names, ImportReport& report, Findings& findings);

}  // namespace backops::exchange
