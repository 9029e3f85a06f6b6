#pragma once

#include <optional>
#include <string_view>

#include "event/record_file.h"
#include "model/activity.h"
#include "yaml/tree.h"

namespace backops::event {

// Readings of what guards a record from being shown. Where one may be meant that cannot be read, it is taken for the
// narrower: nothing that is private or not settled gets out by a slip of the pen.

/// Crew without the key; private when it is no word of the three, is misspelt or misplaced, or when the text as a whole
/// is no plain YAML, so that the key may be in what was not read.
model::Visibility visibility_of(const RecordFile& file);

/// The status that a map of an activity's file gives, its own or a change's; nothing without the key. Tentative where
/// it cannot be read.
std::optional<model::Status> status_in(const RecordFile& file, const yaml::Node& map);

/// Whether nothing is wrong with a top-level key or in its value.
bool is_read_whole(const RecordFile& file, std::string_view key);

/// For a series whose rule is in doubt: its dates are no more than tentative.
void make_unsure(model::Activity& activity);

}  // namespace backops::event
