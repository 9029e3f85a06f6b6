#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "event/draft.h"
#include "event/intake.h"

namespace backops::edits {

/// The place, from 0, of the segment of an activity that a word names: by its cue, else by its position (the first is
/// 1). text::Failure with the cues that there are.
std::size_t segment_place(const event::Draft& activity, std::string_view typed);

/// Adds a segment of this name before the one at `place`, or at the end; its place.
std::size_t add_segment(event::Draft& activity, std::string_view name, std::optional<std::size_t> place,
                        event::Intake& intake);

void remove_segment(event::Draft& activity, std::size_t place);

/// Whether a segment from this place on has no cue, so that its position is its name.
bool has_numbered_segment(const event::Draft& activity, std::size_t from);

/// "4.2 Opening", "2 Opening": how a segment is said back.
std::string segment_words(const event::Draft& activity, std::size_t place);

}  // namespace backops::edits
